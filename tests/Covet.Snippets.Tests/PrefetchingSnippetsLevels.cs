using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/prefetching.md: what is sent.</summary>
/// <param name="databases">The databases.</param>
public abstract class PrefetchingSnippetsLevels(Databases databases) : GuideSnippets(Guide.Prefetching, databases)
{
    [SkippableFact]
    public async Task A_forgotten_Prefetch()
    {
        var (db, lines) = (Db, new List<string>());
#pragma warning disable COV2202 // What a forgotten Prefetch costs.
        using (var naive = db.Record())
        {
            foreach (var user in await db.Users.Fetch(FetchMode.One).ToListAsync())
            {
                foreach (var post in await user.Posts.AllAsync())
                    await post.Tags.AllAsync();
            }
            Assert.Equal((12, 12), (naive.Statements.Count, naive.RoundTrips));
            AssertSays("1 + 3 + 8 round trips");
        }
        using var log = db.Record();

        foreach (var user in await db.Users.ToListAsync())                          // 1 statement
            foreach (var post in await user.Posts.AllAsync())                       // 1 more: the first touch loads the posts of all users
                lines.Add($"{user.Name}: {post.Title}, {(await post.Tags.AllAsync()).Count} tags");     // 1 more: the tags of all posts

        AssertRan(log, 3, 3);
#pragma warning restore COV2202
        Assert.Equal(8, lines.Count);
        Assert.Contains("Ann: Post 3, 1 tags", lines);
    }

    [SkippableFact]
    public async Task One_statement_a_relation_one_round_trip_a_level()
    {
        var db = Db;
        using var log = db.Record();

        List<User> users = await db.Users
            .Prefetch(u => u.Profile,
                      u => u.Comments,
                      u => u.Posts.Prefetch(p => p.Tags, p => p.Editor))
            .OrderBy(u => u.Id)
            .ToListAsync();

        AssertRan(log, 6, 3);
        Assert.Equal(8, users.Sum(u => u.Posts.All().Count));
        Assert.Equal("Ann", users[1].Posts.All()[1].Editor?.Name);
        long tagged = users.Sum(u => u.Posts.All().Sum(p => p.Tags.All().Count));
        long joined = await db.ScalarAsync<long>(
            $"SELECT count(*) FROM users u LEFT JOIN comments c ON c.author_id = u.id LEFT JOIN posts p ON p.author_id = u.id LEFT JOIN post_tags t ON t.post_id = p.id");
        AssertSays($"3 users, 8 posts, {tagged} pairs of post and tag and {users.Sum(u => u.Comments.All().Count)} comments: {joined} rows in one join");
    }

    [SkippableFact]
    public async Task Filter_order_and_limit_per_parent()
    {
        var db = Db;
        using var log = db.Record();

        List<User> users = await db.Users
            .Prefetch(u => u.Posts.Where(p => p.Published).OrderByDescending(p => p.Views).Take(2))
            .ToListAsync();

        AssertRan(log, 2, 2);
        Assert.Equal([[6], [7, 4], [8, 5]], users.OrderBy(u => u.Id).Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        Assert.Equal(2, await users.Single(u => u.Name == "Abel").Posts.CountAsync());
    }

    [SkippableFact]
    public async Task A_place_of_its_own()
    {
        var (db, lines) = (Db, new List<string>());
        using var log = db.Record();

        List<User> users = await db.Users
            .Prefetch(u => u.Posts,
                      u => u.Posts.OrderByDescending(p => p.Views).Take(1).Into(u.TopPosts))
            .OrderBy(u => u.Id)
            .ToListAsync();
        foreach (var user in users)
            lines.Add($"{user.Name}: {user.Posts.All().Count} posts, the best is {user.TopPosts[0].Title}");

        AssertRan(log, 3, 2);
        Assert.Equal(["Ann: 2 posts, the best is Post 6", "Abel: 3 posts, the best is Post 7", "Bea: 3 posts, the best is Post 8"], lines);
        var unfilled = await db.Users.OrderBy(u => u.Id).FirstAsync();
        AssertSays(Assert.Throws<RelationNotLoadedException>(() => unfilled.TopPosts).Message);
        Assert.NotSame(users[0].TopPosts[0], users[0].Posts.All().Single(p => p.Id == 6));
    }

    [SkippableFact]
    public async Task A_join_inside_a_prefetch()
    {
        var db = Db;
        using var log = db.Record();

        List<User> joined = await db.Users.Prefetch(u => u.Posts.Include(p => p.Editor)).ToListAsync();

        AssertRan(log, 2, 2);
        using var levels = db.Record();

        List<User> prefetched = await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Editor)).ToListAsync();

        Assert.Equal((3, 3), (levels.Statements.Count, levels.RoundTrips));
        Assert.Equal(4, Editors(joined).Count());
        Assert.Equal(4, Editors(joined).Distinct().Count());
        Assert.Equal(4, Editors(prefetched).Count());
        Assert.Single(Editors(prefetched).Distinct());
    }

    private static IEnumerable<User> Editors(List<User> users) => users.SelectMany(u => u.Posts.All()).Select(p => p.Editor).OfType<User>();
}
