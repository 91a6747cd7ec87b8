namespace Covet.Specification;

/// <summary>SQL written by hand, inside queries.</summary>
/// <param name="fixture">The database.</param>
public abstract class RawSqlSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task A_raw_expression_stands_wherever_an_expression_fits()
    {
        var (least, ids) = (30, new[] { 2, 4, 6 });
        var query = Db.Posts
            .Where(p => RawExpression.Interpolated($"{p.Views} > {least}") && p.Views < new RawExpression("7 * 10"))
            .OrderByDescending(p => new RawExpression("length('x')")).ThenBy(p => RawExpression.Interpolated($"-{p.Id}"));
        AssertSql(
            query.Select(p => (p.Id, new RawExpression("1 + 1").As<int>())).ToSql(),
            """SELECT t0."id", 1 + 1 FROM "posts" AS t0 WHERE (t0."views" > @p0) AND t0."views" < (7 * 10) ORDER BY (length('x')) DESC, (-t0."id")""",
            """SELECT t0."id", 1 + 1 FROM "posts" AS t0 WHERE (t0."views" > @p0) AND t0."views" < (7 * 10) ORDER BY (length('x')) DESC NULLS LAST, (-t0."id") NULLS FIRST""");
        await AssertPostsAsync(query, 6, 5, 4);
        Assert.Equal([(6, 2), (5, 2), (4, 2)], await query.Select(p => (p.Id, new RawExpression("1 + 1").As<int>())).ToListAsync());
        Assert.Equal([(0, 4L), (1, 4L)], await Db.Posts.GroupBy(p => RawExpression.Interpolated($"{p.Id} % 2")).Having(p => new RawExpression("count(*) > 1"))
            .OrderBy(p => RawExpression.Interpolated($"{p.Id} % 2")).Select(p => (RawExpression.Interpolated($"{p.Id} % 2").As<int>(), Sql.Count(new RawExpression("*")))).ToListAsync());
        await AssertPostsAsync(Db.Posts.Where(p => !RawExpression.Interpolated($"{p.Id} > {2}")).OrderBy(p => p.Id), 1, 2);
        await AssertPostsAsync(Db.Posts.Where(p => IsSqlite
            ? RawExpression.Interpolated($"{p.Id} IN (SELECT value FROM json_each({ids}))")
            : RawExpression.Interpolated($"{p.Id} = ANY({ids})")).OrderBy(p => p.Id), 2, 4, 6);
    }

    [SkippableFact]
    public async Task An_operation_in_a_hole_is_one_operand()
    {
        AssertSql(
            Db.Posts.Where(p => RawExpression.Interpolated($"2 * {p.Views + 1} > {p.Author.Id}")).Select(p => p.Id).ToSql(),
            """SELECT t0."id" FROM "posts" AS t0 WHERE (2 * (t0."views" + @p0) > t0."author_id")""");
        await AssertPostsAsync(Db.Posts.Where(p => RawExpression.Interpolated($"2 * {p.Views + 1} > {143}")), 8);
        var part = RawExpression.Interpolated($"+ {1} > {71}");
        AssertSql(
            Db.Posts.Where(p => RawExpression.Interpolated($"{p.Views} {part}")).Select(p => p.Id).ToSql(),
            """SELECT t0."id" FROM "posts" AS t0 WHERE (t0."views" + @p0 > @p1)""");
        await AssertPostsAsync(Db.Posts.Where(p => RawExpression.Interpolated($"{p.Views} {part}")), 8);
        Assert.Equal([8], await Db.ScalarsAsync<int>($"SELECT id FROM posts WHERE views {part}"));
    }

    [SkippableFact]
    public async Task A_statement_of_one_word_is_a_statement()
    {
        using var log = Db.Record();
        await Db.ExecuteAsync($"VACUUM");
        Assert.Equal("VACUUM", Assert.Single(log.Statements).Text);
    }

    [SkippableFact]
    public async Task Text_built_at_run_time_is_sent_as_it_is()
    {
        string column = string.Concat("vie", "ws");
#pragma warning disable COV2002 // The text comes from this test.
        var popular = RawExpression.Unsafe(column + " > 60");
#pragma warning restore COV2002
        AssertSql(Db.Posts.Where(p => popular).Select(p => p.Id).ToSql(), """SELECT t0."id" FROM "posts" AS t0 WHERE (views > 60)""");
        await AssertPostsAsync(Db.Posts.Where(p => popular).OrderBy(p => p.Id), 7, 8);
        Assert.Throws<ArgumentNullException>(() => RawExpression.Unsafe(null!));
    }

    [SkippableFact]
    public async Task A_query_starts_from_a_statement()
    {
        int least = 30;
        var query = Db.Posts.FromSql($"SELECT * FROM posts WHERE views > {least}").Where(p => p.Author.Name == "Ann").OrderBy(p => p.Id);
        AssertSql(
            query.Select(p => p.Id).ToSql(),
            """SELECT t0."id" FROM (SELECT * FROM posts WHERE views > @p0) AS t0 JOIN "users" AS t1 ON t1."id" = t0."author_id" WHERE t1."name" = @p1 ORDER BY t0."id" """.TrimEnd());
        await AssertPostsAsync(query, 6);
        Assert.Equal(5, await Db.Posts.FromSql($"SELECT * FROM posts WHERE views > {least}").CountAsync());
        Assert.Equal(1, await Db.ExecuteAsync($"UPDATE posts SET views = 0 WHERE id = {8}"));
        Assert.Equal(0, await Db.ScalarAsync<int>($"SELECT views FROM posts WHERE id = {8}"));
    }
}
