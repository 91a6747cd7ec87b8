using System.Diagnostics;
using Covet.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Specification;

/// <summary>Connections, transactions and cancellation.</summary>
public abstract class ConnectionSuite(ProviderFixture fixture) : ProviderSuite(fixture)
{
    /// <summary>A statement that runs for many seconds.</summary>
    protected abstract string LongStatement { get; }

    [SkippableFact]
    public async Task A_committed_transaction_stays()
    {
        await using var lease = await CreateAsync();
        await using (lease.Transaction = await lease.Connection.BeginTransactionAsync())
        {
            Assert.Equal(1, await lease.ExecuteAsync("INSERT INTO numbers VALUES (1)"));
            await lease.Transaction.CommitAsync();
        }

        Assert.Equal([1], await ReadAsync<int>("SELECT n FROM numbers"));
    }

    [SkippableFact]
    public async Task A_transaction_that_was_rolled_back_leaves_nothing()
    {
        await using var lease = await CreateAsync();
        await using (lease.Transaction = await lease.Connection.BeginTransactionAsync())
        {
            await lease.ExecuteAsync("INSERT INTO numbers VALUES (1)");
            await lease.Transaction.RollbackAsync();
        }
        await using (lease.Transaction = await lease.Connection.BeginTransactionAsync())
            await lease.ExecuteAsync("INSERT INTO numbers VALUES (2)");
        lease.Transaction = null;

        Assert.Empty(await lease.ReadAsync<int>("SELECT n FROM numbers"));
    }

    [SkippableFact]
    public async Task A_savepoint_takes_back_its_part()
    {
        await using var lease = await CreateAsync();
        await using (lease.Transaction = await lease.Connection.BeginTransactionAsync())
        {
            await lease.ExecuteAsync("INSERT INTO numbers VALUES (1)");
            await lease.Transaction.SaveAsync("covet_1");
            await lease.ExecuteAsync("INSERT INTO numbers VALUES (2)");
            await lease.Transaction.RollbackAsync("covet_1");
            await lease.Transaction.SaveAsync("covet_1");
            await lease.ExecuteAsync("INSERT INTO numbers VALUES (3)");
            await lease.Transaction.ReleaseAsync("covet_1");
            await lease.Transaction.CommitAsync();
        }

        Assert.Equal([1, 3], await ReadAsync<int>("SELECT n FROM numbers ORDER BY n"));
    }

    [SkippableFact]
    public async Task Every_connection_sees_the_same_database()
    {
        await using var first = await CreateAsync();
        await using var second = await LeaseAsync();
        await first.ExecuteAsync("INSERT INTO numbers VALUES (1)");

        Assert.NotSame(first.Connection, second.Connection);
        Assert.Equal([1], await second.ReadAsync<int>("SELECT n FROM numbers"));
    }

    [SkippableFact]
    public async Task A_statement_sees_columns_that_were_added_since_it_last_ran()
    {
        await using var lease = await CreateAsync();
        await lease.ExecuteAsync("INSERT INTO numbers VALUES (1)");
        for (int i = 0; i < 3; i++)
            Assert.Equal([1], await lease.ReadAsync<int>("SELECT n FROM numbers WHERE n = @n", new Bound().Add("n", 1)));
        await lease.ExecuteAsync("ALTER TABLE numbers ADD COLUMN more int");
        await lease.ExecuteAsync("UPDATE numbers SET more = 5");

        Assert.Equal([1], await lease.ReadAsync<int>("SELECT n FROM numbers WHERE n = @n", new Bound().Add("n", 1)));
        Assert.Equal([5], await lease.ReadAsync<int>("SELECT more FROM numbers"));
    }

    [SkippableFact]
    public async Task A_cancelled_token_sends_nothing()
    {
        await using var lease = await CreateAsync();
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lease.ExecuteAsync("INSERT INTO numbers VALUES (1)", null, cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lease.ReadAsync<int>("SELECT 1", null, cancellation.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lease.BatchAsync([], cancellation.Token));
        Assert.Empty(await lease.ReadAsync<int>("SELECT n FROM numbers"));
    }

    [SkippableFact]
    public async Task Cancellation_stops_a_running_statement_and_leaves_the_connection_usable()
    {
        await using var lease = await CreateAsync();
        for (int i = 0; i < 3; i++)
        {
            using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
            long started = Stopwatch.GetTimestamp();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => lease.ReadAsync<string>(LongStatement, null, cancellation.Token)));
            Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
            Assert.Equal([1], await lease.ReadAsync<int>("SELECT 1"));
        }
    }

    [SkippableFact]
    public async Task Many_tasks_at_once()
    {
        await using (await CreateAsync())
        {
        }
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            await ExecuteAsync("INSERT INTO numbers VALUES (@n)", new Bound().Add("n", i));
            Assert.Equal(i, await ScalarAsync<int>("SELECT n FROM numbers WHERE n = @n", new Bound().Add("n", i)));
        });

        Assert.Equal(200, await ScalarAsync<long>("SELECT count(*) FROM numbers"));
    }

    [SkippableFact]
    public async Task Explain_gives_a_plan()
    {
        await using var lease = await CreateAsync();
        var plan = new LastColumn();
        await Provider.Executor.ReadAsync(
            lease.Connection, null, new(Dialect.Explain("SELECT n FROM numbers WHERE n = @n"), new Bound().Add("n", 1)), plan, CancellationToken.None);

        Assert.Contains("numbers", plan.Text, StringComparison.OrdinalIgnoreCase);
    }

    [SkippableFact]
    public async Task A_container_that_is_disposed_synchronously_closes_the_database()
    {
        Dispose(new ServiceCollection().AddCovet<Blog.BlogDb>(Provider).BuildServiceProvider());
        await Assert.ThrowsAnyAsync<ObjectDisposedException>(async () => await Provider.OpenAsync(CancellationToken.None));
    }

    private static void Dispose(ServiceProvider container)
    {
        using (container)
            Assert.NotNull(container.GetRequiredService<Blog.BlogDb>());
    }

    private async Task<Lease> CreateAsync()
    {
        var lease = await LeaseAsync();
        await lease.ExecuteAsync("CREATE TABLE numbers (n int NOT NULL)");
        return lease;
    }

    private sealed class LastColumn : ResultConsumer
    {
        public string? Text { get; private set; }

        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            Assert.True(await reader.ReadAsync(cancellationToken));
            Text = reader.GetText(reader.FieldCount - 1);
        }
    }
}
