using System.Data.Common;

namespace Covet.Infrastructure;

/// <summary>A result that is being streamed, with the connection it occupies.</summary>
internal sealed class OpenResult(
    DatabaseSession session, DbConnection connection, bool isHeld, RowStream rows, Statement statement, Operation operation) : IAsyncDisposable
{
    private const int Idle = 0;
    private const int Reading = 1;
    private const int Closed = 2;

    private int _state = Idle;
    private long _rows;
    private bool _isRead;
    private Exception? _failure;

    /// <summary>Hands rows to a consumer that takes up to <paramref name="chunk"/>.</summary>
    /// <returns>Whether there may be more.</returns>
    public async ValueTask<bool> ConsumeAsync(ResultConsumer consumer, int chunk, CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref _state, Reading, Idle) != Idle)
            throw new InvalidOperationException(
                "The stream is closed, or read by two at once: its transaction has ended, or it is read again before the last read was awaited.");
        try
        {
            // A driver may have rows in its buffer, and give them out without a look at the token.
            cancellationToken.ThrowIfCancellationRequested();
            int before = consumer.Rows;
            await rows.ConsumeAsync(consumer, cancellationToken).ConfigureAwait(false);
            int taken = consumer.Rows - before;
            _rows += taken;
            _isRead = taken < chunk;
            return !_isRead;
        }
        catch (Exception exception)
        {
            _failure ??= exception;
            throw session.Fault(exception);
        }
        finally
        {
            Volatile.Write(ref _state, Idle);
        }
    }

    /// <summary>Closes the result, unless it is being read, and leaves the connection to the caller.</summary>
    public async ValueTask<bool> TryTakeAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Closed, Idle) != Idle)
            return false;
        try
        {
            await CloseAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            session.LogRollbackFailure(exception);
        }
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Closed, Idle) != Idle)
            return;
        try
        {
            await CloseAsync().ConfigureAwait(false);
        }
        finally
        {
            if (!isHeld)
                await session.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }

    private async ValueTask CloseAsync()
    {
        try
        {
            // To abandon is to cancel, which would fail a transaction.
            if (_isRead || session.Transaction is not null)
                await rows.DisposeAsync().ConfigureAwait(false);
            else
                await rows.AbandonAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _failure ??= exception;
            throw session.Fault(exception);
        }
        finally
        {
            if (_failure is null)
                operation.End(statement, _rows);
            else
                operation.Fail(_failure);
        }
    }
}
