#pragma warning disable COV2002 // every text is a literal of this file

using Blog;

namespace Covet.Specification;

/// <summary>A transaction can't look committed when something else than Covet ended it, or failed it.</summary>
/// <param name="fixture">The database.</param>
public abstract class TransactionControlSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableTheory]
    [InlineData("COMMIT")]
    [InlineData("-- enough\n /* of it */ end;")]
    [InlineData("rollback work")]
    [InlineData("ABORT")]
    [InlineData("PREPARE TRANSACTION 'x'")]
    public async Task SQL_that_would_end_the_transaction_is_not_sent(string sql)
    {
        await Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "before" });
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => tx.ExecuteAsync($"{RawExpression.Unsafe(sql)}"));
            Assert.Contains("return from the delegate", exception.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<InvalidOperationException>(() => tx.ScalarAsync<int>($"{RawExpression.Unsafe(sql)}"));
            await tx.ExecuteAsync($"SAVEPOINT mine");
            await tx.Tags.InsertAsync(new Tag { Name = "within" });
            await tx.ExecuteAsync($"ROLLBACK TRANSACTION TO SAVEPOINT mine");
            await tx.ExecuteAsync($"ROLLBACK TO mine");
            await tx.Tags.InsertAsync(new Tag { Name = "after" });
        });
        Assert.Equal(2, await Db.Tags.CountAsync(t => t.Name.In("before", "within", "after")));
    }

    [SkippableTheory]
    [InlineData("COMMIT", true)]
    [InlineData("ROLLBACK", false)]
    public async Task SQL_that_ended_the_transaction_is_told_and_nothing_runs_outside(string sql, bool isKept)
    {
        var tag = new Tag { Name = "before" };
        await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(tag);
            await tx.ExecuteAsync($"SELECT 1; {RawExpression.Unsafe(sql)}");
            var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => tx.Tags.InsertAsync(new Tag { Name = "after" }));
            Assert.Contains("isn't open any more", ended.Message, StringComparison.Ordinal);
            Assert.Same(ended, (await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.Tags.CountAsync())).InnerException);
        }));
        await AssertAbsentAsync("after");
        Assert.Equal(isKept, await Db.Tags.AnyAsync(t => t.Name == "before"));
        Assert.Equal(0, tag.Id);
        var last = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync(tx => tx.ExecuteAsync($"SELECT 1; {RawExpression.Unsafe(sql)}")));
        Assert.Contains("isn't open any more", last.Message, StringComparison.Ordinal);
        Assert.Equal(3 + (isKept ? 1 : 0), await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_stream_that_failed_fails_the_transaction()
    {
        int rows = 0;
        var provider = new InterposedProvider(Provider, new Interposition { BeforeRow = _ => ++rows == 2 ? throw new IOException("The wire was cut.") : default });
        var aborted = await Assert.ThrowsAsync<TransactionAbortedException>(() => new BlogDb(provider).TransactionAsync(async tx =>
        {
            await tx.ExecuteAsync($"INSERT INTO tags (name) VALUES ({"before"})");
            await Assert.ThrowsAsync<ConnectionException>(async () =>
            {
                await foreach (var tag in tx.Tags.Stream(1))
                    Assert.NotEqual(0, tag.Id);
            });
        }));
        Assert.IsType<ConnectionException>(aborted.InnerException);
        await AssertAbsentAsync("before");
        Assert.Equal(0, provider.ConnectionsOut);
    }

    private async Task AssertAbsentAsync(string tag) => Assert.False(await Db.Tags.Where(t => t.Name == tag).AnyAsync());
}
