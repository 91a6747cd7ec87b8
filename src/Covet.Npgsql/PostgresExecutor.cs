using System.Data.Common;
using Dapper;
using Npgsql;

namespace Covet.Infrastructure;

/// <summary>Runs commands on PostgreSQL: single ones through Dapper, a batch as one NpgsqlBatch, which is one round trip.</summary>
/// <param name="source">Where another connection comes from, to cancel what runs on one.</param>
internal sealed class PostgresExecutor(NpgsqlDataSource source) : SqlExecutor
{
    public override int? LeastRowsToCopy => 1_000;

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
            foreach (var (statement, _, _, _) in items)
            {
                var command = new NpgsqlBatchCommand(statement.Text);
                statement.Parameters.BindTo(new PostgresParameterBinder(command.Parameters));
                batch.BatchCommands.Add(command);
            }
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                await ConsumeAllAsync(reader, items, cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task<string?> PrepareCopyAsync(DbConnection connection, DbTransaction? transaction, CopiedRows rows, CancellationToken cancellationToken)
        => CopyTest.CommandAsync((NpgsqlConnection)connection, (NpgsqlTransaction?)transaction, rows, cancellationToken);

    public override Task CopyAsync(DbConnection connection, string command, CopiedRows rows, CancellationToken cancellationToken)
        => new Copy((NpgsqlConnection)connection, source, command, rows).RunAsync(cancellationToken);

    public override DatabaseFailure? Describe(Exception exception) => PostgresFailures.Describe(exception);

    protected override ParameterBinder CreateBinder(DbParameterCollection parameters) => new PostgresParameterBinder((NpgsqlParameterCollection)parameters);

    /// <summary>Hands out the results. The reader passes over statements that have none.</summary>
    private static async ValueTask ConsumeAllAsync(NpgsqlDataReader reader, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        bool hasResult = reader.FieldCount > 0;
        foreach (var (statement, consumer, givesRows, _) in items)
        {
            if (!givesRows)
            {
                await consumer.ConsumeAsync(default(NoRows), cancellationToken).ConfigureAwait(false);
                continue;
            }
            if (!hasResult)
                throw new InvalidOperationException($"A statement of the batch gave no result where one was expected: {statement.Text}");
            await consumer.ConsumeAsync(new PostgresRowReader(reader), cancellationToken).ConfigureAwait(false);
            hasResult = await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
        }
        if (hasResult)
            throw new InvalidOperationException($"The batch of {items.Count} statements gave more results than it was to. It begins with: {items[0].Statement.Text}");
    }
}
