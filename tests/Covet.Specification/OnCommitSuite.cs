using Blog;

namespace Covet.Specification;

/// <summary>What runs once a transaction is committed, and when it doesn't.</summary>
/// <param name="fixture">The database.</param>
public abstract class OnCommitSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    private readonly List<string> _ran = [];

    [SkippableFact]
    public async Task Callbacks_run_in_order_after_the_commit_with_the_connection_given_back()
    {
        var provider = new InterposedProvider(Provider, new Interposition());
        var db = new BlogDb(provider);
        int result = await db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "new" });
            await tx.OnCommit(async () =>
            {
                Assert.Equal(0, provider.ConnectionsOut);
                Assert.Equal(4, await db.Tags.CountAsync());
                _ran.Add("first");
            });
            tx.OnCommit(() => _ran.Add("second"));
            Assert.Empty(_ran);
            return 5;
        });
        Assert.Equal(5, result);
        Assert.Equal(["first", "second"], _ran);
    }

    [SkippableFact]
    public async Task A_savepoint_s_callbacks_wait_for_the_outermost_commit()
    {
        await Db.TransactionAsync(async tx =>
        {
            tx.OnCommit(() => _ran.Add("outer"));
            await tx.TransactionAsync(nested =>
            {
                nested.OnCommit(() => _ran.Add("nested"));
                // What is said to the outer one inside the savepoint is the savepoint's.
                tx.OnCommit(() => _ran.Add("through tx"));
                return Task.CompletedTask;
            });
            Assert.Empty(_ran);
            tx.OnCommit(() => _ran.Add("last"));
        });
        Assert.Equal(["outer", "nested", "through tx", "last"], _ran);
    }

    [SkippableFact]
    public async Task A_rollback_drops_them()
    {
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(tx =>
        {
            tx.OnCommit(() => _ran.Add("never"));
            throw new FormatException();
        }));
        await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            tx.OnCommit(() => _ran.Add("never"));
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.Tags.InsertAsync(new Tag { Name = "orm" }));
            tx.OnCommit(() => _ran.Add("nor this"));
        }));
        await Db.TransactionAsync(async tx =>
        {
            tx.OnCommit(() => _ran.Add("before"));
            await Assert.ThrowsAsync<FormatException>(() => tx.TransactionAsync(async nested =>
            {
                nested.OnCommit(() => _ran.Add("never"));
                tx.OnCommit(() => _ran.Add("nor through tx"));
                await nested.TransactionAsync(again =>
                {
                    again.OnCommit(() => _ran.Add("nor deeper"));
                    return Task.CompletedTask;
                });
                throw new FormatException();
            }));
            tx.OnCommit(() => _ran.Add("after"));
        });
        Assert.Equal(["before", "after"], _ran);
    }

    [SkippableFact]
    public async Task A_commit_that_fails_or_is_unknown_runs_none()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.TransactionAsync(
            async tx =>
            {
                tx.OnCommit(() => _ran.Add("never"));
                await cancellation.CancelAsync();
            },
            cancellation.Token));
        var lost = new BlogDb(new InterposedProvider(Provider, new Interposition { BeforeCommit = _ => throw new IOException("The wire was cut.") }));
        var tag = new Tag { Name = "unknown" };
        var unknown = await Assert.ThrowsAsync<CommitUnknownException>(() => lost.TransactionAsync(
            async tx =>
            {
                await tx.Tags.InsertAsync(tag);
                tx.OnCommit(() => _ran.Add("never"));
            },
            new TransactionOptions { Retry = TransactionRetry.Default }));
        Assert.Equal((1, 0), (unknown.Attempts, tag.Id));
        Assert.Empty(_ran);
    }

    [SkippableFact]
    public async Task One_that_fails_stops_none_of_the_others_and_the_data_stays()
    {
        var exception = await Assert.ThrowsAsync<CommitCallbackException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "new" });
            tx.OnCommit(Fail);
            await tx.OnCommit(() => throw new FormatException("no queue"));
            await tx.OnCommit(async () =>
            {
                await Task.Yield();
                throw new FormatException("no log");
            });
            tx.OnCommit(() => _ran.Add("all the same"));
        }));
        Assert.Equal(["no mail", "no queue", "no log"], exception.Failures.Select(failure => failure.Message));
        Assert.StartsWith("The transaction is committed, but 3 of the 4 callbacks", exception.Message, StringComparison.Ordinal);
        Assert.Equal(exception.Failures, Assert.IsType<AggregateException>(exception.InnerException).InnerExceptions);
        Assert.Equal(["all the same"], _ran);
        Assert.Equal(4, await Db.Tags.CountAsync());
        var one = await Assert.ThrowsAsync<CommitCallbackException>(() => Db.TransactionAsync(tx => tx.OnCommit(() => throw new FormatException("no mail"))));
        Assert.Same(one.Failures[0], one.InnerException);
    }

    [SkippableFact]
    public async Task Outside_a_transaction_they_run_at_once()
    {
        Db.OnCommit(() => _ran.Add("at once"));
        await Db.OnCommit(async () =>
        {
            await Task.Yield();
            _ran.Add("awaited");
        });
        Assert.Equal(["at once", "awaited"], _ran);
        await Assert.ThrowsAsync<FormatException>(() => Db.OnCommit(() => Task.FromException(new FormatException())));
        Assert.Throws<FormatException>(() => Db.OnCommit(Fail));
    }

    [SkippableFact]
    public async Task A_transaction_that_has_ended_takes_none_and_a_callback_may_begin_another()
    {
        BlogDb? ended = null;
        await Db.TransactionAsync(tx =>
        {
            ended = tx;
            return tx.OnCommit(() => Db.TransactionAsync(next =>
            {
                next.OnCommit(() => _ran.Add("next"));
                return next.Tags.InsertAsync(new Tag { Name = "next" });
            }));
        });
        Assert.Equal(["next"], _ran);
        Assert.Contains("has ended", Assert.Throws<InvalidOperationException>(() => ended!.OnCommit(() => { })).Message, StringComparison.Ordinal);
    }

    private static void Fail() => throw new FormatException("no mail");
}
