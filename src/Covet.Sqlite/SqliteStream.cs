using Microsoft.Data.Sqlite;

namespace Covet.Infrastructure;

/// <summary>The rows of a statement that nothing else runs.</summary>
internal sealed class SqliteStream(PooledSqliteConnection connection, SqliteStatement statement) : RowStream
{
    public override async ValueTask ConsumeAsync(ResultConsumer consumer, CancellationToken cancellationToken)
    {
        using var interruption = Interruption.Of(connection.Handle, cancellationToken);
        try
        {
            await consumer.ConsumeAsync(new SqliteRowReader(statement), cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception) when (Interruption.Caused(exception, cancellationToken))
        {
            throw Interruption.Canceled(exception, cancellationToken);
        }
    }

    public override ValueTask DisposeAsync()
    {
        statement.Dispose();
        return default;
    }
}
