using System.Diagnostics;
using System.Globalization;
using Covet;
using Covet.Testing;

namespace Bench;

/// <summary>Streams growing numbers of roots with their children, and prints the most memory that was alive meanwhile.</summary>
internal static class Streaming
{
    private const int Most = 1_000_000;
    private const int SampleEvery = 1_000;

    public static async Task RunAsync()
    {
        Console.WriteLine("| posts with their comments and author, streamed | SQLite: most alive | PostgreSQL: most alive |");
        Console.WriteLine("| ---: | ---: | ---: |");
        using var file = SqliteFiles.Create();
        await using var sqlite = new BenchDb(new SqliteProvider(file.ConnectionString));
        await FillAsync(sqlite);
        string connectionString = await PostgresServer.CreateDatabaseAsync();
        try
        {
            await using var postgres = new BenchDb(new NpgsqlProvider(connectionString));
            await FillAsync(postgres);
            foreach (int roots in new[] { Most / 100, Most / 10, Most })
            {
                var (onSqlite, onPostgres) = (await SampleAsync(sqlite, roots), await SampleAsync(postgres, roots));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {roots:N0} | {onSqlite:0.00} MB | {onPostgres:0.00} MB |"));
            }
        }
        finally
        {
            await PostgresServer.DropDatabaseAsync(connectionString);
        }
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nPeak working set of the whole process: {process.PeakWorkingSet64 / 1048576.0:0} MB"));
    }

    /// <summary>The most megabytes that a full collection left alive while the roots were streamed, beyond what was alive before.</summary>
    private static async Task<double> SampleAsync(BenchDb db, int roots)
    {
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        int seen = 0;
        int children = 0;
        await foreach (var post in db.Posts.OrderBy(p => p.Id).Take(roots).Prefetch(p => p.Comments, p => p.Author))
        {
            children += post.Comments.All().Count + (post.Author.Id > 0 ? 1 : 0);
            if (++seen % SampleEvery == 0)
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }
        return seen == roots && children == 3 * roots
            ? most / 1048576.0
            : throw new InvalidOperationException($"{seen} posts of {roots} came, with {children} related rows.");
    }

    /// <summary>A million posts of a thousand users, each with two comments.</summary>
    private static async Task FillAsync(BenchDb db)
    {
        await db.Schema.CreateAsync();
        await db.ExecuteAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
            INSERT INTO users (id, name, email, created_at) SELECT i, 'User ' || i, 'user' || i || '@example.org', '2026-01-01 00:00:00+00' FROM n
            """);
        await db.ExecuteAsync($"""
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Most})
            INSERT INTO posts (id, author_id, title, body, views, created_at)
            SELECT i, i % 1000 + 1, 'The title of post ' || i, 'Its body', i % 1000, '2026-01-01 00:00:00+00' FROM n
            """);
        await db.ExecuteAsync($"INSERT INTO comments (post_id, text) SELECT id, 'first' FROM posts UNION ALL SELECT id, 'second' FROM posts");
    }
}
