using System.Transactions;
using Blog;
using Npgsql;
using IsolationLevel = System.Data.IsolationLevel;

namespace Covet.Npgsql.Tests;

/// <summary>Writes in a TransactionScope, which Npgsql's connections join.</summary>
public sealed class NpgsqlScopeTests : IAsyncLifetime
{
    private readonly PostgresFixture _fixture = new();

    private BlogDb Db { get; set; } = null!;

    public async Task InitializeAsync()
    {
        await _fixture.InitializeAsync();
        Db = new BlogDb(_fixture.Provider);
        await BlogData.FillAsync(Db);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [SkippableTheory]
    [InlineData(3, true)]
    [InlineData(3, false)]
    [InlineData(2_000, true)]
    [InlineData(2_000, false)]
    public async Task Writes_of_many_statements_are_part_of_the_scope(int count, bool completes)
    {
        using (var scope = Scope())
        {
            await Db.Tags.InsertManyAsync(Named(count));
            await Db.Tags.UpsertManyAsync(Named(count), tag => tag.Name);
            var post = await Db.Posts.FirstAsync(p => p.Id == 1);
            await post.Tags.ClearAsync();
            await post.Tags.AddAsync(await Db.Tags.OrderByDescending(t => t.Id).FirstAsync());
            if (completes)
                scope.Complete();
        }
        Assert.Equal(completes ? 3 + count : 3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_transaction_that_fails_takes_back_its_own_work_alone()
    {
        using (var scope = Scope())
        {
            await Db.Tags.InsertAsync(new Tag { Name = "before" });
            var tag = new Tag { Name = "within" };
            await Assert.ThrowsAsync<UniqueViolationException>(() => Db.TransactionAsync(async tx =>
            {
                await tx.Tags.InsertAsync(tag);
                await tx.TransactionAsync(nested => nested.Tags.InsertAsync(new Tag { Name = "nested" }));
                await tx.Tags.InsertAsync(new Tag { Name = "within" });
            }));
            Assert.Equal(0, tag.Id);
            await Db.Tags.InsertAsync(new Tag { Name = "after" });
            scope.Complete();
        }
        Assert.Equal(["after", "before"], await Db.Tags.Where(t => t.Name.StartsWith("after") | t.Name == "before" | t.Name == "within" | t.Name == "nested").OrderBy(t => t.Name).Select(t => t.Name).ToListAsync());
    }

    [SkippableFact]
    public async Task A_value_that_is_refused_half_way_leaves_nothing_behind()
    {
        using (var scope = Scope())
        {
            Tag[] tags = [.. Named(3_000), new Tag { Name = "nul \0" }];
            await Assert.ThrowsAsync<InvalidValueException>(() => Db.Tags.InsertManyAsync(tags));
            await Db.Tags.InsertAsync(new Tag { Name = "after" });
            scope.Complete();
        }
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_cancelled_copy_leaves_the_scope_usable()
    {
        using var cancellation = new CancellationTokenSource();
        using (var scope = Scope())
        {
            var progress = new Cancelling(cancellation);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.InsertManyAsync(Named(100_000), progress, cancellation.Token));
            await Db.Tags.InsertAsync(new Tag { Name = "after" });
            scope.Complete();
        }
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task What_only_a_transaction_of_its_own_can_have_is_refused_before_it_runs()
    {
        using var scope = Scope();
        Task Run(TransactionOptions options) => Db.TransactionAsync(_ => throw new InvalidOperationException("It ran."), options);
        var level = await Assert.ThrowsAsync<InvalidOperationException>(() => Run(new TransactionOptions { IsolationLevel = IsolationLevel.Serializable }));
        Assert.Equal(
            "A transaction inside a TransactionScope is a savepoint of it and can't be of the level Serializable by itself: use TransactionAsync instead of the scope, or leave the option out.",
            level.Message);
        Assert.Contains("read-only", (await Assert.ThrowsAsync<InvalidOperationException>(() => Run(new TransactionOptions { IsReadOnly = true }))).Message, StringComparison.Ordinal);
        var callback = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync(tx =>
        {
            tx.OnCommit(() => { });
            return Task.CompletedTask;
        }));
        Assert.Contains("TransactionCompleted", callback.Message, StringComparison.Ordinal);
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_connection_that_joins_no_scope_has_transactions_of_its_own()
    {
        await using var db = new BlogDb(new NpgsqlProvider(new NpgsqlConnectionStringBuilder(_fixture.ConnectionString) { Enlist = false }.ConnectionString));
        int committed = 0;
        using (Scope())
        {
            await db.TransactionAsync(
                async tx =>
                {
                    await tx.Tags.InsertAsync(new Tag { Name = "its own" });
                    tx.OnCommit(() => committed++);
                },
                new TransactionOptions { IsolationLevel = IsolationLevel.Serializable });
        }
        Assert.Equal(1, committed);
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    private static TransactionScope Scope() => new(TransactionScopeAsyncFlowOption.Enabled);

    private static List<Tag> Named(int count) => [.. Enumerable.Range(0, count).Select(i => new Tag { Name = $"tag {i}" })];

    private sealed class Cancelling(CancellationTokenSource cancellation) : IProgress<long>
    {
        public void Report(long value) => cancellation.Cancel();
    }
}
