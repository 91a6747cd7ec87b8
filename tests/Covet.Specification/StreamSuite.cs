using System.Diagnostics;
using Blog;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>Results that are taken piece by piece, and what is recorded of them.</summary>
/// <param name="fixture">The database.</param>
public abstract class StreamSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task A_stream_that_is_left_early_does_not_read_the_rest()
    {
        var executor = Db.Session.Provider.Executor;
        for (int i = 0; i < 3; i++)
        {
            var connection = await Db.Session.Provider.OpenAsync(CancellationToken.None);
            var rows = await executor.OpenStreamAsync(connection, null, new Statement(Series, SqlParameters.None), CancellationToken.None);
            var first = new Some(5);
            await rows.ConsumeAsync(first, CancellationToken.None);
            long started = Stopwatch.GetTimestamp();
            await rows.AbandonAsync();
            // Reading 30 million rows takes far longer, on any machine.
            Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 15);

            Assert.Equal(5, first.Rows);
            await using var lease = new Lease(Db.Session.Provider, connection);
            Assert.Equal([7], await lease.ReadAsync<int>("SELECT 7"));
        }
    }

    [SkippableFact]
    public async Task A_stream_s_loop_may_write_and_may_be_left()
    {
        int posts = 0;
        await foreach (var post in Db.Posts.OrderBy(p => p.Id).Stream(2))
        {
            post.Views = 1000 + posts++;
            await Db.Posts.UpdateAsync(post);
        }
        Assert.Equal(8, posts);
        await Db.Tags.InsertManyAsync(Enumerable.Range(0, 300).Select(i => new Tag { Name = $"more {i}" }));
        await foreach (int id in Db.Tags.OrderBy(t => t.Id).Select(t => t.Id).Stream())
            await Db.Tags.UpdateAsync(new Tag { Id = id, Name = $"renamed {id}" });
        await foreach (var user in Db.Users.Stream(1))
            break;
        Assert.False(await Db.Tags.Where(t => t.Name.StartsWith("more")).AnyAsync());
    }

    [SkippableFact]
    public async Task A_stream_that_failed_is_not_recorded_as_one_that_ran()
    {
        using var log = Db.Record();
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await Db.TransactionAsync(async tx =>
            {
                await foreach (var user in tx.Users.Stream(1, cancellation.Token))
                    await cancellation.CancelAsync();
            });
        });
        Assert.Empty(log.Statements);
        await foreach (var user in Db.Users.Stream(1))
            break;
        Assert.Single(log.Statements);
    }

    [SkippableFact]
    public async Task A_recording_is_stopped_from_another_method_too()
    {
        var log = Db.Record();
        await Db.Users.CountAsync();
        await StopAsync(log);
        await Db.Users.CountAsync();
        Assert.Equal((1, 1), (log.Statements.Count, log.RoundTrips));
    }

    /// <summary>A statement that gives many million rows without holding the first back.</summary>
    protected abstract string Series { get; }

    private static async Task StopAsync(Recording log)
    {
        await Task.Yield();
        log.Dispose();
    }

    private sealed class Some(int count) : ResultConsumer
    {
        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            while (Rows < count && await reader.ReadAsync(cancellationToken))
                Rows++;
        }
    }
}
