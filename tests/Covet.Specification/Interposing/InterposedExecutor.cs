using System.Data;
using System.Data.Common;
using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>Runs commands through another executor, with something in the way of each round trip and each row.</summary>
internal sealed class InterposedExecutor(SqlExecutor inner, Interposition interposition) : SqlExecutor
{
    public override bool ReadsWhole => inner.ReadsWhole;

    public override async ValueTask ReadAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, ResultConsumer consumer, CancellationToken cancellationToken)
    {
        await interposition.RoundTripAsync(connection);
        await inner.ReadAsync(connection, transaction, statement, new InterposedConsumer(consumer, interposition), cancellationToken);
    }

    public override async ValueTask<RowStream> OpenStreamAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        await interposition.RoundTripAsync(connection);
        return new InterposedStream(await inner.OpenStreamAsync(connection, transaction, statement, cancellationToken), interposition);
    }

    public override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolationLevel, bool isReadOnly, CancellationToken cancellationToken)
    {
        await interposition.BeginAsync(connection);
        return await inner.BeginAsync(connection, isolationLevel, isReadOnly, cancellationToken);
    }

    public override bool IsActive(DbConnection connection, DbTransaction transaction) => inner.IsActive(connection, transaction);

    public override async Task CommitAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        await interposition.CommitAsync(transaction);
        await inner.CommitAsync(transaction, cancellationToken);
    }

    public override async Task<int> ExecuteAsync(
        DbConnection connection, DbTransaction? transaction, Statement statement, CancellationToken cancellationToken)
    {
        await interposition.RoundTripAsync(connection);
        return await inner.ExecuteAsync(connection, transaction, statement, cancellationToken);
    }

    public override async Task ExecuteBatchAsync(
        DbConnection connection, DbTransaction? transaction, IReadOnlyList<BatchItem> items, CancellationToken cancellationToken)
    {
        await interposition.RoundTripAsync(connection);
        await inner.ExecuteBatchAsync(
            connection, transaction, [.. items.Select(item => item with { Consumer = new InterposedConsumer(item.Consumer, interposition) })], cancellationToken);
    }

    public override RowValues Gather(RowValues rows) => inner.Gather(rows);

    public override int? LeastRowsToCopy => inner.LeastRowsToCopy;

    public override async Task<string?> PrepareCopyAsync(DbConnection connection, DbTransaction? transaction, CopiedRows rows, CancellationToken cancellationToken)
    {
        await interposition.RoundTripAsync(connection);
        return await inner.PrepareCopyAsync(connection, transaction, rows, cancellationToken);
    }

    public override async Task CopyAsync(DbConnection connection, string command, CopiedRows rows, CancellationToken cancellationToken)
    {
        await interposition.RoundTripAsync(connection);
        await inner.CopyAsync(connection, command, rows, cancellationToken);
    }

    public override DatabaseFailure? Describe(Exception exception) => inner.Describe(exception);

    private sealed class InterposedConsumer(ResultConsumer inner, Interposition interposition) : ResultConsumer
    {
        public override ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
            => inner.ConsumeAsync(new InterposedRow<TReader>(reader, interposition), cancellationToken);

        public override void TakeCount(int changed) => inner.TakeCount(changed);
    }

    private sealed class InterposedStream(RowStream inner, Interposition interposition) : RowStream
    {
        public override ValueTask ConsumeAsync(ResultConsumer consumer, CancellationToken cancellationToken)
            => inner.ConsumeAsync(new InterposedConsumer(consumer, interposition), cancellationToken);

        public override ValueTask AbandonAsync() => inner.AbandonAsync();

        public override ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
