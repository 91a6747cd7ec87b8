using System.Data;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace Covet.Infrastructure;

/// <summary>Runs commands on PostgreSQL: single ones through Dapper, a batch as one NpgsqlBatch, which is one round trip.</summary>
/// <param name="source">Where another connection comes from, to cancel what runs on one.</param>
internal sealed class PostgresExecutor(NpgsqlDataSource source) : SqlExecutor
{
    public override RowValues Gather(RowValues rows) => new GatheredRows(rows);

    public override int? LeastRowsToCopy => 1_000;

    /// <summary>Begins with the next statement, and so does being read-only: no round trip. A savepoint within a TransactionScope is one.</summary>
    public override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken)
    {
        if (ScopeSavepoint.IsNeeded((NpgsqlConnection)connection))
            return await ScopeSavepoint.BeginAsync((NpgsqlConnection)connection, isolationLevel, isReadOnly, cancellationToken).ConfigureAwait(false);
        var transaction = await ((NpgsqlConnection)connection).BeginTransactionAsync(isolationLevel, cancellationToken).ConfigureAwait(false);
        return isReadOnly ? new ReadOnlyTransaction(transaction) : transaction;
    }

    /// <summary>Is cancelled before it is sent or not at all: afterwards nobody could say whether it was committed.</summary>
    public override Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
        => cancellationToken.IsCancellationRequested ? Task.FromCanceled(cancellationToken) : base.CommitAsync(transaction, CancellationToken.None);

    public override bool IsActive(DbConnection connection, DbTransaction transaction)
    {
        try
        {
            _ = transaction.IsolationLevel;
            return true;
        }
        catch (InvalidOperationException)
        {
            // What Npgsql throws once the server has said that no transaction is open.
            return false;
        }
    }

    public override bool IsPart(DbTransaction transaction) => transaction is ScopeSavepoint;

    /// <summary>Outside a transaction the command is kept, so that an early end cancels it.</summary>
    public override async ValueTask<RowStream> OpenStreamAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
        => transaction is null
            ? new PostgresStream(await OpenWrappedAsync(connection, transaction, statement, cancellationToken).ConfigureAwait(false))
            : await base.OpenStreamAsync(connection, transaction, statement, cancellationToken).ConfigureAwait(false);

    public override async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        if (transaction is not ReadOnlyTransaction { IsAnnounced: false } readOnly)
            return await base.ExecuteAsync(connection, Driver(transaction), statement, cancellationToken).ConfigureAwait(false);
        var batch = Announcing(connection, readOnly, statement);
        await using (batch.ConfigureAwait(false))
        {
            int count = await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            readOnly.IsAnnounced = true;
            return count;
        }
    }

    public override async Task ExecuteBatchAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)connection, Driver(transaction));
        await using (batch.ConfigureAwait(false))
        {
            var announced = transaction is ReadOnlyTransaction { IsAnnounced: false } readOnly ? readOnly : null;
            if (announced is not null)
                batch.BatchCommands.Add(new NpgsqlBatchCommand(ReadOnlyTransaction.Announcement));
            int first = batch.BatchCommands.Count;
            foreach (var (statement, _, _, _) in items)
                Add(batch, statement);
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            announced?.IsAnnounced = true;
            await using (reader.ConfigureAwait(false))
                await ConsumeAllAsync(reader, items, cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < items.Count; i++)
            {
                if (!items[i].GivesRows)
                    items[i].Consumer.TakeCount(batch.BatchCommands[first + i].RecordsAffected);
            }
        }
    }

    public override Task<string?> PrepareCopyAsync(DbConnection connection, DbTransaction? transaction, CopiedRows rows, CancellationToken cancellationToken)
        => CopyTest.CommandAsync((NpgsqlConnection)connection, Driver(transaction), rows, cancellationToken);

    public override Task CopyAsync(DbConnection connection, string command, CopiedRows rows, CancellationToken cancellationToken)
        => new Copy((NpgsqlConnection)connection, source, command, rows).RunAsync(cancellationToken);

    public override DatabaseFailure? Describe(Exception exception) => PostgresFailures.Describe(exception);

    protected override async Task<DbDataReader> OpenReaderAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        if (transaction is not ReadOnlyTransaction { IsAnnounced: false } readOnly)
            return await base.OpenReaderAsync(connection, Driver(transaction), statement, cancellationToken).ConfigureAwait(false);
        var batch = Announcing(connection, readOnly, statement);
        await using (batch.ConfigureAwait(false))
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            readOnly.IsAnnounced = true;
            return reader;
        }
    }

    protected override ValueTask ConsumeAsync(DbDataReader reader, ResultConsumer consumer, CancellationToken cancellationToken)
        => consumer.ConsumeAsync(new PostgresRowReader((NpgsqlDataReader)Own(reader)), cancellationToken);

    protected override ParameterBinder CreateBinder(DbParameterCollection parameters) => new PostgresParameterBinder((NpgsqlParameterCollection)parameters);

    /// <summary>The driver's own transaction; none in a TransactionScope, which the connection knows by itself.</summary>
    private static NpgsqlTransaction? Driver(DbTransaction? transaction) => transaction switch
    {
        ReadOnlyTransaction readOnly => readOnly.Inner,
        ScopeSavepoint => null,
        _ => (NpgsqlTransaction?)transaction,
    };

    private static NpgsqlBatch Announcing(DbConnection connection, ReadOnlyTransaction transaction, Statement statement)
    {
        var batch = new NpgsqlBatch((NpgsqlConnection)connection, transaction.Inner);
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ReadOnlyTransaction.Announcement));
        Add(batch, statement);
        return batch;
    }

    private static void Add(NpgsqlBatch batch, Statement statement)
    {
        var command = new NpgsqlBatchCommand(statement.Text);
        statement.Parameters.BindTo(new PostgresParameterBinder(command.Parameters));
        batch.BatchCommands.Add(command);
    }

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

    private sealed class PostgresStream(DbDataReader wrapped) : RowStream
    {
        private readonly NpgsqlDataReader _reader = (NpgsqlDataReader)Own(wrapped);

        public override ValueTask ConsumeAsync(ResultConsumer consumer, CancellationToken cancellationToken)
            => consumer.ConsumeAsync(new PostgresRowReader(_reader), cancellationToken);

        /// <summary>Cancels the command: to dispose the reader alone reads all that the server still sends.</summary>
        public override async ValueTask AbandonAsync()
        {
            ((NpgsqlCommand)((IWrappedDataReader)wrapped).Command).Cancel();
            try
            {
                await _reader.DisposeAsync().ConfigureAwait(false);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.QueryCanceled)
            {
                // As asked for.
            }
            await DisposeAsync().ConfigureAwait(false);
        }

        public override ValueTask DisposeAsync() => wrapped.DisposeAsync();
    }
}
