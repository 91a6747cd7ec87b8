using System.Data.Common;

namespace Covet.Infrastructure;

/// <summary>One connection in a transaction, or in a savepoint of one: the session of the database that a transaction's delegate gets.</summary>
internal sealed class DatabaseTransaction : DatabaseSession, IAsyncDisposable
{
    private readonly DbConnection _connection;
    private readonly DatabaseTransaction? _outer;
    private readonly string? _savepoint;
    private readonly int _depth;
    private int _busy;

    internal DatabaseTransaction(PooledSession outer, DbConnection connection, DbTransaction inner) : base(outer)
    {
        _connection = connection;
        Inner = inner;
    }

    private DatabaseTransaction(DatabaseTransaction outer) : base(outer)
    {
        _outer = outer;
        _connection = outer._connection;
        _depth = outer._depth + 1;
        _savepoint = $"covet_{_depth}";
        Inner = outer.Inner;
    }

    internal DbTransaction Inner { get; }

    /// <summary>Whether it was committed or rolled back; instances loaded in it then belong to the database outside.</summary>
    internal bool HasEnded { get; private set; }

    internal override DatabaseTransaction Transaction => this;

    internal override ValueTask<DbConnection> AcquireAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (HasEnded)
            throw new InvalidOperationException("The transaction has ended: use its database (tx) only inside the delegate of TransactionAsync.");
        if (_outer is not null)
            return _outer.AcquireAsync(cancellationToken);
        if (Interlocked.Exchange(ref _busy, 1) == 1)
            throw new InvalidOperationException(
                "The transaction's database (tx) is one connection and was used by two operations at once: await each call before the next, " +
                "and read a stream to its end first.");
        return new(_connection);
    }

    internal override ValueTask ReleaseAsync(DbConnection connection)
    {
        if (_outer is not null)
            return _outer.ReleaseAsync(connection);
        Volatile.Write(ref _busy, 0);
        return default;
    }

    internal override async ValueTask<DatabaseTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var nested = new DatabaseTransaction(this);
        await Inner.SaveAsync(nested._savepoint!, cancellationToken).ConfigureAwait(false);
        return nested;
    }

    internal async ValueTask CommitAsync(CancellationToken cancellationToken)
    {
        HasEnded = true;
        if (_savepoint is null)
            await Inner.CommitAsync(cancellationToken).ConfigureAwait(false);
        else
            await Inner.ReleaseAsync(_savepoint, cancellationToken).ConfigureAwait(false);
    }

    internal async ValueTask RollbackAsync()
    {
        HasEnded = true;
        if (_savepoint is null)
            await Inner.RollbackAsync(CancellationToken.None).ConfigureAwait(false);
        else
            await Inner.RollbackAsync(_savepoint, CancellationToken.None).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (_savepoint is not null)
            return;
        await Inner.DisposeAsync().ConfigureAwait(false);
        await Provider.ReleaseAsync(_connection).ConfigureAwait(false);
    }
}
