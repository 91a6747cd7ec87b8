using System.Data;
using Blog;
using TransactionScope = System.Transactions.TransactionScope;
using TransactionScopeAsyncFlowOption = System.Transactions.TransactionScopeAsyncFlowOption;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/transactions.md: what others do at the same time.</summary>
/// <param name="databases">The databases.</param>
public abstract class TransactionsSnippetsOthers(Databases databases) : GuideSnippets(Guide.Transactions, databases)
{
    [SkippableFact]
    public async Task Isolation()
    {
        var db = Db;
        using var log = db.Record();

        var (posts, views) = await db.TransactionAsync(
            async tx =>
            {
                long count = await tx.Posts.CountAsync();
                var (_, sum) = await tx.Posts.AggregateAsync(p => (Sql.Count(), Sql.Sum(p.Views)));       // of the same posts, whoever writes meanwhile
                return (count, sum);
            },
            new TransactionOptions { IsolationLevel = IsolationLevel.RepeatableRead });

        AssertRan(log, 2, 2);
        Assert.Equal((8, 360), (posts, views));
        await db.TransactionAsync(
            async tx => AssertSays((await Assert.ThrowsAsync<InvalidOperationException>(
                () => tx.TransactionAsync(_ => Task.CompletedTask, new TransactionOptions { IsolationLevel = IsolationLevel.Serializable }))).Message),
            new TransactionOptions { IsolationLevel = IsolationLevel.RepeatableRead });
    }

    [SkippableFact]
    public async Task Reading_only()
    {
        var db = Db;
        using var log = db.Record();

        var report = await db.TransactionAsync(
            async tx => (Users: await tx.Users.Prefetch(u => u.Posts).ToListAsync(), Tags: await tx.Tags.ToListAsync()),
            new TransactionOptions { IsReadOnly = true, IsolationLevel = IsolationLevel.Snapshot });

        AssertRan(log, 3, 3);
        Assert.Equal((3, 3), (report.Users.Count, report.Tags.Count));
        var refused = await Assert.ThrowsAsync<ReadOnlyDatabaseException>(() => db.TransactionAsync(tx => tx.Tags.All().DeleteAsync(), new TransactionOptions { IsReadOnly = true }));
        AssertSays(refused.Message[..refused.Message.IndexOf(". The database said:", StringComparison.Ordinal)]);
    }

    [SkippableFact]
    public async Task Running_it_again()
    {
        var db = Db;
        using var log = db.Record();

        await db.TransactionAsync(
            async tx =>
            {
                Post post = await tx.Posts.SingleAsync(p => p.Id == 1);     // read in the transaction, so that each attempt reads anew
                post.Views += post.Published ? 2 : 1;
                await tx.Posts.UpdateAsync(post, p => p.Views);
            },
            new TransactionOptions { IsolationLevel = IsolationLevel.RepeatableRead, Retry = TransactionRetry.Default });

        AssertRan(log, 2, 2);
        Assert.Equal(12, (await db.Posts.FindAsync(1))!.Views);
        await db.TransactionAsync(async tx => AssertSays((await Assert.ThrowsAsync<InvalidOperationException>(
            () => tx.TransactionAsync(_ => Task.CompletedTask, new TransactionOptions { Retry = new TransactionRetry(attempts: 3) }))).Message));
        var patient = new TransactionRetry(attempts: 20) { FirstPause = TimeSpan.FromMilliseconds(5), LongestPause = TimeSpan.FromMilliseconds(200) };
        Assert.Equal((20, 6), (patient.Attempts, TransactionRetry.Default.Attempts));
    }

    [SkippableFact]
    public async Task Two_who_change_the_same_row()
    {
        var db = Db;
        using var log = db.Record();

        await db.Posts.Where(p => p.Id == 1).UpdateAsync(p => p.Views.Set(p.Views + 1));           // the database computes: nothing can come between

        await db.TransactionAsync(async tx =>
        {
            Post post = await tx.Posts.Where(p => p.Id == 1).ForUpdate().SingleAsync();            // others who want to write the row wait from here on
            post.Views = Math.Max(post.Views * 2, 100);
            await tx.Posts.UpdateAsync(post, p => p.Views);
        });

        AssertRan(log);
        Assert.Equal(100, (await db.Posts.FindAsync(1))!.Views);
    }

    [SkippableFact]
    public async Task When_nobody_knows()
    {
        var db = Db;
        using var log = db.Record();

        Guid ticket = Guid.CreateVersion7();                                // something to look for
        try
        {
            await db.TransactionAsync(tx => tx.Tags.InsertAsync(new Tag { Name = $"ticket {ticket}" }));
        }
        catch (CommitUnknownException)
        {
            if (!await db.Tags.AnyAsync(t => t.Name == $"ticket {ticket}"))
                throw;                                                      // it wasn't committed; otherwise all is well
        }

        AssertRan(log, 1, 1);
        Assert.True(await db.Tags.AnyAsync(t => t.Name == $"ticket {ticket}"));
    }

    [SkippableFact]
    public async Task Inside_a_TransactionScope()
    {
        var db = Db;
        using var log = db.Record();
        var run = async () =>
        {
            using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            {
                await db.Tags.InsertManyAsync([new Tag { Name = "linq" }, new Tag { Name = "rust" }]);      // a savepoint of the scope
                await db.Posts.Where(p => p.Id == 1).UpdateAsync(p => p.Views.Set(p.Views + 1));
                scope.Complete();
            }
        };

        if (IsSqlite)
            await Assert.ThrowsAsync<InvalidOperationException>(run);
        else
            await run();

        AssertRan(log);
        Assert.Equal(IsSqlite ? 3 : 5, await db.Tags.CountAsync());
    }
}
