using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Runs commands on SQLite: single ones through Dapper, over commands that the connection keeps prepared; a batch without Dapper, each run
/// of equal texts on one command. SQLite works within the call, so nothing here is waited for.
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
        SqliteCommand? command = null;
        try
        {
            SqliteParameterBinder? binder = null;
            foreach (var (statement, consumer) in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (command?.CommandText != statement.Text)
                {
                    command?.Dispose();
                    command = own.CreateCommand(statement.Text, (SqliteTransaction?)transaction);
                    binder = new SqliteParameterBinder(command.Parameters);
                }
                binder!.Rewind();
                statement.Parameters.BindTo(binder);
                using var reader = command.ExecuteReader();
                await consumer.ConsumeAsync(new SqliteRowReader(reader), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
        finally
        {
            command?.Dispose();
        }
    }

    protected override ParameterBinder CreateBinder(DbParameterCollection parameters) => new SqliteParameterBinder((SqliteParameterCollection)parameters);
}
