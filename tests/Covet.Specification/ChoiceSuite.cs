using Blog;

namespace Covet.Specification;

/// <summary>Choices, NULL and its stand-ins, bounds.</summary>
/// <param name="fixture">The database.</param>
public abstract class ChoiceSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task Case_takes_the_first_condition_that_holds()
    {
        await AssertAsync(
            7, p => Sql.Case().When(p.Views > 60, "hot").When(p.Views > 20, p.Title).Else("cold"), "hot",
            """CASE WHEN t0."views" > @p0 THEN @p1 WHEN t0."views" > @p2 THEN t0."title" ELSE @p3 END""");
        Assert.Equal(["cold", "cold", "Post 3"], await Db.Posts.OrderBy(p => p.Id).Take(3).Select(p => Sql.Case().When(p.Views > 60, "hot").When(p.Views > 20, p.Title).Else("cold")).ToListAsync());
        await AssertAsync(1, p => Sql.Case().When(p.Views > 60, 1).OrNull(), null, """CASE WHEN t0."views" > @p0 THEN @p1 END""");
        Assert.Equal([1L, 7L], await Db.Posts.GroupBy(p => Sql.Case().When(p.Published, "yes").Else("no")).OrderBy(p => Sql.Case().When(p.Published, "yes").Else("no")).Select(p => Sql.Count()).ToListAsync());
        var open = Db.Posts.Where(p => p.Id == 1).Select(p => Sql.Case().When(p.Views > 60, 1));
        Assert.Contains("Else", (await Assert.ThrowsAsync<InvalidOperationException>(() => open.SingleAsync())).Message, StringComparison.Ordinal);
        await AssertPostsAsync(Db.Posts.Where(p => Sql.Case().When(p.Views > 60, p.Id).Else(0) > 0).OrderBy(p => p.Id), 7, 8);
        await AssertPostsAsync(Db.Posts.OrderBy(p => Sql.Case().When(p.Id == 5, 0).Else(1)).ThenBy(p => p.Id).Take(2), 5, 1);
    }

    [SkippableFact]
    public async Task NULL_has_stand_ins()
    {
        await AssertAsync(1, p => p.EditorId.Coalesce(7), 7, """COALESCE(t0."editor_id", @p0)""");
        await AssertAsync(1, p => p.EditorId.Coalesce(p.AuthorId), 2, """COALESCE(t0."editor_id", t0."author_id")""");
        await AssertAsync(2, p => p.Editor.Name.Coalesce("none"), "Ann", """COALESCE(t1."name", @p0)""");
        Assert.Equal(["none", "Ann"], await Db.Posts.Where(p => p.Id < 3).OrderBy(p => p.Id).Select(p => p.Editor.Name.Coalesce("none")).ToListAsync());
        await AssertAsync(1, p => p.EditorId.Coalesce(p.EditorId), null, """COALESCE(t0."editor_id", t0."editor_id")""");
        await AssertAsync(1, p => Sql.Coalesce(p.EditorId, p.AuthorId.OrNull(), 3), 2, """COALESCE(t0."editor_id", t0."author_id", @p0)""");
        await AssertAsync(1, p => p.Views.NullIf(10), null, """NULLIF(t0."views", @p0)""");
        await AssertAsync(2, p => p.Views.NullIf(p.Id), 20, """NULLIF(t0."views", t0."id")""");
        await AssertAsync(1, p => p.Title.NullIf("Post 1").OrNull(), null, """NULLIF(t0."title", @p0)""");
        await AssertAsync(2, p => p.EditorId.NullIf(1), null, """NULLIF(t0."editor_id", @p0)""");
        await AssertAsync(1, p => p.DeletedAt.Coalesce(BlogData.Start), BlogData.Start, """COALESCE(t0."deleted_at", @p0)""");
        await AssertAsync(1, p => Sql.Value(5), 5, "@p0");
        await AssertPostsAsync(Db.Posts.Where(p => p.EditorId.Coalesce(0) == 0).OrderBy(p => p.Id), 1, 3, 5, 7);
    }

    [SkippableFact]
    public async Task Between_includes_both_bounds()
    {
        AssertSql(
            Db.Posts.Where(p => p.Views.Between(20, 40)).Select(p => p.Id).ToSql(), """SELECT t0."id" FROM "posts" AS t0 WHERE t0."views" BETWEEN @p0 AND @p1""");
        await AssertPostsAsync(Db.Posts.Where(p => p.Views.Between(20, 40)).OrderBy(p => p.Id), 2, 3, 4);
        await AssertPostsAsync(Db.Posts.Where(p => !p.Views.Between(20, 70)).OrderBy(p => p.Id), 1, 8);
        await AssertPostsAsync(Db.Posts.Where(p => p.Views.Between(p.Id, p.AuthorId * 10)).OrderBy(p => p.Id), 1, 2);
        await AssertPostsAsync(Db.Posts.Where(p => p.DeletedAt.Between(BlogData.Start, BlogData.Start.AddDays(10))), 4);
        await AssertPostsAsync(Db.Posts.Where(p => !p.DeletedAt.Between(BlogData.Start, BlogData.Start.AddDays(10))).OrderBy(p => p.Id), 1, 2, 3, 5, 6, 7, 8);
        await AssertPostsAsync(Db.Posts.Where(p => p.Title.Between("Post 2", "Post 3")).OrderBy(p => p.Id), 2, 3);
        Assert.Throws<ArgumentNullException>(() => Db.Posts.Where(p => p.Title.Between(null!, "x")));
    }

    [SkippableFact]
    public async Task Distinct_from_is_unequal_with_NULL_as_a_value()
    {
        AssertSql(
            Db.Posts.Where(p => p.EditorId.IsDistinctFrom(p.AuthorId.OrNull())).Select(p => p.Id).ToSql(),
            """SELECT t0."id" FROM "posts" AS t0 WHERE t0."editor_id" IS DISTINCT FROM t0."author_id" """.TrimEnd());
        await AssertPostsAsync(Db.Posts.Where(p => p.EditorId.IsDistinctFrom(1)).OrderBy(p => p.Id), 1, 3, 5, 7);
    }

    [SkippableFact]
    public async Task Casts_change_the_type()
    {
        await AssertAsync(3, p => p.Views.Cast<long>(), 30L, """CAST(t0."views" AS INTEGER)""", """CAST(t0."views" AS bigint)""");
        await AssertAsync(3, p => p.Views.Cast<string>(), "30", """CAST(t0."views" AS TEXT)""", """CAST(t0."views" AS text)""");
        await AssertAsync(3, p => p.Views.Cast<double>() / 4, 7.5, """CAST(t0."views" AS REAL) / @p0""", """CAST(t0."views" AS double precision) / @p0""");
        await AssertAsync(3, p => p.EditorId.Cast<long?>(), null, """CAST(t0."editor_id" AS INTEGER)""", """CAST(t0."editor_id" AS bigint)""");
    }

    [SkippableFact]
    public async Task A_condition_is_true_or_false_where_it_is_selected()
    {
        await AssertAsync(1, p => p.EditorId == p.AuthorId, false, """(t0."editor_id" = t0."author_id") IS TRUE""");
        await AssertAsync(1, p => p.EditorId != p.AuthorId, true, """t0."editor_id" IS DISTINCT FROM t0."author_id" """.TrimEnd());
        await AssertAsync(1, p => p.Editor.Name.Lower() == p.Title, false, """(lower(t1."name") = t0."title") IS TRUE""");
    }
}
