using Blog;

namespace Covet.Specification;

/// <summary>Groups, limits, raw rows and selected models.</summary>
/// <param name="fixture">The database.</param>
public abstract class SelectionSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Selected_models_are_siblings_with_the_mode_of_their_query()
    {
        var rows = await Db.Posts.OrderBy(p => p.Id).Select(p => (p, p.Comments.Count(), p.Author)).ToListAsync();
        await AssertCostAsync(2, 2, async () =>
        {
            foreach (var (post, comments, author) in rows)
            {
                Assert.Equal(comments, (await post.Comments.AllAsync()).Count);
                await author.Posts.AllAsync();
            }
        });
        var raising = await Db.Posts.Fetch(FetchMode.Raise).Select(p => p).FirstAsync();
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await raising.Tags.AllAsync());
        var user = await Db.Users.Fetch(FetchMode.Raise).FirstAsync();
        var child = await user.Posts.Query.FirstAsync();
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await child.Tags.AllAsync());
    }

    [SkippableFact]
    public async Task Raw_rows_are_read_by_name()
    {
        var tags = await Db.QueryAsync<Tag>($"SELECT id, name FROM tags ORDER BY id");
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var tag in tags)
                await tag.Posts.AllAsync();
        });
        var users = await Db.QueryAsync<User>($"SELECT name, 1 AS more, created_at, email, id FROM users ORDER BY id");
        Assert.Equal(("Ann", "ann@example.org", 1), (users[0].Name, users[0].Email, users[0].Id));
        var cards = await Db.QueryAsync<PostCard>($"SELECT u.name AS author_name, p.title, p.id FROM posts p JOIN users u ON u.id = p.author_id WHERE p.id = {1}");
        Assert.Equal([new PostCard(1, "Post 1", "Abel")], cards);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.QueryAsync<User>($"SELECT id, name FROM users"));
        Assert.Contains("email", exception.Message, StringComparison.Ordinal);
        Assert.Empty(await Db.QueryAsync<User>($"SELECT id FROM users WHERE id < 0"));
    }

    [SkippableFact]
    public async Task Raw_SQL_gives_lists_of_values()
    {
        string name = "Ab%";
        Assert.Equal([1, 2], await Db.ScalarsAsync<int>($"SELECT id FROM posts WHERE id < {3} ORDER BY id"));
        Assert.Equal(["Abel"], await Db.ScalarsAsync<string>($"SELECT name FROM users WHERE name LIKE {name}"));
        Assert.Equal([null, 1], await Db.ScalarsAsync<int?>($"SELECT editor_id FROM posts WHERE id < 3 ORDER BY id"));
        Assert.Empty(await Db.ScalarsAsync<int>($"SELECT id FROM posts WHERE id < 0"));
        Assert.Contains("NULL", (await Assert.ThrowsAsync<InvalidOperationException>(() => Db.ScalarsAsync<int>($"SELECT editor_id FROM posts"))).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Limits_combine_and_what_follows_applies_to_what_they_left()
    {
        Assert.Equal([3, 4], (await Db.Posts.OrderBy(p => p.Id).Take(4).Skip(2).ToListAsync()).Select(p => p.Id));
        Assert.Equal([1, 2], (await Db.Posts.OrderBy(p => p.Id).Take(2).Take(5).ToListAsync()).Select(p => p.Id));
        Assert.Equal([4], (await Db.Posts.OrderBy(p => p.Id).Skip(1).Skip(2).Take(1).ToListAsync()).Select(p => p.Id));
        Assert.Equal([4, 3], (await Db.Posts.OrderBy(p => p.Id).Take(4).Where(p => p.Views > 20).OrderByDescending(p => p.Id).ToListAsync()).Select(p => p.Id));
    }

    [SkippableFact]
    public async Task Groups_have_an_order_of_their_own()
    {
        var groups = await Db.Posts.OrderBy(p => p.Title).GroupBy(p => p.AuthorId).OrderByDescending(p => Sql.Sum(p.Views)).ThenBy(p => p.AuthorId)
            .Select(p => (p.AuthorId, Sql.Sum(p.Views))).ToListAsync();
        Assert.Equal([(3, 150L), (2, 120L), (1, 90L)], groups.Select(g => (g.Item1, g.Item2!.Value)));
        Assert.Equal(3, (await Db.Posts.OrderBy(p => p.CreatedAt).Select(p => p.AuthorId).Distinct().ToListAsync()).Count);
        Assert.Equal(2, (await Db.Posts.OrderBy(p => p.Id).Take(2).GroupBy(p => p.AuthorId).Select(p => Sql.Count()).ToListAsync()).Count);
        Assert.Throws<ArgumentException>(() => Db.Posts.GroupBy());
    }

    [SkippableFact]
    public async Task A_fetch_mode_travels_through_every_level()
    {
        var users = await Db.Users.Prefetch(u => u.Posts.Fetch(FetchMode.Raise).Prefetch(p => p.Comments.Prefetch(c => c.Author))).ToListAsync();
        var author = users.SelectMany(u => u.Posts.All()).First().Comments.All()[0].Author;
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await author.LoadProfileAsync());
        Assert.NotEmpty(await users[0].Comments.AllAsync());
    }

    [SkippableFact]
    public async Task A_filter_on_a_required_relation_is_refused_and_on_an_optional_one_gives_null()
    {
        var exception = Assert.Throws<ArgumentException>(() => Db.Posts.Prefetch(p => p.Author.Where(a => a.Name == "Ann")));
        Assert.Contains("Post.Author", exception.Message, StringComparison.Ordinal);
        var posts = await Db.Posts.Prefetch(p => p.Editor.Where(e => e.Name == "nobody")).ToListAsync();
        Assert.All(posts, post => Assert.Null(post.Editor));
    }

    [SkippableFact]
    public async Task A_branch_with_options_reloads_what_is_cached()
    {
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync();
        await Db.Users.PrefetchAsync(users, u => u.Posts.OrderByDescending(p => p.Id).Include(p => p.Editor));
        Assert.Equal([6, 3], users[0].Posts.All().Select(p => p.Id));
        Assert.Equal("Ann", users[0].Posts.All()[0].Editor?.Name);
    }

    [SkippableFact]
    public async Task One_branch_named_twice_is_one_branch()
    {
        PostQuery? kept = null;
        await Db.Users.Prefetch(u => kept = u.Posts.Where(p => p.Views > 40)).ToListAsync();
        await AssertCostAsync(2, 2, () => Db.Users.Prefetch(_ => kept!, _ => kept!).ToListAsync());
    }
}
