using System.Buffers.Text;
using System.Text;
using Blog;

namespace Covet.Specification;

/// <summary>What makes no sense, or is too much, has one clear outcome on every database, and where it can be known before, nothing is sent.</summary>
/// <param name="fixture">The database.</param>
public abstract partial class BadInputSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task Lists_may_be_empty_hold_nulls_and_be_long()
    {
        await AssertPostsAsync(Db.Posts.Where(p => p.Title.In(new List<string>()) || p.Author.In(new List<User>()) || p.Title.In()));
        Assert.Equal(8, await Db.Posts.CountAsync(p => !p.Title.In() && !p.EditorId.In(new List<int?>()) && !p.Author.In(new List<User>())));
        await AssertPostsAsync(Db.Posts.Where(p => p.Editor.Name.OrNull().In([null])).OrderBy(p => p.Id), 1, 3, 5, 7);
        await AssertPostsAsync(Db.Posts.Where(p => !p.Editor.Name.OrNull().In([null])).OrderBy(p => p.Id), 2, 4, 6, 8);
        await AssertPostsAsync(Db.Posts.Where(p => p.EditorId.In([null, null, 1, 1])).OrderBy(p => p.Id), 1, 2, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(Db.Posts.Where(p => p.Title.In(["Post 1", null!])), 1);
        await AssertPostsAsync(Db.Posts.Where(p => p.Title.In(Enumerable.Range(1, 100_000).Select(i => $"Post {i * 3}'"))));
        await AssertPostsAsync(Db.Posts.Where(p => p.Title.In(Enumerable.Range(1, 100_000).Select(i => $"Post {i * 3}"))).OrderBy(p => p.Id), 3, 6);
        await AssertPostsAsync(Db.Posts.Where(p => !p.Title.In(Enumerable.Range(2, 100_000).Select(i => $"Post {i}"))), 1);
        Assert.Empty(await Db.Posts.FindManyAsync([]));
        Assert.Equal(8, (await Db.Posts.FindManyAsync(Enumerable.Range(1, 100_000))).Count);
    }

    [SkippableFact]
    public async Task Limits_are_not_negative()
    {
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Posts.Take(-1));
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Posts.Skip(-1));
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Posts.Take(int.MinValue));
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).Take(-1));
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).Skip(-1));
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Posts.Select(p => p.Id).AsSubquery().Take(-1));
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Posts.Select(p => p.Id).AsSubquery().Skip(-1));
        await RefusedAsync<ArgumentOutOfRangeException>("count", () => Db.Users.Prefetch(u => u.Posts.Take(-1)));
        await RefusedAsync<ArgumentOutOfRangeException>("chunk", () => Db.Posts.Stream(0));
        await RefusedAsync<ArgumentOutOfRangeException>("chunk", () => Db.Posts.Stream(-5));
        await AssertPostsAsync(Db.Posts.Take(0));
        await AssertPostsAsync(Db.Posts.OrderBy(p => p.Id).Skip(int.MaxValue).Take(int.MaxValue));
        await AssertPostsAsync(Db.Posts.OrderBy(p => p.Id).Skip(int.MaxValue).Skip(int.MaxValue));
        await AssertPostsAsync(Db.Posts.OrderBy(p => p.Id).Skip(6).Take(int.MaxValue), 7, 8);
    }

    [SkippableFact]
    public async Task Chains_of_conditions_are_as_long_as_you_like()
    {
        foreach (int count in new[] { 32, 33, 1_001, 10_000 })
        {
            await AssertPostsAsync(Db.Posts.Where(p => Chain(count, i => p.Views == i * 10, (left, right) => left || right)).OrderBy(p => p.Id), 1, 2, 3, 4, 5, 6, 7, 8);
            await AssertPostsAsync(Db.Posts.Where(p => Chain(count, i => p.Views != (i + 1) * 10, (left, right) => left && right)), 1);
            await AssertPostsAsync(Db.Posts.Where(p => Chain(count, i => p.Views != (i + 1) * 10, (left, right) => right && left)), 1);
            await AssertPostsAsync(Db.Posts.Where(p => !Chain(count, i => p.Views == (i + 1) * 10, (left, right) => left || right)), 1);
            await AssertPostsAsync(Db.Posts.Where(p => Chain(count, i => p.Views == (i + 7) * 10 && p.Id > 0, (left, right) => left || right)).OrderBy(p => p.Id), 8);
            await AssertPostsAsync(Enumerable.Range(2, count).Aggregate(Db.Posts.OrderBy(p => p.Id), (query, i) => query.Where(p => p.Views != i * 10)), 1);
        }
        await AssertPostsAsync(Db.Posts.Where(p => Enumerable.Range(0, 10_000).Aggregate(p.Id == 3, (condition, _) => !condition)), 3);
        string title = string.Concat(Enumerable.Repeat("ab", 10_000));
        await AssertPostsAsync(Db.Posts.Where(p => Chain(1_001, i => !p.Title.Contains(title), (left, right) => left && right) && p.Id == 1), 1);
    }

    [SkippableFact]
    public async Task Too_deep_is_refused_before_anything_is_sent()
    {
        Assert.Equal(210, await Db.Posts.Where(p => p.Id == 1).Select(p => Deep(200, p.Views)).SingleAsync());
        await AssertPostsAsync(Db.Posts.Where(p => Alternating(150, p)), 8);
        foreach (int depth in new[] { 1_000, 10_000, 100_000 })
        {
            await TooDeepAsync(() => Db.Posts.Select(p => Deep(depth, p.Views)).ToListAsync());
            await TooDeepAsync(() => Db.Posts.Where(p => Deep(depth, p.Views) > 3).CountAsync());
            await TooDeepAsync(() => Db.Posts.OrderBy(p => Deep(depth, p.Views)).ToListAsync());
            await TooDeepAsync(() => Db.Posts.GroupBy(p => Deep(depth, p.Views)).Select(p => Deep(depth, p.Views)).ToListAsync());
            await TooDeepAsync(() => Db.Posts.Select(p => Enumerable.Range(0, depth).Aggregate((Expr<string>)p.Title, (text, _) => text + "x")).ToListAsync());
            await TooDeepAsync(() => Db.Posts.Select(p => Enumerable.Range(0, depth).Aggregate((Expr<string>)p.Title, (text, _) => text.Lower())).ToListAsync());
            await TooDeepAsync(() => Db.Posts.Where(p => Alternating(depth, p)).CountAsync());
            await TooDeepAsync(() => Db.Posts.Where(p => !Alternating(depth, p)).CountAsync());
        }
        await TooDeepAsync(() => Db.Posts.Select(p => Enumerable.Range(0, 1_000).Aggregate((Expr<int>)p.Views, (value, i) => Sql.Case().When(p.Id == i, i).Else(value))).ToListAsync());
        await TooDeepAsync(() => Db.Posts.Select(p => Enumerable.Range(0, 1_000).Aggregate(p.EditorId.Coalesce(1), (value, _) => p.EditorId.Coalesce(value))).ToListAsync());
        Assert.Equal(1_500, await Db.Posts.Where(p => p.Id == 1).Select(
            p => Enumerable.Range(0, 1_500).Aggregate(Sql.Case().When(p.Id == 0, 0), (choice, i) => choice.When(p.Id == -i, i)).Else(1_500)).SingleAsync());
    }

    [SkippableFact]
    public async Task Too_many_values_are_refused_before_anything_is_sent()
    {
        await AssertPostsAsync(Db.Posts.Where(p => Chain(31_000, i => p.Id == i + 7, (left, right) => left || right)), 8);
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Db.Posts.CountAsync(p => Chain(40_000, i => p.Id == i, (left, right) => left || right)));
        Assert.Contains("In.", exception.Message, StringComparison.Ordinal);
        await RefusedAsync<ArgumentException>("pattern", () => Db.Posts.Where(p => p.Title.ILike(new string('a', 50_001))));
        Assert.Empty(log.Statements);
        Assert.Equal(0, await Db.Posts.CountAsync(p => p.Title.ILike(new string('a', 50_000)) || p.Title.Like(new string('a', 100_000))));
    }

    [SkippableFact]
    public async Task Cursors_from_elsewhere_are_refused()
    {
        var query = Db.Posts.OrderBy(p => p.Title).ThenBy(p => p.Id);
        string good = query.CursorOf(new Post { Id = 1, Title = "x" }).ToString();
        string json = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(good));
        foreach (string text in new[] { "", " ", "x", "====", "'; DROP TABLE posts; --", "\0", "\uD800", good[..^3], good + "!", Text("[]"), Text("{}"), Text("[null]"), Text("[1,2,3]"), Text("null"), Text(json + json) })
        {
            Assert.False(Cursor.TryParse(text, out _), text);
            Assert.Contains("Cursor.ToString()", Assert.Throws<FormatException>(() => Cursor.Parse(text)).Message, StringComparison.Ordinal);
        }
        Assert.False(Cursor.TryParse(null, out _));
        await RefusedAsync<ArgumentNullException>("text", () => Cursor.Parse(null!));
        foreach (string forged in new[]
        {
            json.Replace("\"1\"", "\"1; DROP TABLE posts\"", StringComparison.Ordinal), json.Replace("\"1\"", "\"99999999999\"", StringComparison.Ordinal),
            json.Replace("\"1\"", "\"\"", StringComparison.Ordinal), json.Replace("\"1\"", "\"1.5\"", StringComparison.Ordinal),
            json.Replace("\"1\"", "null", StringComparison.Ordinal), json.Replace("\"x\"", "null", StringComparison.Ordinal),
            json.Replace("\"1\"", "\"1\",\"2\"", StringComparison.Ordinal), json.Replace(",\"1\"", "", StringComparison.Ordinal), json.Insert(2, "f"),
        })
        {
            await RefusedAsync<ArgumentException>("cursor", () => query.After(Cursor.Parse(Text(forged))));
        }
        await RefusedAsync<ArgumentException>("cursor", () => query.After(Db.Tags.OrderBy(t => t.Name).CursorOf(new Tag { Name = "x" })));
        await RefusedAsync<ArgumentException>("cursor", () => query.After(default(Cursor)));

        static string Text(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }

    [SkippableFact]
    public async Task One_row_is_one_row()
    {
        var none = Db.Posts.Where(p => p.Id < 0);
        foreach (var call in new Func<Task>[] { () => none.FirstAsync(), () => none.SingleAsync(), () => Db.Posts.FirstAsync(p => p.Id < 0), () => Db.Posts.SingleAsync(p => p.Id < 0) })
            await FailsAsync(call, "Post", "FirstOrDefaultAsync", "SingleOrDefaultAsync");
        foreach (var call in new Func<Task>[] { () => Db.Posts.SingleAsync(), () => Db.Posts.SingleOrDefaultAsync(), () => Db.Posts.SingleAsync(p => p.Id > 6), () => Db.Posts.SingleOrDefaultAsync(p => p.Id > 6) })
            await FailsAsync(call, "Post", "more than one", "First");
        await FailsAsync(() => none.Select(p => p.Id).FirstAsync(), "Post", "FirstOrDefaultAsync");
        await FailsAsync(() => none.Select(p => p.Id).SingleAsync(), "Post", "none");
        await FailsAsync(() => Db.Posts.Select(p => p.Id).SingleAsync(), "Post", "more than one");
        await FailsAsync(() => Db.Posts.Select(p => p.Id).SingleOrDefaultAsync(), "Post", "more than one", "First");
        await FailsAsync(() => Db.ScalarAsync<int>($"SELECT id FROM posts WHERE id < 0"), "no row");
        Assert.Null(await none.FirstOrDefaultAsync());
        Assert.Null(await none.SingleOrDefaultAsync());
        Assert.Null(await Db.Posts.FindAsync(-1));
    }

    private static Condition Chain(int count, Func<int, Condition> term, Func<Condition, Condition, Condition> combine)
        => Enumerable.Range(1, count - 1).Aggregate(term(1), (condition, i) => combine(condition, term(i + 1)));

    private static Expr<int> Deep(int depth, Expr<int> value) => Enumerable.Range(0, depth).Aggregate(value, (sum, _) => sum + 1);

    private static Condition Alternating(int depth, PostColumns post)
        => Enumerable.Range(0, depth).Aggregate(post.Id == 8, (condition, i) => i % 2 == 0 ? condition && post.Views > 0 : condition || post.Id < 0);

    private async Task TooDeepAsync(Func<Task> call) => await FailsAsync(call, 0, "not every database takes");

    private Task FailsAsync(Func<Task> call, params string[] parts) => FailsAsync(call, 1, parts);

    private async Task FailsAsync(Func<Task> call, int statements, params string[] parts)
    {
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(call);
        Assert.All(parts, part => Assert.Contains(part, exception.Message, StringComparison.Ordinal));
        Assert.Equal(statements, log.Statements.Count);
    }

    /// <summary>Asserts that a call is refused for one of its arguments, before anything is sent.</summary>
    private async Task RefusedAsync<TException>(string argument, Func<object?> call) where TException : ArgumentException
    {
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<TException>(async () =>
        {
            if (call() is Task task)
                await task;
        });
        Assert.Equal(argument, exception.ParamName);
        Assert.Empty(log.Statements);
    }
}
