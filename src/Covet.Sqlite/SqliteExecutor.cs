using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Runs commands on SQLite: single ones through Dapper, over commands that the connection keeps prepared; a batch on statements that it
/// keeps (docs/decisions/sqlite-batches.md). SQLite works within the call, so nothing here is waited for but another connection's lock.
/// </summary>
/// <param name="timeout">How many seconds to wait for a lock; 0 for ever.</param>
/// <param name="isInMemory">Whether the database is in memory, where an open result keeps writers out.</param>
internal sealed class SqliteExecutor(int timeout, bool isInMemory) : SqlExecutor
{
    private readonly LockQueue _queue = new();

    public override bool ReadsWhole => isInMemory;

    public override async Task<DbDataReader> OpenReaderAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        bool isScript = LockWait.IsScript(statement.Text);
        LockWait? wait = null;
        try
        {
            while (true)
            {
                SqliteException locked;
                using (Start(own, statement, isScript, cancellationToken))
                {
                    try
                    {
                        return await base.OpenReaderAsync(own, transaction, statement, cancellationToken).ConfigureAwait(false);
                    }
                    catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
                    {
                        throw Interruption.Canceled(exception, cancellationToken);
                    }
                    catch (SqliteException exception) when (LockWait.IsFor(exception))
                    {
                        locked = exception;
                    }
                    finally
                    {
                        End(own, isScript);
                    }
                }
                await PauseAsync(wait ??= WaitOf(own), locked, isScript, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            wait?.Dispose();
        }
    }

    public override async ValueTask ConsumeAsync(DbDataReader reader, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        var own = (SqliteDataReader)reader;
        var database = own.Handle is { } statement ? raw.sqlite3_db_handle(statement) : null;
        using var interruption = Interruption.Of(database, cancellationToken);
        try
        {
            // A step behind the first can't be tried again; it meets a lock at the commit of INSERT ... RETURNING alone, and not in WAL.
            LockWait.Block(database, timeout, isOn: true);
            await consumer.ConsumeAsync(new SqliteRowReader(own), cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
        finally
        {
            LockWait.Block(database, timeout, isOn: false);
        }
    }

    public override async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        bool isScript = LockWait.IsScript(statement.Text);
        LockWait? wait = null;
        try
        {
            if (_queue.HasWaiters)
            {
                wait = WaitOf(own);
                await wait.QueueAsync(cancellationToken).ConfigureAwait(false);
            }
            while (true)
            {
                SqliteException locked;
                using (Start(own, statement, isScript, cancellationToken))
                {
                    try
                    {
                        return await base.ExecuteAsync(own, transaction, statement, cancellationToken).ConfigureAwait(false);
                    }
                    catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
                    {
                        throw Interruption.Canceled(exception, cancellationToken);
                    }
                    catch (SqliteException exception) when (LockWait.IsFor(exception))
                    {
                        locked = exception;
                    }
                    finally
                    {
                        End(own, isScript);
                    }
                }
                await PauseAsync(wait ??= WaitOf(own), locked, isScript, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            wait?.Dispose();
        }
    }

    public override async Task ExecuteBatchAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        using var interruption = Interruption.Of(own.Handle, cancellationToken);
        try
        {
            foreach (var (statement, consumer, givesRows, _) in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // SQLite may have rolled back by itself (an interrupted write, a full disk): what follows must not run outside.
                if (transaction is not null && raw.sqlite3_get_autocommit(own.Handle!) != 0)
                    throw new InvalidOperationException("The transaction has ended: SQLite rolled it back when a statement in it failed.");
                var direct = own.Statement(statement.Text);
                LockWait? wait = null;
                try
                {
                    while (!TryRun(direct, statement, out var locked))
                    {
                        direct.Reset();
                        await (wait ??= WaitOf(own)).PauseAsync(locked!, cancellationToken).ConfigureAwait(false);
                    }
                    wait?.Dispose();
                    LockWait.Block(own.Handle, timeout, isOn: true);
                    await consumer.ConsumeAsync(new SqliteRowReader(direct), cancellationToken).ConfigureAwait(false);
                    if (!givesRows)
                        consumer.TakeCount(raw.sqlite3_changes(own.Handle!));
                }
                finally
                {
                    wait?.Dispose();
                    direct.Reset();
                    LockWait.Block(own.Handle, timeout, isOn: false);
                }
            }
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
    }

    /// <summary>
    /// Takes SQLite's lock for writing at once: one that reads first could never get it after another wrote. One that only reads takes none, and is told to
    /// write nothing until its connection goes back to the pool. All levels are serializable.
    /// </summary>
    public override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        LockWait? wait = null;
        try
        {
            if (_queue.HasWaiters && !isReadOnly)
            {
                wait = WaitOf(own);
                await wait.QueueAsync(cancellationToken).ConfigureAwait(false);
            }
            while (true)
            {
                try
                {
                    if (!isReadOnly)
                        return await base.BeginAsync(own, IsolationLevel.Unspecified, isReadOnly, cancellationToken).ConfigureAwait(false);
                    own.IsQueryOnly = true;
                    return own.BeginTransaction(deferred: true);
                }
                catch (SqliteException exception) when (LockWait.IsFor(exception))
                {
                    await (wait ??= WaitOf(own)).PauseAsync(exception, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            wait?.Dispose();
        }
    }

    public override bool IsActive(DbConnection connection, DbTransaction transaction)
        => ((PooledSqliteConnection)connection).Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Commits when the readers are done, for whom a database that isn't in WAL mode has to wait.</summary>
    public override async Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        LockWait? wait = null;
        while (true)
        {
            try
            {
                await base.CommitAsync(transaction, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (SqliteException exception) when (LockWait.IsFor(exception))
            {
                await (wait ??= new LockWait(queue: null, timeout)).PauseAsync(exception, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public override DatabaseFailure? Describe(Exception exception) => SqliteFailures.Describe(exception);

    protected override ParameterBinder CreateBinder(DbParameterCollection parameters) => new SqliteParameterBinder((SqliteParameterCollection)parameters);

    private LockWait WaitOf(PooledSqliteConnection connection) => new(connection.IsInTransaction ? null : _queue, timeout);

    private static bool TryRun(SqliteStatement direct, Statement statement, out SqliteException? locked)
    {
        locked = null;
        try
        {
            direct.Run(statement.Parameters);
            return true;
        }
        catch (SqliteException exception) when (LockWait.IsFor(exception))
        {
            locked = exception;
            return false;
        }
    }

    private CancellationTokenRegistration Start(PooledSqliteConnection connection, Statement statement, bool isScript, CancellationToken cancellationToken)
    {
        var interruption = Interruption.Of(connection.Handle, cancellationToken);
        connection.Announce(statement.Text);
        if (isScript)
            LockWait.Block(connection.Handle, timeout, isOn: true);
        return interruption;
    }

    private void End(PooledSqliteConnection connection, bool isScript)
    {
        connection.Announce(null);
        if (isScript)
            LockWait.Block(connection.Handle, timeout, isOn: false);
    }

    private ValueTask PauseAsync(LockWait wait, SqliteException locked, bool isScript, CancellationToken cancellationToken)
        => isScript ? throw LockWait.TimedOut(locked, timeout) : wait.PauseAsync(locked, cancellationToken);
}
