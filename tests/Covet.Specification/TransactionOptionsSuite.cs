using System.Transactions;
using Blog;
using IsolationLevel = System.Data.IsolationLevel;

namespace Covet.Specification;

/// <summary>What a transaction may be told: isolation, read-only; and what can't be had.</summary>
/// <param name="fixture">The database.</param>
public abstract class TransactionOptionsSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    private static readonly TransactionOptions ReadOnly = new() { IsReadOnly = true };

    /// <summary>What the database calls the level that it was asked for; null where it has one alone.</summary>
    protected abstract Task<string?> LevelAsync(BlogDb tx);

    [SkippableTheory]
    [InlineData(IsolationLevel.Unspecified, "read committed")]
    [InlineData(IsolationLevel.ReadUncommitted, "read uncommitted")]
    [InlineData(IsolationLevel.ReadCommitted, "read committed")]
    [InlineData(IsolationLevel.RepeatableRead, "repeatable read")]
    [InlineData(IsolationLevel.Snapshot, "repeatable read")]
    [InlineData(IsolationLevel.Serializable, "serializable")]
    public async Task Every_level_can_be_had(IsolationLevel level, string name)
    {
        foreach (bool isReadOnly in new[] { false, true })
        {
            string? found = await Db.TransactionAsync(
                async tx =>
                {
                    Assert.Equal(3, await tx.Tags.CountAsync());
                    if (!isReadOnly)
                        await tx.Tags.InsertAsync(new Tag { Name = "new" });
                    return await LevelAsync(tx);
                },
                new TransactionOptions { IsolationLevel = level, IsReadOnly = isReadOnly });
            Assert.Equal(IsSqlite ? null : name, found);
            // The connection that was read-only writes again.
            if (isReadOnly)
                await Db.Tags.InsertAsync(new Tag { Name = "new" });
            Assert.Equal(1, await Db.Tags.Where(t => t.Name == "new").DeleteAsync());
        }
    }

    [SkippableFact]
    public void A_level_that_no_database_has_is_refused()
        => Assert.Contains("Chaos", Assert.Throws<ArgumentException>(() => new TransactionOptions { IsolationLevel = IsolationLevel.Chaos }).Message, StringComparison.Ordinal);

    [SkippableFact]
    public async Task A_snapshot_stays_as_it_is()
    {
        await Db.TransactionAsync(
            async tx =>
            {
                Assert.Equal(3, await tx.Tags.CountAsync());
                await Db.Tags.InsertAsync(new Tag { Name = "meanwhile" });
                Assert.Equal(3, await tx.Tags.CountAsync());
                Assert.Equal(3, (await tx.Tags.Prefetch(t => t.Posts).ToListAsync()).Count);
            },
            new TransactionOptions { IsolationLevel = IsolationLevel.Snapshot, IsReadOnly = true });
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_write_in_a_read_only_transaction_is_refused_whatever_comes_first(int way)
    {
        var tag = new Tag { Name = "never" };
        var exception = await Assert.ThrowsAsync<ReadOnlyDatabaseException>(() => Db.TransactionAsync(
            async tx =>
            {
                switch (way)
                {
                    case 0:
                        await tx.Tags.InsertAsync(tag);
                        break;
                    case 1:
                        await tx.Tags.All().DeleteAsync();
                        break;
                    case 2:
                        await tx.Tags.InsertManyAsync([tag, new Tag { Name = "nor this" }]);
                        break;
                    case 5:
                        // PostgreSQL would COPY them.
                        await tx.Tags.InsertManyAsync(Enumerable.Range(100, 2000).Select(id => new Tag { Id = id, Name = $"tag {id}" }));
                        break;
                    case 3:
                        // What makes it read-only must not end with a savepoint.
                        await tx.TransactionAsync(nested => nested.Tags.CountAsync());
                        await tx.ExecuteAsync($"UPDATE tags SET name = {"other"}");
                        break;
                    case 6:
                        // What is refused before it is sent makes nothing read-only by the way.
                        await Assert.ThrowsAsync<InvalidValueException>(() => tx.Tags.Where(t => t.Name == "no\0").ToListAsync());
                        await Assert.ThrowsAsync<InvalidValueException>(() => tx.TransactionAsync(nested => nested.Tags.Where(t => t.Name == "no\0").ToListAsync()));
                        await tx.Tags.InsertAsync(tag);
                        break;
                    case 7:
                        await Assert.ThrowsAsync<InvalidValueException>(() => tx.ExecuteAsync($"UPDATE tags SET name = {"no\0"}"));
                        await tx.ExecuteAsync($"UPDATE tags SET name = {"other"}");
                        break;
                    default:
                        await foreach (var each in tx.Tags.Stream(2))
                            Assert.NotEqual(0, each.Id);
                        await tx.Users.Prefetch(u => u.Posts).ToListAsync();
                        await tx.ExecuteAsync($"UPDATE tags SET name = {"other"}");
                        break;
                }
            },
            ReadOnly));
        Assert.NotNull(exception.Code);
        Assert.Contains("read-only", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, tag.Id);
        await Db.Tags.InsertAsync(tag);
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_write_that_is_refused_in_a_savepoint_leaves_the_rest_readable()
    {
        await Db.TransactionAsync(
            async tx =>
            {
                await Assert.ThrowsAsync<ReadOnlyDatabaseException>(() => tx.TransactionAsync(nested => nested.Tags.InsertAsync(new Tag { Name = "never" })));
                await Assert.ThrowsAsync<ReadOnlyDatabaseException>(() => tx.TransactionAsync(nested => nested.Tags.InsertAsync(new Tag { Name = "never" }), ReadOnly));
                Assert.Equal(3, await tx.Tags.CountAsync());
            },
            ReadOnly);
    }

    [SkippableFact]
    public async Task Options_cost_no_round_trip()
    {
        var interposition = new Interposition();
        var db = new BlogDb(new InterposedProvider(Provider, interposition));
        await db.TransactionAsync(tx => tx.Tags.CountAsync(), new TransactionOptions { IsolationLevel = IsolationLevel.Serializable, IsReadOnly = true });
        Assert.Equal(1, interposition.RoundTrips);
        await AssertCostAsync(1, 1, () => Db.TransactionAsync(tx => tx.Tags.CountAsync(), ReadOnly));
        await AssertCostAsync(1, 1, () => Db.TransactionAsync(tx => tx.Tags.FirstAsync(), ReadOnly));
        await AssertCostAsync(2, 2, () => Db.TransactionAsync(tx => tx.Users.Prefetch(u => u.Posts).ToListAsync(), ReadOnly));
    }

    [SkippableFact]
    public async Task A_nested_transaction_says_what_it_can_t_have_and_runs_nothing()
    {
        await Db.TransactionAsync(
            async tx =>
            {
                await AssertRefusedAsync(tx, new TransactionOptions { IsolationLevel = IsolationLevel.RepeatableRead }, "isolation level of the outer one (Serializable)");
                await AssertRefusedAsync(tx, ReadOnly, "can't be read-only");
                await AssertRefusedAsync(tx, new TransactionOptions { Retry = TransactionRetry.Default }, "can't be retried");
                await tx.TransactionAsync(
                    async nested =>
                    {
                        await AssertRefusedAsync(nested, new TransactionOptions { IsolationLevel = IsolationLevel.Snapshot }, "(Serializable)");
                        await nested.Tags.InsertAsync(new Tag { Name = "kept" });
                    },
                    new TransactionOptions { IsolationLevel = IsolationLevel.Serializable });
                await tx.Tags.InsertAsync(new Tag { Name = "also kept" });
            },
            new TransactionOptions { IsolationLevel = IsolationLevel.Serializable });
        Assert.Equal(5, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_retry_inside_a_scope_is_refused()
    {
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        await AssertRefusedAsync(Db, new TransactionOptions { Retry = new TransactionRetry(2) }, "TransactionScope");
        Assert.Contains("TransactionScope", Assert.Throws<InvalidOperationException>(() => Db.OnCommit(() => { })).Message, StringComparison.Ordinal);
    }

    private static async Task AssertRefusedAsync(BlogDb db, TransactionOptions options, string why)
    {
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => db.TransactionAsync(
            _ =>
            {
                Assert.Fail("It ran.");
                return Task.CompletedTask;
            },
            options));
        Assert.Contains(why, exception.Message, StringComparison.Ordinal);
    }
}
