namespace Covet.Specification;

/// <summary>Locks of rows.</summary>
/// <param name="fixture">The database.</param>
public abstract class RowLockSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task Rows_are_locked_inside_a_transaction()
    {
        var query = Db.Tags.Where(t => t.Id == 1);
        AssertSql(query.ForUpdate().ToSql(), """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE t0."id" = @p0""", """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE t0."id" = @p0 FOR UPDATE OF t0""");
        AssertSql(query.ForShare().NoWait().Select(t => t.Id).ToSql(), """SELECT t0."id" FROM "tags" AS t0 WHERE t0."id" = @p0""", """SELECT t0."id" FROM "tags" AS t0 WHERE t0."id" = @p0 FOR SHARE OF t0 NOWAIT""");
        AssertSql(query.ForUpdate().SkipLocked().Take(1).ToSql(), """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE t0."id" = @p0 LIMIT @p1""", """SELECT t0."id", t0."name" FROM "tags" AS t0 WHERE t0."id" = @p0 LIMIT @p1 FOR UPDATE OF t0 SKIP LOCKED""");
        await Db.TransactionAsync(async tx =>
        {
            Assert.Equal("orm", (await tx.Tags.Where(t => t.Id == 1).ForUpdate().SingleAsync()).Name);
            Assert.Equal([1, 2], (await tx.Posts.OrderBy(p => p.Id).Include(p => p.Editor).Take(2).ForUpdate().SkipLocked().ToListAsync()).Select(p => p.Id));
            Assert.Equal([2], (await tx.Posts.OrderBy(p => p.Id).Take(2).ForShare().Where(p => p.Id > 1).ToListAsync()).Select(p => p.Id));
            Assert.Equal([1, 2, 3], await tx.Users.OrderBy(u => u.Id).ForUpdate().Select(u => u.Id).ToListAsync());
            Assert.Equal(3, await tx.Users.ForUpdate().CountAsync());
            Assert.Equal(8, (await tx.Users.Prefetch(u => u.Posts.ForUpdate()).ToListAsync()).Sum(u => u.Posts.All().Count));
        });
    }

    [SkippableFact]
    public async Task The_left_side_of_a_join_is_locked()
    {
        var counts = Db.Posts.GroupBy(p => p.AuthorId).Select(p => (p.AuthorId, Sql.Count())).AsSubquery();
        AssertSql(
            Db.Tags.ForUpdate().Join(Db.Users, (t, u) => t.Id == u.Id).Select((t, u) => t.Id).ToSql(),
            """SELECT t0."id" FROM "tags" AS t0 JOIN "users" AS t1 ON t0."id" = t1."id" """.TrimEnd(),
            """SELECT t0."id" FROM "tags" AS t0 JOIN "users" AS t1 ON t0."id" = t1."id" FOR UPDATE OF t0""");
        await Db.TransactionAsync(async tx =>
        {
            var rows = tx.Posts.GroupBy(p => p.AuthorId).Select(p => (p.AuthorId, Sql.Count())).AsSubquery();
            Assert.Equal([("Ann", 2L), ("Abel", 3L), ("Bea", 3L)], await tx.Users.OrderBy(u => u.Id).ForUpdate().LeftJoin(rows, (u, r) => u.Id == r.Item1).Select((u, r) => (u.Name, r.Item2)).ToListAsync());
        });
        Assert.Throws<InvalidOperationException>(() => Db.Users.Join(Db.Posts.ForUpdate(), (u, p) => u.Id == p.AuthorId).Select((u, p) => p.Id).ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Users.OrderBy(u => u.Id).Take(1).ForUpdate().Join(counts, (u, c) => u.Id == c.Item1).Select((u, c) => u.Id).ToSql());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Users.ForUpdate().Join(counts, (u, c) => u.Id == c.Item1).Select((u, c) => u.Id).ToListAsync());
    }

    [SkippableFact]
    public async Task What_can_t_be_locked_is_refused()
    {
        using var log = Db.Record();
        Assert.Contains("TransactionAsync", (await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.ForUpdate().ToListAsync())).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.ForUpdate().Select(p => p.Id).ToListAsync());
        Assert.Contains("ForUpdate", Assert.Throws<InvalidOperationException>(() => Db.Posts.SkipLocked()).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Db.Posts.NoWait());
        Assert.Throws<InvalidOperationException>(() => Db.Posts.Union(Db.Posts).ForUpdate().ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Posts.DistinctBy(p => p.Title).ForUpdate().ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Posts.ForUpdate().Union(Db.Posts).ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Posts.ForUpdate().GroupBy(p => p.Title).Select(p => p.Title).ToSql());
        Assert.Throws<InvalidOperationException>(() => Db.Posts.ForUpdate().Select(p => p.Title).Distinct().ToSql());
        Assert.Throws<ArgumentException>(() => Db.Users.Prefetch(u => u.Posts.Take(3).ForUpdate()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Users.Prefetch(u => u.Posts.ForUpdate()).ToListAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Comments.Prefetch(c => c.Post.Prefetch(p => p.Tags.ForShare())).ToListAsync());
        Assert.Throws<InvalidOperationException>(() => Db.Users.Where(u => Sql.Exists(Db.Posts.ForUpdate())));
        Assert.Empty(log.Statements);
    }
}
