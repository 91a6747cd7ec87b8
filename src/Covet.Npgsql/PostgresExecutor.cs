using System.Data.Common;
using Dapper;
using Npgsql;

namespace Covet.Infrastructure;

/// <summary>Runs commands on PostgreSQL: single ones through Dapper, a batch as one NpgsqlBatch, which is one round trip.</summary>
internal sealed class PostgresExecutor : SqlExecutor
{
    public override ValueTask ConsumeAsync(DbDataReader reader, ResultConsumer consumer, CancellationToken cancellationToken)
        => consumer.ConsumeAsync(new PostgresRowReader((NpgsqlDataReader)Own(reader)), cancellationToken);

    /// <summary>Keeps Dapper's wrapper, which knows the command that <see cref="AbandonAsync"/> cancels.</summary>
    public override Task<DbDataReader> OpenStreamAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => OpenWrappedAsync(connection, transaction, statement, cancellationToken);

    /// <summary>Cancels the command: to dispose the reader alone reads all that the server still sends.</summary>
    public override async ValueTask AbandonAsync(DbDataReader reader)
    {
        if (reader is IWrappedDataReader { Command: NpgsqlCommand command })
            command.Cancel();
        try
        {
            await Own(reader).DisposeAsync().ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            // As asked for.
        }
        await reader.DisposeAsync().ConfigureAwait(false);
    }

    public override async Task ExecuteBatchAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)connection, (NpgsqlTransaction?)transaction);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var (statement, _) in items)
            {
                var command = new NpgsqlBatchCommand(statement.Text);
                statement.Parameters.BindTo(new PostgresParameterBinder(command.Parameters));
                batch.BatchCommands.Add(command);
            }
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                await ConsumeAllAsync(batch, reader, items, cancellationToken).ConfigureAwait(false);
        }
    }

    protected override ParameterBinder CreateBinder(DbParameterCollection parameters) => new PostgresParameterBinder((NpgsqlParameterCollection)parameters);

    /// <summary>Hands out the results. The reader passes over statements without one, so each result is matched with its statement first.</summary>
    private static async ValueTask ConsumeAllAsync(
        NpgsqlBatch batch, NpgsqlDataReader reader, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        int next = 0;
        bool hasResult = reader.FieldCount > 0;
        while (next < items.Count)
        {
            int current = hasResult ? CurrentStatement(batch, reader, next) : items.Count;
            for (; next < current; next++)
                await items[next].Consumer.ConsumeAsync(default(NoRows), cancellationToken).ConfigureAwait(false);
            if (!hasResult)
                return;
            await items[next++].Consumer.ConsumeAsync(new PostgresRowReader(reader), cancellationToken).ConfigureAwait(false);
            hasResult = await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// The statement whose result the reader stands on. A statement has a type once the server reported it complete: all before the current
    /// one have, and the current one itself when it has no row left to come.
    /// </summary>
    private static int CurrentStatement(NpgsqlBatch batch, NpgsqlDataReader reader, int first)
    {
        int completed = first;
        while (completed < batch.BatchCommands.Count && batch.BatchCommands[completed].StatementType != StatementType.Unknown)
            completed++;
        return reader.HasRows ? completed : completed - 1;
    }
}
