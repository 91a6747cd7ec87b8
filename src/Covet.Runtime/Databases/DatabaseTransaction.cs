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

    internal DatabaseTransaction(PooledSession outer, DbConnection connection, DbTransaction inner, TransactionOptions options) : base(outer)
        => _connection = new TransactionConnection(outer, connection, inner, options);

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

    /// <summary>The connection's notes when this transaction began.</summary>
    internal TransactionNotes.Mark Began { get; set; }

    /// <summary>What follows the COMMIT, when it has succeeded.</summary>
    internal IReadOnlyList<Func<Task>> Callbacks { get; private set; } = [];

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
        return IsActive ? new(_connection.Connection) : LeaveEndedAsync();
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

    internal override Task OnCommitAsync(Func<Task> callback)
    {
        DemandOpen();
        if (Provider.Executor.IsPart(Inner))
            throw UnseenCommit();
        _connection.AddCallback(callback);
        return Task.CompletedTask;
    }

    internal override void Keep(OpenResult stream) => _connection.Keep(stream);

    internal override async ValueTask<DatabaseTransaction> BeginAsync(TransactionOptions options, CancellationToken cancellationToken)
    {
        DemandSame(options);
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
            if (!IsActive)
                throw Ended();
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
            Callbacks = _connection.CompleteNotes();
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
        var undos = _connection.CutNotes(Began);
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

    /// <summary>Whether the database is still in the transaction, as far as the driver knows.</summary>
    private bool IsActive => Provider.Executor.IsActive(_connection.Connection, Inner);

    private async ValueTask<DbConnection> LeaveEndedAsync()
    {
        await _connection.LeaveAsync().ConfigureAwait(false);
        throw Ended();
    }

    /// <summary>Notes that something else than Covet ended the transaction.</summary>
    private InvalidOperationException Ended()
    {
        var exception = new InvalidOperationException(
            "The transaction isn't open any more: SQL that ran in it ended it (COMMIT or ROLLBACK), or the database rolled it back by itself. What ran before that is as it left it; " +
            "nothing more runs. To commit, return from the delegate of TransactionAsync; to roll back, throw.");
        _connection.FailBeyond(this, exception);
        return exception;
    }

    private void DemandSame(TransactionOptions options)
    {
        var outer = _connection.Options;
        if (options.IsolationLevel != System.Data.IsolationLevel.Unspecified && options.IsolationLevel != outer.IsolationLevel)
        {
            throw new InvalidOperationException(
                $"A nested transaction has the isolation level of the outer one ({outer.IsolationLevel}) and can't have {options.IsolationLevel}: name it at the outer TransactionAsync.");
        }
        if (options.IsReadOnly && !outer.IsReadOnly)
            throw new InvalidOperationException("A nested transaction can't be read-only where the outer one writes: make the outer TransactionAsync read-only, or leave IsReadOnly out.");
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
