using Blog;

namespace Covet.Specification;

/// <summary>How transactions end: failures in them, what still runs, nested ones, cancellation.</summary>
/// <param name="fixture">The database.</param>
public abstract class TransactionSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task A_transaction_in_which_a_statement_failed_is_not_committed()
    {
        var aborted = await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "before" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.Tags.InsertAsync(new Tag { Name = "before" }));
        }));
        Assert.IsType<UniqueViolationException>(aborted.InnerException);
        await AssertAbsentAsync("before");
    }

    [SkippableFact]
    public async Task A_failed_transaction_runs_nothing_more_and_names_the_first_failure()
    {
        var aborted = await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            var first = await Assert.ThrowsAsync<UniqueViolationException>(() => tx.Tags.InsertAsync(new Tag { Name = "orm" }));
            var next = await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.Tags.CountAsync());
            Assert.Same(first, next.InnerException);
            Assert.Same(first, (await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.TransactionAsync(_ => Task.CompletedTask))).InnerException);
            await tx.Tags.InsertAsync(new Tag { Name = "after" });
        }));
        Assert.Contains("nested", aborted.Message, StringComparison.Ordinal);
        await AssertAbsentAsync("after");
    }

    [SkippableFact]
    public async Task A_nested_transaction_takes_a_failure_back()
    {
        await Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "kept" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.TransactionAsync(nested => nested.Tags.InsertAsync(new Tag { Name = "kept" })));
            await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.TransactionAsync(async nested =>
            {
                await nested.Tags.InsertAsync(new Tag { Name = "lost" });
                await Assert.ThrowsAsync<UniqueViolationException>(() => nested.Tags.InsertAsync(new Tag { Name = "kept" }));
            }));
            await tx.Tags.InsertAsync(new Tag { Name = "also kept" });
        });
        Assert.Equal(2, await Db.Tags.Where(t => t.Name.In("kept", "also kept")).CountAsync());
        await AssertAbsentAsync("lost");
    }

    [SkippableFact]
    public async Task What_was_never_sent_is_no_failure()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Db.TransactionAsync(async tx =>
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tx.Tags.CountAsync(cancelled.Token));
            await Assert.ThrowsAsync<InvalidValueException>(() => tx.Tags.InsertAsync(new Tag { Name = "\0" }));
            await Assert.ThrowsAsync<RowNotFoundException>(() => tx.Tags.DeleteAsync(new Tag { Id = 12345, Name = "gone" }));
            await tx.Tags.InsertAsync(new Tag { Name = "sent" });
        });
        Assert.True(await Db.Tags.Where(t => t.Name == "sent").AnyAsync());
    }

    [SkippableFact]
    public async Task A_statement_that_was_cancelled_fails_the_transaction()
    {
        await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "before" });
            using var cancellation = new CancellationTokenSource(100);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Run(() => RunSlowlyAsync(tx, cancellation.Token)));
        }));
        await AssertAbsentAsync("before");
    }

    [SkippableFact]
    public async Task A_call_that_was_not_awaited_rolls_back_and_leaves_the_pool_in_order()
    {
        for (int i = 0; i < 3; i++)
        {
            Task? running = null;
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync(async tx =>
            {
                await tx.Tags.InsertAsync(new Tag { Name = "not awaited" });
                running = await StartSlowlyAsync(tx);
            }));
            Assert.Contains("await", exception.Message, StringComparison.Ordinal);
            Assert.Equal(3, await Db.Users.CountAsync());
            await running!;
            await AssertAbsentAsync("not awaited");
        }
    }

    [SkippableFact]
    public async Task An_exception_is_not_hidden_by_a_call_that_still_runs()
    {
        Task? running = null;
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "not awaited" });
            running = await StartSlowlyAsync(tx);
            throw new FormatException();
        }));
        await running!;
        await AssertAbsentAsync("not awaited");
    }

    [SkippableFact]
    public async Task A_stream_that_was_left_open_rolls_back()
    {
        IAsyncEnumerator<User>? users = null;
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "left" });
            users = tx.Users.Stream(1).GetAsyncEnumerator();
            Assert.True(await users.MoveNextAsync());
        }));
        Assert.Contains("stream", exception.Message, StringComparison.Ordinal);
        await AssertAbsentAsync("left");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await users!.MoveNextAsync());
        await users!.DisposeAsync();
        await Db.Tags.InsertAsync(new Tag { Name = "left" });
    }

    [SkippableFact]
    public async Task A_nested_transaction_waits_for_no_stream_and_none_begins_after_the_end()
    {
        BlogDb? leaked = null;
        await Db.TransactionAsync(async tx =>
        {
            leaked = tx;
            await foreach (var user in tx.Users)
            {
                var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => tx.TransactionAsync(_ => Task.CompletedTask));
                Assert.Contains("two operations at once", exception.Message, StringComparison.Ordinal);
            }
        });
        var ended = await Assert.ThrowsAsync<InvalidOperationException>(() => leaked!.TransactionAsync(_ => Task.CompletedTask));
        Assert.Contains("has ended", ended.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_nested_transaction_that_was_not_awaited_rolls_the_outer_one_back()
    {
        var gate = new TaskCompletionSource();
        Task? nested = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "outer" });
            var begun = new TaskCompletionSource();
            nested = tx.TransactionAsync(async inner =>
            {
                await inner.Tags.InsertAsync(new Tag { Name = "inner" });
                begun.SetResult();
                await gate.Task;
            });
            await begun.Task;
        }));
        gate.SetResult();
        await Assert.ThrowsAsync<InvalidOperationException>(() => nested!);
        await AssertAbsentAsync("outer");
        await AssertAbsentAsync("inner");
    }

    [SkippableFact]
    public async Task The_end_of_a_nested_transaction_is_not_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await Db.TransactionAsync(tx => tx.TransactionAsync(
            async nested =>
            {
                await nested.Tags.InsertAsync(new Tag { Name = "nested" });
                await cancellation.CancelAsync();
            },
            cancellation.Token));
        Assert.True(await Db.Tags.Where(t => t.Name == "nested").AnyAsync());
    }

    [SkippableFact]
    public async Task A_cancelled_commit_rolls_back()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.TransactionAsync(
            async tx =>
            {
                await tx.Tags.InsertAsync(new Tag { Name = "cancelled" });
                await cancellation.CancelAsync();
            },
            cancellation.Token));
        await AssertAbsentAsync("cancelled");
    }

    [SkippableFact]
    public async Task A_rollback_that_fails_hides_no_exception_and_fails_what_is_outside()
    {
        await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await Assert.ThrowsAsync<FormatException>(() => tx.TransactionAsync(async nested =>
            {
                await nested.Tags.InsertAsync(new Tag { Name = "inner" });
                await nested.ExecuteAsync($"RELEASE SAVEPOINT covet_1");
                throw new FormatException();
            }));
        }));
        await AssertAbsentAsync("inner");
    }

    [SkippableFact]
    public async Task A_stream_with_prefetches_works_in_a_transaction()
    {
        await Db.TransactionAsync(async tx =>
        {
            using var log = tx.Record();
            int posts = 0;
            await foreach (var post in tx.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags).Stream(3))
            {
                _ = post.Tags.All();
                posts++;
                if (posts == 1)
                    Assert.Single(log.Statements, statement => statement.Text.Contains("post_tags", StringComparison.Ordinal));
            }
            // Eight rows are three chunks.
            Assert.Equal((8, 1 + 3), (posts, log.Statements.Count));
            await foreach (var post in tx.Posts.Prefetch(p => p.Tags))
                Assert.Equal(8, await tx.Posts.CountAsync());
        });
    }

    /// <summary>Runs a statement that takes about a second.</summary>
    protected abstract Task RunSlowlyAsync(BlogDb database, CancellationToken cancellationToken);

    /// <summary>Starts the slow statement without awaiting it, and returns when it runs.</summary>
    private async Task<Task> StartSlowlyAsync(BlogDb tx)
    {
        while (true)
        {
            var running = Task.Run(() => WhenFreeAsync(() => RunSlowlyAsync(tx, CancellationToken.None)));
            while (!running.IsCompleted)
            {
                if (!await IsFreeAsync(tx))
                    return running;
                await Task.Delay(20);
            }
            // A busy machine may look away for as long as the statement takes: once more.
            await running;
        }
    }

    private static async Task WhenFreeAsync(Func<Task> action)
    {
        while (true)
        {
            try
            {
                await action();
                return;
            }
            catch (InvalidOperationException exception) when (exception.Message.Contains("two operations", StringComparison.Ordinal))
            {
                await Task.Yield();
            }
        }
    }

    private static async Task<bool> IsFreeAsync(BlogDb tx)
    {
        try
        {
            await tx.Tags.CountAsync();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private async Task AssertAbsentAsync(string tag) => Assert.False(await Db.Tags.Where(t => t.Name == tag).AnyAsync());
}
