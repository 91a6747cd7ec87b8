namespace Covet.Infrastructure;

/// <content>Inserts of many instances.</content>
public abstract partial class ModelWriter<TModel>
{
    private readonly WrittenTexts _texts = new();

    /// <summary>Inserts many instances in one transaction, by as few statements as the database takes well; keys that it makes are filled in when all are in.</summary>
    /// <param name="database">The database.</param>
    /// <param name="models">The instances.</param>
    /// <param name="progress">Told now and then how many instances were sent; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Cancels it: nothing is inserted then.</param>
    public async Task InsertManyAsync(Database database, IEnumerable<TModel> models, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        var all = models.ToList();
        if (all.Count == 0)
            return;
        foreach (var model in all)
            ArgumentNullException.ThrowIfNull(model, nameof(models));
        all.ForEach(model => OnSaving(model, SaveKind.Insert));
        var undo = KeptModel<TModel>.UndoIn(database, all);
        try
        {
            PrepareAll(database, all);
            var complete = await database.Session.TransactAsync(
                transaction => SendInsertsAsync(database, transaction, all, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
            complete();
        }
        catch
        {
            undo?.Invoke();
            throw;
        }
        database.Session.OnRollback(undo);
        all.ForEach(model => OnSaved(model, SaveKind.Insert));
    }

    /// <summary>Takes over what must be known before an insert of instances.</summary>
    internal void PrepareAll(Database database, IReadOnlyList<TModel> models)
    {
        foreach (var model in models)
        {
            ArgumentNullException.ThrowIfNull(model, nameof(models));
            PrepareNew(database, model);
        }
    }

    /// <summary>Inserts instances that are prepared, those that have their key first, and changes nothing in memory.</summary>
    /// <returns>What fills in the keys and makes the instances saved ones.</returns>
    internal async Task<Action> SendInsertsAsync(
        Database database, DatabaseSession session, IReadOnlyList<TModel> models, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var inserts = new RowInserts<TModel>(this, database, session, progress, cancellationToken);
        int keyed = models.Count(static model => model.HasKey);
        if (keyed > 0)
            await inserts.SendAsync(keyed == models.Count ? models : [.. models.Where(static model => model.HasKey)], withKey: true).ConfigureAwait(false);
        if (keyed < models.Count)
            await inserts.SendAsync(keyed == 0 ? models : [.. models.Where(static model => !model.HasKey)], withKey: false).ConfigureAwait(false);
        return () =>
        {
            inserts.Apply();
            Siblings<TModel>.Adopt(database, database.FetchMode, models);
        };
    }

    /// <summary>The INSERT of many rows.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="withKey">Whether they have their keys; else the database makes them, and they are returned, as a row version is.</param>
    internal string InsertOf(SqlDialect dialect, int rows, bool withKey) => _texts.Get(
        dialect,
        $"{(withKey ? nameof(InsertWithKey) : nameof(Insert))} {(dialect.HasArrays ? "" : rows)}",
        (rows, withKey),
        static (writer, shape) =>
        {
            var columns = ColumnsOf(shape.withKey);
            writer.Append("INSERT INTO ");
            writer.Append(writer.Dialect.Choose(TModel.Info.Table));
            writer.Append($" ({string.Join(", ", columns.Select(static column => column.Quoted))})\n");
            writer.Dialect.WriteInsertedRows(writer, shape.rows, columns.Length);
            string[] returned = [.. shape.withKey ? [] : TModel.Info.QuotedKey, .. TModel.Info.IsRowVersion ? [TModel.Info.Version!.Quoted] : Array.Empty<string>()];
            if (returned.Length > 0)
                writer.Append("\nRETURNING " + string.Join(", ", returned));
        });

    /// <summary>The INSERT of one row.</summary>
    internal string InsertOf(SqlDialect dialect, bool withKey) => dialect.Choose(withKey ? InsertWithKey : Insert);

    /// <summary>The columns that an INSERT binds, in order.</summary>
    internal static ColumnInfo[] ColumnsOf(bool withKey)
    {
        var values = TModel.Info.ColumnArray.Except(TModel.Info.KeyArray).Where(static column => !(TModel.Info.IsRowVersion && column == TModel.Info.Version));
        return [.. withKey ? TModel.Info.KeyArray.Concat(values) : values];
    }

    /// <summary>Reads what the INSERT of a row gave back.</summary>
    internal (long Key, long Version) ReadMade<TReader>(ref TReader row, bool withKey) where TReader : struct, IRowReader
        => (withKey ? 0 : ReadKey(ref row), TModel.Info.IsRowVersion ? ReadVersion(ref row, withKey ? 0 : 1) : 0);

    /// <summary>Puts what the INSERT of a row gave back into its instance.</summary>
    internal void TakeMade(TModel model, (long Key, long Version) made, bool withKey)
    {
        if (!withKey)
            SetKey(model, made.Key);
        if (TModel.Info.IsRowVersion)
            SetVersion(model, made.Version);
    }

    /// <summary>Binds the columns of an INSERT.</summary>
    internal void BindInsert(ParameterBinder binder, TModel model, bool withKey)
    {
        if (withKey)
            BindKey(binder, model);
        BindValues(binder, model);
    }
}
