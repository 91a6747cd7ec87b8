using Blog;
using Covet.Specification;

namespace Covet.Npgsql.Tests;

/// <summary>The suite, and the failures that only a server with several transactions at once has.</summary>
public sealed class PostgresErrorTests : ErrorSuite
{
    private readonly PostgresFixture _fixture;

    public PostgresErrorTests() : this(new PostgresFixture())
    {
    }

    private PostgresErrorTests(PostgresFixture fixture) : base(fixture) => _fixture = fixture;

    protected override bool NamesForeignKeys => true;

    [SkippableFact]
    public async Task The_loser_of_a_deadlock_gets_a_deadlock_exception_and_the_other_goes_on()
    {
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        int waiting = 0;
        var first = LockAsync(1, 2);
        var second = LockAsync(2, 1);
        await Task.WhenAll(first, second).ContinueWith(_ => { }, TaskScheduler.Default);
        Task[] failed = [.. new[] { first, second }.Where(task => task.IsFaulted)];
        var deadlock = Assert.IsType<DeadlockException>(Assert.Single(failed).Exception!.InnerException);
        Assert.Equal("40P01", deadlock.Code);
        AssertHasDriver(deadlock);

        Task LockAsync(int one, int other) => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.Where(t => t.Id == one).ForUpdate().SingleAsync();
            if (Interlocked.Increment(ref waiting) == 2)
                both.SetResult();
            await both.Task;
            await tx.Tags.Where(t => t.Id == other).ForUpdate().SingleAsync();
        });
    }

    [SkippableFact]
    public async Task What_another_changed_in_the_meantime_is_a_serialization_exception()
    {
        var exception = await Assert.ThrowsAsync<SerializationException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.ExecuteAsync($"SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            var tag = await tx.Tags.SingleAsync(t => t.Id == 1);
            await Db.ExecuteAsync($"UPDATE tags SET name = {"theirs"} WHERE id = {1}");
            tag.Name = "ours";
            await tx.Tags.UpdateAsync(tag);
        }));
        Assert.Equal("40001", exception.Code);
        AssertHasDriver(exception);
        Assert.Equal("theirs", (await Db.Tags.SingleAsync(t => t.Id == 1)).Name);
    }

    [SkippableFact]
    public async Task A_commit_that_can_t_be_serialized_is_a_serialization_exception()
    {
        var exception = await Assert.ThrowsAsync<SerializationException>(() => Db.TransactionAsync(async tx =>
        {
            await CountAndInsertAsync(tx, "ours");
            await Db.TransactionAsync(theirs => CountAndInsertAsync(theirs, "theirs"));
        }));
        AssertHasDriver(exception);
        Assert.Equal(4, await Db.Tags.CountAsync());

        static async Task CountAndInsertAsync(BlogDb tx, string name)
        {
            await tx.ExecuteAsync($"SET TRANSACTION ISOLATION LEVEL SERIALIZABLE");
            await tx.Tags.CountAsync();
            await tx.Tags.InsertAsync(new Tag { Name = name });
        }
    }

    [SkippableFact]
    public async Task A_constraint_that_is_checked_at_the_end_fails_the_commit()
    {
        await Db.ExecuteAsync($"ALTER TABLE posts ALTER CONSTRAINT fk_posts_author_id DEFERRABLE INITIALLY DEFERRED");
        var violation = await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.TransactionAsync(tx => tx.Posts.InsertAsync(new Post { AuthorId = 999 })));
        Assert.Equal(("fk_posts_author_id", "Post"), (violation.Constraint, violation.Model));
    }

    [SkippableFact]
    public async Task A_statement_that_runs_too_long_is_a_statement_timeout_that_a_savepoint_takes_back()
    {
        await Db.TransactionAsync(async tx =>
        {
            var timeout = await Assert.ThrowsAsync<StatementTimeoutException>(() => tx.TransactionAsync(async nested =>
            {
                await nested.ExecuteAsync($"SET LOCAL statement_timeout = 50");
                await nested.ScalarAsync<string>($"SELECT CAST(pg_sleep(30) AS text)");
            }));
            Assert.Equal("57014", timeout.Code);
            AssertHasDriver(timeout);
            Assert.Equal(3, await tx.Tags.CountAsync());
        });
    }

    [SkippableFact]
    public async Task The_client_s_own_timeout_is_a_statement_timeout()
    {
        await using var provider = Create(";Command Timeout=1");
        AssertHasDriver(await Assert.ThrowsAsync<StatementTimeoutException>(() => new BlogDb(provider).ScalarAsync<string>($"SELECT CAST(pg_sleep(30) AS text)")));
    }

    [SkippableFact]
    public async Task A_connection_that_was_cut_is_a_connection_exception_and_the_next_call_works()
    {
        var aborted = await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await KillAsync(tx);
            AssertHasDriver(await Assert.ThrowsAsync<ConnectionException>(() => tx.Tags.CountAsync()));
        }));
        Assert.IsType<ConnectionException>(aborted.InnerException);
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_connection_that_was_cut_before_the_commit_leaves_it_unknown()
    {
        AssertHasDriver(await Assert.ThrowsAsync<CommitUnknownException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "unknown" });
            await KillAsync(tx);
        })));
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_pool_that_stays_empty_and_a_wrong_database_are_connection_exceptions()
    {
        await using (var provider = Create(";Maximum Pool Size=1;Timeout=1"))
        {
            var db = new BlogDb(provider);
            await db.TransactionAsync(async _ => AssertHasDriver(await Assert.ThrowsAsync<ConnectionException>(() => db.Tags.CountAsync())));
        }
        await using var wrong = Create(";Database=covet_no_such_database");
        Assert.Equal("3D000", (await Assert.ThrowsAsync<ConnectionException>(() => new BlogDb(wrong).Tags.CountAsync())).Code);
    }

    [SkippableFact]
    public async Task Another_constraint_says_its_name()
    {
        await Db.ExecuteAsync($"CREATE TABLE stays (during int4range, CONSTRAINT ex_during EXCLUDE USING gist (during WITH &&))");
        await Db.ExecuteAsync($"INSERT INTO stays VALUES ('[1,5)')");
        var violation = await Assert.ThrowsAsync<ConstraintViolationException>(() => Db.ExecuteAsync($"INSERT INTO stays VALUES ('[3,9)')"));
        Assert.Equal(("ex_during", "stays", "23P01"), (violation.Constraint, violation.Table, violation.Code));
    }

    protected override IDatabaseProvider CreateImpatient() => Create(";Options=-c lock_timeout=500");

    protected override IDatabaseProvider CreateUnreachable() => new NpgsqlProvider("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=5");

    private NpgsqlProvider Create(string settings) => new(_fixture.ConnectionString + settings);

    private async Task KillAsync(BlogDb tx)
    {
        int backend = await tx.ScalarAsync<int>($"SELECT pg_backend_pid()");
        Assert.True(await Db.ScalarAsync<bool>($"SELECT pg_terminate_backend({backend}, 5000)"));
    }
}
