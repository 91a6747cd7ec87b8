using System.Data.Common;
using System.Transactions;

namespace Covet.Infrastructure;

/// <summary>
/// Runs the round trips of one graph, in one snapshot where that is wanted: on one connection, in a read-only transaction whose BEGIN goes out
/// with the first statement and whose COMMIT with the deepest level. Inside a transaction of the user's, be it an ambient one, nothing is opened.
/// </summary>
internal sealed class GraphRead : IAsyncDisposable
{
    private const string Commit = "COMMIT";

    /// <summary>What SQL's standard calls a write in a read-only transaction.</summary>
    private const string ReadOnlyState = "25006";

    private readonly DatabaseSession _session;
    private readonly bool _isSnapshot;
    private DbConnection? _held;

    private GraphRead(Database database, bool isSnapshot)
    {
        _session = database.Session;
        _isSnapshot = isSnapshot && CanOpen(database);
    }

    /// <summary>What a statement failed with.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Whether the deepest level that comes is the last of all.</summary>
    public bool EndsWithDeepest { get; set; }

    /// <summary>What goes out with the next level, or by itself when none comes.</summary>
    public BatchItem? Rider { get; set; }

    /// <summary>Whether the failure was reported by an operation of its own.</summary>
    public bool IsFailureReported { get; private set; }

    /// <summary>Whether a snapshot can be opened: not inside a transaction.</summary>
    public static bool CanOpen(Database database) => database.Session.Transaction is null && Transaction.Current is null;

    /// <summary>One graph.</summary>
    public static GraphRead Of(Database database, bool isSnapshot) => new(database, isSnapshot) { EndsWithDeepest = true };

    /// <summary>Graphs one after the other, all of one snapshot.</summary>
    public static GraphRead Streamed(Database database, bool isSnapshot) => new(database, isSnapshot);

    /// <summary>Runs the statements of a level in one round trip.</summary>
    /// <param name="items">The statements; what goes out with them is added.</param>
    /// <param name="isDeepest">Whether no level follows.</param>
    /// <param name="cancellationToken">Cancels them.</param>
    public async ValueTask ReadAsync(List<BatchItem> items, bool isDeepest, CancellationToken cancellationToken)
    {
        bool isAlone = isDeepest && items.Count == 1;
        if (_isSnapshot && _held is null && !isAlone)
        {
            await HoldAsync(items, cancellationToken).ConfigureAwait(false);
            items.Insert(0, BatchItem.Frame(_session.Provider.Dialect.BeginSnapshot));
        }
        await SendAsync(items, isDeepest, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a result that is read piece by piece while levels run.</summary>
    public async ValueTask<OpenResult> OpenAsync(Statement statement, CancellationToken cancellationToken)
    {
        if (_isSnapshot)
        {
            await HoldAsync([new BatchItem(statement, NoResult.Instance)], cancellationToken).ConfigureAwait(false);
            await SendAsync([BatchItem.Frame(_session.Provider.Dialect.BeginSnapshot)], isDeepest: false, cancellationToken).ConfigureAwait(false);
        }
        try
        {
            return await _session.OpenAsync(statement, _held, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failure = exception;
            throw;
        }
    }

    /// <summary>Hands rows of an open result to a consumer.</summary>
    public async ValueTask<bool> ConsumeAsync(OpenResult result, ResultConsumer consumer, int chunk, CancellationToken cancellationToken)
    {
        try
        {
            return await result.ConsumeAsync(consumer, chunk, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failure = exception;
            throw;
        }
    }

    /// <summary>Says that no level follows: sends what none of them took along, and the end of the snapshot where it is due.</summary>
    public ValueTask EndLevelsAsync(CancellationToken cancellationToken)
    {
        if (Rider is { GivesRows: true })
            _session.CountRoundTrip();
        return SendAsync([], isDeepest: true, cancellationToken);
    }

    /// <summary>Ends the snapshot, if it hasn't ended, and gives its connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_held is not { } connection)
            return;
        try
        {
            // After a failure the provider rolls back when it gets the connection, or closes it.
            if (Failure is null)
                await _session.ReadBatchAsync([BatchItem.Frame(Commit)], connection, CancellationToken.None).ConfigureAwait(false);
        }
        finally
        {
            _held = null;
            await _session.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the connection that all statements run on.</summary>
    private async ValueTask HoldAsync(IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        try
        {
            _held = await _session.AcquireAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            Failed(items, exception);
            if (IsFailureReported)
                new Operation(_session, items).Fail(exception);
            throw;
        }
    }

    private void Failed(IReadOnlyList<BatchItem> items, Exception exception)
    {
        Failure = exception;
        IsFailureReported = items.Any(item => item.IsCounted);
    }

    private async ValueTask SendAsync(List<BatchItem> items, bool isDeepest, CancellationToken cancellationToken)
    {
        var ended = isDeepest && EndsWithDeepest ? _held : null;
        if (Rider is { } rider)
        {
            Rider = null;
            items.Add(rider);
        }
        if (ended is not null)
            items.Add(BatchItem.Frame(Commit));
        if (items.Count == 0)
            return;
        try
        {
            await _session.ReadBatchAsync(items, _held, cancellationToken).ConfigureAwait(false);
        }
        catch (DatabaseException exception) when (_held is not null && exception.Code == ReadOnlyState)
        {
            Failed(items, exception);
            throw new InvalidOperationException(
                "A query or a level of its graph writes (a function does, or nextval), and a graph is read in a read-only snapshot: add .SnapshotReads(false) to the query.", exception);
        }
        catch (Exception exception)
        {
            Failed(items, exception);
            throw;
        }
        if (ended is null)
            return;
        _held = null;
        await _session.ReleaseAsync(ended).ConfigureAwait(false);
    }
}
