using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/prefetching.md: instances in memory, what they know and what a touch does.</summary>
/// <param name="databases">The databases.</param>
public abstract class PrefetchingSnippetsMemory(Databases databases) : GuideSnippets(Guide.Prefetching, databases)
{
    [SkippableFact]
    public async Task Instances_already_in_memory()
    {
        var db = Db;
        List<User> users = await db.Users.OrderBy(u => u.Id).ToListAsync();
        using var log = db.Record();

        await db.Users.PrefetchAsync(users, u => u.Posts);                                // 1 statement
        await db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Tags));          // 1: the posts are there, their tags aren't
        await db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Tags));          // 0
        await db.Users.PrefetchAsync(users, u => u.Posts.Where(p => p.Views > 50));       // 1: other posts than those that are there

        AssertRan(log, 3, 3);
        Assert.Equal([[6], [7], [8]], users.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
    }

    [SkippableFact]
    public async Task What_the_caches_know()
    {
        var db = Db;
        var tag = await db.Tags.SingleAsync(t => t.Name == "sql");
        using var log = db.Record();

        User ann = await db.Users.Where(u => u.Name == "Ann").Prefetch(u => u.Profile, u => u.Posts.Prefetch(p => p.Tags)).SingleAsync();
        Post first = ann.Posts.All()[0], last = ann.Posts.All()[1];
        bool knowsItsParent = first.Author == ann && ann.Profile!.User == ann;
        bool isOneInstance = first.Tags.All()[0] == last.Tags.All()[0];

        Assert.Equal((true, true, 4, 3), (knowsItsParent, isOneInstance, log.Statements.Count, log.RoundTrips));
        using var touches = db.Record();

        long loaded = await ann.Posts.CountAsync();                       // memory
        long asked = await ann.Posts.Query.CountAsync();                  // Query always asks
        await first.Tags.AddAsync(tag);                                   // a write: the tags of this post are dropped from memory
        IReadOnlyList<Tag> tags = await first.Tags.AllAsync();            // and loaded again

        AssertRan(touches, 3, 3);
        Assert.Equal((2, 2, 2), (loaded, asked, tags.Count));
        Assert.Equal(["orm", "sql"], tags.Select(t => t.Name));
#pragma warning disable COV2201 // What is not loaded throws.
        AssertSays(Assert.Throws<RelationNotLoadedException>(() => first.Comments.All()).Message);
        AssertSays(Assert.Throws<RelationNotLoadedException>(() => last.Editor).Message);
#pragma warning restore COV2201
    }

    [SkippableFact]
    public async Task Fetch_modes()
    {
        var db = Db;
        var provider = db.Session.Provider;
        using var log = db.Record();

        List<User> peers = await db.Users.ToListAsync();
        IReadOnlyList<Post>[] posts = await Task.WhenAll(peers.Select(u => u.Posts.AllAsync().AsTask()));      // 1 statement for all, also at the same time

        List<User> alone = await db.Users.Fetch(FetchMode.One).ToListAsync();
        await alone[0].Posts.AllAsync();                                                                       // 1 for this user

        List<User> strict = await db.Users.Fetch(FetchMode.Raise).Prefetch(u => u.Posts).ToListAsync();
        await strict[0].Posts.AllAsync();                                                                      // loaded: memory

        AssertRan(log, 6, 6);
        Assert.Equal(8, posts.Sum(each => each.Count));
        AssertSays((await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await strict[0].Posts.All()[0].Tags.AllAsync())).Message);

        var careful = new BlogDb(provider) { FetchMode = FetchMode.Raise };

        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await (await careful.Users.OrderBy(u => u.Id).FirstAsync()).Posts.AllAsync());
    }
}
