using Npgsql;

namespace Covet.Testing.Tests;

public sealed class PostgresServerTests
{
    [SkippableFact]
    public async Task A_new_database_answers()
    {
        var database = await PostgresServer.CreateDatabaseAsync();

        Assert.Equal("UTF8", await ScalarAsync(database, "SHOW server_encoding"));

        await PostgresServer.DropDatabaseAsync(database);
    }

    [SkippableFact]
    public async Task Two_databases_are_isolated()
    {
        var databases = await Task.WhenAll(PostgresServer.CreateDatabaseAsync(), PostgresServer.CreateDatabaseAsync());
        await PostgresServer.ExecuteAsync(databases[0], "CREATE TABLE mark (id int)");

        Assert.Equal(true, await ScalarAsync(databases[0], "SELECT to_regclass('mark') IS NOT NULL"));
        Assert.Equal(false, await ScalarAsync(databases[1], "SELECT to_regclass('mark') IS NOT NULL"));

        foreach (var database in databases)
            await PostgresServer.DropDatabaseAsync(database);
    }

    [SkippableFact]
    public async Task A_copy_has_the_content_of_its_template_and_a_life_of_its_own()
    {
        var template = await PostgresServer.CreateDatabaseAsync();
        await PostgresServer.ExecuteAsync(template, "CREATE TABLE mark (id int); INSERT INTO mark VALUES (1)");

        var copy = await PostgresServer.CreateDatabaseAsync(template);
        await PostgresServer.ExecuteAsync(copy, "INSERT INTO mark VALUES (2)");

        Assert.Equal(2L, await ScalarAsync(copy, "SELECT count(*) FROM mark"));
        Assert.Equal(1L, await ScalarAsync(template, "SELECT count(*) FROM mark"));

        await PostgresServer.DropDatabaseAsync(copy);
        await PostgresServer.DropDatabaseAsync(template);
    }

    [SkippableFact]
    public async Task A_dropped_database_is_gone_although_it_was_in_use()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();

        await PostgresServer.DropDatabaseAsync(database);

        var exception = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(database, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, exception.SqlState);
        await Assert.ThrowsAsync<ArgumentException>(() => PostgresServer.DropDatabaseAsync(database));
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
