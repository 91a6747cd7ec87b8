namespace Covet.Infrastructure;

/// <summary>The inserts of instances that are prepared: copied where that is faster, else by statements of many rows, else a row at a time, batched.</summary>
internal sealed class RowInserts<TModel>(
    ModelWriter<TModel> writer, Database database, DatabaseSession session, IProgress<long>? progress, CancellationToken cancellationToken)
    where TModel : class, IModel<TModel>
{
    private const int MostStatements = 500;

    /// <summary>How many rows are sent before the next look at the progress, and the cancellation.</summary>
    private const int MostRows = 5_000;

    private readonly List<InsertedKeys<TModel>> _keys = [];
    private long _sent;

    /// <summary>Sends instances that all have their key, or all have none, which the database then makes.</summary>
    public async Task SendAsync(IReadOnlyList<TModel> models, bool withKey)
    {
        if (!withKey || TModel.Info.IsRowVersion || !await TryCopyAsync(models).ConfigureAwait(false))
            await InsertAsync(models, withKey).ConfigureAwait(false);
        _sent += models.Count;
    }

    /// <summary>Fills in what came back.</summary>
    public void Apply() => _keys.ForEach(static keys => keys.Apply());

    private async Task<bool> TryCopyAsync(IReadOnlyList<TModel> models)
    {
        if (session.Provider.Executor.LeastRowsToCopy is not { } least || models.Count < least)
            return false;
        var columns = Array.ConvertAll(ModelWriter<TModel>.ColumnsOf(withKey: true), static column => column.Name);
        var rows = new InsertedRows<TModel>(writer, models, 0, models.Count, withKey: true);
        return await session.TryCopyAsync(new CopiedRows(database.Dialect.Choose(TModel.Info.Table), columns, rows, progress), cancellationToken).ConfigureAwait(false);
    }

    private async Task InsertAsync(IReadOnlyList<TModel> models, bool withKey)
    {
        var columns = ModelWriter<TModel>.ColumnsOf(withKey);
        bool hasArrays = Array.Exists(columns, static column => column.IsArray);
        var items = new List<BatchItem>();
        for (int first = 0, sent = 0; first < models.Count;)
        {
            int count = database.Dialect.RowsPerInsert(models.Count - first, columns.Length, hasArrays);
            var rows = new InsertedRows<TModel>(writer, models, first, count, withKey);
            var gathered = count > 1 ? session.Provider.Executor.Gather(rows) : rows;
            items.Add(gathered.Count == count ? Insert(rows, gathered) : Insert(new InsertedRows<TModel>(writer, models, first, gathered.Count, withKey), gathered));
            first += gathered.Count;
            if (first < models.Count && gathered.Count == count && items.Count < MostStatements && first - sent < MostRows)
                continue;
            await session.ReadBatchAsync(items, null, cancellationToken).ConfigureAwait(false);
            progress?.Report(_sent + first);
            items.Clear();
            sent = first;
        }
    }

    private BatchItem Insert(InsertedRows<TModel> rows, RowValues gathered)
    {
        var statement = gathered == rows && rows.Count == 1
            ? new Statement(writer.InsertOf(database.Dialect, rows.HasKeys), new OneRow(rows))
            : new Statement(writer.InsertOf(database.Dialect, rows.Count, rows.HasKeys), new RowParameters(gathered));
        if (rows.HasKeys && !TModel.Info.IsRowVersion)
            return new BatchItem(statement, new CountedRows(), GivesRows: false);
        var keys = new InsertedKeys<TModel>(writer, rows, database.Dialect.NumbersRowsInOrder);
        _keys.Add(keys);
        return new BatchItem(statement, keys);
    }

    private sealed class OneRow(InsertedRows<TModel> rows) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder) => rows.Bind(binder, 0);
    }
}

/// <summary>Instances as the rows of an INSERT.</summary>
internal sealed class InsertedRows<TModel>(ModelWriter<TModel> writer, IReadOnlyList<TModel> models, int first, int count, bool withKey) : RowValues
    where TModel : class, IModel<TModel>
{
    public override int Count => count;

    /// <summary>Whether they have their keys; else the database makes them.</summary>
    public bool HasKeys => withKey;

    public TModel this[int row] => models[first + row];

    public override void Bind(ParameterBinder binder, int row) => writer.BindInsert(binder, this[row], withKey);
}

/// <summary>Takes the number of rows that a statement writes which gives none.</summary>
internal sealed class CountedRows : ResultConsumer
{
    public override ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken) => default;

    public override void TakeCount(int changed) => Rows = changed;
}
