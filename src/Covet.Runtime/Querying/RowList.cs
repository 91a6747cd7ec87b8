namespace Covet.Infrastructure;

/// <summary>Takes rows as values of a shape.</summary>
internal sealed class RowList<T>(RowShape<T> shape, ModelSource source, int atMost) : ResultConsumer
{
    public List<T> Items { get; } = [];

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (Items.Count < atMost && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            Items.Add(shape.Read(ref reader, source));
        Rows = Items.Count;
    }
}
