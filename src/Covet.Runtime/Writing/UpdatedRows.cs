namespace Covet.Infrastructure;

/// <summary>Takes what an UPDATE of instances' rows found: how many rows, which, their new version.</summary>
/// <param name="writer">Reads keys and versions.</param>
/// <param name="rows">The instances.</param>
/// <param name="givesKeys">Whether the statement gives back the rows' keys; else it is of one row, and gives back a version or nothing.</param>
internal sealed class UpdatedRows<TModel>(ModelWriter<TModel> writer, BoundRows<TModel> rows, bool givesKeys) : ResultConsumer
    where TModel : class, IModel<TModel>
{
    private readonly HashSet<object> _found = [];

    /// <summary>The version that the database made: that of the transaction, so one for all rows.</summary>
    private long _version;

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            try
            {
                Read(ref reader);
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.Of(reader, exception, noted => Read(ref noted), TModel.Info);
            }
            Rows++;
        }
    }

    public override void TakeCount(int changed) => Rows = changed;

    /// <summary>The keys of the instances whose rows it didn't find.</summary>
    public IEnumerable<object> Missing()
    {
        if (Rows >= rows.Count)
            yield break;
        for (int row = 0; row < rows.Count; row++)
        {
            object key = writer.KeyOf(rows[row]);
            if (!_found.Contains(key))
                yield return key;
        }
    }

    /// <summary>Gives the instances their new version, and makes them the database's own.</summary>
    public void Apply(Database database)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            var model = rows[row];
            if (TModel.Info.Version is not null)
                writer.SetVersion(model, TModel.Info.IsRowVersion ? _version : writer.GetVersion(model) + 1);
            model.Source ??= database.Origin;
        }
    }

    private void Read<TReader>(ref TReader reader) where TReader : struct, IRowReader
    {
        if (!givesKeys)
        {
            _version = writer.ReadVersion(ref reader, 0);
            return;
        }
        var row = writer.ReadKeyRow(ref reader);
        _found.Add(writer.KeyOf(row));
        if (TModel.Info.IsRowVersion)
            _version = writer.GetVersion(row);
    }
}
