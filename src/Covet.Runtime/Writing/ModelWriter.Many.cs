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
        PrepareAll(all);
        var complete = await database.Session.TransactAsync(
            transaction => SendInsertsAsync(database, transaction, all, progress, cancellationToken), cancellationToken).ConfigureAwait(false);
        complete();
    }

    /// <summary>Takes over what must be known before a save of instances.</summary>
    internal void PrepareAll(IReadOnlyList<TModel> models)
    {
        foreach (var model in models)
        {
            ArgumentNullException.ThrowIfNull(model, nameof(models));
            Prepare(model);
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
            inserts.ApplyKeys();
            Siblings<TModel>.Adopt(database, database.FetchMode, models);
        };
    }

    /// <summary>The INSERT of many rows.</summary>
    /// <param name="dialect">The dialect.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="withKey">Whether they have their keys; else the database makes them, and they are returned.</param>
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
            if (!shape.withKey)
                writer.Append("\nRETURNING " + string.Join(", ", TModel.Info.QuotedKey));
        });

    /// <summary>The INSERT of one row.</summary>
    internal string InsertOf(SqlDialect dialect, bool withKey) => dialect.Choose(withKey ? InsertWithKey : Insert);

    /// <summary>The columns that an INSERT binds, in order.</summary>
    internal static ColumnInfo[] ColumnsOf(bool withKey)
    {
        var values = TModel.Info.ColumnArray.Except(TModel.Info.KeyArray);
        return [.. withKey ? TModel.Info.KeyArray.Concat(values) : values];
    }

    /// <summary>Binds the columns of an INSERT.</summary>
    internal void BindInsert(ParameterBinder binder, TModel model, bool withKey)
    {
        if (withKey)
            BindKey(binder, model);
        BindValues(binder, model);
    }

    /// <summary>Reads a key that the database made.</summary>
    internal long ReadMadeKey<TReader>(ref TReader row) where TReader : struct, IRowReader => ReadKey(ref row);

    /// <summary>Puts a key that the database made into an instance.</summary>
    internal void TakeMadeKey(TModel model, long key) => SetKey(model, key);
}
