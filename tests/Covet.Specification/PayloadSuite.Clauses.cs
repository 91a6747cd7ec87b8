using System.Text.RegularExpressions;
using Blog;

namespace Covet.Specification;

/// <summary>The clauses: of a value that is the title of the first post, each makes a query that gives the value back, once.</summary>
public abstract partial class PayloadSuite
{
    private (string Name, Func<string, Selection<string>> Query)[] ConditionClauses =>
    [
        ("==", value => Titles(p => p.Title == value)),
        ("== from the left", value => Titles(p => value == p.Title)),
        ("!=", value => Titles(p => !(p.Title != value))),
        ("<", value => Titles(p => !(p.Title < value))),
        ("<=", value => Titles(p => p.Title <= value)),
        (">", value => Titles(p => !(p.Title > value))),
        (">=", value => Titles(p => p.Title >= value)),
        ("== and ||", value => Titles(p => p.Title == value || p.Body == value)),
        ("Contains", value => Titles(p => p.Title.Contains(value))),
        ("StartsWith", value => Titles(p => p.Title.StartsWith(value))),
        ("EndsWith", value => Titles(p => p.Title.EndsWith(value))),
        ("Contains an expression", value => Titles(p => (p.Title + value).Contains(Sql.Value(value) + value))),
        ("IndexOf", value => Titles(p => p.Title.IndexOf(value) == 0)),
        ("Replace", value => Titles(p => p.Title.Replace(value, "") == "")),
        ("In one", value => Titles(p => p.Title.In(value))),
        ("In two", value => Titles(p => p.Title.In("another", value))),
        ("In a list", value => Titles(p => p.Title.In(new List<string> { value, "another" }))),
        ("In with null", value => Titles(p => p.Editor.Name.OrNull().In(value, null))),
        ("not In", value => Titles(p => !p.Body.In(value, "another"))),
        ("Between", value => Titles(p => p.Title.Between(value, value))),
        ("IsDistinctFrom", value => Titles(p => !p.Title.IsDistinctFrom(value))),
        ("NullIf", value => Titles(p => p.Title.NullIf(value).OrNull() == null)),
        ("Coalesce", value => Titles(p => p.Editor.Name.Coalesce(value) == value)),
        ("Case", value => Titles(p => Sql.Case().When(p.Title == value, value).Else("y") == value)),
        ("a path", value => Titles(p => p.Author.Name != value && p.Author.Profile.City.Coalesce(value) == value)),
        ("Length", value => Titles(p => p.Title.Length() == Sql.Value(value).Length())),
        ("Exists", value => Titles(p => Sql.Exists(Db.Posts.Where(q => q.Id == p.Id && q.Title == value)))),
        ("Any", value => Db.Users.Where(u => u.Posts.Any(p => p.Title == value)).Select(u => u.Posts.Where(p => p.Title == value).Max(p => p.Title).Coalesce(""))),
        ("All", value => Titles(p => p.Tags.All(t => t.Name != value))),
        ("Count", value => Titles(p => p.Tags.Count(t => t.Name == value) == 0)),
        ("In a query", value => Titles(p => p.Title.In(Db.Posts.Where(q => q.Title == value).Select(q => q.Title)))),
        ("WhereIf", value => Db.Posts.Where(p => p.Id == 1).WhereIf(value, (p, given) => p.Title == given).Select(p => p.Title)),
    ];

    private (string Name, Func<string, Selection<string>> Query)[] PatternClauses =>
    [
        ("Like", value => Titles(p => p.Title.Like(value.Replace("\\", "\\\\", StringComparison.Ordinal)))),
        ("Like, escaped", value => Titles(p => p.Title.Like(Sql.EscapeLike(value)))),
        ("Like, within", value => Titles(p => p.Title.Like("%" + Sql.EscapeLike(value) + "%"))),
        ("ILike", value => Titles(p => p.Title.ILike(value.Replace("\\", "\\\\", StringComparison.Ordinal)))),
        ("ILike, escaped", value => Titles(p => p.Title.ILike(Sql.EscapeLike(value)))),
        ("Matches", value => Titles(p => p.Title.Matches("^" + Regex.Escape(value) + "$"))),
    ];

    private (string Name, Func<string, Selection<string>> Query)[] ValueClauses =>
    [
        ("Sql.Value", value => Selected(_ => Sql.Value(value))),
        ("a value after a column", value => Db.Posts.Where(p => p.Id == 1).Select(p => (p.Id, Sql.Value(value))).AsSubquery().Select(row => row.Item2)),
        ("concatenation", value => Selected(p => p.Body.Substring(0, 0) + value)),
        ("concatenation from the left", value => Selected(p => value + p.Body.Substring(0, 0))),
        ("Case value", value => Selected(p => Sql.Case().When(p.Id == 1, value).Else("y"))),
        ("Case else", value => Selected(p => Sql.Case().When(p.Id != 1, "y").Else(value))),
        ("Case condition", value => Selected(p => Sql.Case().When(p.Title == value, p.Title).Else("y"))),
        ("Coalesce", value => Selected(p => p.Editor.Name.Coalesce(value))),
        ("Sql.Coalesce", value => Selected(p => Sql.Coalesce(p.Editor.Name, Sql.Value(value).NullIf("y"), p.Title))),
        ("NullIf", value => Selected(p => p.Title.NullIf(value).Coalesce(p.Title))),
        ("Replace by", value => Selected(p => p.Body.Replace("Body of 1", value))),
        ("Replace both", value => Selected(p => Sql.Value("Body of 1").Replace("Body of 1", value).Replace(value, value))),
        ("ORDER BY", value => Db.Posts.OrderBy(p => Sql.Case().When(p.Title == value, 0).Else(1)).ThenBy(p => p.Id).Select(p => p.Title).Take(1)),
        ("ORDER BY a text", value => Db.Posts.Where(p => p.Title == value).OrderByDescending(p => p.Title + value).Select(p => p.Title)),
        ("GROUP BY", value => Db.Posts.Where(p => p.Id == 1).GroupBy(p => p.Body.Substring(0, 0) + value).Select(p => p.Body.Substring(0, 0) + value)),
        ("HAVING", value => Db.Posts.GroupBy(p => p.Title).Having(p => p.Title == value).Select(p => p.Title)),
        ("HAVING an aggregate", value => Db.Posts.GroupBy(p => p.Title).Having(p => Sql.Max(p.Title) == value && Sql.Count() == 1).Select(p => p.Title)),
        ("ORDER BY of groups", value => Db.Posts.Where(p => p.Id == 1).GroupBy(p => p.Title).OrderBy(p => Sql.Max(p.Title + value)).Select(p => p.Title)),
        ("FILTER", value => Db.Posts.Aggregate(p => Sql.Max(p.Title).Filter(p.Title == value).Coalesce("y"))),
        ("an aggregate", value => Db.Posts.Aggregate(p => Sql.Min(p.Body.Substring(0, 0) + value).Coalesce("y"))),
        ("a separator", value => Db.Posts.Where(p => p.Id <= 2).Aggregate(p => Sql.StringAgg(p.Body.Substring(0, 0), value).Coalesce("y"))),
        ("a separator in order", value => Db.Posts.Where(p => p.Id <= 2).Aggregate(p => Sql.StringAgg(p.Body.Substring(0, 0), value).OrderBy(p.Title + value).Coalesce("y"))),
        ("a separator of related rows", value => Selected(p => p.Comments.Aggregate(c => Sql.StringAgg(c.Text.Substring(0, 0), value)).Coalesce("y"))),
        ("a window's rows", value => Selected(p => Sql.Max(p.Title).Filter(p.Title == value).Over(Sql.PartitionBy(p.Title + value)).Coalesce("y"))),
        ("a window's order", value => Selected(p => Sql.FirstValue(Sql.Value(value)).Over(Sql.OrderBy(p.Title + value)).Coalesce("y"))),
        ("a window's value", value => Selected(p => Sql.Lag(p.Body.Substring(0, 0) + value).Over(Sql.OrderBy(p.Id)).Coalesce(value))),
        ("a scalar subquery", value => Selected(p => Db.Posts.Where(q => q.Title == value).Select(q => q.Title).AsExpression())),
    ];

    private (string Name, Func<string, Selection<string>> Query)[] SourceClauses =>
    [
        ("ON", value => Db.Users.Join(Db.Posts, (u, p) => u.Id == p.AuthorId && p.Title == value).Select((u, p) => p.Title)),
        ("LEFT JOIN ON", value => Db.Posts.Where(p => p.Id == 1).LeftJoin(Db.Users, (p, u) => u.Name == value).Select((p, u) => p.Title)),
        ("WHERE of a join", value => Db.Users.Join(Db.Posts.Where(p => p.Title == value), (u, p) => u.Id == p.AuthorId).Where((u, p) => p.Title == value).Select((u, p) => p.Title)),
        ("joined values", value => Db.Posts.Join(Db.Posts.Where(q => q.Id == 1).Select(q => (q.Id, Sql.Value(value))).AsSubquery(), (p, v) => p.Title == v.Item2).Select((p, v) => v.Item2)),
        ("UNION", value => Titles(p => p.Title == value).Union(Selected(p => Sql.Value(value)))),
        ("INTERSECT", value => Db.Posts.Select(p => p.Title).Intersect(Titles(p => p.Title == value))),
        ("EXCEPT", value => Titles(p => p.Id == 1).Except(Db.Posts.Select(p => p.Title + value))),
        ("sets of models", value => Db.Posts.Where(p => p.Title == value).Union(Db.Posts.Where(p => p.Title == value)).Select(p => p.Title)),
        ("WITH", value => Db.Posts.Where(p => p.Title == value).AsCte("found").Where(p => p.Title == value).Select(p => p.Title)),
        ("WITH values", value => Db.Posts.Where(p => p.Id == 1).Select(p => (p.Id, Sql.Value(value))).AsCte("found").Where(row => row.Item2 == value).Select(row => row.Item2)),
        ("WITH RECURSIVE", value => Db.Posts.Where(p => p.Title == value).Select(p => (p.Id, Sql.Value(value)))
            .Recursive("found", found => found.Where(f => f.Item1 < 1 && f.Item2 == value).Select(f => (f.Item1 + 1, f.Item2 + value))).Select(f => f.Item2)),
        ("a tree", value => Db.Posts.Where(p => p.Title == value).Recursive((child, parent) => child.Id == parent.Id && child.Title == value).Select(p => p.Title)),
        ("a limited tree", value => Db.Posts.Where(p => p.Title == value).Recursive((child, parent) => child.Id == parent.Id && child.Title == value, 2).Select(p => p.Title)),
        ("DistinctBy", value => Db.Posts.Where(p => p.Title == value).DistinctBy(p => p.Title + value).Select(p => p.Title)),
        ("a limited source", value => Db.Posts.Where(p => p.Title == value).OrderBy(p => p.Title + value).Take(1).Where(p => p.Title == value).Select(p => p.Title)),
        ("Distinct", value => Db.Posts.Select(p => p.Body.Substring(0, 0) + value).Distinct()),
        ("After a row", value => Db.Posts.OrderBy(p => p.Title).ThenBy(p => p.Id).After(new Post { Title = value }).Take(1).Select(p => p.Title)),
        ("After a row, mixed", value => Db.Posts.OrderBy(p => p.Title).ThenByDescending(p => p.Id).After(new Post { Title = value, Id = 9 }).Take(1).Select(p => p.Title)),
        ("After a cursor", value => Page.After(Cursor.Parse(Page.CursorOf(new Post { Title = value }).ToString())).Take(1).Select(p => p.Title)),
    ];

    private (string Name, Func<string, Selection<string>> Query)[] RawClauses =>
    [
        ("a raw condition", value => Titles(p => RawExpression.Interpolated($"{p.Title} = {value}"))),
        ("a raw condition, negated", value => Titles(p => !RawExpression.Interpolated($"{p.Title} <> {value}"))),
        ("a raw value", value => Selected(p => RawExpression.Interpolated($"CAST({value} AS text)").As<string>())),
        ("a raw operand", value => Titles(p => p.Title == RawExpression.Interpolated($"CAST({value} AS text)").As<string>())),
        ("a raw order", value => Db.Posts.Where(p => p.Title == value).OrderBy(p => RawExpression.Interpolated($"{p.Title} || {value}")).Select(p => p.Title)),
        ("an expression in a hole", value => Titles(p => RawExpression.Interpolated($"{p.Title + value} = {value} || {value}"))),
        ("a raw part", value => Titles(p => RawExpression.Interpolated($"{p.Title} {RawExpression.Interpolated($"= {value}")}"))),
        ("a list in a hole", value => Titles(p => IsSqlite
            ? RawExpression.Interpolated($"{p.Title} IN (SELECT value FROM json_each({new[] { value, "y" }}))")
            : RawExpression.Interpolated($"{p.Title} = ANY({new[] { value, "y" }})"))),
        ("FromSql", value => Db.Posts.FromSql($"SELECT * FROM posts WHERE title = {value}").Where(p => p.Title == value).Select(p => p.Title)),
    ];

    private PostQuery Page => Db.Posts.OrderBy(p => p.Title).ThenBy(p => p.Id);

    private (string Name, Func<string, Task<string>> Call)[] CallClauses =>
    [
        ("FirstAsync", async value => (await Db.Posts.FirstAsync(p => p.Title == value)).Title),
        ("SingleOrDefaultAsync", async value => (await Db.Posts.SingleOrDefaultAsync(p => p.Title == value))!.Title),
        ("CountAsync", async value => await Db.Posts.CountAsync(p => p.Title == value) == 1 ? value : "another count"),
        ("AnyAsync", async value => await Db.Posts.AnyAsync(p => p.Title == value) ? value : "none"),
        ("AggregateAsync", value => Db.Posts.AggregateAsync(p => Sql.Max(p.Title).Filter(p.Title == value).Coalesce("y"))),
        ("Include", async value => (await Db.Posts.Where(p => p.Title == value).Include(p => p.Author).SingleAsync()).Title),
        ("ScalarAsync", value => Db.ScalarAsync<string>($"SELECT CAST({value} AS text)")),
        ("ScalarsAsync", async value => Assert.Single(await Db.ScalarsAsync<string>($"SELECT title FROM posts WHERE title = {value}"))),
        ("QueryAsync of a model", async value => Assert.Single(await Db.QueryAsync<Post>($"SELECT * FROM posts WHERE title = {value}")).Title),
        ("QueryAsync", async value => Assert.Single(await Db.QueryAsync<PostCard>(
            $"SELECT id, title, CAST({value} AS text) AS author_name FROM posts WHERE title = {value}")).AuthorName),
        ("ExecuteAsync", async value =>
        {
            Assert.Equal(1, await Db.ExecuteAsync($"UPDATE posts SET content = {value} WHERE title = {value}"));
            return (await Db.Posts.SingleAsync(p => p.Id == 1)).Body;
        }),
        ("Prefetch of a link", async value => (await Db.Posts.Where(p => p.Title == value).Prefetch(p => p.Tags.Where(t => t.Name != value)).SingleAsync()).Title),
        ("a set's query", async value => (await (await Db.Users.SingleAsync(u => u.Posts.Any(p => p.Title == value))).Posts.Query.SingleAsync(p => p.Title == value)).Title),
        ("InsertAsync", async value =>
        {
            var post = new Post { AuthorId = 1, Title = "another", Body = value };
            await Db.Posts.InsertAsync(post);
            return await Db.Posts.Where(p => p.Id == post.Id).Select(p => p.Body).SingleAsync();
        }),
        ("InsertManyAsync", async value =>
        {
            Post[] posts = [new() { AuthorId = 1, Title = "another", Body = value }, new() { AuthorId = 2, Title = "another", Body = value }];
            await Db.Posts.InsertManyAsync(posts);
            return Assert.Single(await Db.Posts.Where(p => p.Id.In(posts[0].Id, posts[1].Id)).Select(p => p.Body).Distinct().ToListAsync());
        }),
    ];

    /// <summary>Calls whose first statement doesn't take the value yet; the second does.</summary>
    private (string Name, Func<string, Task<string>> Call)[] LaterCallClauses =>
    [
        ("Prefetch", async value => Assert.Single(
            (await Db.Users.Prefetch(u => u.Posts.Where(p => p.Title == value)).OrderBy(u => u.Id).ToListAsync()).SelectMany(u => u.Posts.All())).Title),
        ("Prefetch with a limit", async value => Assert.Single(
            (await Db.Users.Prefetch(u => u.Posts.Where(p => p.Title == value).OrderBy(p => p.Title + value).Take(1)).OrderBy(u => u.Id).ToListAsync()).SelectMany(u => u.Posts.All())).Title),
        ("UpdateAsync", async value =>
        {
            var post = await Db.Posts.SingleAsync(p => p.Id == 1);
            post.Body = value;
            await Db.Posts.UpdateAsync(post);
            return (await Db.Posts.SingleAsync(p => p.Id == 1)).Body;
        }),
        ("a stored value as the next one", async value =>
        {
            string stored = await Db.Posts.Where(p => p.Id == 1).Select(p => p.Title).SingleAsync();
            return await Db.Posts.Where(p => p.Title == stored || p.Title == value).Select(p => p.Title + Sql.Value(stored).Substring(0, 0)).SingleAsync();
        }),
    ];

    private Selection<string> Titles(Func<PostColumns, Condition> condition) => Db.Posts.Where(p => p.Id == 1).Where(condition).Select(p => p.Title);

    private Selection<string> Selected(Func<PostColumns, Expr<string>> expression) => Db.Posts.Where(p => p.Id == 1).Select(expression);
}
