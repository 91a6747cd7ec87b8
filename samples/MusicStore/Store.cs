using Covet;
using Npgsql;

namespace MusicStore;

/// <summary>A database with Chinook in it that lasts as long as this object: a copy of the SQLite file, or a schema of its own on PostgreSQL.</summary>
internal sealed class Store : IAsyncDisposable
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "data");
    private readonly Func<Task> _delete;

    private Store(MusicDb db, string place, Func<Task> delete)
    {
        Db = db;
        Place = place;
        _delete = delete;
    }

    public MusicDb Db { get; }

    public string Place { get; }

    public static Store OpenSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("covet-music-").FullName;
        var file = Path.Combine(folder, "chinook.sqlite");
        File.Copy(Path.Combine(Data, "chinook.sqlite"), file);
        return new Store(new MusicDb(new SqliteProvider($"Data Source={file}")), $"a copy of chinook.sqlite, {file}", () =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    public static async Task<Store> OpenPostgresAsync(string connectionString)
    {
        var schema = $"covet_music_{Guid.NewGuid():N}";
        var inSchema = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema }.ConnectionString;
        await RunAsync(connectionString, $"CREATE SCHEMA {schema}");
        await RunAsync(inSchema, await File.ReadAllTextAsync(Path.Combine(Data, "chinook.pascal.pg.sql")));
        return new Store(new MusicDb(new NpgsqlProvider(inSchema)), $"PostgreSQL, schema {schema}", () =>
            RunAsync(connectionString, $"DROP SCHEMA {schema} CASCADE"));
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _delete();
    }

    private static async Task RunAsync(string connectionString, string script)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync();
    }
}
