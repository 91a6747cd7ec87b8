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

    /// <summary>What SQLite writes in a statement's first step, and PostgreSQL before it sends a row, must not be called cancelled and stay.</summary>
    [SkippableTheory]
    [MemberData(nameof(Writes))]
    public async Task A_write_that_is_cancelled_while_its_rows_come_back(string write)
    {
        bool wasMet = true;
        for (int row = 1; wasMet; row *= 2)
        {
            int left = row;
            using var cancellation = new CancellationTokenSource();
            (wasMet, bool hasFailed) = await AttemptAsync(
                write,
                $"row {row}",
                meet => new Interposition { BeforeRow = async _ => await meet(null) },
                _ => --left == 0 ? cancellation.CancelAsync() : Task.CompletedTask,
                () => left <= 0,
                cancellation);
            await CompareAsync(hasFailed);
        }
    }

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
            int left = at;
            using var cancellation = new CancellationTokenSource();
            (wasMet, bool hasFailed) = await AttemptAsync(
                write,
                $"command {at}",
                meet => new Interposition { BeforeBegin = meet, BeforeRoundTrip = (_, connection) => meet(connection), BeforeCommit = transaction => meet(transaction.Connection) },
                connection => --left == 0 ? fault(connection!, cancellation) : Task.CompletedTask,
                () => left <= 0,
                cancellation);
            await CompareAsync(hasFailed);
            Assert.True(!wasMet || hasFailed || canBeLate, $"{write}: the fault at command {at} was lost.");
        }
        while (wasMet);
        Assert.NotEqual(1, at);
    }

    private async Task CompareAsync(bool hasFailed)
    {
        if (hasFailed)
            Assert.Equal(_rows.Text, await FaultRows.TextAsync(Db));
        else
            await _rows.RestoreAsync(Db);
    }

    private async Task<(bool WasMet, bool HasFailed)> AttemptAsync(
        string write,
        string place,
        Func<Func<DbConnection?, Task>, Interposition> interpose,
        Func<DbConnection?, Task> fault,
        Func<bool> wasMet,
        CancellationTokenSource cancellation)
    {
        bool isArmed = false;
        var provider = new InterposedProvider(Provider, interpose(connection => isArmed ? fault(connection) : Task.CompletedTask));
        var world = await FaultWorld.LoadAsync(new BlogDb(provider));
        var run = WriteScenarios.All[write](world);
        var before = world.Picture();
        isArmed = true;
        var failure = await Record.ExceptionAsync(() => run(cancellation.Token));
        isArmed = false;
        string when = $"{write}, {place}";
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
        return (wasMet(), failure is not null);
    }
}
