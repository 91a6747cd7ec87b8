namespace Covet.Infrastructure;

/// <summary>Takes rows as values of a shape.</summary>
/// <param name="shape">What a row becomes.</param>
/// <param name="models">What becomes the source of the models among it.</param>
/// <param name="atMost">How many rows are taken at most.</param>
internal sealed class RowList<T>(RowShape<T> shape, ModelSource models, int atMost) : ResultConsumer
{
    public RowList(RowShape<T> shape, Database database, FetchMode mode, int atMost) : this(shape, new SelectedModels(database, mode), atMost)
    {
    }

    public List<T> Items { get; } = [];

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (Items.Count < atMost && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                Items.Add(shape.Read(ref reader, models));
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw shape.Unreadable(reader, models, exception);
            }
        }
        Rows = Items.Count;
        models.End();
    }
}
