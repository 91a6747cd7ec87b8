using System.Data.Common;
using Blog;

namespace Covet.Specification;

/// <summary>
/// What breaks at any command of a write, BEGIN and COMMIT included, leaves the rows and the instances as they were, ends the transaction, gives the connection back, and the next
/// operation works.
/// </summary>
/// <param name="fixture">The database.</param>
public abstract class WriteFaultSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    private FaultRows _rows = null!;

    /// <summary>The names of the writes.</summary>
    public static TheoryData<string> Writes => [.. WriteScenarios.All.Keys];

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        _rows = await FaultRows.KeepAsync(Db);
    }

    [SkippableTheory]
    [MemberData(nameof(Writes))]
    public Task A_write_that_loses_its_connection(string write) => BreakEachAsync(write, (connection, _) => LoseAsync(connection), canBeLate: false);

    [SkippableTheory]
    [MemberData(nameof(Writes))]
    public Task A_write_whose_statement_times_out(string write) => BreakEachAsync(write, (connection, _) => TimeOutAsync(connection), canBeLate: false);

    [SkippableTheory]
    [MemberData(nameof(Writes))]
    public Task A_write_whose_wire_is_cut(string write) => BreakEachAsync(write, (_, _) => throw new IOException("The wire was cut."), canBeLate: false);

    [SkippableTheory]
    [MemberData(nameof(Writes))]
    public Task A_write_that_is_cancelled(string write) => BreakEachAsync(write, (_, cancellation) => cancellation.CancelAsync(), canBeLate: true);

    /// <summary>Makes the connection unusable, so that the next command on it fails with what the driver says of a lost one; or throws that itself.</summary>
    protected abstract Task LoseAsync(DbConnection connection);

    /// <summary>Fails as a statement on the connection that took too long.</summary>
    protected abstract Task TimeOutAsync(DbConnection connection);

    /// <summary>Asserts that no connection of the pool has a transaction open.</summary>
    protected virtual Task AssertNoTransactionAsync() => Task.CompletedTask;

    private async Task BreakEachAsync(string write, Func<DbConnection, CancellationTokenSource, Task> fault, bool canBeLate)
    {
        int at = 0;
        bool wasMet;
        do
        {
            at++;
            (wasMet, bool hasFailed) = await AttemptAsync(write, at, fault);
            if (hasFailed)
                Assert.Equal(_rows.Text, await FaultRows.TextAsync(Db));
            else
                await _rows.RestoreAsync(Db);
            Assert.True(!wasMet || hasFailed || canBeLate, $"{write}: the fault at command {at} was lost.");
        }
        while (wasMet);
        Assert.NotEqual(1, at);
    }

    private async Task<(bool WasMet, bool HasFailed)> AttemptAsync(string write, int at, Func<DbConnection, CancellationTokenSource, Task> fault)
    {
        using var cancellation = new CancellationTokenSource();
        bool isArmed = false;
        int commands = 0;
        var provider = new InterposedProvider(Provider, new Interposition
        {
            BeforeBegin = MeetAsync,
            BeforeRoundTrip = (_, connection) => MeetAsync(connection),
            BeforeCommit = transaction => MeetAsync(transaction.Connection!),
        });
        var world = await FaultWorld.LoadAsync(new BlogDb(provider));
        var run = WriteScenarios.All[write](world);
        var before = world.Picture();
        isArmed = true;
        var failure = await Record.ExceptionAsync(() => run(cancellation.Token));
        isArmed = false;
        string when = $"{write}, command {at}";
        Assert.Equal(0, provider.ConnectionsOut);
        await AssertNoTransactionAsync();
        if (failure is not null)
        {
            Assert.True(failure is DatabaseException or OperationCanceledException, $"{when}: {failure}");
            Assert.Equal(0, world.Commits);
            before.AssertKept($"{when}, {failure.GetType().Name}");
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            Assert.Equal(8, await world.Db.Posts.Where(p => p.Id > 0).UpdateAsync([p => p.Views.Set(p.Views)], patience.Token));
        }
        return (commands >= at, failure is not null);

        Task MeetAsync(DbConnection connection) => isArmed && ++commands == at ? fault(connection, cancellation) : Task.CompletedTask;
    }
}
