using System.Collections.Concurrent;
using System.Data.Common;
using System.Transactions;
using Covet.Infrastructure;

namespace Covet;

/// <summary>Reaches a SQLite database: a file, or one in memory that lives as long as the provider.</summary>
/// <remarks>
/// In memory a reader keeps writers out until its last row, so a stream (<c>await foreach</c>) outside a transaction is read as a whole before
/// its first row is given out: it takes memory for all rows.
/// </remarks>
public sealed class SqliteProvider : IDatabaseProvider
{
    /// <summary>Idle connections beyond this number are closed: a burst of work doesn't keep its file handles.</summary>
    private const int MostIdle = 32;

    private readonly ConcurrentStack<PooledSqliteConnection> _idle = new();
    private readonly SqliteDatabase _database;
    private readonly Lock _lock = new();
    private PooledSqliteConnection? _keepAlive;
    private volatile bool _disposed;

    /// <summary>Names the database; no connection is opened yet.</summary>
    /// <param name="connectionString">
    /// As Microsoft.Data.Sqlite takes it: <c>Data Source=blog.db</c>, or <c>Data Source=:memory:</c> for a database of this provider's own. Foreign
    /// keys are enforced unless it says otherwise. <c>Default Timeout</c> is how many seconds to wait for another connection's lock; no thread is
    /// held meanwhile, unless one text holds several statements.
    /// </param>
    /// <remarks>
    /// A file that is new or empty is put into WAL mode, where readers and a writer don't wait for each other. A file that has content keeps its
    /// mode; <c>PRAGMA journal_mode = WAL</c>, run once, changes it for good. Commits are as durable as SQLite makes them by default.
    /// </remarks>
    public SqliteProvider(string connectionString)
    {
        ArgumentNullException.ThrowIfNull(connectionString);
        _database = SqliteDatabase.Parse(connectionString);
        Executor = new SqliteExecutor(_database.Timeout, _database.IsInMemory);
    }

    /// <inheritdoc/>
    public SqlDialect Dialect { get; } = new SqliteDialect();

    /// <inheritdoc/>
    public SqlExecutor Executor { get; }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A TransactionScope is open, which SQLite's driver doesn't join: what was written would stay when the scope is rolled back.</exception>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Transaction.Current is not null)
        {
            throw new InvalidOperationException(
                "SQLite doesn't take part in a TransactionScope: what is written in it would stay when the scope is rolled back. Use db.TransactionAsync instead of the scope, " +
                "or, where SQLite is not to be part of it, await the call inside a new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled).");
        }
        if (_idle.TryPop(out var idle))
            return new(idle);
        if (_database.IsInMemory)
            KeepAlive();
        return new(_database.Open());
    }

    /// <inheritdoc/>
    public ValueTask ReleaseAsync(DbConnection connection)
    {
        var released = (PooledSqliteConnection)connection;
        if (_disposed || !released.IsReusable || _idle.Count >= MostIdle)
        {
            released.Dispose();
            return default;
        }
        released.IsQueryOnly = false;
        _idle.Push(released);
        if (_disposed)
            CloseIdle();
        return default;
    }

    /// <summary>Closes all connections; the file is free then. A connection that is still in use is closed when it is given back.</summary>
    public void Dispose()
    {
        _disposed = true;
        CloseIdle();
        lock (_lock)
        {
            _keepAlive?.Dispose();
            _keepAlive = null;
        }
    }

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    /// <summary>A database in memory is gone with its last connection, so one is never given out.</summary>
    private void KeepAlive()
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            _keepAlive ??= _database.Open();
        }
    }

    private void CloseIdle()
    {
        while (_idle.TryPop(out var idle))
            idle.Dispose();
    }
}
