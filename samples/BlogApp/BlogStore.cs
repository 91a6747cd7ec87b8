using Covet;

namespace Blog;

/// <summary>A database for one run: a SQLite file in the temp folder, or a schema of its own on PostgreSQL. Deletes what it made, and nothing else.</summary>
internal sealed class BlogStore : IAsyncDisposable
{
    private readonly Func<Task> _deleteAsync;

    private BlogStore(BlogDb db, string place, Func<Task> deleteAsync)
    {
        Db = db;
        Place = place;
        _deleteAsync = deleteAsync;
    }

    public BlogDb Db { get; }

    public string Place { get; }

    public static BlogStore OpenSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("covet-blog-").FullName;
        var file = Path.Combine(folder, "blog.db");
        return new BlogStore(new BlogDb(new SqliteProvider($"Data Source={file}")), $"SQLite, {file}", () =>
        {
            Directory.Delete(folder, recursive: true);
            return Task.CompletedTask;
        });
    }

    /// <exception cref="InvalidOperationException">The database holds a blog, or what looks like one.</exception>
    public static async Task<BlogStore> OpenPostgresAsync(string connectionString)
    {
        var outside = new BlogDb(new NpgsqlProvider(connectionString));
        try
        {
            await RefuseOccupiedAsync(outside);
            await outside.ExecuteAsync($"CREATE SCHEMA covet_blog");
        }
        catch
        {
            await outside.DisposeAsync();
            throw;
        }

        var db = new BlogDb(new NpgsqlProvider($"{connectionString};Search Path=covet_blog"));
        return new BlogStore(db, "PostgreSQL, schema covet_blog", async () =>
        {
            await outside.ExecuteAsync($"DROP SCHEMA covet_blog CASCADE");
            await outside.DisposeAsync();
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Db.DisposeAsync();
        await _deleteAsync();
    }

    private static async Task RefuseOccupiedAsync(BlogDb db)
    {
        var schemas = await db.ScalarAsync<long>($"SELECT count(*) FROM pg_namespace WHERE nspname = 'covet_blog'");
        if (schemas != 0)
            throw new InvalidOperationException("The database has a schema covet_blog, which this run did not create: drop it yourself, or name another database.");

        var tables = await db.ScalarAsync<long>(
            $"SELECT count(*) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema') AND tablename IN ('users', 'profiles', 'posts', 'comments', 'tags', 'post_tags')");
        if (tables != 0)
            throw new InvalidOperationException("The database has a table named like one of a blog (users, profiles, posts, comments, tags, post_tags): name an empty database.");
    }
}
