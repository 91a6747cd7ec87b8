using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/prefetching.md: snapshots, streams, keys.</summary>
/// <param name="databases">The databases.</param>
public abstract class PrefetchingSnippetsReads(Databases databases) : GuideSnippets(Guide.Prefetching, databases)
{
    [SkippableFact]
    public async Task One_graph_is_one_snapshot()
    {
        var db = Db;
        using var log = db.Record();

        List<User> users = await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync();

        AssertRan(log, 3, 3);
        if (!IsSqlite)
            AssertSays(db.Session.Provider.Dialect.BeginSnapshot);
        using var others = db.Record();

        List<User> loose = await db.Users.SnapshotReads(false).Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync();
        List<User> inside = await db.TransactionAsync(tx => tx.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync());

        Assert.Equal((6, 6), (others.Statements.Count, others.RoundTrips));
        Assert.Equal((8, 8, 8), (Posts(users), Posts(loose), Posts(inside)));
        using var early = db.Record();
        await db.Users.Where(u => u.Id < 0).Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync();
        Assert.Equal((1, 1), (early.Statements.Count, early.RoundTrips));
        var loosely = new BlogDb(db.Session.Provider) { SnapshotReads = false };
        Assert.Equal(8, Posts(await loosely.Users.Prefetch(u => u.Posts).ToListAsync()));
    }

    [SkippableFact]
    public async Task Streams()
    {
        var (db, lines) = (Db, new List<string>());
        using var log = db.Record();

        await foreach (var user in db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Prefetch(p => p.Tags)).Stream(chunk: 2))
            lines.Add($"{user.Name}: {user.Posts.All().Sum(p => p.Tags.All().Count)} tags");

        AssertRan(log, 5, 5);
        Assert.Equal(["Ann: 2 tags", "Abel: 6 tags", "Bea: 9 tags"], lines);
        using var early = db.Record();
        await foreach (var user in db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).Stream(chunk: 1))
            break;
        Assert.Equal((3, 3), (early.Statements.Count, early.RoundTrips));
    }

    [SkippableFact]
    public async Task What_travels_is_keys()
    {
        var db = Db;
        using var log = db.Record();

        List<User> two = await db.Users.OrderBy(u => u.Id).Take(2).Prefetch(u => u.Posts).ToListAsync();
        List<User> all = await db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync();
        bool isOneText = log.Statements[1].Text == log.Statements[3].Text;

        AssertRan(log, 4, 4);
        Assert.True(isOneText);
        Assert.Equal(["keys"], log.Statements[3].ParameterNames);
        if (IsSqlite)
            AssertSays($"`{log.Statements[1].Text.Split(" WHERE ")[1].Split(" ORDER")[0]}`");
        Assert.Equal((5, 8), (Posts(two), Posts(all)));
    }

    private static int Posts(List<User> users) => users.Sum(u => u.Posts.All().Count);

    [SkippableFact]
    public async Task What_a_method_needs_of_its_caller()
    {
        var (db, lines) = (Db, new List<string>());
        using var log = db.Record();

        static string Card([Requires(nameof(User.Posts))] User user) => $"{user.Name}: {user.Posts.All().Count} posts";

        foreach (var user in await db.Users.Prefetch(u => u.Posts).OrderBy(u => u.Id).ToListAsync())
            lines.Add(Card(user));

        AssertRan(log, 2, 2);
        Assert.Equal(["Ann: 2 posts", "Abel: 3 posts", "Bea: 3 posts"], lines);
    }
}
