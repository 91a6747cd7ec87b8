using Blog;

namespace Covet.Specification;

/// <summary>What the branches of a prefetch can say; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class PrefetchClauseSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_11_naming_a_relation_twice_merges()
    {
        await AssertCostAsync(3, 3, () => Db.Users.Prefetch(u => u.Posts, u => u.Posts.Prefetch(p => p.Tags)).ToListAsync());
        await AssertCostAsync(3, 3, () => Db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags), u => u.Posts).ToListAsync());
        List<User> users = [];
        await AssertCostAsync(5, 3, async () => users = await Db.Users.OrderBy(u => u.Id)
            .Prefetch(u => u.Posts.Prefetch(p => p.Tags), u => u.Profile).Prefetch(u => u.Posts.Prefetch(p => p.Comments), u => u.Posts.Prefetch(p => p.Tags)).ToListAsync());
        Assert.All(users.SelectMany(u => u.Posts.All()), post => Assert.True(post.Tags.IsLoaded && post.Comments.IsLoaded));
        Assert.Equal("Rome", users[0].Profile!.City);
    }

    [SkippableFact]
    public async Task Line_12_different_options_for_one_relation_throw_before_anything_is_sent()
    {
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Db.Users.Prefetch(u => u.Posts, u => u.Posts.Where(p => p.Views > 1)).ToListAsync());
        Assert.Contains("User.Posts", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Db.Users.Prefetch(u => u.Posts.Take(1), u => u.Posts.Take(2)).ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(() => Db.Users.Prefetch(u => u.Comments.Prefetch(c => c.Replies.OrderBy(r => r.Text), c => c.Replies)).FirstAsync());
        exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Db.Users.Prefetch(u => u.Posts.Take(1).Into(u.TopPosts), u => u.Posts.Take(2).Into(u.TopPosts)).ToListAsync());
        Assert.Contains("TopPosts", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Db.Users.PrefetchAsync([new User { Id = 1 }], u => u.Posts, u => u.Posts.Take(1)));
        Assert.Empty(log.Statements);
        Assert.Equal(0, log.RoundTrips);
    }

    [SkippableFact]
    public async Task Line_13_a_filtered_prefetch_is_what_All_returns_and_places_leave_the_cache_alone()
    {
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Where(p => p.Views > 50)).ToListAsync();
        Assert.Equal([60], users[0].Posts.All().Select(p => p.Views));
        using var log = Db.Record();
        users = await Db.Users.OrderBy(u => u.Id)
            .Prefetch(u => u.Posts, u => u.Posts.OrderByDescending(p => p.Views).Take(1).Into(u.TopPosts))
            .ToListAsync();
        Assert.Equal((3, 2), (log.Statements.Count, log.RoundTrips));
        Assert.Equal(2, users[0].Posts.All().Count);
        Assert.Equal([60], users[0].TopPosts.Select(p => p.Views));
        var kept = users[0].Posts.All();
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users, u => u.Posts.Where(p => p.Views < 0).Into(u.TopPosts)));
        Assert.Same(kept, users[0].Posts.All());
        Assert.Empty(users[0].TopPosts);
        var alone = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Take(1).Into(u.TopPosts)).FirstAsync();
        Assert.False(alone.Posts.IsLoaded);
    }

    [SkippableFact]
    public async Task Line_14_a_parent_without_a_match_is_loaded_and_empty()
    {
        var lonely = new User { Name = "Lonely", Email = "lonely@example.org" };
        await Db.Users.InsertAsync(lonely);
        var bare = new Post { Author = lonely, Title = "Bare" };
        await Db.Posts.InsertAsync(bare);
        var user = await Db.Users.Where(u => u.Id == lonely.Id)
            .Prefetch(u => u.Posts.Where(p => p.Views > 1), u => u.Profile, u => u.EditedPosts, u => u.Posts.Where(p => p.Views > 1).Into(u.TopPosts)).SingleAsync();
        var post = await Db.Posts.Where(p => p.Id == bare.Id).Prefetch(p => p.Tags, p => p.Editor, p => p.Comments.Take(1)).SingleAsync();
        var edited = await Db.Posts.Where(p => p.Id == 2).Prefetch(p => p.Editor.Where(e => e.Name == "Nobody")).SingleAsync();
        await AssertCostAsync(0, 0, async () =>
        {
            Assert.Empty(user.Posts.All());
            Assert.Empty(user.TopPosts);
            Assert.Empty(user.EditedPosts.All());
            Assert.Null(user.Profile);
            Assert.Null(await user.LoadProfileAsync());
            Assert.Empty(post.Tags.All());
            Assert.Empty(await post.Comments.AllAsync());
            Assert.Null(post.Editor);
            Assert.Null(edited.Editor);
        });
    }

    [SkippableFact]
    public async Task Line_15_limits_are_per_parent()
    {
        List<User> users = [];
        await AssertCostAsync(2, 2, async () => users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.OrderByDescending(p => p.Id).Take(2)).ToListAsync());
        Assert.Equal([[6, 3], [7, 4], [8, 5]], users.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.OrderBy(p => p.Id).Skip(1).Take(1)).ToListAsync();
        Assert.Equal([[6], [4], [5]], users.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Skip(1)).ToListAsync();
        Assert.Equal([1, 2, 2], users.Select(u => u.Posts.All().Count));
        users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Take(2)).ToListAsync();
        Assert.Equal([2, 2, 2], users.Select(u => u.Posts.All().Count));
        users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Take(0)).ToListAsync();
        Assert.All(users, u => Assert.Empty(u.Posts.All()));
        var posts = await Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags.OrderByDescending(t => t.Name).Take(1)).ToListAsync();
        Assert.Equal(["orm", "sql", "orm"], posts.Take(3).Select(p => p.Tags.All().Single().Name));
        var withAuthors = await Db.Users.OrderBy(u => u.Id)
            .Prefetch(u => u.Posts.Where(p => p.Author.Name.StartsWith("A")).OrderBy(p => p.Author.Name).ThenByDescending(p => p.Views).Include(p => p.Editor).Take(1))
            .ToListAsync();
        Assert.Equal([[6], [7], []], withAuthors.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        Assert.Equal("Ann", withAuthors[0].Posts.All()[0].Editor?.Name);
    }

    [SkippableFact]
    public async Task Line_16_children_keep_their_order_and_one_row_has_none()
    {
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync();
        Assert.Equal([[3, 6], [1, 4, 7], [2, 5, 8]], users.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.OrderByDescending(p => p.Views)).ToListAsync();
        Assert.Equal([[6, 3], [7, 4, 1], [8, 5, 2]], users.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        var posts = await Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags, p => p.Comments.OrderByDescending(c => c.Id)).ToListAsync();
        Assert.Equal([1, 2, 3], posts[1].Tags.All().Select(t => t.Id));
        Assert.Equal([2, 1], posts[0].Comments.All().Select(c => c.Id));
        posts = await Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags.OrderBy(t => t.Name)).ToListAsync();
        Assert.Equal(["csharp", "orm", "sql"], posts[1].Tags.All().Select(t => t.Name));
        using var log = Db.Record();
        await Db.Posts.Prefetch(p => p.Author.OrderBy(a => a.Name)).ToListAsync();
        await Db.Users.Prefetch(u => u.Profile.OrderByDescending(p => p.City)).ToListAsync();
        Assert.DoesNotContain("ORDER BY", log.Statements[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ORDER BY", log.Statements[3].Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Line_18_Include_saves_a_level_and_a_prefetch_can_go_beyond_it()
    {
        await AssertCostAsync(3, 3, () => Db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Editor)).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Users.Prefetch(u => u.Posts.Include(p => p.Editor)).ToListAsync());
        await AssertCostAsync(1, 1, () => Db.Posts.Where(p => p.Editor == null).Include(p => p.Editor).Prefetch(p => p.Editor.Prefetch(e => e.Comments)).ToListAsync());
        List<Post> posts = [];
        await AssertCostAsync(2, 2, async () => posts = await Db.Posts.OrderBy(p => p.Id).Include(p => p.Author, p => p.Editor.Profile)
            .Prefetch(p => p.Author.Prefetch(a => a.Comments)).ToListAsync());
        Assert.Null(posts[0].Editor);
        Assert.Equal("Rome", posts[1].Editor!.Profile!.City);
        Assert.Equal(8, posts[0].Author.Comments.All().Count);
    }

    [SkippableFact]
    public async Task A_branch_that_does_not_start_from_the_relation_is_refused_before_anything_is_sent()
    {
        using var log = Db.Record();
        Assert.Throws<ArgumentException>(() => Db.Users.Prefetch(_ => Db.Posts));
        Assert.Throws<ArgumentException>(() => Db.Posts.Prefetch(p => p.Author.Take(1)));
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            PostQuery? branch = null;
            Db.Users.Prefetch(u => branch = u.Posts);
            await branch!.ToListAsync();
        });
        Assert.Empty(log.Statements);
    }
}
