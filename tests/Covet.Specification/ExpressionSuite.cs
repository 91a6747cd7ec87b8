using Blog;

namespace Covet.Specification;

/// <summary>Expressions mean in SQL what they mean in C#, wherever they stand.</summary>
/// <param name="fixture">The database.</param>
public abstract class ExpressionSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task A_model_is_a_group_s_key()
    {
        var authors = await Db.Posts.GroupBy(p => p.Author).Select(p => (p.Author, Sql.Count())).ToListAsync();
        Assert.Equal([("Abel", 3L), ("Ann", 2L), ("Bea", 3L)], authors.Select(row => (row.Item1.Name, row.Item2)).Order());
        var ids = await Db.Posts.GroupBy(p => p.Author).Select(p => (p.AuthorId, p.Author.Id, p.Author.Name, Sql.Count())).ToListAsync();
        Assert.Equal([(1, 1, "Ann", 2L), (2, 2, "Abel", 3L), (3, 3, "Bea", 3L)], ids.Order());
        var editors = await Db.Posts.GroupBy(p => p.Editor.OrNull()).Select(p => (p.Editor.OrNull(), Sql.Count())).ToListAsync();
        Assert.Equal([(null, 4L), ("Ann", 4L)], editors.Select(row => (row.Item1?.Name, row.Item2)).Order());
        var posts = await Db.Comments.GroupBy(c => c.Post, c => c.Author).Select(c => (c.Post.Title, c.Author.Name, Sql.Count())).ToListAsync();
        Assert.Equal(16, posts.Count);
    }

    [SkippableFact]
    public async Task A_model_is_among_models()
    {
        var users = await Db.Users.Where(u => u.Name != "Bea").ToListAsync();
        await AssertPostsAsync(p => p.Author.In(users), 1, 3, 4, 6, 7);
        await AssertPostsAsync(p => !p.Author.In(users), 2, 5, 8);
        await AssertPostsAsync(p => p.Editor.In(users), 2, 4, 6, 8);
        await AssertPostsAsync(p => !p.Editor.In(users), 1, 3, 5, 7);
        await AssertPostsAsync(p => p.Editor.OrNull().In(users[0], null), 1, 2, 3, 4, 5, 6, 7, 8);
        Assert.Contains("User", Assert.Throws<InvalidOperationException>(() => Db.Posts.Where(p => p.Author.In(new User()))).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_condition_that_meets_NULL_is_false_as_a_value()
    {
        var start = BlogData.Start.AddDays(9);
        Assert.Equal([(3, false), (4, true)], await Db.Posts.Where(p => p.Id.In(3, 4)).OrderBy(p => p.Id).Select(p => (p.Id, p.DeletedAt == start)).ToListAsync());
        Assert.Equal([false, true], await Db.Posts.Where(p => p.Id.In(3, 4)).OrderBy(p => p.Id).Select(p => p.DeletedAt > BlogData.Start).ToListAsync());
        Assert.Equal([true, true], await Db.Posts.Where(p => p.Id.In(3, 4)).OrderBy(p => p.Id).Select(p => p.DeletedAt > BlogData.Start || p.Id == 3).ToListAsync());
        Assert.Equal([null, true], await Db.Posts.Where(p => p.Id.In(3, 4)).OrderBy(p => p.Id).Select(p => (p.DeletedAt > BlogData.Start).OrNull()).ToListAsync());
        await AssertPostsAsync(p => (p.DeletedAt == start) == (p.Title == "Post 4"), 1, 2, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => (p.DeletedAt == start) == (p.Editor.Name == "Ann"), 1, 3, 4, 5, 7);
        await AssertPostsAsync(p => (p.DeletedAt == start) != (p.Editor.Name == "Ann"), 2, 6, 8);
        await AssertPostsAsync(p => (p.DeletedAt == start) == false, 1, 2, 3, 5, 6, 7, 8);
        await AssertPostsAsync(p => (p.DeletedAt == start).In(false), 1, 2, 3, 5, 6, 7, 8);
        Assert.Equal(4, (await Db.Posts.OrderByDescending(p => p.DeletedAt == start).ThenBy(p => p.Id).FirstAsync()).Id);
        Assert.Equal([1, 2, 3, 5, 6, 7, 8, 4], (await Db.Posts.OrderBy(p => p.DeletedAt == start).ThenBy(p => p.Id).ToListAsync()).Select(p => p.Id));
        Assert.Equal(8, await Db.Posts.AggregateAsync(p => Sql.Count(p.DeletedAt == start)));
        Assert.DoesNotContain("IS TRUE", Db.Posts.Where(p => p.DeletedAt == start && (p.DeletedAt > start || p.Published)).ToSql(), StringComparison.Ordinal);
    }

    private async Task AssertPostsAsync(Func<PostColumns, Condition> condition, params int[] expected)
        => Assert.Equal(expected, (await Db.Posts.Where(condition).OrderBy(p => p.Id).ToListAsync()).Select(p => p.Id));
}
