using Blog;

namespace Covet.Specification;

/// <summary>Caches, identity and laziness; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class CacheSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_23_what_is_cached_sends_nothing_and_Query_always_does()
    {
        var user = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts).SingleAsync();
        await AssertCostAsync(0, 0, async () =>
        {
            Assert.Equal(2, user.Posts.All().Count);
            Assert.Equal(3, user.Posts.All()[0].Id);
            Assert.Equal(6, user.Posts.All().Max(p => p.Id));
            Assert.Equal(2, await user.Posts.CountAsync());
            Assert.Equal(2, (await user.Posts.AllAsync()).Count);
        });
        await AssertCostAsync(2, 2, async () =>
        {
            await user.Posts.Query.ToListAsync();
            await user.Posts.Query.Where(p => p.Views > 1).CountAsync();
        });
    }

    [SkippableFact]
    public async Task Line_24_children_know_their_parent()
    {
        var user = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts, u => u.Profile).SingleAsync();
        await AssertCostAsync(0, 0, () =>
        {
            Assert.All(user.Posts.All(), post => Assert.Same(user, post.Author));
            Assert.Same(user, user.Profile!.User);
            return Task.CompletedTask;
        });
        user = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts.Prefetch(p => p.Author)).SingleAsync();
        Assert.All(user.Posts.All(), post => Assert.NotSame(user, post.Author));
        Assert.All(user.Posts.All(), post => Assert.Equal(user.Id, post.Author.Id));
        user = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts.Include(p => p.Author)).SingleAsync();
        Assert.All(user.Posts.All(), post => Assert.NotSame(user, post.Author));
        Assert.All(user.Posts.All(), post => Assert.Equal(user.Id, post.Author.Id));
    }

    [SkippableFact]
    public async Task Line_24_a_way_back_that_the_branch_loaded_itself_stays()
    {
        var profile = await Db.Profiles.Prefetch(p => p.User.Include(u => u.Profile).Prefetch(u => u.Profile.Prefetch(q => q.User.Prefetch(v => v.Posts)))).SingleAsync();
        Assert.NotSame(profile, profile.User.Profile);
        Assert.Equal(2, profile.User.Profile!.User.Posts.All().Count);
        profile = await Db.Profiles.Prefetch(p => p.User.Prefetch(u => u.Profile)).SingleAsync();
        Assert.NotSame(profile, profile.User.Profile);
        profile = await Db.Profiles.Include(p => p.User.Profile).SingleAsync();
        Assert.NotSame(profile, profile.User.Profile);
        var user = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Profile.Include(p => p.User)).SingleAsync();
        Assert.NotSame(user, user.Profile!.User);
    }

    [SkippableFact]
    public async Task Line_25_children_of_Query_and_AllAsync_know_their_parent_too()
    {
        var user = (await Db.Users.FindAsync(1))!;
        Assert.All(await user.Posts.Query.ToListAsync(), post => Assert.Same(user, post.Author));
        Assert.Same(user, (await user.Posts.Query.OrderBy(p => p.Id).FirstAsync()).Author);
        await foreach (var post in user.Posts.Query)
            Assert.Same(user, post.Author);
        Assert.All(await user.Posts.AllAsync(), post => Assert.Same(user, post.Author));
        Assert.Same(user, (await user.LoadProfileAsync())!.User);
    }

    [SkippableFact]
    public async Task Line_26_one_row_is_one_instance_within_a_prefetch()
    {
        var posts = await Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Author, p => p.Tags).ToListAsync();
        Assert.Same(posts[0].Author, posts[3].Author);
        Assert.Same(posts[0].Tags.All()[0], posts[1].Tags.All()[0]);
        Assert.Equal(3, posts.SelectMany(p => p.Tags.All()).Distinct().Count());
        Assert.Equal(3, posts.Select(p => p.Author).Distinct().Count());
        var tags = await Db.Tags.OrderBy(t => t.Id).Prefetch(t => t.Posts.Prefetch(p => p.Tags)).ToListAsync();
        Assert.Equal(8, tags.SelectMany(t => t.Posts.All()).Distinct().Count());
        Assert.Equal(3, tags.SelectMany(t => t.Posts.All()).SelectMany(p => p.Tags.All()).Distinct().Count());
        var users = await Db.Users.Prefetch(u => u.Comments.Prefetch(c => c.Post), u => u.Posts.Prefetch(p => p.Comments.Prefetch(c => c.Author))).ToListAsync();
        Assert.Equal(8, users.SelectMany(u => u.Comments.All()).Select(c => c.Post).Distinct().Count());
        Assert.Equal(2, users.SelectMany(u => u.Posts.All()).SelectMany(p => p.Comments.All()).Select(c => c.Author).Distinct().Count());
    }

    [SkippableFact]
    public async Task Line_27_a_one_to_one_sets_both_directions_and_remembers_absence()
    {
        var profile = await Db.Profiles.Prefetch(p => p.User).SingleAsync();
        await AssertCostAsync(0, 0, () =>
        {
            Assert.Same(profile, profile.User.Profile);
            return Task.CompletedTask;
        });
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Profile).ToListAsync();
        await AssertCostAsync(0, 0, async () =>
        {
            Assert.Same(users[0], users[0].Profile!.User);
            Assert.Null(users[1].Profile);
            Assert.Null(users[1].Profile);
            Assert.Null(await users[1].LoadProfileAsync());
        });
        var user = (await Db.Users.FindAsync(2))!;
        await AssertCostAsync(1, 1, async () =>
        {
            Assert.Null(await user.LoadProfileAsync());
            Assert.Null(user.Profile);
            Assert.Null(await user.LoadProfileAsync());
        });
    }

    [SkippableFact]
    public async Task Line_28_setting_a_related_instance_or_its_key_keeps_the_two_together()
    {
        var post = await Db.Posts.Where(p => p.Id == 1).Include(p => p.Author).SingleAsync();
        var bea = (await Db.Users.FindAsync(3))!;
        post.Author = bea;
        Assert.Equal(3, post.AuthorId);
        post.AuthorId = 3;
        Assert.Same(bea, post.Author);
        post.AuthorId = 1;
        Assert.Throws<RelationNotLoadedException>(() => post.Author);
        post.Editor = null;
        Assert.Null(post.EditorId);
        Assert.Null(post.Editor);
        using var log = Db.Record();
        post.Author = new User { Name = "New", Email = "new@example.org" };
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.UpdateAsync(post));
        Assert.Contains("Post.Author", exception.Message, StringComparison.Ordinal);
        Assert.Empty(log.Statements);
        await Db.Users.InsertAsync(post.Author);
        await Db.Posts.UpdateAsync(post);
        Assert.Equal("New", (await Db.Posts.Where(p => p.Id == 1).Include(p => p.Author).SingleAsync()).Author.Name);
    }

    [SkippableFact]
    public async Task Line_29_a_set_of_an_instance_that_was_never_saved_throws()
    {
        var user = new User { Name = "New" };
        foreach (var exception in new[]
        {
            Assert.Throws<InvalidOperationException>(user.Posts.All),
            Assert.Throws<InvalidOperationException>(() => user.Posts.Query),
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await user.Posts.AllAsync()),
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await user.Posts.CountAsync()),
        })
            Assert.Contains("User", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Line_37_the_first_touch_loads_for_all_siblings()
    {
        var users = await Db.Users.ToListAsync();
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var user in users)
                await user.Posts.AllAsync();
        });
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var post in users.SelectMany(u => u.Posts.All()))
                await post.Tags.AllAsync();
        });
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var post in users.SelectMany(u => u.Posts.All()))
                await post.LoadEditorAsync();
        });
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var user in users)
                await user.LoadProfileAsync();
        });
        await AssertCostAsync(0, 0, async () =>
        {
            foreach (var user in users)
            {
                await user.LoadProfileAsync();
                foreach (var post in await user.Posts.AllAsync())
                    Assert.NotEmpty(await post.Tags.AllAsync());
            }
        });
    }

    [SkippableFact]
    public async Task Line_37_siblings_are_held_weakly()
    {
        var (kept, others) = await LoadAndKeepOneAsync();
        for (int i = 0; i < 5 && others.Exists(other => other.TryGetTarget(out _)); i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
        Assert.DoesNotContain(others, other => other.TryGetTarget(out _));
        using var log = Db.Record();
        Assert.Equal(2, (await kept.Posts.AllAsync()).Count);
        Assert.Equal(2, Assert.Single(log.Statements).Rows);
    }

    [SkippableFact]
    public async Task Line_38_and_39_modes_are_kept_and_travel()
    {
        var users = await Db.Users.Fetch(FetchMode.One).Prefetch(u => u.Posts).ToListAsync();
        await AssertCostAsync(8, 8, async () =>
        {
            foreach (var post in users.SelectMany(u => u.Posts.All()))
                await post.Tags.AllAsync();
        });
        users = await Db.Users.Fetch(FetchMode.One).ToListAsync();
        await AssertCostAsync(3, 3, async () =>
        {
            foreach (var user in users)
                await user.LoadProfileAsync();
        });
        var included = await Db.Comments.Fetch(FetchMode.One).Include(c => c.Post.Author).ToListAsync();
        await AssertCostAsync(16, 16, async () =>
        {
            foreach (var comment in included)
                await comment.Post.Author.Posts.AllAsync();
        });
        var tree = await Db.Users.Where(u => u.Id == 3).Fetch(FetchMode.Raise).Prefetch(u => u.Posts.Include(p => p.Editor).Prefetch(p => p.Comments.Include(c => c.Author))).SingleAsync();
        var edited = tree.Posts.All()[0];
        await AssertCostAsync(0, 0, async () =>
        {
            await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await edited.Editor!.Posts.AllAsync());
            await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await edited.Comments.All()[1].LoadParentAsync());
            await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await edited.Comments.All()[0].Author.LoadProfileAsync());
        });
        var raising = await Db.Posts.Where(p => p.Id == 2).Fetch(FetchMode.Raise).Include(p => p.Author).Prefetch(p => p.Tags).SingleAsync();
        Assert.Equal("Bea", raising.Author.Name);
        Assert.NotEmpty(await raising.Tags.AllAsync());
        await AssertCostAsync(0, 0, async () =>
        {
            await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await raising.Comments.AllAsync());
            await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await raising.Author.Posts.AllAsync());
            await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await raising.Tags.All()[0].Posts.AllAsync());
        });
    }

    [SkippableFact]
    public async Task Line_40_what_is_not_awaited_sends_nothing_in_every_mode()
    {
        foreach (var mode in Enum.GetValues<FetchMode>())
        {
            var user = await Db.Users.Fetch(mode).FirstAsync();
            var post = await Db.Posts.Fetch(mode).FirstAsync();
            await AssertCostAsync(0, 0, () =>
            {
                Assert.Throws<RelationNotLoadedException>(user.Posts.All);
                Assert.Throws<RelationNotLoadedException>(() => user.Profile);
                Assert.Throws<RelationNotLoadedException>(() => post.Author);
                Assert.Throws<RelationNotLoadedException>(post.Tags.All);
                _ = user.Posts.Query.Where(p => p.Views > 1);
                _ = Db.Posts.Prefetch(p => p.Tags);
                return Task.CompletedTask;
            });
        }
    }

    private async Task<(User Kept, List<WeakReference<User>> Others)> LoadAndKeepOneAsync()
    {
        var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        return (users[0], users.Skip(1).Select(user => new WeakReference<User>(user)).ToList());
    }
}
