using System.Data.Common;
using Blog;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>Queries inside conditions and selections, correlated or not.</summary>
/// <param name="fixture">The database.</param>
public abstract class SubquerySuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task A_value_is_among_what_a_query_selects()
    {
        var authors = Db.Posts.Where(p => p.Views > 60).Select(p => p.AuthorId);
        AssertSql(
            Db.Tags.Where(t => t.Id.In(authors)).ToSql(),
            """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE t0."id" IN (SELECT t1."author_id" FROM "posts" AS t1 WHERE t1."views" > @p0)""");
        Assert.Equal(["Abel", "Bea"], (await Db.Users.Where(u => u.Id.In(authors)).OrderBy(u => u.Id).ToListAsync()).Select(u => u.Name));
        Assert.Equal(["Ann"], (await Db.Users.Where(u => !u.Id.In(authors)).ToListAsync()).Select(u => u.Name));
        await AssertPostsAsync(Db.Posts.Where(p => p.Id.In(Db.Posts.Where(q => q.AuthorId == p.AuthorId).OrderByDescending(q => q.Views).Take(1).Select(q => q.Id))).OrderBy(p => p.Id), 6, 7, 8);
        await AssertPostsAsync(Db.Posts.Where(p => p.Title.In(Db.Posts.Where(q => q.Id == 2).Select(q => q.Title))), 2);
    }

    [SkippableFact]
    public async Task Membership_takes_NULL_as_CSharp_does()
    {
        var editors = Db.Posts.Select(p => p.EditorId);
        AssertSql(
            Db.Tags.Where(t => !t.Id.In(editors)).ToSql(),
            """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE (t0."id" IN (SELECT t1."editor_id" FROM "posts" AS t1)) IS NOT TRUE""");
        Assert.Equal(["Abel", "Bea"], (await Db.Users.Where(u => !u.Id.In(editors)).OrderBy(u => u.Id).ToListAsync()).Select(u => u.Name));
        AssertSql(
            Db.Posts.Where(p => p.EditorId.In(editors)).Select(p => p.Id).ToSql(),
            """SELECT t0."id" FROM "posts" AS t0 WHERE EXISTS (SELECT 1 FROM (SELECT t2."editor_id" AS "c1" FROM "posts" AS t2) AS t1 WHERE t1."c1" IS NOT DISTINCT FROM t0."editor_id")""");
        Assert.Equal(8, await Db.Posts.Where(p => p.EditorId.In(editors)).CountAsync());
        await AssertPostsAsync(Db.Posts.Where(p => p.EditorId.In(Db.Users.Select(u => u.Id))).OrderBy(p => p.Id), 2, 4, 6, 8);
        await AssertPostsAsync(Db.Posts.Where(p => !p.EditorId.In(Db.Users.Select(u => u.Id))).OrderBy(p => p.Id), 1, 3, 5, 7);
        Assert.Throws<NotSupportedException>(() => Db.Posts.Where(p => p.In(Db.Posts.Select(q => q))));
    }

    [SkippableFact]
    public async Task Exists_tests_any_query()
    {
        AssertSql(
            Db.Tags.Where(t => Sql.Exists(Db.Posts.Where(p => p.Title == t.Name))).ToSql(),
            """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE EXISTS (SELECT 1 FROM "posts" AS t1 WHERE t1."title" = t0."name")""");
        await AssertPostsAsync(Db.Posts.Where(p => Sql.Exists(Db.Posts.Where(q => q.EditorId == p.AuthorId && q.Id > p.Id))).OrderBy(p => p.Id), 3, 6);
        await AssertPostsAsync(Db.Posts.Where(p => !Sql.Exists(Db.Users.Where(u => u.Id == p.EditorId).Take(1))).OrderBy(p => p.Id), 1, 3, 5, 7);
        Assert.Equal(3, await Db.Users.Where(u => Sql.Exists(Db.Posts.Select(p => p.AuthorId).AsSubquery().Where(id => id == u.Id))).CountAsync());
        Assert.Throws<ArgumentNullException>(() => Sql.Exists(null!));
    }

    [SkippableFact]
    public async Task A_selection_is_a_value()
    {
        var average = Db.Posts.Aggregate(p => Sql.Avg(p.Views)).AsExpression();
        AssertSql(
            Db.Tags.Where(t => t.Id > Db.Tags.Aggregate(other => Sql.Max(other.Id)).AsExpression() - 1).ToSql(),
            """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE t0."id" > ((SELECT max(t1."id") FROM "tags" AS t1) - @p0)""");
        await AssertPostsAsync(Db.Posts.Where(p => p.Views.Cast<double>() > average).OrderBy(p => p.Id), 5, 6, 7, 8);
        var newest = await Db.Users.OrderBy(u => u.Id).Select(u => (u.Name, Db.Posts.Where(p => p.AuthorId == u.Id).OrderByDescending(p => p.Id).Select(p => p.Title).AsExpression())).ToListAsync();
        Assert.Equal([("Ann", "Post 6"), ("Abel", "Post 7"), ("Bea", "Post 8")], newest);
        var missing = Db.Users.Select(u => Db.Posts.Where(p => p.Id < 0).Select(p => p.Views).AsExpression());
        Assert.Contains("OrNull", (await Assert.ThrowsAsync<InvalidOperationException>(() => missing.ToListAsync())).Message, StringComparison.Ordinal);
        Assert.Equal([null, null, null], await Db.Users.Select(u => Db.Posts.Where(p => p.Id < 0).Select(p => p.Views).AsExpression().OrNull()).ToListAsync());
        Assert.Equal(8L, await Db.Users.Take(1).Select(u => Db.Posts.Aggregate(p => Sql.Count()).AsExpression()).SingleAsync());
        Assert.Throws<NotSupportedException>(() => Db.Posts.Select(p => (p.Id, p.Title)).AsExpression());
    }

    [SkippableFact]
    public async Task Related_rows_are_filtered_and_aggregated()
    {
        AssertSql(
            Db.Users.Where(u => u.Posts.Where(p => p.Published).Where(p => p.Views > 10).Avg(p => p.Views) > 40).Select(u => u.Id).ToSql(),
            """SELECT t0."id" FROM "users" AS t0 WHERE (SELECT avg(t1."views") FROM "posts" AS t1 WHERE t1."author_id" = t0."id" AND (t1."published") AND (t1."views" > @p0)) > @p1""",
            """SELECT t0."id" FROM "users" AS t0 WHERE (SELECT CAST(avg(t1."views") AS double precision) FROM "posts" AS t1 WHERE t1."author_id" = t0."id" AND (t1."published") AND (t1."views" > @p0)) > @p1""");
        var rows = await Db.Users.OrderBy(u => u.Id).Select(u => (
            u.Posts.Avg(p => p.Views), u.Posts.Where(p => p.Views > 30).Sum(p => p.Views), u.Posts.Max(p => p.DeletedAt), u.Posts.Min(p => p.Title), u.EditedPosts.Sum(p => p.EditorId))).ToListAsync();
        Assert.Equal((45, 60L, null, "Post 3", 4L), rows[0]);
        Assert.Equal((40, 110L, BlogData.Start.AddDays(9), "Post 1", null), rows[1]);
        await AssertAsync(
            2,
            p => p.Tags.Aggregate(t => Sql.StringAgg(t.Name, ", ").OrderBy(t.Name)),
            "csharp, orm, sql",
            """(SELECT group_concat(t1."name", @p0 ORDER BY t1."name") FROM "tags" AS t1 JOIN "post_tags" AS t2 ON t2."tag_id" = t1."id" WHERE t2."post_id" = t0."id")""",
            """(SELECT string_agg(t1."name", @p0 ORDER BY t1."name") FROM "tags" AS t1 JOIN "post_tags" AS t2 ON t2."tag_id" = t1."id" WHERE t2."post_id" = t0."id")""");
        Assert.Equal(3, await Db.Users.Where(u => u.Posts.Any(p => p.Comments.Count(c => c.Replies.Any() && c.Author.Posts.Max(q => q.Id) > 5) > 0)).CountAsync());
    }

    [SkippableFact]
    public void Subqueries_of_other_databases_are_refused()
    {
        using var other = new BlogDb(new Elsewhere(Provider));
        var exception = Assert.Throws<InvalidOperationException>(() => Db.Users.Where(u => u.Id.In(other.Posts.Select(p => p.AuthorId))).ToSql());
        Assert.Contains("another database", exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Db.Users.Where(u => Sql.Exists(other.Posts.All())).ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Users.Union(other.Users.All()).ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Users.Join(other.Posts, (u, p) => u.Id == p.AuthorId));
    }

    /// <summary>Another database of the same kind, which isn't reached.</summary>
    private sealed class Elsewhere(IDatabaseProvider provider) : IDatabaseProvider
    {
        public SqlDialect Dialect => provider.Dialect;

        public SqlExecutor Executor => provider.Executor;

        public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask ReleaseAsync(DbConnection connection) => throw new NotSupportedException();

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
