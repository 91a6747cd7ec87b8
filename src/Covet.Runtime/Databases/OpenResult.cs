using System.Data.Common;

namespace Covet.Infrastructure;

/// <summary>A result that is being streamed, with the connection it occupies.</summary>
internal sealed class OpenResult(DatabaseSession session, DbConnection connection, DbDataReader reader, Statement statement, Operation operation)
    : IAsyncDisposable
{
    private long _rows;

    public async ValueTask ConsumeAsync(ResultConsumer consumer, CancellationToken cancellationToken)
    {
        int before = consumer.Rows;
        await session.Provider.Executor.ConsumeAsync(reader, consumer, cancellationToken).ConfigureAwait(false);
        _rows += consumer.Rows - before;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            await session.ReleaseAsync(connection).ConfigureAwait(false);
            operation.End(statement, _rows);
        }
    }
}
