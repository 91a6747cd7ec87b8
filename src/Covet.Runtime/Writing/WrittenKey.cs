namespace Covet.Infrastructure;

/// <summary>Holds the key that a statement returned of the row that it wrote, until all is known to have succeeded.</summary>
internal sealed class WrittenKey<TModel> : ResultConsumer where TModel : class, IModel<TModel>
{
    private TModel? _row;

    /// <summary>Whether it wrote a row.</summary>
    public bool HasRow => _row is not null;

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return;
        try
        {
            _row = TModel.Writer.ReadKeyRow(ref reader);
        }
        catch (Exception exception) when (UnreadableRow.IsCause(exception))
        {
            throw UnreadableRow.Of(reader, exception, noted => TModel.Writer.ReadKeyRow(ref noted), TModel.Info);
        }
        Rows = 1;
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Demands the row of a statement that writes one whatever is there.</summary>
    public void DemandRow()
    {
        if (!HasRow)
            throw new InvalidOperationException($"The upsert of {TModel.Info.AnyName} gave no key back. Is a trigger or rule suppressing it?");
    }

    /// <summary>Gives an instance the key, and what else only the database knows of the row.</summary>
    public void Apply(TModel model)
    {
        TModel.Writer.TakeKey(model, _row!);
        TModel.Writer.TakeStamps(model, _row!);
    }
}
