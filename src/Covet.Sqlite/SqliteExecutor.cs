using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Runs commands on SQLite: single ones through Dapper, over commands that the connection keeps prepared; a batch on statements that it
/// keeps (docs/decisions/sqlite-batches.md). SQLite works within the call, so nothing here is waited for.
/// </summary>
internal sealed class SqliteExecutor : SqlExecutor
{
    public override async Task<DbDataReader> OpenReaderAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        using var interruption = Interruption.Of(own.Handle, cancellationToken);
        try
        {
            own.Announce(statement.Text);
            return await base.OpenReaderAsync(own, transaction, statement, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
        finally
        {
            own.Announce(null);
        }
    }

    public override async ValueTask ConsumeAsync(DbDataReader reader, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        var own = (SqliteDataReader)reader;
        using var interruption = Interruption.Of(own.Handle is { } statement ? raw.sqlite3_db_handle(statement) : null, cancellationToken);
        try
        {
            await consumer.ConsumeAsync(new SqliteRowReader(own), cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
    }

    public override async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        using var interruption = Interruption.Of(own.Handle, cancellationToken);
        try
        {
            own.Announce(statement.Text);
            return await base.ExecuteAsync(own, transaction, statement, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
        finally
        {
            own.Announce(null);
        }
    }

    public override async Task ExecuteBatchAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        var own = (PooledSqliteConnection)connection;
        using var interruption = Interruption.Of(own.Handle, cancellationToken);
        try
        {
            foreach (var (statement, consumer) in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                // SQLite may have rolled back by itself (an interrupted write, a full disk): what follows must not run outside.
                if (transaction is not null && raw.sqlite3_get_autocommit(own.Handle!) != 0)
                    throw new InvalidOperationException("The transaction has ended: SQLite rolled it back when a statement in it failed.");
                var direct = own.Statement(statement.Text);
                try
                {
                    direct.Run(statement.Parameters);
                    await consumer.ConsumeAsync(new SqliteRowReader(direct), cancellationToken).ConfigureAwait(false);
                }
                finally
                {
                    direct.Reset();
                }
            }
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
    }

    protected override ParameterBinder CreateBinder(DbParameterCollection parameters) => new SqliteParameterBinder((SqliteParameterCollection)parameters);
}
