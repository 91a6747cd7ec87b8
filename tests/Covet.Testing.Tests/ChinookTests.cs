using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Covet.Testing.Tests;

public sealed class ChinookTests
{
    [Fact]
    public async Task The_SQLite_copy_has_all_rows()
    {
        using var file = Chinook.CopySqlite();
        await using var connection = new SqliteConnection(file.ConnectionString);
        await AssertRowCountsAsync(connection, table => $"\"{table}\"");
    }

    [SkippableFact]
    public async Task The_PostgreSQL_script_loads_with_the_names_of_the_SQLite_file()
    {
        var database = await Chinook.CreatePostgresAsync();
        await using (var connection = new NpgsqlConnection(database))
            await AssertRowCountsAsync(connection, table => $"\"{table}\"");
        await PostgresServer.DropDatabaseAsync(database);
    }

    [SkippableFact]
    public async Task The_PostgreSQL_script_of_the_authors_loads()
    {
        var database = await Chinook.CreateSnakeCasePostgresAsync();
        await using (var connection = new NpgsqlConnection(database))
            await AssertRowCountsAsync(connection, SnakeCase);
        await PostgresServer.DropDatabaseAsync(database);
    }

    [SkippableFact]
    public async Task The_columns_of_the_two_databases_have_the_same_names()
    {
        using var file = Chinook.CopySqlite();
        await using var sqlite = new SqliteConnection(file.ConnectionString);
        var expected = await NamesAsync(sqlite, "SELECT m.name || '.' || c.name FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'");

        var database = await Chinook.CreatePostgresAsync();
        await using (var postgres = new NpgsqlConnection(database))
        {
            var actual = await NamesAsync(postgres, "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public'");
            Assert.Equal(expected, actual);
        }

        await PostgresServer.DropDatabaseAsync(database);
    }

    private static async Task AssertRowCountsAsync(DbConnection connection, Func<string, string> name)
    {
        await connection.OpenAsync();
        var counts = new Dictionary<string, long>();
        foreach (var table in Chinook.RowCounts.Keys)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"SELECT count(*) FROM {name(table)}";
            counts[table] = (long)(await command.ExecuteScalarAsync())!;
        }

        Assert.Equal(Chinook.RowCounts, counts);
    }

    private static async Task<List<string>> NamesAsync(DbConnection connection, string sql)
    {
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var names = new List<string>();
        while (await reader.ReadAsync())
            names.Add(reader.GetString(0));
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static string SnakeCase(string name) =>
        string.Concat(name.Select((letter, index) => (index > 0 && char.IsUpper(letter) ? "_" : "") + char.ToLowerInvariant(letter)));
}
