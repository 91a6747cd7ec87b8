using Blog;

namespace Covet.Specification;

/// <summary>Joins by a condition: of tables, of selections, of joins.</summary>
/// <param name="fixture">The database.</param>
public abstract class JoinSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task A_query_joins_selected_rows()
    {
        var top = Db.Posts.GroupBy(p => p.AuthorId).Having(p => Sql.Count() > 2).Select(p => (p.AuthorId, Sql.Count())).AsSubquery();
        var query = Db.Users.Where(u => u.Id > 0).Join(top, (u, t) => u.Id == t.Item1).OrderBy((u, t) => u.Name).Select((u, t) => (u.Name, t.Item2));
        AssertSql(
            query.ToSql(),
            """SELECT t0."name", t1."c2" FROM "users" AS t0 JOIN (SELECT t2."author_id" AS "c1", count(*) AS "c2" FROM "posts" AS t2 GROUP BY t2."author_id" HAVING (count(*) > @p0)) AS t1 ON t0."id" = t1."c1" WHERE t0."id" > @p1 ORDER BY t0."name" """.TrimEnd());
        Assert.Equal([("Abel", 3L), ("Bea", 3L)], await query.ToListAsync());
        Assert.Equal(2, await Db.Users.Join(top, (u, t) => u.Id == t.Item1).CountAsync());
        Assert.True(await Db.Users.Join(top, (u, t) => u.Id == t.Item1).AnyAsync());
    }

    [SkippableFact]
    public async Task A_left_join_keeps_rows_without_a_match()
    {
        var edited = Db.Posts.Where(p => p.EditorId != null).GroupBy(p => p.EditorId).Select(p => (p.EditorId, Sql.Count())).AsSubquery();
        var query = Db.Users.LeftJoin(edited, (u, e) => u.Id == e.Item1).OrderBy((u, e) => u.Id);
        Assert.Equal([("Ann", 4L), ("Abel", null), ("Bea", null)], await query.Select((u, e) => (u.Name, e.Item2.OrNull())).ToListAsync());
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => query.Select((u, e) => (u.Name, e.Item2)).ToListAsync());
        Assert.Contains("OrNull", exception.Message, StringComparison.Ordinal);
        Assert.Equal(["Abel", "Bea"], await query.Where((u, e) => e.Item2.OrNull() == null).Select((u, e) => u.Name).ToListAsync());
        var posts = await Db.Users.LeftJoin(Db.Posts.Where(p => p.Views > 60), (u, p) => u.Id == p.AuthorId).OrderBy((u, p) => u.Id).Select((u, p) => (u.Name, p.OrNull(), p.Title.OrNull())).ToListAsync();
        Assert.Equal([("Ann", null, null), ("Abel", 7, "Post 7"), ("Bea", 8, "Post 8")], posts.Select(row => (row.Item1, row.Item2?.Id, row.Item3)));
        Assert.Contains("LEFT JOIN", (await Assert.ThrowsAsync<InvalidOperationException>(
            () => Db.Users.LeftJoin(Db.Posts.Where(p => p.Views > 60), (u, p) => u.Id == p.AuthorId).Select((u, p) => p.Id).ToListAsync())).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Models_join_models_and_their_paths()
    {
        var query = Db.Users.Join(Db.Posts, (u, p) => u.Name == p.Editor.Name && p.Author.Name != u.Name).OrderBy((u, p) => p.Id).Select((u, p) => (u, p.Id, p.Author.Name));
        AssertSql(
            Db.Users.Join(Db.Posts, (u, p) => u.Name == p.Editor.Name).Select((u, p) => p.Id).ToSql(),
            """SELECT t1."id" FROM "users" AS t0 JOIN ("posts" AS t1 LEFT JOIN "users" AS t2 ON t2."id" = t1."editor_id") ON t0."name" = t2."name" """.TrimEnd());
        var rows = await query.ToListAsync();
        Assert.Equal([("Ann", 2, "Bea"), ("Ann", 4, "Abel"), ("Ann", 8, "Bea")], rows.Select(row => (row.Item1.Name, row.Item2, row.Item3)));
        Assert.Equal(
            [("Abel", "Bea"), ("Ann", "Bea"), ("Ann", "Abel")],
            await Db.Users.Join(Db.Users, (a, b) => a.Id < b.Id).OrderBy((a, b) => a.Name).ThenByDescending((a, b) => b.Id).Select((a, b) => (a.Name, b.Name)).ToListAsync());
        Assert.Equal(
            [(1, (string?)"Rome"), (2, null)],
            await Db.Users.Where(u => u.Id < 3).LeftJoin(Db.Profiles, (u, p) => p.UserId == u.Id && p.User.Name == u.Name).OrderBy((u, p) => u.Id).Select((u, p) => (u.Id, p.City)).ToListAsync());
    }

    [SkippableFact]
    public async Task Limits_on_either_side_come_before_the_join()
    {
        Assert.Equal(
            [(1, "Abel"), (2, "Bea")],
            await Db.Posts.OrderBy(p => p.Id).Take(2).Join(Db.Users, (p, u) => p.AuthorId == u.Id).OrderBy((p, u) => p.Id).Select((p, u) => (p.Id, u.Name)).ToListAsync());
        Assert.Equal(
            [(8, "Bea")],
            await Db.Users.Join(Db.Posts.OrderByDescending(p => p.Id).Take(1), (u, p) => p.AuthorId == u.Id).Select((u, p) => (p.Id, u.Name)).ToListAsync());
        var ann = await Db.Users.SingleAsync(u => u.Name == "Ann");
        Assert.Equal([3, 6], await ann.Posts.Query.Join(Db.Users, (p, u) => p.AuthorId == u.Id).OrderBy((p, u) => p.Id).Select((p, u) => p.Id).ToListAsync());
    }

    [SkippableFact]
    public async Task Joins_are_joined_grouped_and_aggregated()
    {
        var joined = Db.Users.Join(Db.Posts, (u, p) => u.Id == p.AuthorId);
        var three = joined.Join(Db.Comments, (pair, c) => c.PostId == pair.Right.Id).Where((pair, c) => pair.Left.Name == "Ann").Select((pair, c) => (pair.Left.Name, pair.Right.Title, c.Text));
        Assert.Equal(4, (await three.ToListAsync()).Count);
        Assert.Equal(
            [("Abel", 120L), ("Ann", 90L), ("Bea", 150L)],
            (await joined.GroupBy((u, p) => u.Name).OrderBy(row => row.Left.Name).Select(row => (row.Left.Name, Sql.Sum(row.Right.Views))).ToListAsync()).Select(row => (row.Item1, row.Item2!.Value)));
        Assert.Equal((8L, (int?)80), await joined.AggregateAsync(row => (Sql.Count(), Sql.Max(row.Right.Views))));
        Assert.Equal(3, await joined.Select((u, p) => u.Name).Distinct().CountAsync());
        Assert.Equal([8, 7], await joined.OrderByDescending((u, p) => p.Id).Take(2).Select((u, p) => p.Id).ToListAsync());
        Assert.Equal([7], await joined.OrderByDescending((u, p) => p.Id).Skip(1).Take(1).WhereIf(false, (u, p) => p.Id == 0).Select((u, p) => p.Id).ToListAsync());
        var exception = Assert.Throws<InvalidOperationException>(() => joined.Take(2).Where((u, p) => p.Id > 2));
        Assert.Contains("AsSubquery", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Joins_are_asked_as_queries_are()
    {
        var joined = Db.Users.Join(Db.Posts, (u, p) => u.Id == p.AuthorId);
        Assert.Equal(80, await joined.AggregateAsync(row => Sql.Max(row.Right.Views)));
        Assert.Equal([8L], await Db.Tags.Take(1).Select(t => joined.Aggregate(row => Sql.Count()).AsExpression()).ToListAsync());
        Assert.Equal([("Abel", false, 2L), ("Abel", true, 1L)], await joined.Where((u, p) => u.Name == "Abel").GroupBy((u, p) => u.Name, (u, p) => p.EditorId != null).OrderBy(row => row.Right.EditorId != null).Select(row => (row.Left.Name, row.Right.EditorId != null, Sql.Count())).ToListAsync());
        var edited = await Db.Tags.Where(t => Sql.Exists(joined.Where((u, p) => u.Id == t.Id && p.Views > 70))).ToListAsync();
        Assert.Equal("sql", Assert.Single(edited).Name);
        Assert.True(await joined.Select((u, p) => u.Id).Distinct().Skip(2).AnyAsync());
        Assert.False(await joined.Select((u, p) => u.Id).Distinct().Skip(3).AnyAsync());
        Assert.True(await Db.Posts.GroupBy(p => p.AuthorId).Having(p => Sql.Count() > 2).Select(p => p.AuthorId).AnyAsync());
        Assert.False(await Db.Posts.Where(p => p.Id < 0).Select<PostCard>().Union(Db.Posts.Where(p => p.Id < 0).Select<PostCard>()).AnyAsync());
        Assert.Throws<ArgumentNullException>(() => Sql.Exists((Joined<UserColumns, PostColumns>)null!));
        Assert.Throws<ArgumentNullException>(() => Db.Users.Select(u => u.Posts.Sum((Func<PostColumns, Expr<int>>)null!)));
    }

    [SkippableFact]
    public async Task A_join_keeps_the_tag_and_the_fetch_mode_of_its_left_side()
    {
        var joined = Db.Posts.Fetch(FetchMode.Raise).TagWith("joined").Join(Db.Users, (p, u) => p.AuthorId == u.Id);
        var (post, user) = await joined.OrderBy((p, u) => p.Id).Select((p, u) => (p, u)).FirstAsync();
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await post.Tags.AllAsync());
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await user.Posts.AllAsync());
        Assert.StartsWith("/* joined */ SELECT", joined.Select((p, u) => p.Id).AsSubquery().Select(id => id).ToSql(), StringComparison.Ordinal);
        var first = await joined.GroupBy((p, u) => u).OrderBy(row => row.Right.Id).Select(row => row.Right).FirstAsync();
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await first.Posts.AllAsync());
    }

    [SkippableFact]
    public async Task Rows_are_queries_too()
    {
        var rows = Db.Posts.Select(p => (p.Id, p.Views, p.Editor.Name.OrNull())).AsSubquery();
        Assert.Equal(3, await rows.Where(r => r.Item2 > 20).WhereIf(true, r => r.Item3 == "Ann").CountAsync());
        Assert.Equal([8, 7], await rows.OrderByDescending(r => r.Item3).OrderByDescending(r => r.Item1).Take(3).Where(r => r.Item1 > 6).Select(r => r.Item1).ToListAsync());
        Assert.Equal([(null, 4L), ("Ann", 4L)], await rows.GroupBy(r => r.Item3).OrderBy(r => r.Item3).Select(r => (r.Item3, Sql.Count())).ToListAsync());
        Assert.Equal((8L, 360L), await rows.AggregateAsync(r => (Sql.Count(), Sql.Sum(r.Item2).Coalesce(0L))));
        Assert.Equal([2], await rows.OrderBy(r => r.Item1).Skip(1).Take(1).Select(r => r.Item1).ToListAsync());
        Assert.True(await rows.AnyAsync());
    }

    [SkippableFact]
    public async Task Joined_rows_are_grouped_by_several_keys()
    {
        var rows = await Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).GroupBy((p, u) => u.Name, (p, u) => p.Published)
            .OrderBy(row => row.Right.Name).Select(row => (row.Right.Name, row.Left.Published, Sql.Count())).ToListAsync();
        Assert.Equal(8, rows.Sum(row => row.Item3));
        Assert.Equal(rows.Count, rows.DistinctBy(row => (row.Item1, row.Item2)).Count());
    }
}
