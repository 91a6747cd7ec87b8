using Blog;
using Covet.Infrastructure;
using Covet.Specification;
using Microsoft.Data.Sqlite;

namespace Covet.Sqlite.Tests;

/// <summary>A file that somebody else keeps locked, that may only be read, or that has no room: told by name, nothing half-written, and usable afterwards.</summary>
public sealed class SqliteBusyTests : BlogSuite
{
    private readonly SqliteFixture _fixture;

    public SqliteBusyTests() : this(new SqliteFixture())
    {
    }

    private SqliteBusyTests(SqliteFixture fixture) : base(fixture) => _fixture = fixture;

    [Fact]
    public async Task A_lock_that_another_program_keeps_is_a_lock_timeout_and_then_all_works()
    {
        await using var inner = Create(";Default Timeout=1");
        var provider = new InterposedProvider(inner, new Interposition());
        var db = new BlogDb(provider);
        var (tag, other) = (new Tag { Name = "new" }, new Tag { Name = "other" });
        await using (await LockAsync())
        {
            await Assert.ThrowsAsync<LockTimeoutException>(() => db.Tags.InsertAsync(tag));
            await Assert.ThrowsAsync<LockTimeoutException>(() => db.Tags.InsertManyAsync([tag, other]));
            await Assert.ThrowsAsync<LockTimeoutException>(() => db.TransactionAsync(_ => Task.CompletedTask));
            // Readers don't wait.
            Assert.Equal(3, await db.Tags.CountAsync());
            Assert.Equal(3, await db.TransactionAsync(tx => tx.Tags.CountAsync(), new TransactionOptions { IsReadOnly = true }));
        }
        Assert.Equal((0, 0, 0), (tag.Id, other.Id, provider.ConnectionsOut));
        await db.Tags.InsertManyAsync([tag, other]);
        Assert.Equal(5, await db.Tags.CountAsync());
    }

    [Fact]
    public async Task A_transaction_that_may_be_retried_gets_the_lock_when_it_is_free()
    {
        await using var provider = Create(";Default Timeout=1");
        var held = await LockAsync();
        var clock = new ReleasingClock(held);
        int runs = 0;
        await new BlogDb(provider) { TimeProvider = clock }.TransactionAsync(
            tx =>
            {
                runs++;
                return tx.Tags.InsertAsync(new Tag { Name = "new" });
            },
            new TransactionOptions { Retry = new TransactionRetry(3) });
        // The first attempt ended at BEGIN.
        Assert.Equal((1, 1), (runs, clock.Pauses));
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [Fact]
    public async Task A_retry_that_never_gets_the_lock_says_how_often_it_was_tried()
    {
        await using var provider = Create(";Default Timeout=1");
        await using var held = await LockAsync();
        var timeout = await Assert.ThrowsAsync<LockTimeoutException>(() => new BlogDb(provider).TransactionAsync(
            _ => Task.CompletedTask, new TransactionOptions { Retry = new TransactionRetry(2) { FirstPause = TimeSpan.Zero } }));
        Assert.Equal(2, timeout.Attempts);
    }

    [Fact]
    public async Task A_snapshot_that_is_out_of_date_is_a_serialization_exception()
    {
        await using var provider = Create("");
        // Raw SQL alone can begin without the lock, and then wants to write.
        await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
        await lease.ExecuteAsync("BEGIN");
        await lease.ReadAsync<int>("SELECT count(*) FROM tags");
        await Db.Tags.InsertAsync(new Tag { Name = "meanwhile" });
        await using var impatient = Create(";Default Timeout=1");
        var exception = await Assert.ThrowsAsync<SqliteException>(() => new Lease(impatient, lease.Connection).ExecuteAsync("INSERT INTO tags (name) VALUES ('late')"));
        Assert.Equal(FailureKind.Serialization, impatient.Executor.Describe(exception)?.Kind);
        await lease.ExecuteAsync("ROLLBACK");
    }

    [Fact]
    public async Task A_file_that_may_only_be_read_says_so_of_each_write_and_can_be_read()
    {
        await using var inner = Create(";Mode=ReadOnly");
        var provider = new InterposedProvider(inner, new Interposition());
        var db = new BlogDb(provider);
        var tag = new Tag { Name = "new" };
        Func<Task>[] writes =
        [
            () => db.Tags.InsertAsync(tag),
            () => db.Tags.InsertManyAsync([tag]),
            () => db.Tags.UpsertAsync(tag, t => t.Name),
            () => db.Tags.All().DeleteAsync(),
            () => db.TransactionAsync(tx => tx.Tags.InsertAsync(tag), new TransactionOptions { Retry = TransactionRetry.Default }),
        ];
        foreach (var write in writes)
        {
            var exception = await Assert.ThrowsAsync<ReadOnlyDatabaseException>(write);
            Assert.Equal(1, exception.Attempts);
            Assert.Contains("read-only", exception.Message, StringComparison.Ordinal);
        }
        Assert.Equal((0, 0), (tag.Id, provider.ConnectionsOut));
        Assert.Equal(3, await db.TransactionAsync(tx => tx.Tags.CountAsync(), new TransactionOptions { IsReadOnly = true }));
    }

    [Fact]
    public async Task A_disk_that_is_full_fails_the_transaction_though_it_was_caught()
    {
        await using var inner = Create("");
        var provider = new InterposedProvider(inner, new Interposition());
        var db = new BlogDb(provider);
        var (first, large) = (new Tag { Name = "first" }, new Tag { Name = new string('x', 1_000_000) });
        var callbacks = new List<string>();
        var aborted = await Assert.ThrowsAsync<TransactionAbortedException>(() => db.TransactionAsync(async tx =>
        {
            tx.OnCommit(() => callbacks.Add("never"));
            await tx.Tags.InsertAsync(first);
            await tx.ScalarAsync<long>($"PRAGMA max_page_count = 1");
            await Assert.ThrowsAsync<DatabaseException>(() => tx.Tags.InsertAsync(large));
            await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.Tags.InsertAsync(new Tag { Name = "after" }));
        }));
        Assert.Equal("13", Assert.IsType<DatabaseException>(aborted.InnerException).Code);
        Assert.Equal((0, 0, 0), (first.Id, large.Id, provider.ConnectionsOut));
        Assert.Empty(callbacks);
        Assert.Equal(3, await Db.Tags.CountAsync());

        // A statement that finds no room takes back itself, so a savepoint can save the rest.
        await db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(first);
            await tx.ScalarAsync<long>($"PRAGMA max_page_count = 1");
            await Assert.ThrowsAsync<DatabaseException>(() => tx.TransactionAsync(nested => nested.Tags.InsertAsync(large)));
            await tx.Tags.InsertAsync(new Tag { Name = "after" });
        });
        Assert.Equal((0, 5L), (large.Id, await Db.Tags.CountAsync()));
    }

    private SqliteProvider Create(string settings) => new(_fixture.ConnectionString + settings);

    /// <summary>Takes the lock for writing as another program would, until it is disposed.</summary>
    private async Task<SqliteConnection> LockAsync()
    {
        var connection = new SqliteConnection(_fixture.ConnectionString + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; UPDATE tags SET name = name || '!'";
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Frees the lock when a pause begins, which then takes no time.</summary>
    private sealed class ReleasingClock(SqliteConnection held) : TimeProvider
    {
        public int Pauses { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses++;
            held.Dispose();
            return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
