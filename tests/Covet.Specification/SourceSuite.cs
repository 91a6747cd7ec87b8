using System.Text.RegularExpressions;
using Blog;

namespace Covet.Specification;

/// <summary>Queries made of queries: what follows a limit, sets, first rows of groups, common table expressions.</summary>
/// <param name="fixture">The database.</param>
public abstract class SourceSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task Clauses_after_a_limit_apply_to_what_it_left()
    {
        var query = Db.Tags.OrderBy(t => t.Id).Take(2).Where(t => t.Name != "orm");
        AssertSql(
            query.ToSql(),
            """SELECT t0."id", t0."name" FROM (SELECT t1."id", t1."name" FROM "tags" AS t1 ORDER BY t1."id" LIMIT @p0) AS t0 WHERE t0."name" <> @p1 ORDER BY t0."id" """.TrimEnd());
        Assert.Equal(["csharp"], (await query.ToListAsync()).Select(t => t.Name));
        await AssertPostsAsync(Db.Posts.OrderBy(p => p.Id).Take(5).OrderByDescending(p => p.Views).Take(2), 5, 4);
        await AssertPostsAsync(Db.Posts.OrderBy(p => p.Id).Skip(2).Where(p => p.Author.Name == "Ann").Include(p => p.Author), 3, 6);
        Assert.Equal([2, 1], await Db.Posts.OrderBy(p => p.Id).Take(3).GroupBy(p => p.EditorId).OrderBy(p => p.EditorId).Select(p => Sql.Count().Cast<int>()).ToListAsync());
        var ann = await Db.Users.SingleAsync(u => u.Name == "Ann");
        var own = await ann.Posts.Query.OrderBy(p => p.Id).Take(1).Where(p => p.Views > 0).ToListAsync();
        Assert.Equal(3, Assert.Single(own).Id);
        Assert.Same(ann, own[0].Author);
    }

    [SkippableFact]
    public async Task Sets_of_models_stay_queries()
    {
        var early = Db.Posts.Where(p => p.Id <= 3);
        var odd = Db.Posts.Where(p => p.Id.In(1, 3, 5, 7));
        AssertSql(
            Db.Tags.Where(t => t.Id == 1).Union(Db.Tags.Where(t => t.Id == 2)).OrderBy(t => t.Name).ToSql(),
            """SELECT t0."id", t0."name" FROM (SELECT t1."id", t1."name" FROM "tags" AS t1 WHERE t1."id" = @p0 UNION SELECT t2."id", t2."name" FROM "tags" AS t2 WHERE t2."id" = @p1) AS t0 ORDER BY t0."name" """.TrimEnd());
        await AssertPostsAsync(early.Union(odd).OrderBy(p => p.Id), 1, 2, 3, 5, 7);
        await AssertPostsAsync(early.UnionAll(odd).OrderBy(p => p.Id), 1, 1, 2, 3, 3, 5, 7);
        await AssertPostsAsync(early.Intersect(odd).OrderBy(p => p.Id), 1, 3);
        await AssertPostsAsync(early.Except(odd), 2);
        await AssertPostsAsync(early.Union(odd).Except(Db.Posts.Where(p => p.Id == 1)).Intersect(odd).Where(p => p.Views > 30).OrderBy(p => p.Id).Take(1), 5);
        await AssertPostsAsync(early.OrderByDescending(p => p.Id).Take(1).Union(odd.OrderBy(p => p.Id).Skip(3)).OrderBy(p => p.Id), 3, 7);
        Assert.Equal(5, await early.Union(odd).CountAsync());
        var posts = await early.Union(odd).Prefetch(p => p.Tags).Include(p => p.Author).OrderBy(p => p.Id).ToListAsync();
        Assert.Equal([2, 3, 1, 3, 2], posts.Select(p => p.Tags.All().Count));
        Assert.Equal("Abel", posts[0].Author.Name);
    }

    [SkippableFact]
    public async Task Sets_of_selections()
    {
        var names = Db.Users.Select(u => u.Name);
        var titles = Db.Posts.Where(p => p.Id < 3).Select(p => p.Title);
        var union = names.Union(titles);
        AssertSql(union.ToSql(), """SELECT t0."name" FROM "users" AS t0 UNION SELECT t1."title" FROM "posts" AS t1 WHERE t1."id" < @p0""");
        Assert.Equal(["Abel", "Ann", "Bea", "Post 1", "Post 2"], (await union.ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["Ann", "Bea"], await union.AsSubquery().Where(name => name > "Abel").OrderBy(name => name).Take(2).Select(name => name).ToListAsync());
        Assert.Equal(6, await Db.Posts.Select(p => p.AuthorId).Take(3).UnionAll(Db.Users.Select(u => u.Id)).CountAsync());
        Assert.Equal([3], await Db.Users.Select(u => u.Id).Except(Db.Posts.Where(p => p.Id.In(1, 3)).Select(p => p.AuthorId)).ToListAsync());
        Assert.Equal([2], await Db.Users.Select(u => u.Id).Intersect(Db.Posts.Where(p => p.Id == 1).Select(p => p.AuthorId)).ToListAsync());
        Assert.Equal(2, (await union.Take(2).ToListAsync()).Count);
        var all = Enumerable.Range(0, 600).Aggregate(Db.Users.Select(u => u.Id), (left, _) => left.UnionAll(Db.Users.Select(u => u.Id)));
        Assert.Equal(1803, await all.CountAsync());
        Assert.Throws<ArgumentNullException>(() => names.Union(null!));
    }

    [SkippableFact]
    public async Task What_one_side_of_a_union_may_lack_the_union_may_lack()
    {
        var editors = Db.Posts.Select(p => p.Editor.Name);
        var some = Db.Users.Where(u => u.Id == 3).Select(u => u.Name).Union(editors);
        Assert.Equal(["Abel"], await Db.Users.Where(u => !u.Name.In(some)).Select(u => u.Name).ToListAsync());
        Assert.Equal([null, "Ann"], await some.AsSubquery().Where(name => name != "Bea").OrderBy(name => name).Select(name => name.OrNull()).ToListAsync());
        Assert.Equal(["Abel", "Ann", "Bea"], await Db.Users.Select(u => u.Name).Except(editors.Except(Db.Users.Select(u => u.Name))).AsSubquery().OrderBy(name => name).Select(name => name).ToListAsync());
        Assert.Contains("OrNull", (await Assert.ThrowsAsync<InvalidOperationException>(() => some.ToListAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("OrNull", (await Assert.ThrowsAsync<InvalidOperationException>(() => some.AsSubquery().Select(name => name).ToListAsync())).Message, StringComparison.Ordinal);
        var people = await Db.Posts.Where(p => p.Id == 1).Select(p => p.Author).UnionAll(Db.Posts.Where(p => p.Id < 3).Select(p => p.Editor)).ToListAsync();
        Assert.Equal(["Abel", "Ann", null], people.Select(person => person?.Name).OrderBy(name => name is null).ThenBy(name => name, StringComparer.Ordinal));
        var steps = Db.Users.Where(u => u.Id == 1).Select(u => (u.Id, u.Name))
            .Recursive("steps", found => Db.Posts.Join(found, (p, last) => p.Id == last.Item1 + 1 && last.Item2 != "none").Select((p, last) => (p.Id, p.Editor.Name)));
        Assert.Equal(8, await steps.CountAsync());
        Assert.Equal(7, await steps.Where(s => s.Item1 > 1).AggregateAsync(s => Sql.Count()));
    }

    [SkippableFact]
    public void Rows_are_made_of_expressions()
    {
        Assert.Contains("tuple", Assert.Throws<NotSupportedException>(() => Db.Posts.Select<PostCard>().AsSubquery()).Message, StringComparison.Ordinal);
        Assert.Contains("tuple", Assert.Throws<NotSupportedException>(() => Db.Posts.Select<PostCard>().AsCte("cards")).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Db.Posts.Select<PostCard>().Recursive("cards", found => Db.Posts.Select<PostCard>()));
        Assert.Throws<ArgumentNullException>(() => ((Selection<int>)null!).AsSubquery());
        Assert.Throws<ArgumentNullException>(() => ((Selection<int>)null!).AsCte("none"));
        Assert.Throws<ArgumentNullException>(() => ((Selection<int>)null!).Recursive("none", found => found.Select(id => id)));
        Assert.Throws<ArgumentNullException>(() => Db.Posts.Select(p => p.Id).Recursive("none", null!));
    }

    [SkippableFact]
    public async Task Selections_have_limits_and_distinct_rows()
    {
        Assert.Equal([20, 30], await Db.Posts.OrderBy(p => p.Id).Select(p => p.Views).Skip(1).Take(2).ToListAsync());
        Assert.Equal(3, await Db.Posts.Select(p => p.AuthorId).Distinct().CountAsync());
        Assert.Equal(2, (await Db.Posts.OrderBy(p => p.Id).Take(2).Select(p => p.AuthorId).Distinct().ToListAsync()).Count);
        AssertSql(
            Db.Posts.Take(2).Select(p => p.AuthorId).Distinct().ToSql(),
            """SELECT DISTINCT * FROM (SELECT t0."author_id" AS "c1" FROM "posts" AS t0 LIMIT @p0) AS t1""");
        Assert.Equal(2, (await Db.Posts.Select(p => p.AuthorId).Distinct().Take(2).ToListAsync()).Count);
        Assert.Equal(0, await Db.Posts.Where(p => p.Id < 0).Select(p => p.Id).SingleOrDefaultAsync());
        Assert.Equal(5, await Db.Posts.Where(p => p.Id == 5).Select(p => p.Id).SingleOrDefaultAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.Select(p => p.Id).SingleOrDefaultAsync());
        Assert.Equal(0, await Db.Posts.Skip(int.MaxValue).Skip(1).CountAsync());
        Assert.Equal(7, await Db.Posts.Take(int.MaxValue).Skip(1).CountAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Posts.Select(p => p.Id).Take(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Posts.Select(p => p.Id).Skip(-1));
    }

    [SkippableFact]
    public async Task DistinctBy_gives_the_first_row_of_each_group()
    {
        AssertSql(
            Db.Tags.OrderByDescending(t => t.Id).DistinctBy(t => t.Name.Length()).ToSql(),
            """SELECT t0."id", t0."name" FROM (SELECT t1."id", t1."name" FROM (SELECT t2."id", t2."name", row_number() OVER (PARTITION BY length(t2."name") ORDER BY t2."id" DESC) AS "covet_row" FROM "tags" AS t2) AS t1 WHERE t1."covet_row" = 1) AS t0 ORDER BY t0."id" DESC""");
        await AssertPostsAsync(Db.Posts.OrderByDescending(p => p.Views).DistinctBy(p => p.AuthorId), 8, 7, 6);
        await AssertPostsAsync(Db.Posts.DistinctBy(p => p.Author.Name, p => p.EditorId).OrderBy(p => p.Id), 1, 2, 3, 4, 5, 6);
        await AssertPostsAsync(Db.Posts.OrderBy(p => p.Id).Take(2).DistinctBy(p => p.Published), 1);
        Assert.Throws<ArgumentException>(() => Db.Posts.DistinctBy());
    }

    [SkippableFact]
    public async Task A_common_table_expression_is_written_once()
    {
        var busy = Db.Posts.GroupBy(p => p.AuthorId).Select(p => (p.AuthorId, Sql.Sum(p.Views))).AsCte("busy");
        var most = busy.Where(b => b.Item2 > busy.Aggregate(other => Sql.Avg(other.Item2)).AsExpression().Cast<long?>()).Select(b => b.Item1);
        AssertSql(
            busy.Where(b => b.Item2 > 100L).Select(b => b.Item1).ToSql(),
            """WITH "busy" ("c1", "c2") AS (SELECT t1."author_id", sum(t1."views") FROM "posts" AS t1 GROUP BY t1."author_id") SELECT t0."c1" FROM "busy" AS t0 WHERE t0."c2" > @p0""",
            """WITH "busy" ("c1", "c2") AS (SELECT t1."author_id", CAST(sum(t1."views") AS bigint) FROM "posts" AS t1 GROUP BY t1."author_id") SELECT t0."c1" FROM "busy" AS t0 WHERE t0."c2" > @p0""");
        Assert.Equal([3], await most.ToListAsync());
        Assert.Single(Regex.Matches(most.ToSql(), "GROUP BY"));
        var live = Db.Posts.Live().AsCte("live");
        await AssertPostsAsync(live.Where(p => p.Author.Name == "Abel").OrderBy(p => p.Id).Prefetch(p => p.Tags), 1, 7);
        Assert.Throws<ArgumentException>(() => Db.Posts.AsCte(""));
        Assert.Throws<InvalidOperationException>(() => Db.Users.Where(u => u.Id.In(busy.Select(b => b.Item1)) && u.Id.In(Db.Posts.Select(p => p.Id).AsCte("busy").Select(id => id))).ToSql());
        Assert.Throws<NotSupportedException>(() => Db.Posts.Select(p => (p, p.Id)).AsCte("models"));
        Assert.Contains("'posts'", Assert.Throws<InvalidOperationException>(() => Db.Posts.Live().AsCte("posts").Where(p => p.Author.Posts.Any()).ToSql()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Db.Users.Select(u => u.Id).Recursive("users", found => Db.Users.Join(found, (u, id) => u.Id == id).Select((u, id) => u.Id)).Select(id => id).ToSql());
    }

    [SkippableFact]
    public async Task A_tree_is_walked_by_one_statement()
    {
        var roots = Db.Comments.Where(c => c.ParentId == null && c.PostId == 1);
        AssertSql(
            roots.Recursive((child, parent) => child.ParentId == parent.Id).OrderBy(c => c.Id).ToSql(),
            """WITH RECURSIVE "covet_t1" ("id", "post_id", "author_id", "parent_id", "text") AS (SELECT t2."id", t2."post_id", t2."author_id", t2."parent_id", t2."text" FROM "comments" AS t2 WHERE t2."parent_id" IS NULL AND t2."post_id" = @p0 UNION SELECT t4."id", t4."post_id", t4."author_id", t4."parent_id", t4."text" FROM "covet_t1" AS t3 JOIN "comments" AS t4 ON t4."parent_id" = t3."id") SELECT t0."id", t0."post_id", t0."author_id", t0."parent_id", t0."text" FROM "covet_t1" AS t0 ORDER BY t0."id" """.TrimEnd());
        var reply = await Db.Comments.SingleAsync(c => c.PostId == 1 && c.ParentId != null);
        var deep = new Comment { PostId = 1, AuthorId = 1, Parent = reply, Text = "deep" };
        await Db.Comments.InsertAsync(deep);
        Assert.Equal(["great", "indeed", "deep"], (await roots.Recursive((child, parent) => child.ParentId == parent.Id).OrderBy(c => c.Id).ToListAsync()).Select(c => c.Text));
        Assert.Equal(["great", "indeed"], (await roots.Recursive((child, parent) => child.ParentId == parent.Id, maxDepth: 1).OrderBy(c => c.Id).ToListAsync()).Select(c => c.Text));
        Assert.Equal(1, await roots.Recursive((child, parent) => child.ParentId == parent.Id, maxDepth: 0).CountAsync());
        Assert.Equal(3, await Db.Comments.Where(c => c.Id == deep.Id).Recursive((above, below) => above.Id == below.ParentId).CountAsync());
        Assert.Equal(2, await roots.Recursive((child, parent) => child.ParentId == parent.Id && child.Author.Name != parent.Author.Name && parent.Post.Author.Id == child.Post.Author.Id, maxDepth: 1).CountAsync());
        // A circle ends.
        await Db.ExecuteAsync($"UPDATE comments SET parent_id = {deep.Id} WHERE id = {reply.ParentId!.Value}");
        Assert.Equal(3, await Db.Comments.Where(c => c.Id == deep.Id).Recursive((child, parent) => child.ParentId == parent.Id).CountAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => roots.Recursive((child, parent) => child.ParentId == parent.Id, maxDepth: -1));
    }

    [SkippableFact]
    public async Task A_recursion_carries_typed_values()
    {
        var tree = Db.Comments.Where(c => c.ParentId == null && c.PostId == 2).Select(c => (c.Id, c.Text, Sql.Value(0)))
            .Recursive("tree", found => Db.Comments.Join(found, (c, above) => c.ParentId == above.Item1).Select((c, above) => (c.Id, above.Item2 + " / " + c.Text, above.Item3 + 1)));
        Assert.Equal([("great", 0), ("great / indeed", 1)], await tree.OrderBy(t => t.Item3).Select(t => (t.Item2, t.Item3)).ToListAsync());
        var numbers = Db.Users.Where(u => u.Id == 1).Select(u => Sql.Value(1)).Recursive("numbers", found => found.Where(n => n < 10).Select(n => n + 1));
        Assert.Equal(55, await numbers.AggregateAsync(n => Sql.Sum(n)));
        AssertSql(
            numbers.Select(n => n).ToSql(),
            """WITH RECURSIVE "numbers" ("c1") AS (SELECT @p0 FROM "users" AS t1 WHERE t1."id" = @p1 UNION SELECT t2."c1" + @p2 FROM "numbers" AS t2 WHERE t2."c1" < @p3) SELECT t0."c1" FROM "numbers" AS t0""");
    }

    [SkippableFact]
    public async Task A_tag_is_a_comment_that_can_t_end()
    {
        var query = Db.Posts.Where(p => p.Id == 1).TagWith("front page").TagWith("x */ DELETE FROM posts; -- '@p0\n");
        Assert.StartsWith("/* front page */ /* x _/ DELETE FROM posts_ -- __p0_ */ SELECT", query.ToSql(), StringComparison.Ordinal);
        await AssertPostsAsync(query, 1);
        Assert.Equal(1, await query.CountAsync());
        Assert.StartsWith("/* front page */ ", query.Select(p => p.Id).ToSql(), StringComparison.Ordinal);
        Assert.NotEmpty(await query.ExplainAsync());
    }

    [SkippableFact]
    public async Task A_branch_of_a_prefetch_is_no_source()
    {
        Assert.Throws<InvalidOperationException>(() => Db.Users.Prefetch(u => u.Posts.Union(u.Posts)));
        Assert.Throws<InvalidOperationException>(() => Db.Users.Prefetch(u => u.Posts.DistinctBy(p => p.Title)));
        Assert.Throws<InvalidOperationException>(() => Db.Users.Prefetch(u => u.Posts.Take(3).Where(p => p.Published)));
        var (ann, bea) = (await Db.Users.SingleAsync(u => u.Name == "Ann"), await Db.Users.SingleAsync(u => u.Name == "Bea"));
        await AssertPostsAsync(ann.Posts.Query.Union(bea.Posts.Query).OrderBy(p => p.Id), 2, 3, 5, 6, 8);
        await AssertPostsAsync(ann.Posts.Query.Where(p => !p.Id.In(bea.Posts.Query.Select(q => q.Id)) && Sql.Exists(bea.Posts.Query)).OrderBy(p => p.Id), 3, 6);
    }

    [SkippableFact]
    public async Task A_selection_says_whether_it_has_a_row()
    {
        using var log = Db.Record();
        Assert.True(await Db.Posts.Select(p => p.Views).Distinct().AnyAsync());
        Assert.False(await Db.Posts.Where(p => p.Id < 0).Select(p => (p.Id, p.Views)).AnyAsync());
        Assert.False(await Db.Posts.GroupBy(p => p.AuthorId).Having(p => Sql.Count() > 99).Select(p => p.AuthorId).AnyAsync());
        Assert.Equal("""SELECT EXISTS (SELECT 1 FROM (SELECT DISTINCT t0."views" AS "c1" FROM "posts" AS t0) AS tested)""", log.Statements[0].Text);
        Assert.Equal([null], await Db.Posts.Take(1).Select(p => p.Editor.Name.NullIf("Ann").OrNull().OrNull()).ToListAsync());
    }
}
