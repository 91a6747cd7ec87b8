using System.Data;
using Blog;
using Covet.Specification;

namespace Covet.Npgsql.Tests;

/// <summary>Transactions that get in each other's way on the server, with retries and without.</summary>
public sealed class PostgresConflictTests : BlogSuite
{
    private readonly PostgresFixture _fixture;

    public PostgresConflictTests() : this(new PostgresFixture())
    {
    }

    private PostgresConflictTests(PostgresFixture fixture) : base(fixture) => _fixture = fixture;

    [SkippableFact]
    public async Task Of_two_that_wait_for_each_other_one_fails_or_runs_again()
    {
        var failures = await DeadlockAsync(retry: null);
        var deadlock = Assert.Single(failures.OfType<DeadlockException>());
        Assert.Equal((1, "40P01"), (deadlock.Attempts, deadlock.Code));
        Assert.Equal([11, 11], await Db.Posts.Where(p => p.Id <= 2).OrderBy(p => p.Id).Select(p => p.Views - (p.Id * 10) + 10).ToListAsync());

        Assert.Empty(await DeadlockAsync(TransactionRetry.Default));
        Assert.Equal([13, 13], await Db.Posts.Where(p => p.Id <= 2).OrderBy(p => p.Id).Select(p => p.Views - (p.Id * 10) + 10).ToListAsync());
    }

    [SkippableFact]
    public async Task A_write_over_what_another_changed_meanwhile_runs_again()
    {
        int runs = 0;
        await Db.TransactionAsync(
            async tx =>
            {
                var post = await tx.Posts.SingleAsync(p => p.Id == 1);
                if (++runs == 1)
                    await Db.Posts.Where(p => p.Id == 1).UpdateAsync(p => p.Views.Set(p.Views + 100));
                post.Views++;
                await tx.Posts.UpdateAsync(post);
            },
            new TransactionOptions { IsolationLevel = IsolationLevel.RepeatableRead, Retry = TransactionRetry.Default });
        Assert.Equal((2, 111), (runs, (await Db.Posts.FindAsync(1))!.Views));
    }

    [SkippableFact]
    public async Task A_COMMIT_that_can_t_be_serialized_runs_all_of_it_again()
    {
        var (ours, callbacks) = (new Tag { Name = "ours" }, 0);
        int runs = 0;
        var serializable = new TransactionOptions { IsolationLevel = IsolationLevel.Serializable };
        await Db.TransactionAsync(
            async tx =>
            {
                tx.OnCommit(() => callbacks++);
                Assert.Equal(0, ours.Id);
                Assert.Equal(runs == 0 ? 3 : 4, await tx.Tags.CountAsync());
                await tx.Tags.InsertAsync(ours);
                if (++runs > 1)
                    return;
                await Db.TransactionAsync(
                    async theirs =>
                    {
                        await theirs.Tags.CountAsync();
                        await theirs.Tags.InsertAsync(new Tag { Name = "theirs" });
                    },
                    serializable);
            },
            serializable with { Retry = TransactionRetry.Default });
        Assert.Equal((2, 1), (runs, callbacks));
        Assert.Equal(5, await Db.Tags.CountAsync());
        Assert.Equal(ours.Id, (await Db.Tags.SingleAsync(t => t.Name == "ours")).Id);
    }

    [SkippableFact]
    public async Task A_lock_that_is_kept_too_long_runs_again()
    {
        await using var provider = new NpgsqlProvider(_fixture.ConnectionString + ";Options=-c lock_timeout=100");
        var release = new TaskCompletionSource();
        var locked = new TaskCompletionSource();
        var holder = Db.TransactionAsync(async tx =>
        {
            await tx.Tags.Where(t => t.Id == 1).UpdateAsync(t => t.Name.Set("theirs"));
            locked.SetResult();
            await release.Task;
        });
        await locked.Task;
        int runs = 0;
        await new BlogDb(provider).TransactionAsync(
            async tx =>
            {
                if (++runs == 2)
                {
                    release.SetResult();
                    await holder;
                }
                await tx.Tags.Where(t => t.Id == 1).UpdateAsync(t => t.Name.Set("ours"));
            },
            new TransactionOptions { Retry = new TransactionRetry(2) { FirstPause = TimeSpan.Zero } });
        Assert.Equal((2, "ours"), (runs, (await Db.Tags.FindAsync(1))!.Name));
    }

    /// <summary>Adds one to the views of two posts in two transactions that lock them in opposite orders.</summary>
    private async Task<List<Exception>> DeadlockAsync(TransactionRetry? retry)
    {
        using var barrier = new Barrier(2);
        var failures = new List<Exception>();
        await Task.WhenAll(RunAsync(1, 2), RunAsync(2, 1));
        return failures;

        Task RunAsync(int one, int other) => Task.Run(async () =>
        {
            try
            {
                bool isFirst = true;
                await Db.TransactionAsync(
                    async tx =>
                    {
                        await AddAsync(tx, one);
                        if (isFirst)
                        {
                            isFirst = false;
                            Assert.True(barrier.SignalAndWait(TimeSpan.FromSeconds(30)));
                        }
                        await AddAsync(tx, other);
                    },
                    new TransactionOptions { Retry = retry });
            }
            catch (DatabaseException exception)
            {
                lock (failures)
                    failures.Add(exception);
            }
        });

        static Task AddAsync(BlogDb tx, int id) => tx.Posts.Where(p => p.Id == id).UpdateAsync(p => p.Views.Set(p.Views + 1));
    }
}
