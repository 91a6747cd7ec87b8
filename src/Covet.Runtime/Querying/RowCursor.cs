using System.Security.Cryptography;
using System.Text;

namespace Covet.Infrastructure;

/// <summary>
/// A server-side cursor over a query's rows. The query is recorded as one statement with all rows that were fetched; a FETCH that goes out
/// with a level is no round trip of its own.
/// </summary>
internal sealed class RowCursor : IAsyncDisposable
{
    private readonly DatabaseSession _session;
    private readonly GraphRead _reads;
    private readonly Statement _statement;
    private readonly int _chunk;
    private readonly string _name;
    private readonly Operation _operation;
    private bool _isOpen;
    private bool _isClosing;
    private long _rows;

    /// <param name="session">Where it runs.</param>
    /// <param name="reads">What the levels run on.</param>
    /// <param name="statement">The query.</param>
    /// <param name="chunk">How many rows are fetched at once.</param>
    public RowCursor(DatabaseSession session, GraphRead reads, Statement statement, int chunk)
    {
        _session = session;
        _reads = reads;
        _statement = statement;
        _chunk = chunk;
        _name = NameOf(statement.Text);
        for (int number = 2; session.Transaction?.TryNameCursor(_name) == false; number++)
            _name = $"{NameOf(statement.Text)}_{number}";
        _operation = new Operation(session, statement);
    }

    /// <summary>Declares the cursor and fetches its first rows: one round trip.</summary>
    public async ValueTask OpenAsync(ResultConsumer first, CancellationToken cancellationToken)
    {
        var declare = _statement with { Text = $"DECLARE \"{_name}\" NO SCROLL CURSOR FOR {_statement.Text}" };
        await _reads.ReadAsync(
            [new BatchItem(declare, NoResult.Instance, GivesRows: false, IsCounted: false), Fetch(first)], isDeepest: false, cancellationToken).ConfigureAwait(false);
        _isOpen = true;
    }

    /// <summary>Lets the FETCH of the next rows, or the end, go out with the levels of those that were fetched last.</summary>
    /// <param name="current">The rows that were fetched last.</param>
    /// <param name="next">Takes the next ones; null when there are none.</param>
    public void FetchWithLevels(ResultConsumer current, ResultConsumer? next)
    {
        _rows += current.Rows;
        _reads.EndsWithDeepest = next is null;
        _isClosing = next is null && _session.Transaction is not null;
        _reads.Rider = next is not null ? Fetch(next) : _isClosing ? Close() : null;
    }

    /// <summary>Closes the cursor where its transaction goes on, and records the query.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_reads is { Failure: { } failure, IsFailureReported: false })
            _operation.Fail(failure);
        else if (_isOpen)
            _operation.End(_statement, _rows);
        // After a failure it isn't known whether the cursor is still there: its name stays taken until the transaction ends.
        if (_session.Transaction is not { } transaction || _reads.Failure is not null)
            return;
        transaction.ForgetCursor(_name);
        bool wasClosed = _isClosing && _reads.Rider is null;
        if (_isOpen && !wasClosed && transaction.IsSound)
            await _session.ReadBatchAsync([Close()], null, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>
    /// One name for each text: a prepared FETCH keeps the columns that it had when it was prepared, so the same FETCH must never read another query.
    /// </summary>
    private static string NameOf(string text) => $"covet_{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}";

    private BatchItem Fetch(ResultConsumer consumer)
        => new(new Statement($"FETCH FORWARD {_chunk} FROM \"{_name}\"", SqlParameters.None), consumer, IsCounted: false);

    private BatchItem Close() => BatchItem.Frame($"CLOSE \"{_name}\"");
}
