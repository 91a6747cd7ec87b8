namespace Covet.Testing;

/// <summary>Chinook, a real database of 15607 rows in eleven tables: the data of <c>samples/MusicStore</c>.</summary>
public static class Chinook
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "chinook");
    private static readonly Lazy<Task<string>> PascalCase = new(() => LoadAsync("chinook.pascal.pg.sql"));
    private static readonly Lazy<Task<string>> SnakeCase = new(() => LoadAsync("chinook.pg.sql"));

    /// <summary>The number of rows of each table.</summary>
    public static IReadOnlyDictionary<string, long> RowCounts { get; } = new Dictionary<string, long>
    {
        ["Album"] = 347,
        ["Artist"] = 275,
        ["Customer"] = 59,
        ["Employee"] = 8,
        ["Genre"] = 25,
        ["Invoice"] = 412,
        ["InvoiceLine"] = 2240,
        ["MediaType"] = 5,
        ["Playlist"] = 18,
        ["PlaylistTrack"] = 8715,
        ["Track"] = 3503,
    };

    /// <summary>A SQLite copy of one's own, with PascalCase names.</summary>
    public static SqliteFile CopySqlite() => SqliteFiles.CopyOf(Path.Combine(Folder, "chinook.sqlite"));

    /// <summary>A PostgreSQL database of one's own, with the SQLite file's PascalCase names.</summary>
    public static async Task<string> CreatePostgresAsync() => await PostgresServer.CreateDatabaseAsync(await PascalCase.Value);

    /// <summary>A PostgreSQL database of one's own, with the snake_case names that Chinook's authors give it.</summary>
    public static async Task<string> CreateSnakeCasePostgresAsync() => await PostgresServer.CreateDatabaseAsync(await SnakeCase.Value);

    private static async Task<string> LoadAsync(string script)
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        await PostgresServer.ExecuteAsync(database, await File.ReadAllTextAsync(Path.Combine(Folder, script)));
        return database;
    }
}
