using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Runs statements on SQLite, on the prepared ones that the connection keeps (docs/decisions/sqlite-statements.md). SQLite works within the call, so nothing here
/// is waited for but another connection's lock.
/// </summary>
/// <param name="timeout">How many seconds to wait for a lock; 0 for ever.</param>
/// <param name="isInMemory">Whether the database is in memory, where an open result keeps writers out.</param>
internal sealed class SqliteExecutor(int timeout, bool isInMemory) : SqlExecutor
{
    private readonly LockQueue _queue = new();

    public override bool ReadsWhole => isInMemory;

    public override async ValueTask ReadAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, ResultConsumer consumer, CancellationToken cancellationToken)
        => await RunAsync((PooledSqliteConnection)connection, transaction, statement, consumer, cancellationToken).ConfigureAwait(false);

    public override async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => await RunAsync((PooledSqliteConnection)connection, transaction, statement, NoResult.Instance, cancellationToken).ConfigureAwait(false);

    public override async Task ExecuteBatchAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var own = (PooledSqliteConnection)connection;
        foreach (var (statement, consumer, givesRows, _) in items)
        {
            int changed = await RunAsync(own, transaction, statement, consumer, cancellationToken).ConfigureAwait(false);
            if (!givesRows)
                consumer.TakeCount(changed);
        }
    }

    /// <summary>On a statement of its own: others of the same text may run until it is at its end.</summary>
    public override async ValueTask<RowStream> OpenStreamAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        var interruption = Interruption.Of(own.Handle, cancellationToken);
        SqliteStatement? prepared = null;
        try
        {
            DemandActive(own, transaction);
            prepared = await WhenFreeAsync(own, () => Alone(own, statement.Text), cancellationToken).ConfigureAwait(false);
            await StartAsync(own, prepared, statement.Parameters, cancellationToken).ConfigureAwait(false);
            return new SqliteStream(own, prepared);
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            prepared?.Dispose();
            throw Interruption.Canceled(exception, cancellationToken);
        }
        catch
        {
            prepared?.Dispose();
            throw;
        }
        finally
        {
            await interruption.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Takes SQLite's lock for writing at once: one that reads first could never get it after another wrote. One that only reads takes none, and is told to
    /// write nothing until its connection goes back to the pool. All levels are serializable.
    /// </summary>
    public override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        cancellationToken.ThrowIfCancellationRequested();
        if (isReadOnly)
        {
            own.IsQueryOnly = true;
            return await WhenFreeAsync(own, () => own.BeginTransaction(deferred: true), cancellationToken).ConfigureAwait(false);
        }
        return await WhenFreeAsync(own, own.BeginTransaction, cancellationToken, isWrite: true).ConfigureAwait(false);
    }

    public override bool IsActive(DbConnection connection, DbTransaction transaction)
        => ((PooledSqliteConnection)connection).Handle is { } handle && raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>Commits when the readers are done, for whom a database that isn't in WAL mode has to wait.</summary>
    public override async Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = (PooledSqliteConnection)transaction.Connection!;
        await WhenFreeAsync(
            connection,
            () =>
            {
                transaction.Commit();
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public override DatabaseFailure? Describe(Exception exception) => SqliteFailures.Describe(exception);

    /// <summary>Runs a text: one statement that is kept, or one or several that aren't, in turn.</summary>
    /// <returns>How many rows it changed.</returns>
    private async ValueTask<int> RunAsync(
        PooledSqliteConnection connection, DbTransaction? transaction, Statement statement, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        DemandActive(connection, transaction);
        var kept = TryPrepare(connection, statement.Text, out var locked);
        if (locked is not null)
            kept = await PrepareLaterAsync(connection, statement.Text, cancellationToken).ConfigureAwait(false);
        if (kept is null)
            return await RunScriptAsync(connection, statement, consumer, cancellationToken).ConfigureAwait(false);
        try
        {
            return await RunAsync(connection, kept, statement.Parameters, consumer, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            kept.Reset();
        }
    }

    /// <summary>Prepares and runs statements in turn; the rows are those of the first that gives any.</summary>
    private async ValueTask<int> RunScriptAsync(PooledSqliteConnection connection, Statement script, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        int changed = 0;
        for (string rest = script.Text; rest.Length > 0;)
        {
            string text = rest;
            (var statement, rest) = await WhenFreeAsync(connection, () => (SqliteStatement.Prepare(connection.Handle!, text, out string tail), tail), cancellationToken).ConfigureAwait(false);
            using (statement)
            {
                if (statement is null)
                    continue;
                var taker = statement.GivesRows ? consumer : NoResult.Instance;
                if (statement.GivesRows)
                    consumer = NoResult.Instance;
                changed += await RunAsync(connection, statement, script.Parameters, taker, cancellationToken).ConfigureAwait(false);
            }
        }
        return changed;
    }

    /// <summary>Runs a statement to its end.</summary>
    private async ValueTask<int> RunAsync(
        PooledSqliteConnection connection, SqliteStatement statement, SqlParameters parameters, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        var interruption = Interruption.Of(connection.Handle, cancellationToken);
        try
        {
            if (statement.IsReadOnly)
            {
                await StartAsync(connection, statement, parameters, cancellationToken).ConfigureAwait(false);
                await consumer.ConsumeAsync(new SqliteRowReader(statement), cancellationToken).ConfigureAwait(false);
                if (ReferenceEquals(consumer, NoResult.Instance))
                    statement.ReadToEnd();
                return 0;
            }
            int before = raw.sqlite3_total_changes(connection.Handle!);
            await StartAsync(connection, statement, parameters, cancellationToken).ConfigureAwait(false);
            // All is written with the first step, and the end of the statement keeps it: nobody could take it back.
            await interruption.DisposeAsync().ConfigureAwait(false);
            await EndAsync(connection, statement, consumer).ConfigureAwait(false);
            return raw.sqlite3_total_changes(connection.Handle!) == before ? 0 : raw.sqlite3_changes(connection.Handle!);
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
        finally
        {
            await interruption.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes the rows of a write and ends it, which outside a transaction is its COMMIT; where there is no log that waits for readers.</summary>
    private async ValueTask EndAsync(PooledSqliteConnection connection, SqliteStatement statement, ResultConsumer consumer)
    {
        bool commits = !connection.IsInTransaction;
        if (commits)
            LockWait.Block(connection.Handle, timeout, isOn: true);
        try
        {
            await consumer.ConsumeAsync(new SqliteRowReader(statement), CancellationToken.None).ConfigureAwait(false);
            statement.ReadToEnd();
        }
        finally
        {
            if (commits)
                LockWait.Block(connection.Handle, timeout, isOn: false);
        }
    }

    /// <summary>Runs a statement as far as its first row, when no other connection's lock is in the way and, if it writes, it is its turn.</summary>
    private ValueTask StartAsync(PooledSqliteConnection connection, SqliteStatement statement, SqlParameters parameters, CancellationToken cancellationToken)
    {
        if (!statement.IsReadOnly && MustQueue(connection))
            return LaterAsync(connection, statement, parameters, null, cancellationToken);
        return TryRun(statement, parameters) is { } locked ? LaterAsync(connection, statement, parameters, locked, cancellationToken) : default;
    }

    private async ValueTask LaterAsync(
        PooledSqliteConnection connection, SqliteStatement statement, SqlParameters parameters, SqliteException? locked, CancellationToken cancellationToken)
    {
        using var wait = WaitOf(connection);
        if (locked is null)
        {
            await wait.QueueAsync(cancellationToken).ConfigureAwait(false);
            locked = TryRun(statement, parameters);
        }
        for (; locked is not null; locked = TryRun(statement, parameters))
            await wait.PauseAsync(locked, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does something as soon as no other connection's lock is in the way.</summary>
    private async ValueTask<T> WhenFreeAsync<T>(PooledSqliteConnection connection, Func<T> action, CancellationToken cancellationToken, bool isWrite = false)
    {
        LockWait? wait = null;
        try
        {
            if (isWrite && MustQueue(connection))
                await (wait = WaitOf(connection)).QueueAsync(cancellationToken).ConfigureAwait(false);
            while (true)
            {
                try
                {
                    return action();
                }
                catch (SqliteException exception) when (LockWait.IsFor(exception))
                {
                    await (wait ??= WaitOf(connection)).PauseAsync(exception, cancellationToken).ConfigureAwait(false);
                }
            }
        }
        finally
        {
            wait?.Dispose();
        }
    }

    private bool MustQueue(PooledSqliteConnection connection) => _queue.HasWaiters && !connection.IsInTransaction;

    /// <summary>Who is in a transaction doesn't queue: it may hold what the others wait for.</summary>
    private LockWait WaitOf(PooledSqliteConnection connection) => new(connection.IsInTransaction ? null : _queue, timeout);

    private ValueTask<SqliteStatement?> PrepareLaterAsync(PooledSqliteConnection connection, string text, CancellationToken cancellationToken)
        => WhenFreeAsync(connection, () => connection.Statement(text), cancellationToken);

    private static SqliteStatement? TryPrepare(PooledSqliteConnection connection, string text, out SqliteException? locked)
    {
        locked = null;
        try
        {
            return connection.Statement(text);
        }
        catch (SqliteException exception) when (LockWait.IsFor(exception))
        {
            locked = exception;
            return null;
        }
    }

    private static SqliteException? TryRun(SqliteStatement statement, SqlParameters parameters)
    {
        try
        {
            statement.Run(parameters);
            return null;
        }
        catch (SqliteException exception) when (LockWait.IsFor(exception))
        {
            statement.Reset();
            return exception;
        }
    }

    private static SqliteStatement Alone(PooledSqliteConnection connection, string text)
    {
        var statement = SqliteStatement.Prepare(connection.Handle!, text, out string rest);
        if (statement is not null && string.IsNullOrWhiteSpace(rest))
            return statement;
        statement?.Dispose();
        throw new NotSupportedException($"A stream is the result of one statement, but this text isn't one: {text}");
    }

    /// <summary>SQLite may have rolled back by itself (an interrupted write, a full disk): what follows must not run outside.</summary>
    private static void DemandActive(PooledSqliteConnection connection, DbTransaction? transaction)
    {
        if (transaction is not null && !connection.IsInTransaction)
            throw new InvalidOperationException("The transaction has ended: SQLite rolled it back when a statement in it failed.");
    }
}
