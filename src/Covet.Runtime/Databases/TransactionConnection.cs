using System.Data.Common;

namespace Covet.Infrastructure;

/// <summary>
/// The one connection of a transaction and of the savepoints in it: who uses it, which savepoints are open, which statement failed first.
/// </summary>
internal sealed class TransactionConnection(PooledSession owner, DbConnection connection, DbTransaction inner, TransactionOptions options)
{
    private readonly Lock _lock = new();
    private readonly List<DatabaseTransaction> _savepoints = [];
    private readonly TransactionNotes _notes = new();
    private OpenResult? _stream;
    private bool _isBusy;
    private bool _isClosing;
    private bool _isClosed;
    private bool _isCommitted;
    private int _failureLevel;

    public DbConnection Connection => connection;

    public DbTransaction Inner => inner;

    /// <summary>How the whole of it runs.</summary>
    public TransactionOptions Options => options;

    /// <summary>The names of the cursors that are open.</summary>
    public HashSet<string> Cursors { get; } = [];

    /// <summary>The first failure that no rollback to a savepoint has taken back.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Takes the connection, unless it is in use.</summary>
    public bool TryEnter()
    {
        lock (_lock)
        {
            bool isFree = !_isBusy;
            _isBusy = true;
            return isFree;
        }
    }

    /// <summary>Notes that the one who took the connection keeps it for a stream.</summary>
    public void Keep(OpenResult stream) => _stream = stream;

    /// <summary>Gives the connection back, and closes it when the transaction has ended in the meantime.</summary>
    public ValueTask LeaveAsync()
    {
        lock (_lock)
        {
            _stream = null;
            if (!_isClosing)
            {
                _isBusy = false;
                return default;
            }
        }
        return CloseAsync();
    }

    /// <summary>Takes the connection for the end of a transaction; from a stream that nobody reads at the moment, too.</summary>
    public async ValueTask<Takeover> TakeOverAsync()
    {
        if (TryEnter())
            return Takeover.Free;
        if (_stream is not { } stream || !await stream.TryTakeAsync().ConfigureAwait(false))
            return Takeover.Busy;
        _stream = null;
        return Takeover.FromStream;
    }

    /// <summary>Ends the connection's use: now, or when the operation that still runs on it is done. What isn't committed is rolled back.</summary>
    public ValueTask EndAsync()
    {
        lock (_lock)
        {
            _isClosing = true;
            if (_isBusy)
                return default;
            _isBusy = true;
        }
        return CloseAsync();
    }

    /// <summary>Remembers a failure of a statement; a rollback to any savepoint that is open takes it back.</summary>
    public void Fail(Exception exception)
    {
        lock (_lock)
            Fail(exception, _savepoints.Count);
    }

    /// <summary>Remembers a failure that only a rollback to a savepoint outside <paramref name="savepoint"/> takes back.</summary>
    public void FailBeyond(DatabaseTransaction savepoint, Exception exception)
    {
        lock (_lock)
            Fail(exception, Math.Max(_savepoints.IndexOf(savepoint), 0));
    }

    /// <summary>The name of the next savepoint, which no open one has.</summary>
    public string NextSavepoint() => $"covet_{_savepoints.Count + 1}";

    /// <summary>Adds a savepoint that was begun.</summary>
    public void Push(DatabaseTransaction savepoint)
    {
        lock (_lock)
        {
            _savepoints.Add(savepoint);
            savepoint.Began = _notes.Now;
        }
    }

    /// <summary>Keeps what takes a write back in memory, unless the transaction was rolled back.</summary>
    public bool TryAddUndo(Action undo)
    {
        lock (_lock)
        {
            if (_isClosed)
                return _isCommitted;
            _notes.AddUndo(undo);
            return true;
        }
    }

    /// <summary>Keeps what runs after COMMIT.</summary>
    public void AddCallback(Func<Task> callback)
    {
        lock (_lock)
            _notes.AddCallback(callback);
    }

    /// <summary>Removes what was noted since a transaction or savepoint began that is rolled back.</summary>
    /// <returns>What takes its writes back in memory, the last first.</returns>
    public IReadOnlyList<Action> CutNotes(TransactionNotes.Mark began)
    {
        lock (_lock)
            return _notes.Cut(began);
    }

    /// <summary>Notes that all is committed, so that nothing is taken back in memory.</summary>
    /// <returns>What follows.</returns>
    public IReadOnlyList<Func<Task>> CompleteNotes()
    {
        lock (_lock)
        {
            _isCommitted = true;
            return _notes.Complete();
        }
    }

    /// <summary>Whether nothing that was begun later is still open.</summary>
    public bool IsInnermost(DatabaseTransaction transaction)
    {
        lock (_lock)
            return (_savepoints is [.., var last] ? last : null) == (transaction.IsNested ? transaction : null);
    }

    /// <summary>Ends a savepoint and those within it.</summary>
    /// <param name="savepoint">The savepoint.</param>
    /// <param name="rolledBack">Whether what failed since it was begun is taken back.</param>
    public void Pop(DatabaseTransaction savepoint, bool rolledBack)
    {
        lock (_lock)
        {
            int index = _savepoints.IndexOf(savepoint);
            if (index < 0)
                return;
            foreach (var ended in _savepoints[index..])
                ended.MarkEnded();
            _savepoints.RemoveRange(index, _savepoints.Count - index);
            if (rolledBack && index < _failureLevel)
                Failure = null;
        }
    }

    private void Fail(Exception exception, int level)
    {
        if (Failure is not null)
            return;
        Failure = exception;
        _failureLevel = level;
    }

    private async ValueTask CloseAsync()
    {
        try
        {
            await inner.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            owner.LogRollbackFailure(exception);
        }
        finally
        {
            lock (_lock)
                _isClosed = true;
            owner.Undo(CutNotes(default));
            await owner.Provider.ReleaseAsync(connection).ConfigureAwait(false);
        }
    }
}

/// <summary>How the end of a transaction found its connection.</summary>
internal enum Takeover
{
    /// <summary>Free, as it should be.</summary>
    Free,

    /// <summary>In a stream that wasn't disposed; it is closed now.</summary>
    FromStream,

    /// <summary>In an operation that still runs.</summary>
    Busy,
}
