using Blog;

namespace Covet.Specification;

/// <summary>Aggregates, groups by expressions, and windows.</summary>
/// <param name="fixture">The database.</param>
public abstract class AggregateSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task Groups_are_made_by_expressions_with_values()
    {
        var query = Db.Posts.GroupBy(p => p.Views / 30, p => p.Title.Length()).Having(p => p.Views / 30 > 0).OrderBy(p => p.Views / 30).Select(p => (p.Views / 30 * 30, Sql.Count()));
        AssertSql(
            query.ToSql(),
            """SELECT (t0."views" / @p0) * @p1, count(*) FROM "posts" AS t0 GROUP BY (t0."views" / @p0), length(t0."title") HAVING ((t0."views" / @p0) > @p2) ORDER BY (t0."views" / @p0)""");
        Assert.Equal([(30, 3L), (60, 3L)], await query.ToListAsync());
        int step = 40;
        Assert.Equal([(0, 3L), (1, 4L), (2, 1L)], await Db.Posts.GroupBy(p => p.Views / step).OrderBy(p => p.Views / step).Select(p => (p.Views / step, Sql.Count())).ToListAsync());
        Assert.Equal([(false, 4L), (true, 4L)], await Db.Posts.GroupBy(p => p.Views > 40).OrderBy(p => p.Views > 40).Select(p => (p.Views > 40, Sql.Count())).ToListAsync());
    }

    [SkippableFact]
    public async Task Groups_are_made_by_every_kind_of_expression()
    {
        AssertSql(
            Db.Users.GroupBy(u => u.Posts.Count(p => p.Views > 20)).Select(u => (u.Posts.Count(p => p.Views > 20), Sql.Count())).ToSql(),
            """SELECT (SELECT count(*) FROM "posts" AS t1 WHERE t1."author_id" = t0."id" AND (t1."views" > @p0)), count(*) FROM "users" AS t0 GROUP BY (SELECT count(*) FROM "posts" AS t1 WHERE t1."author_id" = t0."id" AND (t1."views" > @p0))""");
        await AssertGroupsAsync(p => p.Comments.Count(c => c.Text == "great"), [(1, 8L)]);
        await AssertGroupsAsync(p => p.Author.Posts.Where(q => q.Views > 10).Max(q => q.Views), [(60, 2L), (70, 3L), (80, 3L)]);
        await AssertGroupsAsync(p => p.Comments.Any(c => c.Text == "none"), [(false, 8L)]);
        await AssertGroupsAsync(p => (p.Views / 30).Cast<long>(), [(0L, 2L), (1L, 3L), (2L, 3L)]);
        await AssertGroupsAsync(p => p.Title.Substring(0, 4), [("Post", 8L)]);
        await AssertGroupsAsync(p => p.Id.In(1, 2), [(false, 6L), (true, 2L)]);
        await AssertGroupsAsync(p => p.Views.Between(20, 40), [(false, 5L), (true, 3L)]);
        await AssertGroupsAsync(p => Sql.Value(7), [(7, 8L)]);
        await AssertGroupsAsync(p => RawExpression.Interpolated($"{p.Views} % {30}").As<int>(), [(0, 2L), (10, 3L), (20, 3L)]);
        Assert.Equal([2L, 3L, 3L], await Db.Posts.GroupBy(p => RawExpression.Interpolated($"{p.Views} % {30}")).Select(p => (RawExpression.Interpolated($"{p.Views} % {30}").As<int>(), Sql.Count())).AsSubquery().OrderBy(row => row.Item1).Select(row => row.Item2).ToListAsync());
        var late = Db.Users.Where(u => u.Id > 1).Select(u => u.Id);
        await AssertGroupsAsync(p => p.AuthorId.In(late), [(false, 2L), (true, 6L)]);
        var most = Db.Posts.Aggregate(p => Sql.Max(p.Views)).AsExpression();
        await AssertGroupsAsync(p => p.Views.OrNull() == most, [(false, 7L), (true, 1L)]);
        var busy = Db.Posts.Where(p => p.Views > 70);
        await AssertGroupsAsync(p => Sql.Exists(busy), [(true, 8L)]);
        Assert.Equal([(0, 1L), (1, 1L), (2, 1L)], await Db.Posts.DistinctBy(p => p.Views / 30).GroupBy(p => p.Views / 30).OrderBy(p => p.Views / 30).Select(p => (p.Views / 30, Sql.Count())).ToListAsync());
    }

    [SkippableFact]
    public async Task Models_of_a_subquery_are_grouped()
    {
        var limited = Db.Users.OrderBy(u => u.Id).Take(2);
        Assert.Equal([("Ann", 1L), ("Abel", 1L)], (await limited.GroupBy(u => u).OrderBy(u => u.Id).Select(u => (u, Sql.Count())).ToListAsync()).Select(row => (row.Item1.Name, row.Item2)));
        var joined = Db.Posts.Join(limited, (p, u) => p.AuthorId == u.Id).GroupBy((p, u) => u).OrderBy(row => row.Right.Id).Select(row => (row.Right, Sql.Count()));
        Assert.Equal([("Ann", 2L), ("Abel", 3L)], (await joined.ToListAsync()).Select(row => (row.Item1.Name, row.Item2)));
        Assert.Equal(3, (await Db.Users.AsCte("everyone").GroupBy(u => u).Select(u => (u.Name, Sql.Count())).ToListAsync()).Count);
    }

    [SkippableFact]
    public void A_text_with_groups_depends_on_no_value()
    {
        string Sums(int key, int summand, int least)
            => Db.Posts.Where(p => p.Views + least > 0).GroupBy(p => p.Views + key).Select(p => (p.Views + key, Sql.Sum(p.Views + summand), Sql.Count().Filter(p.Views + summand > 1))).ToSql();
        Assert.Equal(Sums(1, 2, 3), Sums(1, 1, 1));
    }

    [SkippableFact]
    public async Task Aggregates_are_distinct_and_filtered()
    {
        var query = Db.Posts.Where(p => p.Id > 0);
        AssertSql(
            query.Aggregate(p => Sql.Count(p.AuthorId).Distinct().Filter(p.Views > 10).Filter(p.Published)).ToSql(),
            """SELECT count(DISTINCT t0."author_id") FILTER (WHERE t0."views" > @p0 AND t0."published") FROM "posts" AS t0 WHERE t0."id" > @p1""");
        Assert.Equal(
            (3L, 2L, 150L, (double?)70, 6L),
            await query.AggregateAsync(p => (
                Sql.CountDistinct(p.AuthorId),
                Sql.Count().Filter(p.Views > 60),
                Sql.Sum(p.Views).Filter(p.Author.Name == "Bea").Coalesce(0L),
                Sql.Avg(p.Views).Filter(p.Views > 50 && p.Views < 90 && p.Id != 0),
                Sql.Sum(p.AuthorId).Distinct().Coalesce(0L))));
        Assert.Equal((8L, 8L), await Db.Posts.AggregateAsync(p => (Sql.Count(new RawExpression("*")), Sql.Count())));
    }

    [SkippableFact]
    public async Task Texts_are_joined_in_an_order()
    {
        var query = Db.Posts.GroupBy(p => p.AuthorId).OrderBy(p => p.AuthorId).Select(p => Sql.StringAgg(p.Title, "; ").OrderByDescending(p.Id));
        AssertSql(
            query.ToSql(),
            """SELECT group_concat(t0."title", @p0 ORDER BY t0."id" DESC) FROM "posts" AS t0 GROUP BY t0."author_id" ORDER BY t0."author_id" """.TrimEnd(),
            """SELECT string_agg(t0."title", @p0 ORDER BY t0."id" DESC) FROM "posts" AS t0 GROUP BY t0."author_id" ORDER BY t0."author_id" """.TrimEnd());
        Assert.Equal(["Post 6; Post 3", "Post 7; Post 4; Post 1", "Post 8; Post 5; Post 2"], await query.ToListAsync());
        Assert.Equal("Ann", await Db.Posts.AggregateAsync(p => Sql.StringAgg(p.Editor.Name, ",").Filter(p.Id < 4)));
        Assert.Null(await Db.Posts.AggregateAsync(p => Sql.StringAgg(p.Title, ",").Filter(p.Id < 0)));
        Assert.Throws<NotSupportedException>(() => Sql.StringAgg(Sql.Value("x"), ",").Distinct());
        Assert.Throws<NotSupportedException>(() => Sql.StringAgg(Sql.Value("x"), ",").Over());
    }

    [SkippableFact]
    public async Task Windows_number_rank_and_look_around()
    {
        await AssertSqlAsync(
            p => Sql.RowNumber().Over(Sql.PartitionBy(p.AuthorId).OrderByDescending(p.Views)), [3, 3, 2, 2, 2, 1, 1, 1],
            """row_number() OVER (PARTITION BY t0."author_id" ORDER BY t0."views" DESC)""");
        await AssertSqlAsync(p => Sql.Rank().Over(Sql.OrderBy(p.AuthorId)), [3, 6, 1, 3, 6, 1, 3, 6], """rank() OVER (ORDER BY t0."author_id")""");
        await AssertSqlAsync(p => Sql.DenseRank().Over(Sql.OrderByDescending(p.AuthorId)), [2, 1, 3, 2, 1, 3, 2, 1], """dense_rank() OVER (ORDER BY t0."author_id" DESC)""");
        await AssertSqlAsync(p => Sql.NTile(2).Over(Sql.OrderBy(p.Id)), [1, 1, 1, 1, 2, 2, 2, 2], """ntile(@p0) OVER (ORDER BY t0."id")""");
        await AssertSqlAsync(p => Sql.PercentRank().Over(Sql.OrderBy(p.Published)), [1 / 7d, 1 / 7d, 0, 1 / 7d, 1 / 7d, 1 / 7d, 1 / 7d, 1 / 7d], """percent_rank() OVER (ORDER BY t0."published")""");
        await AssertSqlAsync(p => Sql.CumulativeDistribution().Over(Sql.OrderBy(p.Published)), [1, 1, 0.125, 1, 1, 1, 1, 1], """cume_dist() OVER (ORDER BY t0."published")""");
        await AssertSqlAsync(p => Sql.Lag(p.Views).Over(Sql.OrderBy(p.Id)), [null, 10, 20, 30, 40, 50, 60, 70], """lag(t0."views", @p0) OVER (ORDER BY t0."id")""");
        await AssertSqlAsync(p => Sql.Lead(p.Title, 6).Over(Sql.OrderBy(p.Id)), ["Post 7", "Post 8", null, null, null, null, null, null], """lead(t0."title", @p0) OVER (ORDER BY t0."id")""");
        await AssertSqlAsync(p => Sql.FirstValue(p.EditorId).Over(Sql.OrderByDescending(p.Id)), [1, 1, 1, 1, 1, 1, 1, 1], """first_value(t0."editor_id") OVER (ORDER BY t0."id" DESC)""");
        await AssertSqlAsync(
            p => Sql.LastValue(p.Views).Over(Sql.OrderBy(p.Id).Rows(0, 1)), [20, 30, 40, 50, 60, 70, 80, 80],
            """last_value(t0."views") OVER (ORDER BY t0."id" ROWS BETWEEN @p0 PRECEDING AND @p1 FOLLOWING)""");
    }

    [SkippableFact]
    public async Task Aggregates_run_over_windows()
    {
        await AssertSqlAsync(
            p => Sql.Sum(p.Views).Over(Sql.PartitionBy(p.AuthorId).OrderBy(p.Id)), [10, 20, 30, 50, 70, 90, 120, 150],
            """sum(t0."views") OVER (PARTITION BY t0."author_id" ORDER BY t0."id")""",
            """CAST(sum(t0."views") OVER (PARTITION BY t0."author_id" ORDER BY t0."id") AS bigint)""");
        await AssertSqlAsync(p => Sql.Count().Over(), [8L, 8, 8, 8, 8, 8, 8, 8], "count(*) OVER ()");
        await AssertSqlAsync(
            p => Sql.Max(p.Views).Filter(p.Id != 8).Over(Sql.OrderBy(p.Id).Rows(null, null)), [70, 70, 70, 70, 70, 70, 70, 70],
            """max(t0."views") FILTER (WHERE t0."id" <> @p0) OVER (ORDER BY t0."id" ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)""");
        var top = Db.Posts.Select(p => (p.Id, Sql.RowNumber().Over(Sql.PartitionBy(p.Author).OrderByDescending(p.Views).ThenBy(p.Id)))).AsSubquery();
        Assert.Equal([6, 7, 8], await top.Where(t => t.Item2 == 1).OrderBy(t => t.Item1).Select(t => t.Item1).ToListAsync());
        Assert.Equal([0, 2], await Db.Users.GroupBy(u => u.Name.Length()).OrderBy(u => u.Name.Length()).Select(u => Sql.Lag(Sql.Count()).Over(Sql.OrderBy(u.Name.Length())).Coalesce(0L)).ToListAsync());
    }

    [SkippableFact]
    public void Aggregates_stand_where_rows_are_grouped()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => Db.Posts.Where(p => Sql.Count() > 3).ToSql());
        Assert.Contains("Having", exception.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Db.Posts.Where(p => Sql.RowNumber().Over(Sql.OrderBy(p.Id)) < 3).ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Users.Where(u => u.Posts.Any(p => Sql.Max(p.Views) > 3)).ToSql());
        AssertRefused("AggregateAsync", Db.Posts.Select(p => (p.Id, Sql.Count())));
        AssertRefused("AggregateAsync", Db.Posts.OrderBy(p => Sql.Max(p.Id)).Select(p => p.Id));
        Assert.Throws<InvalidOperationException>(() => Db.Posts.OrderBy(p => Sql.Max(p.Id)).ToSql());
        AssertRefused("GroupBy", Db.Posts.GroupBy(p => Sql.Count()).Select(p => Sql.Count()));
        AssertRefused("AsSubquery", Db.Posts.GroupBy(p => p.Id).Having(p => Sql.Rank().Over() > 1).Select(p => p.Id));
        AssertRefused("AsSubquery", Db.Posts.GroupBy(p => p.Id).Select(p => Sql.Sum(Sql.Count())));
        AssertRefused("AsSubquery", Db.Posts.Select(p => Sql.Rank().Over(Sql.OrderBy(Sql.Rank().Over()))));
        Assert.Throws<NotSupportedException>(() => Sql.Count().Distinct());
        Assert.Throws<NotSupportedException>(() => Sql.Count(Sql.Value(1)).Distinct().Over());
        Assert.Throws<ArgumentOutOfRangeException>(() => Sql.OrderBy(Sql.Value(1)).Rows(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sql.NTile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Sql.Lag(Sql.Value(1), -1));
    }

    [SkippableFact]
    public async Task Columns_stand_beside_groups_that_are_made_by_them()
    {
        Assert.Equal(
            [(2, "Abel", 3L), (1, "Ann", 2L), (3, "Bea", 3L)],
            await Db.Posts.GroupBy(p => p.Author).OrderBy(p => p.Author.Name).Select(p => (p.AuthorId, p.Author.Name, Sql.Count())).ToListAsync());
        Assert.Equal([("Ann", 1L, 2)], await Db.Users.Where(u => u.Id == 1).GroupBy(u => u.Id).Select(u => (u.Name, Sql.Count(), u.Posts.Count())).ToListAsync());
        Assert.Equal([2L, 3L, 3L], await Db.Posts.GroupBy(p => p.AuthorId).OrderBy(p => p.Author.Id).Having(p => p.Author.Id > 0).Select(p => Sql.Count()).ToListAsync());
        Assert.Equal([(1, 2L), (2, 3L), (3, 3L)], await Db.Posts.GroupBy(p => p.AuthorId.OrNull()).OrderBy(p => p.AuthorId).Select(p => (p.AuthorId, Sql.Count())).ToListAsync());
        AssertRefused("Post.Title", Db.Posts.GroupBy(p => p.AuthorId).Select(p => (p.Title, Sql.Count())));
        AssertRefused("User.Name", Db.Posts.GroupBy(p => p.AuthorId).Select(p => p.Author.Name));
        AssertRefused("Post", Db.Posts.GroupBy(p => p.AuthorId).Select(p => p));
        AssertRefused("Post.Title", Db.Posts.GroupBy(p => p.AuthorId).Having(p => p.Title == "x").Select(p => p.AuthorId));
        AssertRefused("Post.Title", Db.Posts.GroupBy(p => p.AuthorId).OrderBy(p => p.Title).Select(p => p.AuthorId));
        AssertRefused("Post.Id", Db.Posts.GroupBy(p => p.AuthorId).Select(p => p.Comments.Count()));
        AssertRefused("Post.Title", Db.Posts.OrderBy(p => p.Id).Take(3).GroupBy(p => p.Id).Select(p => p.Title));
        AssertRefused("Item2", Db.Posts.Select(p => (p.Id, p.Title)).AsSubquery().GroupBy(row => row.Item1).Select(row => row.Item2));
        AssertRefused("Post.Title", Db.Posts.GroupBy(p => p.AuthorId).Select(p => Sql.RowNumber().Over(Sql.OrderBy(p.Title))));
        AssertRefused("Post.Views", Db.Posts.GroupBy(p => p.AuthorId).Select(p => Sql.Sum(p.Views).Over()));
        AssertRefused("Tag.Name", Db.Posts.Select(p => p.Tags.Aggregate(t => t.Name)));
    }

    private static void AssertRefused<T>(string part, Selection<T> selection)
        => Assert.Contains(part, Assert.Throws<InvalidOperationException>(() => selection.ToSql()).Message, StringComparison.Ordinal);

    private async Task AssertGroupsAsync<T>(Func<PostColumns, Expr<T>> key, (T, long)[] expected)
        => Assert.Equal(expected, await Db.Posts.GroupBy(key).OrderBy(key).Select(p => (key(p), Sql.Count())).ToListAsync());

    private async Task AssertSqlAsync<T>(Func<PostColumns, Expr<T>> expression, T[] expected, string sqlite, string? postgres = null)
    {
        var selection = Db.Posts.OrderBy(p => p.Id).Select(expression);
        AssertSql(selection.ToSql(), $"""SELECT {sqlite} FROM "posts" AS t0 ORDER BY t0."id" """.TrimEnd(), $"""SELECT {postgres ?? sqlite} FROM "posts" AS t0 ORDER BY t0."id" """.TrimEnd());
        Assert.Equal(expected, await selection.ToListAsync());
    }

    [SkippableFact]
    public async Task Groups_are_made_by_any_expression()
    {
        AssertSql(
            Db.Posts.GroupBy(p => p.Tags.Count()).Select(p => (p.Tags.Count(), Sql.Count())).ToSql(),
            """SELECT (SELECT count(*) FROM "tags" AS t1 JOIN "post_tags" AS t2 ON t2."tag_id" = t1."id" WHERE t2."post_id" = t0."id"), count(*) FROM "posts" AS t0 GROUP BY (SELECT count(*) FROM "tags" AS t1 JOIN "post_tags" AS t2 ON t2."tag_id" = t1."id" WHERE t2."post_id" = t0."id")""");
        Assert.Equal(8, (await Db.Posts.GroupBy(p => p.Tags.Count()).Select(p => (p.Tags.Count(), Sql.Count())).ToListAsync()).Sum(row => row.Item2));
        Assert.Equal(
            [("Po", 8L)],
            await Db.Posts.GroupBy(p => p.Title.Substring(0, 2)).Select(p => (p.Title.Substring(0, 2), Sql.Count())).ToListAsync());
        Assert.Equal(
            [(false, 1L), (true, 2L)],
            await Db.Users.GroupBy(u => u.Posts.Max(p => p.Views) > 60).OrderBy(u => u.Posts.Max(p => p.Views) > 60)
                .Select(u => (u.Posts.Max(p => p.Views) > 60, Sql.Count())).ToListAsync());
        Assert.Equal(
            [(null, 4L), (1, 4L)],
            await Db.Posts.GroupBy(p => p.EditorId.NullIf(2)).OrderBy(p => p.EditorId.NullIf(2)).Select(p => (p.EditorId.NullIf(2), Sql.Count())).ToListAsync());
    }
}
