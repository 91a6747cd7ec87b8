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

    [SkippableFact]
    public async Task Operators_take_expressions_that_may_be_NULL()
    {
        await AssertPostsAsync(p => p.DeletedAt > p.CreatedAt, 4);
        await AssertPostsAsync(p => p.CreatedAt < p.DeletedAt, 4);
        await AssertPostsAsync(p => !(p.DeletedAt >= p.CreatedAt), 1, 2, 3, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.EditorId <= p.AuthorId, 2, 4, 6, 8);
        await AssertPostsAsync(p => p.EditorId + 1 == 2, 2, 4, 6, 8);
        await AssertPostsAsync(p => p.EditorId + p.AuthorId == 2, 6);
        await AssertPostsAsync(p => p.AuthorId - p.EditorId == 0, 6);
        await AssertPostsAsync(p => p.EditorId * p.EditorId == 1 && 10 - p.EditorId == 9, 2, 4, 6, 8);
        await AssertPostsAsync(p => p.EditorId + 1 == null, 1, 3, 5, 7);
    }

    [SkippableFact]
    public async Task Whole_numbers_divide_as_in_CSharp()
    {
        await AssertPostsAsync(p => p.Views / 30 == 1, 3, 4, 5);
        await AssertPostsAsync(p => p.Views % 30 == 10, 1, 4, 7);
        await AssertPostsAsync(p => -p.Views < -60, 7, 8);
        await AssertPostsAsync(p => 100 - p.Views > 80, 1);
        await AssertPostsAsync(p => -(-p.Views) == 10, 1);
        await AssertPostsAsync(p => p.EditorId % 2 == 1 && -p.EditorId < 0 && p.Views / p.EditorId == 20, 2);
        Assert.Equal([-3], await Db.Posts.Where(p => p.Id == 7).Select(p => -p.Id / 2).ToListAsync());
        Assert.Equal([-1], await Db.Posts.Where(p => p.Id == 7).Select(p => -p.Id % 2).ToListAsync());
    }

    [SkippableFact]
    public async Task Thousands_of_conditions_combine()
    {
        var wanted = Enumerable.Range(3, 5_000).ToList();
        Func<PostColumns, Condition> any = p => wanted.Select(id => p.Id == id).Aggregate((left, right) => left || right);
        await AssertPostsAsync(any, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => !any(p), 1, 2);
        await AssertPostsAsync(p => any(p) && p.Views > 60, 7, 8);
    }

    [SkippableFact]
    public async Task A_column_behind_an_optional_relation_asks_for_OrNull()
    {
        await AssertOptionalAsync(() => Db.Posts.Select(p => (p.Id, p.Editor.CreatedAt)).ToListAsync(), "select p.Editor.CreatedAt.OrNull()");
        await AssertOptionalAsync(() => Db.Posts.Select(p => (p.Id, p.Editor.Id)).ToListAsync(), "select p.Editor.Id.OrNull()");
        await AssertOptionalAsync(() => Db.Posts.Select(p => p.Editor.Name).ToListAsync(), "select p.Editor.Name.OrNull()");
        Assert.Equal([null, "Ann"], await Db.Posts.Where(p => p.Id < 3).OrderBy(p => p.Id).Select(p => p.Editor.Name.OrNull()).ToListAsync());
        Assert.Equal([null, 1], await Db.Posts.Where(p => p.Id < 3).OrderBy(p => p.Id).Select(p => p.Editor.Id.OrNull()).ToListAsync());
    }

    [SkippableFact]
    public async Task What_is_no_expression_is_refused_with_a_helpful_text()
    {
        Expr<int>? nothing = null;
        Assert.Contains("expression is null", Assert.Throws<ArgumentNullException>(() => Sql.Max(nothing!)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Sql.Sum(nothing!));
        Assert.Throws<ArgumentNullException>(() => Sql.Count(null!));
        Assert.Throws<ArgumentNullException>(() => nothing! + 1);
        Assert.Throws<ArgumentNullException>(() => Db.Posts.Where(_ => (RawExpression)null!));
        Assert.Throws<ArgumentNullException>(() => nothing!.In(1));
        Assert.Throws<ArgumentNullException>(() => ((Expr<string>)null!).Lower());
        Assert.Contains("lambda", Assert.Throws<ArgumentNullException>(() => Db.Posts.Where(null!)).Message, StringComparison.Ordinal);
        Assert.Contains("WhereIf", Assert.Throws<ArgumentNullException>(() => Db.Posts.Where(_ => null!)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => Db.Posts.Select(_ => nothing!));
        Assert.Throws<ArgumentNullException>(() => Db.Posts.OrderBy(_ => null!));
        Assert.Throws<ArgumentNullException>(() => Db.Posts.GroupBy(p => p.Id).Having(_ => null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Db.Posts.Select(p => (p.Id, nothing!)).ToListAsync());
        DateTimeOffset? missing = null;
        Assert.Contains("Post.DeletedAt", Assert.Throws<ArgumentNullException>(() => Db.Posts.Where(p => p.DeletedAt < missing)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task An_aggregate_over_all_rows_takes_no_bare_column()
    {
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.AggregateAsync(p => p.Views));
        Assert.Contains("Post.Views", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Sql.Max", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.AggregateAsync(p => (Sql.Count(), p.Views + 1)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.AggregateAsync(p => p));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.AggregateAsync(p => p.Comments.Count()));
        Assert.Empty(log.Statements);
        Assert.Equal((81, 8L), await Db.Posts.AggregateAsync(p => (Sql.Max(p.Views) + 1, RawExpression.Interpolated($"count({p.Id})").As<long>())));
    }

    private static async Task AssertOptionalAsync(Func<Task> action, string remedy)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(action);
        Assert.Contains("Post.Editor is optional", exception.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, exception.Message, StringComparison.Ordinal);
    }

    private async Task AssertPostsAsync(Func<PostColumns, Condition> condition, params int[] expected)
        => Assert.Equal(expected, (await Db.Posts.Where(condition).OrderBy(p => p.Id).ToListAsync()).Select(p => p.Id));
}
