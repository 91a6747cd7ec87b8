using Blog;

namespace Covet.Specification;

/// <summary>Arguments that are null, and tokens that are cancelled.</summary>
public abstract partial class BadInputSuite
{
    [SkippableFact]
    public async Task Null_is_no_argument_of_a_query()
    {
        var failures = new List<string>();
        foreach (var (argument, call) in new (string, Func<object?>)[]
        {
            ("condition", () => Db.Posts.Where(null!)),
            ("condition", () => Db.Posts.Where(_ => null!)),
            ("condition", () => Db.Posts.WhereIf(true, null!)),
            ("condition", () => Db.Posts.WhereIf("x", null!)),
            ("condition", () => Db.Posts.WhereIf((int?)null, null!)),
            ("key", () => Db.Posts.OrderBy(null!)),
            ("key", () => Db.Posts.OrderByDescending(null!)),
            ("key", () => Db.Posts.OrderBy(p => p.Id).ThenBy(null!)),
            ("key", () => Db.Posts.OrderBy(p => p.Id).ThenByDescending(_ => null!)),
            ("relations", () => Db.Posts.Include((Func<PostColumns, IRelated>)null!)),
            ("branches", () => Db.Posts.Prefetch((Func<PostPrefetch, PrefetchBranch>)null!)),
            ("sql", () => Db.Posts.FromSql(null!)),
            ("expression", () => Db.Posts.Select((Func<PostColumns, Expr<int>>)null!)),
            ("expression", () => Db.Posts.Select(_ => (Expr<int>)null!)),
            ("keys", () => Db.Posts.GroupBy((Func<PostColumns, SqlExpression>)null!)),
            ("keys", () => Db.Posts.DistinctBy((Func<PostColumns, SqlExpression>)null!)),
            ("other", () => Db.Posts.Union(null!)),
            ("other", () => Db.Posts.UnionAll(null!)),
            ("other", () => Db.Posts.Intersect(null!)),
            ("other", () => Db.Posts.Except(null!)),
            ("other", () => Db.Posts.Select(p => p.Id).Except(null!)),
            ("step", () => Db.Comments.Recursive(null!)),
            ("step", () => Db.Comments.Recursive((_, _) => null!)),
            ("name", () => Db.Posts.AsCte(null!)),
            ("name", () => Db.Posts.Select(p => p.Id).AsCte(null!)),
            ("tag", () => Db.Posts.TagWith(null!)),
            ("last", () => Db.Posts.OrderBy(p => p.Id).After((Post)null!)),
            ("row", () => Db.Posts.OrderBy(p => p.Id).CursorOf(null!)),
            ("condition", () => Db.Posts.GroupBy(p => p.Id).Having(null!)),
            ("key", () => Db.Posts.GroupBy(p => p.Id).OrderBy(null!)),
            ("expression", () => Db.Posts.GroupBy(p => p.Id).Select((Func<PostColumns, Expr<int>>)null!)),
            ("on", () => Db.Posts.Join(Db.Users, null!)),
            ("on", () => Db.Posts.LeftJoin(Db.Users, (_, _) => null!)),
            ("right", () => Db.Posts.Join((IRowSource<UserColumns>)null!, (_, _) => null!)),
            ("condition", () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).Where(null!)),
            ("key", () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).OrderBy(null!)),
            ("keys", () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).GroupBy((Func<PostColumns, UserColumns, SqlExpression>)null!)),
            ("expression", () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).Select((Func<PostColumns, UserColumns, Expr<int>>)null!)),
            ("condition", () => Db.Posts.Select(p => p.Id).AsSubquery().Where(null!)),
            ("key", () => Db.Posts.Select(p => p.Id).AsSubquery().OrderBy(null!)),
            ("condition", () => Db.Posts.FirstAsync(null!)),
            ("condition", () => Db.Posts.FirstOrDefaultAsync(null!)),
            ("condition", () => Db.Posts.SingleAsync(null!)),
            ("condition", () => Db.Posts.SingleOrDefaultAsync(null!)),
            ("condition", () => Db.Posts.CountAsync(null!)),
            ("condition", () => Db.Posts.AnyAsync(null!)),
            ("instances", () => Db.Posts.PrefetchAsync(null!, p => p.Tags)),
            ("instances", () => Db.Posts.PrefetchAsync([null!], p => p.Tags)),
            ("branches", () => Db.Posts.PrefetchAsync([new Post { Id = 1 }], null!)),
            ("values", () => Db.Posts.Where(p => p.Title.In((IEnumerable<string>)null!))),
            ("part", () => Db.Posts.Where(p => p.Title.Contains((string)null!))),
            ("part", () => Db.Posts.Where(p => p.Title.StartsWith((string)null!))),
            ("part", () => Db.Posts.Where(p => p.Title.EndsWith((string)null!))),
            ("pattern", () => Db.Posts.Where(p => p.Title.Like((string)null!))),
            ("pattern", () => Db.Posts.Where(p => p.Title.ILike((string)null!))),
            ("regex", () => Db.Posts.Where(p => p.Title.Matches((string)null!))),
            ("condition", () => Db.Posts.Where(p => p.Tags.Any(null!))),
            ("sql", () => Db.ExecuteAsync(null!)),
            ("sql", () => Db.ScalarAsync<int>(null!)),
            ("sql", () => Db.ScalarsAsync<int>(null!)),
            ("sql", () => Db.QueryAsync<Post>(null!)),
            ("sql", () => RawExpression.Interpolated(null!)),
            ("model", () => Db.Posts.InsertAsync(null!)),
            ("model", () => Db.Posts.UpdateAsync(null!)),
            ("model", () => Db.Posts.DeleteAsync(null!)),
            ("models", () => Db.Posts.InsertManyAsync(null!)),
            ("models", () => Db.Posts.InsertManyAsync([new Post { AuthorId = 1 }, null!])),
            ("work", () => Db.TransactionAsync((Func<BlogDb, Task>)null!)),
        })
        {
            var failure = await Record.ExceptionAsync(() => RefusedAsync<ArgumentNullException>(argument, call));
            if (failure is not null)
                failures.Add($"{argument}: {failure.Message}");
        }
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.Equal(8, await Db.Posts.CountAsync());
    }

    [SkippableFact]
    public async Task A_cancelled_token_sends_nothing()
    {
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        var token = source.Token;
        var posts = await Db.Posts.ToListAsync();
        using (var log = Db.Record())
        {
            foreach (var call in new Func<Task>[]
            {
                () => Db.Posts.ToListAsync(token), () => Db.Posts.ToArrayAsync(token), () => Db.Posts.FirstAsync(token), () => Db.Posts.FirstOrDefaultAsync(p => p.Id == 1, token),
                () => Db.Posts.SingleAsync(p => p.Id == 1, token), () => Db.Posts.SingleOrDefaultAsync(p => p.Id == 1, token), () => Db.Posts.CountAsync(token),
                () => Db.Posts.AnyAsync(token), () => Db.Posts.FindAsync(1, token), () => Db.Posts.FindManyAsync([1], token), () => Db.Posts.ExplainAsync(token),
                () => Db.Posts.Select(p => p.Id).ToListAsync(token), () => Db.Posts.Select(p => p.Id).FirstAsync(token), () => Db.Posts.Select(p => p.Id).CountAsync(token),
                () => Db.Posts.Select(p => p.Id).ExplainAsync(token), () => Db.Posts.AggregateAsync(p => Sql.Count(), token),
                () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).CountAsync(token), () => Db.Posts.Join(Db.Users, (p, u) => p.AuthorId == u.Id).AnyAsync(token),
                () => Db.Posts.PrefetchAsync(posts, [p => p.Tags], token), () => Db.ExecuteAsync($"DELETE FROM posts", token), () => Db.ScalarAsync<int>($"SELECT 1", token),
                () => Db.ScalarsAsync<int>($"SELECT 1", token), () => Db.QueryAsync<Post>($"SELECT * FROM posts", token), () => Db.Tags.InsertAsync(new Tag { Name = "never" }, token),
                () => Db.Tags.InsertManyAsync([new Tag { Name = "never" }], token), () => Db.Posts.UpdateAsync(posts[0], token), () => Db.Posts.DeleteAsync(posts[0], token),
                async () => await Db.Posts.Stream(cancellationToken: token).GetAsyncEnumerator(token).MoveNextAsync(),
                async () => await Db.Posts.Select(p => p.Id).Stream(token).GetAsyncEnumerator(token).MoveNextAsync(),
                () => Db.TransactionAsync(tx => tx.ExecuteAsync($"DELETE FROM posts"), token),
            })
            {
                await Assert.ThrowsAnyAsync<OperationCanceledException>(call);
            }
            Assert.Empty(log.Statements);
        }
        Assert.False(posts[0].Tags.IsLoaded);
        Assert.Equal((8, 3), (await Db.Posts.CountAsync(), await Db.Tags.CountAsync()));
    }
}
