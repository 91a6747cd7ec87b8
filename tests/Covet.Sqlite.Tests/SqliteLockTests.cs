using System.Data;
using System.Diagnostics;
using Covet.Infrastructure;
using Covet.Specification;
using Covet.Testing;
using Microsoft.Data.Sqlite;

namespace Covet.Sqlite.Tests;

/// <summary>Waiting for another connection's lock, in WAL mode and without it.</summary>
public sealed class SqliteLockTests : IDisposable
{
    private readonly SqliteFile _file = SqliteFiles.Create();

    public void Dispose() => _file.Dispose();

    [Theory]
    [InlineData("wal")]
    [InlineData("delete")]
    public async Task A_wait_for_a_lock_can_be_cancelled_and_holds_no_thread(string mode)
    {
        await using var provider = await CreateAsync(mode, 30);
        await using var writer = await LockAsync(provider);
        await using var lease = await LeaseAsync(provider);
        using var cancellation = new CancellationTokenSource();
        long started = Stopwatch.GetTimestamp();
        Task[] waiting =
        [
            lease.ExecuteAsync("INSERT INTO t VALUES (2)", null, cancellation.Token),
            BatchAsync(provider, cancellation.Token),
            BeginAsync(provider, cancellation.Token),
        ];
        // They came back before the timeout of 30 s and still wait: no thread was held.
        Assert.All(waiting, task => Assert.False(task.IsCompleted));
        await cancellation.CancelAsync();
        foreach (var task in waiting)
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => task);
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 25);
    }

    [Theory]
    [InlineData("wal")]
    [InlineData("delete")]
    public async Task A_statement_runs_once_the_lock_is_free(string mode)
    {
        await using var provider = await CreateAsync(mode, 30);
        await using var lease = await LeaseAsync(provider);
        Task<int> insert;
        Task<List<int>> returning;
        await using (var writer = await LockAsync(provider))
        {
            insert = lease.ExecuteAsync("INSERT INTO t VALUES (2)");
            returning = ReturningAsync(provider);
            await Task.Delay(50);
            await provider.Executor.CommitAsync(writer.Transaction!, CancellationToken.None);
        }
        Assert.Equal(1, await insert);
        Assert.Equal([3], await returning);
        Assert.Equal([1, 2, 3], await lease.ReadAsync<int>("SELECT a FROM t ORDER BY a"));
    }

    [Fact]
    public async Task A_commit_waits_for_readers_where_there_is_no_log()
    {
        await using var provider = await CreateAsync("delete", 30);
        await using var filler = await LeaseAsync(provider);
        await filler.ExecuteAsync("INSERT INTO t VALUES (1), (2)");
        await using var lease = await LeaseAsync(provider);
        var reader = await provider.Executor.OpenStreamAsync(lease.Connection, null, new Statement("SELECT a FROM t", SqlParameters.None), CancellationToken.None);
        await using var writer = await LockAsync(provider);
        var commit = provider.Executor.CommitAsync(writer.Transaction!, CancellationToken.None);
        Assert.False(commit.IsCompleted);
        await reader.DisposeAsync();
        await commit;
    }

    [Fact]
    public async Task A_lock_that_stays_is_told_with_its_likely_cause()
    {
        await using var provider = await CreateAsync("wal", 1);
        await using var writer = await LockAsync(provider);
        await using var lease = await LeaseAsync(provider);
        long started = Stopwatch.GetTimestamp();
        foreach (string sql in new[] { "INSERT INTO t VALUES (2)", "INSERT INTO t VALUES (2); INSERT INTO t VALUES (3)" })
        {
            var exception = await Assert.ThrowsAsync<SqliteException>(() => lease.ExecuteAsync(sql));
            Assert.Contains("another connection held its lock", exception.Message, StringComparison.Ordinal);
            Assert.Equal(5, exception.SqliteErrorCode);
        }
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 1.9, 60);
    }

    [Fact]
    public async Task A_file_that_exists_keeps_its_mode()
    {
        using var chinook = Chinook.CopySqlite();
        await using var provider = new SqliteProvider(chinook.ConnectionString);
        await using var lease = await LeaseAsync(provider);
        Assert.Equal(["delete"], await lease.ReadAsync<string>("PRAGMA journal_mode"));
        Assert.Equal([2], await lease.ReadAsync<int>("PRAGMA synchronous"));
    }

    private async Task<SqliteProvider> CreateAsync(string mode, int timeout)
    {
        await using (var connection = new SqliteConnection(_file.ConnectionString + ";Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA journal_mode = {mode}; CREATE TABLE t (a INTEGER)";
            await command.ExecuteNonQueryAsync();
        }
        return new SqliteProvider($"{_file.ConnectionString};Default Timeout={timeout}");
    }

    [Fact]
    public async Task Who_waits_for_the_lock_gets_it_before_who_comes_later()
    {
        await using var provider = await CreateAsync("wal", 30);
        await using var lease = await LeaseAsync(provider);
        var waiting = new List<Task>();
        await using (var writer = await LockAsync(provider))
        {
            for (int number = 2; number <= 9; number++)
                waiting.Add(InsertAsync(provider, number));
            await provider.Executor.CommitAsync(writer.Transaction!, CancellationToken.None);
            waiting.Add(InsertAsync(provider, 10));
        }
        await Task.WhenAll(waiting);
        Assert.Equal(Enumerable.Range(1, 10), await lease.ReadAsync<int>("SELECT a FROM t ORDER BY rowid"));
    }

    [Fact]
    public async Task A_transaction_has_its_turn_among_inserts_that_return_rows()
    {
        await using var provider = await CreateAsync("wal", 60);
        using var end = new CancellationTokenSource();
        var inserts = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
                await ReturningAsync(provider);
        })).ToList();
        long started = Stopwatch.GetTimestamp();
        for (int i = 0; i < 100; i++)
        {
            await using var lease = await LockAsync(provider);
            await provider.Executor.CommitAsync(lease.Transaction!, CancellationToken.None);
        }
        // One in two seconds is what it was when such inserts didn't queue.
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 60);
        await end.CancelAsync();
        await Task.WhenAll(inserts);
    }

    private static async Task InsertAsync(SqliteProvider provider, int number)
    {
        await using var lease = await LeaseAsync(provider);
        await lease.ExecuteAsync($"INSERT INTO t VALUES ({number})");
    }

    private static async Task<Lease> LeaseAsync(SqliteProvider provider) => new(provider, await provider.OpenAsync(CancellationToken.None));

    private static async Task<Lease> LockAsync(SqliteProvider provider)
    {
        var lease = await LeaseAsync(provider);
        lease.Transaction = await provider.Executor.BeginAsync(lease.Connection, IsolationLevel.Unspecified, isReadOnly: false, CancellationToken.None);
        await lease.ExecuteAsync("INSERT INTO t VALUES (1)");
        return lease;
    }

    private static async Task BeginAsync(SqliteProvider provider, CancellationToken cancellationToken)
    {
        await using var lease = await LeaseAsync(provider);
        await provider.Executor.BeginAsync(lease.Connection, IsolationLevel.Unspecified, isReadOnly: false, cancellationToken);
    }

    private static async Task BatchAsync(SqliteProvider provider, CancellationToken cancellationToken)
    {
        await using var lease = await LeaseAsync(provider);
        await lease.BatchAsync([new BatchItem(new Statement("INSERT INTO t VALUES (4)", SqlParameters.None), new FirstColumn<int>())], cancellationToken);
    }

    private static async Task<List<int>> ReturningAsync(SqliteProvider provider)
    {
        await using var lease = await LeaseAsync(provider);
        return await lease.ReadAsync<int>("INSERT INTO t VALUES (3) RETURNING a");
    }
}
