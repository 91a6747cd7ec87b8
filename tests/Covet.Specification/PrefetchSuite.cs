using Blog;

namespace Covet.Specification;

/// <summary>What a prefetch sends; tests name the lines of the specification.</summary>
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
        await AssertCostAsync(2, 2, () => Db.Comments.Prefetch(c => c.Parent).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts).ToListAsync());
        await AssertCostAsync(2, 2, () => Db.Posts.Where(p => p.Id == 1).Prefetch(p => p.Tags).ToListAsync());
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
        await AssertCostAsync(0, 0, () => Db.Users.PrefetchAsync([], u => u.Posts, u => u.Profile.Prefetch(p => p.User)));
        await AssertCostAsync(2, 2, () => Db.Users.Prefetch(u => u.Posts.Where(p => p.Views < 0).Prefetch(p => p.Tags)).ToListAsync());
        await AssertCostAsync(4, 3, () => Db.Users.Prefetch(u => u.Posts.Where(p => p.Views < 0).Prefetch(p => p.Tags), u => u.Comments.Prefetch(c => c.Post)).ToListAsync());
    }

    [SkippableFact]
    public async Task Line_04_null_keys_are_left_out_and_equal_ones_are_sent_once()
    {
        await AssertCostAsync(1, 1, () => Db.Posts.Where(p => p.Editor == null).Prefetch(p => p.Editor).ToListAsync());
        var provider = new ListeningProvider(Provider);
        await using var db = new BlogDb(provider);
        var posts = await db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Editor, p => p.Author, p => p.Tags).ToListAsync();
        Assert.Equal([null, "Ann", null, "Ann"], posts.Take(4).Select(p => p.Editor?.Name));
        Assert.Equal([[1], [2, 3, 1], [1, 2, 3, 4, 5, 6, 7, 8]], provider.Lists.Select(keys => keys.Cast<int>()));
        provider.Lists.Clear();
        await db.Users.PrefetchAsync([new User { Id = 2 }, new User { Id = 1 }, new User { Id = 2 }], u => u.Posts);
        Assert.Equal([[2, 1]], provider.Lists.Select(keys => keys.Cast<int>()));
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
    public async Task Line_07_counting_and_selecting_ignore_prefetches()
    {
        var query = Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Prefetch(p => p.Tags));
        await AssertCostAsync(1, 1, () => query.CountAsync());
        await AssertCostAsync(1, 1, () => query.AnyAsync());
        await AssertCostAsync(1, 1, () => query.Select(u => u.Name).ToListAsync());
        await AssertCostAsync(1, 1, () => query.Select(u => (u.Id, u.Posts.Count())).ToListAsync());
        await AssertCostAsync(1, 1, () => query.AggregateAsync(u => Sql.Max(u.Id)));
    }

    [SkippableFact]
    public async Task Line_07_whatever_returns_rows_prefetches_for_what_it_returns()
    {
        var query = Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts);
        var abel = query.Where(u => u.Name == "Abel");
        await AssertPrefetchedAsync(2, async () => [await query.FirstAsync()]);
        await AssertPrefetchedAsync(2, async () => [(await query.FirstOrDefaultAsync())!]);
        await AssertPrefetchedAsync(3, async () => [await abel.SingleAsync()]);
        await AssertPrefetchedAsync(3, async () => [(await abel.SingleOrDefaultAsync())!]);
        await AssertPrefetchedAsync(2, async () => [(await query.FindAsync(1))!]);
        await AssertPrefetchedAsync(5, async () => [.. (await query.FindManyAsync([1, 2])).Values]);
        await AssertPrefetchedAsync(8, async () => await query.ToArrayAsync());
        await AssertPrefetchedAsync(8, async () => await query.ToListAsync());
        await AssertPrefetchedAsync(8, async () =>
        {
            var users = new List<User>();
            await foreach (var user in query)
                users.Add(user);
            return users;
        });
        await AssertCostAsync(1, 1, async () => Assert.Null(await query.FindAsync(99)));
    }

    [SkippableFact]
    public async Task Line_08_queries_are_immutable_and_branches_can_be_kept()
    {
        var all = Db.Users.OrderBy(u => u.Id);
        var named = all.Where(u => u.Name == "Ann");
        await AssertCostAsync(2, 2, async () =>
        {
            Assert.Equal(3, (await all.ToListAsync()).Count);
            Assert.Equal(3, (await all.ToListAsync()).Count);
        });
        Assert.Single(await named.ToListAsync());
        _ = all.Prefetch(u => u.Posts);
        await AssertCostAsync(1, 1, async () => Assert.All(await all.ToListAsync(), u => Assert.False(u.Posts.IsLoaded)));

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
    public async Task Line_10_raw_roots_accept_prefetch_and_further_clauses()
    {
        List<Post> posts = [];
        int least = 30;
        await AssertCostAsync(4, 3, async () => posts = await Db.Posts.FromSql($"SELECT * FROM posts WHERE views > {least}")
            .Where(p => p.Published).OrderByDescending(p => p.Id).Skip(1).Take(2)
            .Prefetch(p => p.Tags, p => p.Author.Prefetch(a => a.Profile)).ToListAsync());
        Assert.Equal([7, 6], posts.Select(p => p.Id));
        Assert.Equal([["csharp", "orm"], ["orm"]], posts.Select(p => p.Tags.All().Select(t => t.Name).Order().ToArray()));
        Assert.Equal([null, "Rome"], posts.Select(p => p.Author.Profile?.City));
        await AssertCostAsync(1, 1, async () => posts = await Db.Posts.FromSql($"SELECT * FROM posts WHERE views > {least}").Include(p => p.Editor).ToListAsync());
        Assert.All(posts, post => Assert.Equal(post.EditorId, post.Editor?.Id));
        await AssertCostAsync(1, 1, async () => Assert.Equal(5, await Db.Posts.FromSql($"SELECT * FROM posts WHERE views > {least}").Prefetch(p => p.Tags).CountAsync()));
    }

    [SkippableFact]
    public async Task Line_10_rows_of_QueryAsync_come_as_they_are()
    {
        List<Post> posts = [];
        await AssertCostAsync(1, 1, async () => posts = await Db.QueryAsync<Post>($"SELECT * FROM posts ORDER BY id"));
        Assert.All(posts, post => Assert.False(post.Tags.IsLoaded));
        await AssertCostAsync(1, 1, () => Db.Posts.PrefetchAsync(posts, p => p.Tags));
        Assert.Equal(17, posts.Sum(p => p.Tags.All().Count));
    }

    /// <summary>Asserts that a terminal sends two statements, which give the rows that it returns and what belongs to them.</summary>
    private async Task AssertPrefetchedAsync(int posts, Func<Task<IEnumerable<User>>> terminal)
    {
        using var log = Db.Record();
        var users = await terminal();
        Assert.Equal(posts, users.Sum(user => user.Posts.All().Count));
        Assert.Equal((2, 2), (log.Statements.Count, log.RoundTrips));
        Assert.Equal(users.Count() + posts, log.Statements.Sum(statement => statement.Rows));
    }
}
