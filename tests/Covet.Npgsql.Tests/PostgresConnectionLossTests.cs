using Blog;
using Covet.Specification;

namespace Covet.Npgsql.Tests;

/// <summary>Backends that are killed, wherever they are: at most the operation at hand fails, no connection is lost, and instances are what they were.</summary>
public sealed class PostgresConnectionLossTests : BlogSuite
{
    private const string Name = "covet_loss";

    private readonly PostgresFixture _fixture;
    private readonly List<string> _ran = [];

    public PostgresConnectionLossTests() : this(new PostgresFixture())
    {
    }

    private PostgresConnectionLossTests(PostgresFixture fixture) : base(fixture) => _fixture = fixture;

    [SkippableFact]
    public async Task Idle_in_the_pool_each_costs_one_operation_at_most()
    {
        await using var provider = Create(3);
        var db = new BlogDb(provider);
        await FillPoolAsync(db, 3);
        Assert.Equal(3, await KillAllAsync());
        int failures = 0;
        for (int i = 0; i < 10; i++)
        {
            try
            {
                Assert.Equal(3, await db.Tags.CountAsync());
            }
            catch (ConnectionException)
            {
                failures++;
            }
        }
        Assert.InRange(failures, 0, 3);
        await FillPoolAsync(db, 3);
        Assert.InRange(await CountAsync(), 1, 3);
    }

    [SkippableFact]
    public async Task Idle_in_the_pool_a_write_or_a_transaction_fails_whole_and_leaves_instances_alone()
    {
        await using var provider = Create(1);
        var db = new BlogDb(provider);
        var (tag, other) = (new Tag { Name = "new" }, new Tag { Name = "other" });
        Func<Task>[] writes =
        [
            () => db.Tags.InsertAsync(tag),
            () => db.Tags.InsertManyAsync([tag, other]),
            () => db.Tags.UpsertAsync(tag, t => t.Name),
            () => db.TransactionAsync(tx => tx.Tags.InsertAsync(tag)),
        ];
        foreach (var write in writes)
        {
            await FillPoolAsync(db, 1);
            Assert.Equal(1, await KillAllAsync());
            await Assert.ThrowsAsync<ConnectionException>(write);
            Assert.Equal((0, 0), (tag.Id, other.Id));
            Assert.Null(((IModel)tag).Source);
        }
        Assert.Equal(3, await db.Tags.CountAsync());
        await writes[^1]();
        Assert.Equal(4, await db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task In_the_middle_of_a_read_no_part_of_it_is_given_out()
    {
        await using var inner = Create(2);
        int rows = 0;
        var provider = new InterposedProvider(inner, new Interposition { BeforeRow = async _ => await (++rows == 100 ? KillAllAsync() : Task.CompletedTask) });
        var db = new BlogDb(provider);
        // More than what fits into the buffers on the way.
        await Assert.ThrowsAsync<ConnectionException>(() => db.ScalarsAsync<string>($"SELECT repeat('x', 1000) FROM generate_series(1, 100000)"));
        rows = 0;
        int given = 0;
        await Db.ExecuteAsync($"INSERT INTO tags (name) SELECT repeat('x', 1000) || n FROM generate_series(1, 50000) AS n");
        await Assert.ThrowsAsync<ConnectionException>(async () =>
        {
            await foreach (var tag in db.Tags.Stream(10))
                given++;
        });
        Assert.InRange(given, 1, 49000);
        Assert.Equal(0, provider.ConnectionsOut);
        Assert.Equal(50003, await db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task During_a_statement_and_between_two_of_a_transaction_all_is_rolled_back_and_the_instances_too()
    {
        await using var inner = Create(2);
        var provider = new InterposedProvider(inner, new Interposition());
        var db = new BlogDb(provider);
        foreach (bool isDuring in new[] { true, false })
        {
            var tag = new Tag { Name = "new" };
            await Assert.ThrowsAsync<ConnectionException>(() => db.TransactionAsync(
                async tx =>
                {
                    tx.OnCommit(() => _ran.Add("never"));
                    await tx.Tags.InsertAsync(tag);
                    if (isDuring)
                    {
                        var sleeping = tx.ScalarAsync<string>($"SELECT CAST(pg_sleep(30) AS text)");
                        await KillAllAsync();
                        await sleeping;
                    }
                    await KillAllAsync();
                    await tx.Tags.CountAsync();
                },
                new TransactionOptions { Retry = TransactionRetry.Default }));
            Assert.Equal((0, null), (tag.Id, ((IModel)tag).Source));
            Assert.Equal(0, provider.ConnectionsOut);
            Assert.Equal(3, await db.Tags.CountAsync());
        }
        Assert.Empty(_ran);
    }

    [SkippableFact]
    public async Task Before_COMMIT_nobody_knows_nothing_is_retried_and_no_callback_runs()
    {
        await using var inner = Create(2);
        var provider = new InterposedProvider(inner, new Interposition());
        var db = new BlogDb(provider);
        var tag = new Tag { Name = "new" };
        int runs = 0;
        var unknown = await Assert.ThrowsAsync<CommitUnknownException>(() => db.TransactionAsync(
            async tx =>
            {
                runs++;
                tx.OnCommit(() => _ran.Add("never"));
                await tx.TransactionAsync(nested => nested.Tags.InsertAsync(tag));
                await KillAllAsync();
            },
            new TransactionOptions { Retry = TransactionRetry.Default }));
        Assert.Equal((1, 1), (runs, unknown.Attempts));
        Assert.Empty(_ran);
        Assert.Equal((0, null), (tag.Id, ((IModel)tag).Source));
        Assert.Equal(0, provider.ConnectionsOut);
        Assert.Equal(3, await db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task In_the_middle_of_a_savepoint_the_outer_transaction_is_lost_too()
    {
        await using var inner = Create(2);
        var provider = new InterposedProvider(inner, new Interposition());
        var aborted = await Assert.ThrowsAsync<TransactionAbortedException>(() => new BlogDb(provider).TransactionAsync(async tx =>
        {
            await Assert.ThrowsAsync<ConnectionException>(() => tx.TransactionAsync(async nested =>
            {
                await nested.Tags.InsertAsync(new Tag { Name = "new" });
                await KillAllAsync();
                await nested.Tags.CountAsync();
            }));
            await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.Tags.CountAsync());
        }));
        Assert.IsType<ConnectionException>(aborted.InnerException);
        Assert.Equal(0, provider.ConnectionsOut);
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_pool_that_is_empty_says_how_large_it_is()
    {
        await using var provider = new NpgsqlProvider(_fixture.ConnectionString + ";Maximum Pool Size=2;Timeout=1");
        var db = new BlogDb(provider);
        var exception = await db.TransactionAsync(_ => db.TransactionAsync(async _ => await Assert.ThrowsAsync<ConnectionException>(() => db.Tags.CountAsync())));
        Assert.StartsWith("All connections of the pool are in use", exception.Message, StringComparison.Ordinal);
        Assert.Contains("only its own (tx)", exception.Message, StringComparison.Ordinal);
        Assert.Contains("raise Maximum Pool Size", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'Max Pool Size' (currently 2)", exception.Message, StringComparison.Ordinal);
        Assert.Equal(3, await db.Tags.CountAsync());
    }

    private NpgsqlProvider Create(int size) => new($"{_fixture.ConnectionString};Application Name={Name};Maximum Pool Size={size};Timeout=15");

    /// <summary>Makes the pool hold a number of connections.</summary>
    private static async Task FillPoolAsync(BlogDb db, int size)
    {
        using var taken = new SemaphoreSlim(0);
        var all = new TaskCompletionSource();
        var holders = Enumerable.Range(0, size).Select(_ => db.TransactionAsync(async tx =>
        {
            await tx.Tags.CountAsync();
            taken.Release();
            await all.Task;
        })).ToList();
        for (int i = 0; i < size; i++)
            await taken.WaitAsync();
        all.SetResult();
        await Task.WhenAll(holders);
    }

    private async Task<int> KillAllAsync()
        => (await Db.ScalarsAsync<bool>($"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = {Name} AND datname = current_database()")).Count(isDead => isDead);

    private Task<int> CountAsync()
        => Db.ScalarAsync<int>($"SELECT CAST(count(*) AS integer) FROM pg_stat_activity WHERE application_name = {Name} AND datname = current_database()");
}
