using System.Data.Common;

namespace Covet.Infrastructure;

/// <summary>One connection in a transaction, or in a savepoint of one: the session of the database that a transaction's delegate gets.</summary>
internal sealed class DatabaseTransaction : DatabaseSession, IAsyncDisposable
{
    private readonly TransactionConnection _connection;
    private readonly DatabaseTransaction? _outer;
    private readonly string? _savepoint;
    private bool _hasEnded;
    private bool _isTakenBack;

    internal DatabaseTransaction(PooledSession outer, DbConnection connection, DbTransaction inner) : base(outer)
        => _connection = new TransactionConnection(outer, connection, inner);

    private DatabaseTransaction(DatabaseTransaction outer, string savepoint) : base(outer)
    {
        _outer = outer;
        _connection = outer._connection;
        _savepoint = savepoint;
    }

    internal DbTransaction Inner => _connection.Inner;

    /// <summary>Whether it is a savepoint of another.</summary>
    internal bool IsNested => _savepoint is not null;

    /// <summary>Whether it was committed or rolled back; instances loaded in it then belong to the database outside.</summary>
    internal bool HasEnded => _hasEnded || _outer is { HasEnded: true };

    /// <summary>Whether statements can still run in it.</summary>
    internal bool IsSound => !HasEnded && _connection.Failure is null;

    internal override DatabaseTransaction Transaction => this;

    /// <summary>The first of the connection's undos that is this transaction's.</summary>
    internal int FirstUndo { get; set; }

    /// <summary>Takes a name for a cursor, unless an open one has it.</summary>
    internal bool TryNameCursor(string name) => _connection.Cursors.Add(name);

    /// <summary>Gives a cursor's name back.</summary>
    internal void ForgetCursor(string name) => _connection.Cursors.Remove(name);

    internal override ValueTask<DbConnection> AcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DemandOpen();
        if (_connection.Failure is { } failure)
            throw new TransactionAbortedException(failure);
        if (!_connection.TryEnter())
            throw new InvalidOperationException(
                "The transaction's database (tx) is one connection and was used by two operations at once: await each call before the next, " +
                "and read a stream to its end first.");
        return new(_connection.Connection);
    }

    internal override ValueTask ReleaseAsync(DbConnection connection) => _connection.LeaveAsync();

    internal override void Failed(Exception exception)
    {
        // What the database says, or a statement that was stopped. What Covet refuses was not sent, and a value that can't be read was.
        if (exception is DatabaseException or OperationCanceledException)
            _connection.Fail(exception);
    }

    internal override void OnRollback(Action? undo)
    {
        if (undo is not null && (_isTakenBack || !_connection.TryAddUndo(undo)))
            Undo([undo]);
    }

    internal override void Keep(OpenResult stream) => _connection.Keep(stream);

    internal override async ValueTask<DatabaseTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        await AcquireAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var nested = new DatabaseTransaction(this, _connection.NextSavepoint());
            await Inner.SaveAsync(nested._savepoint!, CancellationToken.None).ConfigureAwait(false);
            _connection.Push(nested);
            return nested;
        }
        catch (Exception exception)
        {
            throw Fault(exception);
        }
        finally
        {
            await _connection.LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Commits, or releases the savepoint; rolls back and throws when that must not be.</summary>
    internal async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        DemandOpen();
        var found = await _connection.TakeOverAsync().ConfigureAwait(false);
        if (found == Takeover.Busy)
            throw LeaveRunning();
        try
        {
            if (found == Takeover.FromStream || !_connection.IsInnermost(this))
            {
                await TakeBackAsync().ConfigureAwait(false);
                throw StillRuns();
            }
            if (_connection.Failure is { } failure)
            {
                await TakeBackAsync().ConfigureAwait(false);
                throw new TransactionAbortedException(failure);
            }
            await KeepWorkAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _hasEnded = true;
            await _connection.LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Rolls back because of an exception, which stays the one that is thrown: a failure of the rollback is logged.</summary>
    internal async ValueTask RollbackAsync()
    {
        if (HasEnded)
            return;
        if (await _connection.TakeOverAsync().ConfigureAwait(false) == Takeover.Busy)
        {
            LogRollbackFailure(LeaveRunning());
            return;
        }
        try
        {
            await TakeBackAsync().ConfigureAwait(false);
        }
        finally
        {
            await _connection.LeaveAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Rolls back what was neither committed nor rolled back; gives the connection back.</summary>
    public async ValueTask DisposeAsync()
    {
        await RollbackAsync().ConfigureAwait(false);
        if (!IsNested)
            await _connection.EndAsync().ConfigureAwait(false);
    }

    internal void MarkEnded() => _hasEnded = true;

    private async ValueTask KeepWorkAsync(CancellationToken cancellationToken)
    {
        if (_savepoint is null)
        {
            try
            {
                await Provider.Executor.CommitAsync(Inner, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                throw Fault(exception, FailureStep.Commit);
            }
            _connection.KeepChanges();
            return;
        }
        try
        {
            // Not to be cancelled: the work would neither be kept for sure nor taken back.
            await Inner.ReleaseAsync(_savepoint, CancellationToken.None).ConfigureAwait(false);
            _connection.Pop(this, rolledBack: false);
        }
        catch (Exception exception)
        {
            var fault = Translate(exception, FailureStep.Run);
            _connection.FailBeyond(this, fault);
            _connection.Pop(this, rolledBack: false);
            throw Fault(fault);
        }
    }

    private async ValueTask TakeBackAsync()
    {
        _hasEnded = _isTakenBack = true;
        var undos = _connection.CutUndos(FirstUndo);
        try
        {
            if (_savepoint is null)
            {
                await Inner.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
                return;
            }
            await Inner.RollbackAsync(_savepoint, CancellationToken.None).ConfigureAwait(false);
            await Inner.ReleaseAsync(_savepoint, CancellationToken.None).ConfigureAwait(false);
            _connection.Pop(this, rolledBack: true);
        }
        catch (Exception exception)
        {
            LogRollbackFailure(exception);
            _connection.FailBeyond(this, Translate(exception, FailureStep.Run));
            _connection.Pop(this, rolledBack: false);
        }
        finally
        {
            Undo(undos);
        }
    }

    /// <summary>Ends while an operation runs on the connection: what is outside must not be committed; the rollback follows the operation.</summary>
    private InvalidOperationException LeaveRunning()
    {
        var exception = StillRuns();
        _connection.FailBeyond(this, exception);
        _connection.Pop(this, rolledBack: false);
        _hasEnded = true;
        return exception;
    }

    private void DemandOpen()
    {
        if (HasEnded)
            throw new InvalidOperationException("The transaction has ended: use its database (tx) only inside the delegate of TransactionAsync.");
    }

    private static InvalidOperationException StillRuns() => new(
        "The delegate of TransactionAsync ended while an operation of its database (tx) still ran, so the transaction is rolled back: await " +
        "every call, and read or dispose every stream, inside the delegate.");
}
