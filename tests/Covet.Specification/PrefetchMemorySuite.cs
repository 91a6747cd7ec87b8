using System.Collections.Immutable;
using Blog;

namespace Covet.Specification;

/// <summary>A prefetch onto instances that are in memory; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class PrefetchMemorySuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_19_only_what_is_missing_is_loaded()
    {
        var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users.Take(1), u => u.Posts));
        var kept = users[0].Posts.All();
        using (var log = Db.Record())
        {
            await Db.Users.PrefetchAsync(users, u => u.Posts);
            Assert.Equal(6, Assert.Single(log.Statements).Rows);
        }
        Assert.Same(kept, users[0].Posts.All());
        await AssertCostAsync(0, 0, () => Db.Users.PrefetchAsync(users, u => u.Posts));
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users, u => u.Posts, u => u.Comments));
    }

    [SkippableFact]
    public async Task Line_19_a_relation_of_every_kind_is_kept_when_it_is_there()
    {
        var users = await Db.Users.Prefetch(u => u.Profile, u => u.EditedPosts).ToListAsync();
        await AssertCostAsync(0, 0, () => Db.Users.PrefetchAsync(users, u => u.Profile, u => u.EditedPosts));
        var posts = await Db.Posts.Include(p => p.Editor).Prefetch(p => p.Author, p => p.Tags).ToListAsync();
        await AssertCostAsync(0, 0, () => Db.Posts.PrefetchAsync(posts, p => p.Editor, p => p.Author, p => p.Tags));
        var profiles = await Db.Profiles.Prefetch(p => p.User).ToListAsync();
        await AssertCostAsync(0, 0, () => Db.Profiles.PrefetchAsync(profiles, p => p.User.Prefetch(u => u.Profile)));
    }

    [SkippableFact]
    public async Task Line_19_any_collection_will_do()
    {
        foreach (var collect in (Func<IEnumerable<User>, IEnumerable<User>>[])
        [
            users => users.ToArray(), users => users.ToList(), users => users.ToHashSet(), users => users.ToImmutableArray(), users => users.ToImmutableList(),
            users => new Queue<User>(users), users => users.Where(user => user.Id > 0), users => users.ToDictionary(user => user.Id).Values, users => users.Concat(users),
        ])
        {
            var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
            await AssertCostAsync(2, 1, () => Db.Users.PrefetchAsync(collect(users), u => u.Posts, u => u.Profile));
            Assert.Equal([2, 3, 3], users.Select(u => u.Posts.All().Count));
            Assert.Equal(["Rome", null, null], users.Select(u => u.Profile?.City));
        }
        var posts = await Db.Posts.ToListAsync();
        await AssertCostAsync(2, 1, () => Db.Posts.PrefetchAsync(posts.ToImmutableArray(), p => p.Author, p => p.Tags));
        Assert.Equal(3, posts.Select(p => p.Author).Distinct().Count());
    }

    [SkippableFact]
    public async Task Line_19_a_collection_is_enumerated_once()
    {
        var users = await Db.Users.ToListAsync();
        int asked = 0;
        await Db.Users.PrefetchAsync(users.Where(_ => ++asked > 0), u => u.Posts, u => u.Profile, u => u.Comments);
        Assert.Equal(users.Count, asked);
    }

    [SkippableFact]
    public async Task Line_20_it_descends_into_cached_children_as_well_as_into_new_ones()
    {
        var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        await Db.Users.PrefetchAsync(users.Take(1), u => u.Posts);
        var cached = users[0].Posts.All();
        await AssertCostAsync(2, 2, () => Db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Tags)));
        Assert.Same(cached, users[0].Posts.All());
        Assert.Equal(17, users.SelectMany(u => u.Posts.All()).Sum(p => p.Tags.All().Count));
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Tags, p => p.Comments)));
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Tags.Prefetch(t => t.Posts))));
        await AssertCostAsync(0, 0, () => Db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Tags.Prefetch(t => t.Posts), p => p.Comments)));
        var profiles = await Db.Profiles.Prefetch(p => p.User).ToListAsync();
        await AssertCostAsync(1, 1, () => Db.Profiles.PrefetchAsync(profiles, p => p.User.Prefetch(u => u.Posts)));
        Assert.Equal(2, profiles[0].User.Posts.All().Count);
    }

    [SkippableFact]
    public async Task Line_21_a_filtered_prefetch_reloads()
    {
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts, u => u.Profile).ToListAsync();
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users, u => u.Posts.Where(p => p.Views > 50)));
        Assert.Equal([60], users[0].Posts.All().Select(p => p.Views));
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users, u => u.Profile.Where(p => p.City == "Paris")));
        Assert.Null(users[0].Profile);
        var posts = await Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags).ToListAsync();
        await AssertCostAsync(1, 1, () => Db.Posts.PrefetchAsync(posts, p => p.Tags.Where(t => t.Name == "sql")));
        Assert.Equal([0, 1, 0], posts.Take(3).Select(p => p.Tags.All().Count));
    }

    [SkippableFact]
    public async Task Line_22_two_instances_of_a_row_both_receive_the_children()
    {
        User[] twice = [(await Db.Users.FindAsync(1))!, (await Db.Users.FindAsync(1))!];
        await AssertCostAsync(2, 1, () => Db.Users.PrefetchAsync([.. twice, twice[0]], u => u.Posts, u => u.Profile));
        Assert.All(twice, user => Assert.Equal([3, 6], user.Posts.All().Select(p => p.Id)));
        Assert.All(twice, user => Assert.Equal("Rome", user.Profile?.City));
        Post[] posts = [(await Db.Posts.FindAsync(2))!, (await Db.Posts.FindAsync(2))!];
        await AssertCostAsync(3, 1, () => Db.Posts.PrefetchAsync(posts, p => p.Tags, p => p.Editor, p => p.Author));
        Assert.All(posts, post => Assert.Equal((3, "Ann", "Bea"), (post.Tags.All().Count, post.Editor?.Name, post.Author.Name)));
        Assert.Same(posts[0].Author, posts[1].Author);
    }
}
