namespace Covet.Infrastructure;

/// <summary>Takes rows as values of a shape.</summary>
internal sealed class RowList<T>(RowShape<T> shape, Database database, FetchMode mode, int atMost) : ResultConsumer
{
    private readonly SelectedModels _models = new(database, mode);

    public List<T> Items { get; } = [];

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (Items.Count < atMost && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                Items.Add(shape.Read(ref reader, _models));
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw shape.Unreadable(reader, new SelectedModels(database, mode), exception);
            }
        }
        Rows = Items.Count;
        _models.End();
    }
}
