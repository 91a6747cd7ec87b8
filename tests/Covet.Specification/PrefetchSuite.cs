using Blog;

namespace Covet.Specification;

/// <summary>What a prefetch sends and what it leaves in memory; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class PrefetchSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_01_one_relation_is_two_statements_for_every_kind()
    {
        await AssertCostAsync(2, 2, () => Db.Posts.Prefetch(p => p.Author).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Users.Prefetch(u => u.Posts).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Profiles.Prefetch(p => p.User).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Users.Prefetch(u => u.Profile).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Posts.Prefetch(p => p.Tags).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Tags.Prefetch(t => t.Posts).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Comments.Prefetch(c => c.Replies).ToListAsync());
    }

    [SkippableFact]
    public async Task Line_02_each_level_is_one_round_trip_whatever_its_width()
    {
        await AssertCostAsync(4, 2, () => Db.Users.Prefetch(u => u.Posts, u => u.Profile, u => u.Comments).ToListAsync());
        await AssertCostAsync(6, 4, () => Db.Users
            .Prefetch(u => u.Profile, u => u.Posts.Prefetch(p => p.Tags, p => p.Comments.Prefetch(c => c.Replies)))
            .ToListAsync());
        await AssertCostAsync(5, 3, () => Db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags), u => u.Comments.Prefetch(c => c.Post)).ToListAsync());
    }

    [SkippableFact]
    public async Task Line_03_without_parents_nothing_more_is_sent()
    {
        await AssertCostAsync(1, 1, () => Db.Users.Where(u => u.Id < 0).Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync());
        await AssertCostAsync(0, 0, () => Db.Users.PrefetchAsync([], u => u.Posts));
        await AssertCostAsync(2, 2, () => Db.Users.Prefetch(u => u.Posts.Where(p => p.Views < 0).Prefetch(p => p.Tags)).ToListAsync());
    }

    [SkippableFact]
    public async Task Line_04_null_keys_are_left_out_and_equal_ones_are_sent_once()
    {
        await AssertCostAsync(1, 1, () => Db.Posts.Where(p => p.Editor == null).Prefetch(p => p.Editor).ToListAsync());
        using var log = Db.Record();
        var posts = await Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Editor).ToListAsync();
        Assert.Equal(2, log.Statements.Count);
        Assert.Equal(1, log.Statements[1].Rows);
        Assert.Equal([null, "Ann", null, "Ann"], posts.Take(4).Select(p => p.Editor?.Name));
    }

    [SkippableFact]
    public async Task Line_05_a_nullable_key_followed_by_a_reverse_relation_skips_the_nulls()
    {
        List<Comment> comments = [];
        await AssertCostAsync(3, 3, async () => comments = await Db.Comments.OrderBy(c => c.Id).Prefetch(c => c.Parent.Prefetch(p => p.Replies)).ToListAsync());
        Assert.Null(comments[0].Parent);
        Assert.Equal([comments[1].Id], comments[1].Parent!.Replies.All().Select(c => c.Id));
    }

    [SkippableFact]
    public async Task Line_06_keys_have_no_upper_limit_and_the_text_stays()
    {
        const int Count = 100_000;
        await Db.Tags.InsertManyAsync(Enumerable.Range(0, Count).Select(i => new Tag { Name = $"tag {i}" }));
        using var log = Db.Record();
        var few = await Db.Tags.OrderBy(t => t.Id).Take(2).Prefetch(t => t.Posts).ToListAsync();
        var all = await Db.Tags.Prefetch(t => t.Posts).ToListAsync();
        Assert.Equal(Count + 3, all.Count);
        Assert.All(all, tag => Assert.True(tag.Posts.IsLoaded));
        Assert.Equal(log.Statements[1].Text, log.Statements[3].Text);
        Assert.Equal(4, log.Statements.Count);
        Assert.Equal(few[0].Posts.All().Count, all.Single(t => t.Id == few[0].Id).Posts.All().Count);
    }

    [SkippableFact]
    public async Task Line_07_counting_and_selecting_ignore_prefetches_and_single_rows_prefetch_for_themselves()
    {
        var query = Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts);
        await AssertCostAsync(1, 1, () => query.CountAsync());
        await AssertCostAsync(1, 1, () => query.AnyAsync());
        await AssertCostAsync(1, 1, () => query.Select(u => u.Name).ToListAsync());
        using var log = Db.Record();
        Assert.Equal(2, (await query.FirstAsync()).Posts.All().Count);
        Assert.Equal(3, (await query.Where(u => u.Name == "Abel").SingleAsync()).Posts.All().Count);
        Assert.Equal(2, (await query.FindAsync(1))!.Posts.All().Count);
        Assert.Equal(3, (await query.FindManyAsync([2]))[2].Posts.All().Count);
        Assert.Equal(8, log.Statements.Count);
        int posts = 0;
        await foreach (var user in query)
            posts += user.Posts.All().Count;
        Assert.Equal(8, posts);
        Assert.Equal(10, log.Statements.Count);
    }

    [SkippableFact]
    public async Task Line_08_queries_are_immutable_and_branches_can_be_kept()
    {
        var all = Db.Users.OrderBy(u => u.Id);
        var named = all.Where(u => u.Name == "Ann");
        Assert.Equal(3, (await all.ToListAsync()).Count);
        Assert.Equal(3, (await all.ToListAsync()).Count);
        Assert.Single(await named.ToListAsync());

        PostQuery? kept = null;
        await Db.Users.Prefetch(u => kept = u.Posts.Where(p => p.Views > 40)).ToListAsync();
        var first = await Db.Users.OrderBy(u => u.Id).Prefetch(_ => kept!).ToListAsync();
        var second = await Db.Users.OrderBy(u => u.Id).Prefetch(_ => kept!.Prefetch(p => p.Tags)).ToListAsync();
        Assert.Equal(first.Select(u => u.Posts.All().Count), second.Select(u => u.Posts.All().Count));
        Assert.False(first[0].Posts.All()[0].Tags.IsLoaded);
        Assert.True(second[0].Posts.All()[0].Tags.IsLoaded);
    }

    [SkippableFact]
    public async Task Line_09_a_stream_prefetches_once_a_chunk()
    {
        using var log = Db.Record();
        var seen = new List<int>();
        await foreach (var post in Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags, p => p.Author).Stream(3))
        {
            seen.Add(post.Id);
            Assert.True(post.Tags.IsLoaded);
            Assert.NotNull(post.Author);
        }
        Assert.Equal(Enumerable.Range(1, 8), seen);
        Assert.Equal(1 + (3 * 2), log.Statements.Count);
        Assert.Equal(1 + 3, log.RoundTrips);
    }

    [SkippableFact]
    public async Task Line_11_naming_a_relation_twice_merges()
    {
        await AssertCostAsync(3, 3, () => Db.Users.Prefetch(u => u.Posts, u => u.Posts.Prefetch(p => p.Tags)).ToListAsync());
        await AssertCostAsync(3, 3, () => Db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags), u => u.Posts).ToListAsync());
    }

    [SkippableFact]
    public async Task Line_12_different_options_for_one_relation_throw_before_anything_is_sent()
    {
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<ArgumentException>(
            () => Db.Users.Prefetch(u => u.Posts, u => u.Posts.Where(p => p.Views > 1)).ToListAsync());
        Assert.Contains("User.Posts", exception.Message, StringComparison.Ordinal);
        Assert.Empty(log.Statements);
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
        Assert.Equal(3, log.Statements.Count);
        Assert.Equal(2, users[0].Posts.All().Count);
        Assert.Equal([60], users[0].TopPosts.Select(p => p.Views));
    }

    [SkippableFact]
    public async Task Line_14_a_parent_without_a_match_is_loaded_and_empty()
    {
        var lonely = new User { Name = "Lonely", Email = "lonely@example.org" };
        await Db.Users.InsertAsync(lonely);
        var user = await Db.Users.Where(u => u.Id == lonely.Id).Prefetch(u => u.Posts, u => u.Profile, u => u.EditedPosts).SingleAsync();
        using var log = Db.Record();
        Assert.Empty(user.Posts.All());
        Assert.Empty(user.EditedPosts.All());
        Assert.Null(user.Profile);
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Line_15_limits_are_per_parent()
    {
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.OrderByDescending(p => p.Id).Take(2)).ToListAsync();
        Assert.Equal([[6, 3], [7, 4], [8, 5]], users.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.OrderBy(p => p.Id).Skip(1).Take(1)).ToListAsync();
        Assert.Equal([[6], [4], [5]], users.Select(u => u.Posts.All().Select(p => p.Id).ToArray()));
        users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Skip(1)).ToListAsync();
        Assert.Equal([1, 2, 2], users.Select(u => u.Posts.All().Count));
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
        using var log = Db.Record();
        await Db.Posts.Prefetch(p => p.Author.OrderBy(a => a.Name)).ToListAsync();
        Assert.DoesNotContain("\"name\" ORDER", log.Statements[1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain("ORDER BY t0.\"name\"", log.Statements[1].Text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Line_18_Include_saves_a_level_and_a_prefetch_can_go_beyond_it()
    {
        await AssertCostAsync(2, 2, () => Db.Users.Prefetch(u => u.Posts.Include(p => p.Editor)).ToListAsync());
        List<Post> posts = [];
        await AssertCostAsync(2, 2, async () => posts = await Db.Posts.OrderBy(p => p.Id).Include(p => p.Author, p => p.Editor.Profile)
            .Prefetch(p => p.Author.Prefetch(a => a.Comments)).ToListAsync());
        Assert.Null(posts[0].Editor);
        Assert.Equal("Rome", posts[1].Editor!.Profile!.City);
        Assert.Equal(8, posts[0].Author.Comments.All().Count);
    }

    [SkippableFact]
    public async Task Line_19_only_what_is_missing_is_loaded()
    {
        var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users.Take(1), u => u.Posts));
        var kept = users[0].Posts.All();
        using (var log = Db.Record())
        {
            await Db.Users.PrefetchAsync(new HashSet<User>(users), u => u.Posts);
            Assert.Equal(6, Assert.Single(log.Statements).Rows);
        }
        Assert.Same(kept, users[0].Posts.All());
        await AssertCostAsync(0, 0, () => Db.Users.PrefetchAsync(users, u => u.Posts));
    }

    [SkippableFact]
    public async Task Line_20_it_descends_into_cached_children()
    {
        var users = await Db.Users.Prefetch(u => u.Posts).ToListAsync();
        await AssertCostAsync(1, 1, () => Db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Tags)));
        Assert.All(users.SelectMany(u => u.Posts.All()), p => Assert.True(p.Tags.IsLoaded));
    }

    [SkippableFact]
    public async Task Line_21_a_filtered_prefetch_reloads()
    {
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync();
        await Db.Users.PrefetchAsync(users, u => u.Posts.Where(p => p.Views > 50));
        Assert.Equal([60], users[0].Posts.All().Select(p => p.Views));
    }

    [SkippableFact]
    public async Task Line_22_two_instances_of_a_row_both_receive_the_children()
    {
        User[] twice = [(await Db.Users.FindAsync(1))!, (await Db.Users.FindAsync(1))!];
        await Db.Users.PrefetchAsync(twice, u => u.Posts, u => u.Profile);
        Assert.All(twice, user => Assert.Equal([3, 6], user.Posts.All().Select(p => p.Id)));
        Assert.All(twice, user => Assert.Equal("Rome", user.Profile?.City));
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
