namespace Covet.Infrastructure;

/// <summary>The rows of a statement, taken piece by piece. It occupies its connection until it is disposed.</summary>
public abstract class RowStream : IAsyncDisposable
{
    /// <summary>Hands the next rows to a consumer, until it has enough or the result ends.</summary>
    /// <param name="consumer">Who takes the rows.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public abstract ValueTask ConsumeAsync(ResultConsumer consumer, CancellationToken cancellationToken);

    /// <summary>Ends it before its last row without reading the rest, where the provider can. Not in a transaction.</summary>
    public virtual ValueTask AbandonAsync() => DisposeAsync();

    /// <summary>Ends it.</summary>
    public abstract ValueTask DisposeAsync();
}
