namespace Covet.Infrastructure;

/// <summary>The updates of instances' rows: by statements of many rows where the database has arrays, else a row at a time, batched.</summary>
internal sealed class RowUpdates<TModel>(
    ModelWriter<TModel> writer, Database database, DatabaseSession session, ColumnInfo[] written, CancellationToken cancellationToken)
    where TModel : class, IModel<TModel>
{
    private const int MostStatements = 500;

    /// <summary>The columns that are bound: those that are written, those that rows are found by.</summary>
    private readonly ColumnInfo[] _bound = [.. written, .. TModel.Info.KeyArray, .. TModel.Info.Version is { } version ? [version] : Array.Empty<ColumnInfo>()];
    private readonly List<UpdatedRows<TModel>> _updates = [];
    private readonly string[] _names = [.. Enumerable.Range(0, written.Length + TModel.Info.KeyArray.Length + 1).Select(static i => $"c{i}")];

    /// <summary>Whether a statement of one row gives it back: a version that the database makes.</summary>
    private static bool GivesVersion => TModel.Info.IsRowVersion;

    /// <summary>Sends the updates.</summary>
    /// <exception cref="ConcurrencyException">Rows aren't there any more, or not of the instances' versions.</exception>
    public async Task SendAsync(IReadOnlyList<TModel> models)
    {
        int[] ordinals = Array.ConvertAll(_bound, static column => Array.IndexOf(TModel.Info.ColumnArray, column));
        bool hasArrays = Array.Exists(_bound, static column => column.IsArray);
        string? one = null;
        string? many = null;
        var items = new List<BatchItem>();
        for (int first = 0; first < models.Count;)
        {
            int count = database.Dialect.HasArrays ? database.Dialect.RowsPerInsert(models.Count - first, _bound.Length, hasArrays) : 1;
            var rows = new BoundRows<TModel>(models, first, count, _names, ordinals);
            var gathered = count > 1 ? session.Provider.Executor.Gather(rows) : rows;
            if (gathered.Count < count)
                rows = new BoundRows<TModel>(models, first, gathered.Count, _names, ordinals);
            var updated = new UpdatedRows<TModel>(writer, rows, givesKeys: count > 1);
            var statement = count > 1
                ? new Statement(many ??= Written(WriteMany), new RowParameters(gathered))
                : new Statement(one ??= Written(WriteOne), new OneRow(rows));
            items.Add(new BatchItem(statement, updated, GivesRows: count > 1 || GivesVersion));
            _updates.Add(updated);
            first += rows.Count;
            if (first < models.Count && count == 1 && items.Count < MostStatements)
                continue;
            await session.ReadBatchAsync(items, null, cancellationToken).ConfigureAwait(false);
            items.Clear();
        }
        List<object> missing = [.. _updates.SelectMany(static update => update.Missing())];
        if (missing.Count > 0)
            throw ModelWriter<TModel>.NotFound("update", missing);
    }

    /// <summary>Gives the instances their new versions, and makes them the database's own.</summary>
    public void Apply()
    {
        foreach (var update in _updates)
            update.Apply(database);
    }

    private string Written(Action<SqlWriter> write)
    {
        var text = new SqlWriter(database.Dialect);
        write(text);
        return text.ToStatement().Text;
    }

    private void WriteOne(SqlWriter text)
    {
        text.Append("UPDATE ");
        text.Append(text.Dialect.Choose(TModel.Info.Table));
        WriteSet(text, "", "@");
        WriteWhere(text, "", "@");
        if (GivesVersion)
            text.Append($"\nRETURNING {TModel.Info.Version!.Quoted}");
    }

    private void WriteMany(SqlWriter text)
    {
        text.Append("UPDATE ");
        text.Append(text.Dialect.Choose(TModel.Info.Table));
        text.Append(" AS t");
        WriteSet(text, "t.", "u.");
        text.Append("\nFROM ");
        text.Dialect.WriteArrayRows(text, _bound.Length);
        text.Append($" AS u({string.Join(", ", _names.Take(_bound.Length))})");
        WriteWhere(text, "t.", "u.");
        text.Append("\nRETURNING " + string.Join(", ", ModelWriter<TModel>.ReturnedColumns.Select(static column => "t." + column.Quoted)));
    }

    private void WriteSet(SqlWriter text, string row, string value)
    {
        if (written.Length == 0)
        {
            // A version is all there is.
            text.Append($"\nSET {TModel.Info.Version!.Quoted} = {row}{TModel.Info.Version.Quoted} + 1");
            return;
        }
        text.Append("\nSET " + string.Join(", ", written.Select((column, i) => $"{column.Quoted} = {value}{_names[i]}")));
        RowStamps.Count(text, TModel.Info, row);
    }

    private void WriteWhere(SqlWriter text, string row, string value) => text.Append(
        "\nWHERE " + string.Join(" AND ", _bound.Skip(written.Length).Select((column, i) => $"{row}{column.Quoted} = {value}{_names[written.Length + i]}")));

    private sealed class OneRow(RowValues rows) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder) => rows.Bind(binder, 0);
    }
}

/// <summary>Columns of instances as the rows of an UPDATE.</summary>
internal sealed class BoundRows<TModel>(IReadOnlyList<TModel> models, int first, int count, string[] names, int[] ordinals) : RowValues
    where TModel : class, IModel<TModel>
{
    public override int Count => count;

    public TModel this[int row] => models[first + row];

    public override void Bind(ParameterBinder binder, int row)
    {
        for (int i = 0; i < ordinals.Length; i++)
            ModelWriter<TModel>.BindColumn(binder, names[i], this[row], ordinals[i]);
    }
}
