using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/transactions.md: what belongs together, what may fail, what stays.</summary>
/// <param name="databases">The databases.</param>
public abstract class TransactionsSnippetsWork(Databases databases) : GuideSnippets(Guide.Transactions, databases)
{
    [SkippableFact]
    public async Task All_or_nothing()
    {
        var db = Db;
        var tag = new Tag { Name = "new" };
        using var log = db.Record();

        Post post = await db.TransactionAsync(async tx =>
        {
            Post first = await tx.Posts.OrderBy(p => p.Id).FirstAsync();
            await tx.Tags.InsertAsync(tag);
            await first.Tags.AddAsync(tag);                                 // first came from tx, so it writes through tx
            return first;                                                   // COMMIT; an exception instead would be ROLLBACK
        });

        AssertRan(log, 3, 3);
        Assert.Contains(tag.Id, (await post.Tags.AllAsync()).Select(t => t.Id));
        await db.TransactionAsync(async tx =>
        {
            await foreach (var each in tx.Tags)
                AssertSays((await Assert.ThrowsAsync<InvalidOperationException>(() => tx.Posts.AnyAsync(p => p.Id == each.Id))).Message);
        });
    }

    [SkippableFact]
    public async Task A_part_that_may_fail()
    {
        var db = Db;
        using var log = db.Record();

        await db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "new" });
            try
            {
                await tx.TransactionAsync(nested => nested.Tags.InsertAsync(new Tag { Name = "orm" }));      // SAVEPOINT
            }
            catch (UniqueViolationException)
            {
                // ROLLBACK TO SAVEPOINT: the transaction goes on.
            }
            await tx.Posts.Where(p => p.Id == 1).UpdateAsync(p => p.Views.Set(0));
        });

        AssertRan(log);
        Assert.Equal((4, 0), (await db.Tags.CountAsync(), (await db.Posts.FindAsync(1))!.Views));
    }

    [SkippableFact]
    public async Task A_failure_that_was_swallowed()
    {
        var db = Db;
        TransactionAbortedException? aborted = null;
        using var log = db.Record();

        try
        {
            await db.TransactionAsync(async tx =>
            {
                await tx.Tags.InsertAsync(new Tag { Name = "new" });
                try
                {
                    await tx.Tags.InsertAsync(new Tag { Name = "orm" });    // exists
                }
                catch (UniqueViolationException)
                {
                }
            });                                                             // throws: nothing was committed
        }
        catch (TransactionAbortedException exception)
        {
            aborted = exception;                                            // aborted.InnerException is the UniqueViolationException
        }

        AssertRan(log);
        Assert.IsType<UniqueViolationException>(aborted!.InnerException);
        Assert.Equal(3, await db.Tags.CountAsync());
        AssertSays(aborted.Message[..aborted.Message.IndexOf(" The failure:", StringComparison.Ordinal)]);
        string? commit = null;
        await db.TransactionAsync(async tx => commit = (await Assert.ThrowsAsync<InvalidOperationException>(() => tx.ExecuteAsync($"COMMIT"))).Message);
        AssertSays(commit!);
    }

    [SkippableFact]
    public async Task Instances_after_a_rollback()
    {
        var db = Db;
        using var log = db.Record();

        var tag = new Tag { Name = "new" };
        try
        {
            await db.TransactionAsync(async tx =>
            {
                await tx.Tags.InsertAsync(tag);                             // tag.Id is filled in
                throw new InvalidOperationException("Something else went wrong.");
            });
        }
        catch (InvalidOperationException)
        {
            await db.Tags.InsertAsync(tag);                                 // tag.Id was 0 again, so the database makes a key
        }

        AssertRan(log);
        Assert.Equal(tag.Id, (await db.Tags.SingleAsync(t => t.Name == "new")).Id);
    }

    [SkippableFact]
    public async Task After_COMMIT()
    {
        var db = Db;
        var sent = new List<string>();
        Task SendAsync(string text)
        {
            sent.Add(text);
            return Task.CompletedTask;
        }

        using var log = db.Record();

        await db.TransactionAsync(async tx =>
        {
            var tag = new Tag { Name = "new" };
            await tx.Tags.InsertAsync(tag);
            await tx.OnCommit(() => SendAsync($"tag {tag.Id}"));            // kept until the outermost COMMIT has succeeded
        });                                                                 // and awaited here

        AssertRan(log);
        Assert.Single(sent);
        var failed = await Assert.ThrowsAsync<CommitCallbackException>(() => db.TransactionAsync(tx => tx.OnCommit(() => throw new IOException("no mail"))));
        AssertSays(failed.Message[..failed.Message.IndexOf(" The first failure:", StringComparison.Ordinal)]);
    }
}
