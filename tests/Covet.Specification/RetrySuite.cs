using System.Data.Common;
using Blog;

namespace Covet.Specification;

/// <summary>Transactions that run again because of others: when, how often, and from what state.</summary>
/// <param name="fixture">The database.</param>
public abstract class RetrySuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    private readonly InstantClock _clock = new();

    /// <summary>What the driver throws when others are the reason.</summary>
    protected abstract DbException Conflict();

    /// <summary>What the driver throws when the connection is gone.</summary>
    protected abstract DbException Loss();

    [SkippableFact]
    public async Task It_runs_again_from_the_state_that_it_began_with()
    {
        var db = Failing(2, 3);
        var (tag, ann) = (new Tag { Name = "new" }, await Db.Users.SingleAsync(u => u.Name == "Ann"));
        var callbacks = new List<int>();
        int runs = 0;
        long count = await db.TransactionAsync(
            async tx =>
            {
                runs++;
                Assert.Equal((0, null), (tag.Id, ((IModel)tag).Source));
                int run = runs;
                tx.OnCommit(() => callbacks.Add(run));
                await tx.Tags.InsertAsync(tag);
                Assert.NotEqual(0, tag.Id);
                return await tx.Tags.CountAsync();
            },
            new TransactionOptions { Retry = new TransactionRetry(attempts: 3) });
        // The second statement fails in the first run, and the first in the second.
        Assert.Equal((4L, 3), (count, runs));
        Assert.Equal([3], callbacks);
        Assert.Equal(4, await Db.Tags.CountAsync());
        Assert.Equal(tag.Id, (await Db.Tags.SingleAsync(t => t.Name == "new")).Id);
    }

    [SkippableFact]
    public async Task The_last_failure_says_how_often_it_was_tried()
    {
        var db = Failing(1, 2, 3, 4);
        var tag = new Tag { Name = "new" };
        int runs = 0;
        var exception = await Assert.ThrowsAnyAsync<DatabaseException>(() => db.TransactionAsync(
            tx =>
            {
                runs++;
                return tx.Tags.InsertAsync(tag);
            },
            new TransactionOptions { Retry = new TransactionRetry(3) }));
        Assert.Equal((3, 3), (runs, exception.Attempts));
        Assert.EndsWith("(The transaction was run 3 times.)", exception.Message, StringComparison.Ordinal);
        Assert.Equal((0, 3L), (tag.Id, await Db.Tags.CountAsync()));
    }

    [SkippableFact]
    public async Task A_failure_that_was_swallowed_counts()
    {
        var db = Failing(1);
        int runs = 0;
        await db.TransactionAsync(
            async tx =>
            {
                if (++runs == 1)
                    await Assert.ThrowsAnyAsync<DatabaseException>(() => tx.Tags.InsertAsync(new Tag { Name = "new" }));
                else
                    await tx.Tags.InsertAsync(new Tag { Name = "new" });
            },
            new TransactionOptions { Retry = TransactionRetry.Default });
        Assert.Equal(2, runs);
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task One_that_a_savepoint_took_back_needs_no_retry()
    {
        var db = Failing(1);
        int runs = 0;
        await db.TransactionAsync(
            async tx =>
            {
                runs++;
                await Assert.ThrowsAnyAsync<DatabaseException>(() => tx.TransactionAsync(nested => nested.Tags.CountAsync()));
                await tx.Tags.InsertAsync(new Tag { Name = "new" });
            },
            new TransactionOptions { Retry = TransactionRetry.Default });
        Assert.Equal(1, runs);
        Assert.Equal(4, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task Nothing_else_is_retried()
    {
        await AssertRunsOnceAsync<UniqueViolationException>(Db, tx => tx.Tags.InsertAsync(new Tag { Name = "orm" }));
        await AssertRunsOnceAsync<FormatException>(Db, _ => throw new FormatException());
        await AssertRunsOnceAsync<ConnectionException>(Failing(Loss, 1), tx => tx.Tags.CountAsync());
        await AssertRunsOnceAsync<OperationCanceledException>(Db, _ => throw new OperationCanceledException());
        await AssertRunsOnceAsync<CommitCallbackException>(Db, tx =>
        {
            tx.OnCommit(() => throw Conflict());
            return Task.CompletedTask;
        });
        // Without being asked for, nothing is.
        int runs = 0;
        await Assert.ThrowsAnyAsync<DatabaseException>(() => Failing(1).TransactionAsync(tx =>
        {
            runs++;
            return tx.Tags.CountAsync();
        }));
        Assert.Equal(1, runs);
        Assert.Empty(_clock.Waits);
    }

    [SkippableFact]
    public async Task Pauses_double_up_to_a_limit_and_vary()
    {
        var retry = new TransactionRetry(7) { FirstPause = TimeSpan.FromMilliseconds(100), LongestPause = TimeSpan.FromMilliseconds(1000) };
        await Assert.ThrowsAnyAsync<DatabaseException>(() => Failing([.. Enumerable.Range(1, 7)]).TransactionAsync(tx => tx.Tags.CountAsync(), new TransactionOptions { Retry = retry }));
        Assert.Equal(6, _clock.Waits.Count);
        foreach (var (wait, longest) in _clock.Waits.Zip([100, 200, 400, 800, 1000, 1000]))
            Assert.InRange(wait.TotalMilliseconds, longest / 2.0, longest);
        // Six dice that are all alike are none.
        Assert.NotEqual(1, _clock.Waits.Zip([100, 200, 400, 800, 1000, 1000], (wait, longest) => wait.TotalMilliseconds / longest).Distinct().Count());
        Assert.Equal((6, 20, 2000), (TransactionRetry.Default.Attempts, TransactionRetry.Default.FirstPause.TotalMilliseconds, TransactionRetry.Default.LongestPause.TotalMilliseconds));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransactionRetry(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransactionRetry(2) { FirstPause = TimeSpan.FromMilliseconds(-1) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new TransactionRetry(2) { LongestPause = TimeSpan.FromMilliseconds(-1) });
    }

    [SkippableFact]
    public async Task A_pause_holds_no_connection_and_can_be_cancelled()
    {
        var provider = new InterposedProvider(Provider, new Interposition { BeforeRoundTrip = (_, _) => throw Conflict() });
        using var cancellation = new CancellationTokenSource();
        var paused = new BlogDb(provider) { TimeProvider = new StoppedClock(cancellation, provider) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => paused.TransactionAsync(tx => tx.Tags.CountAsync(cancellation.Token), new TransactionOptions { Retry = TransactionRetry.Default }, cancellation.Token));
        Assert.Equal(0, provider.ConnectionsOut);
    }

    /// <summary>A database whose round trips with these numbers fail as others make them.</summary>
    private BlogDb Failing(params int[] trips) => Failing(Conflict, trips);

    private BlogDb Failing(Func<DbException> failure, params int[] trips)
        => new(new InterposedProvider(Provider, new Interposition { BeforeRoundTrip = (number, _) => trips.Contains(number) ? throw failure() : Task.CompletedTask })) { TimeProvider = _clock };

    private static async Task AssertRunsOnceAsync<TException>(BlogDb db, Func<BlogDb, Task> work) where TException : Exception
    {
        int runs = 0;
        var exception = await Assert.ThrowsAnyAsync<TException>(() => db.TransactionAsync(
            tx =>
            {
                runs++;
                return work(tx);
            },
            new TransactionOptions { Retry = TransactionRetry.Default }));
        Assert.Equal(1, runs);
        Assert.DoesNotContain("times", exception.Message, StringComparison.Ordinal);
    }

    /// <summary>A clock whose first wait is for ever; cancels it.</summary>
    private sealed class StoppedClock(CancellationTokenSource cancellation, InterposedProvider provider) : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Assert.Equal(0, provider.ConnectionsOut);
            var never = System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            _ = Task.Run(cancellation.Cancel);
            return never;
        }
    }
}
