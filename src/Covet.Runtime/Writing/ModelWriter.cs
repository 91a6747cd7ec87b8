namespace Covet.Infrastructure;

/// <summary>Writes instances of one model. The generated class below it knows the statements and the values.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public abstract class ModelWriter<TModel> where TModel : class, IModel<TModel>
{
    private const int StatementsPerBatch = 500;

    /// <summary>INSERT of all columns but a key that the database makes, which it returns.</summary>
    protected abstract SqlText Insert { get; }

    /// <summary>INSERT of all columns, the key included.</summary>
    protected abstract SqlText InsertWithKey { get; }

    /// <summary>UPDATE of all columns of the row with the key; <see langword="null"/> where the key is all there is.</summary>
    protected abstract SqlText? Update { get; }

    /// <summary>DELETE of the row with the key.</summary>
    protected abstract SqlText Delete { get; }

    /// <summary>Adds the values of the columns that aren't the key.</summary>
    protected abstract void AddValues(ParameterBinder binder, TModel model);

    /// <summary>Adds the values of the key.</summary>
    protected abstract void AddKey(ParameterBinder binder, TModel model);

    /// <summary>Takes over what must be known before a save: keys of related instances, keys that the client makes.</summary>
    /// <exception cref="InvalidOperationException">A related instance was never saved.</exception>
    protected internal abstract void Prepare(TModel model);

    /// <summary>Reads the key that a statement returns of the row that it wrote, as an instance that has nothing else.</summary>
    protected internal abstract TModel ReadKeyRow<TReader>(ref TReader row) where TReader : struct, IRowReader;

    /// <summary>Gives an instance the key of another one; what its relations hold in memory is dropped if it had another key.</summary>
    protected internal abstract void TakeKey(TModel model, TModel row);

    /// <summary>Takes back a key that <see cref="Prepare"/> made; overridden where it makes one.</summary>
    protected internal virtual void ClearKey(TModel model)
    {
    }

    /// <summary>Reads the key that the database made; overridden where it makes one.</summary>
    protected virtual long ReadKey<TReader>(ref TReader row) where TReader : struct, IRowReader
        => throw new NotSupportedException($"The database makes no key for {TModel.Info.Name}.");

    /// <summary>Puts the key that the database made into the instance; overridden where it makes one.</summary>
    protected virtual void SetKey(TModel model, long key) => throw new NotSupportedException($"The database makes no key for {TModel.Info.Name}.");

    /// <summary>Whether the database makes keys, so that an instance that has one was saved; overridden where it does.</summary>
    protected internal virtual bool MakesKeys => false;

    /// <summary>Whether an instance stands for a row that is there: it came from a database, or has a key that only a database makes.</summary>
    internal bool IsSaved(TModel model) => model.Source is not null || (MakesKeys && model.HasKey);

    /// <summary>Binds the columns that aren't the key.</summary>
    /// <exception cref="InvalidValueException">A value can't be stored as it is; it names the member.</exception>
    internal void BindValues(ParameterBinder binder, TModel model)
    {
        try
        {
            AddValues(binder, model);
        }
        catch (InvalidValueException exception) when (exception.Member is null)
        {
            throw exception.For(TModel.Info, TModel.Info.ColumnOf(exception.Parameter));
        }
    }

    /// <summary>Binds the key.</summary>
    /// <exception cref="InvalidValueException">A value can't be stored as it is; it names the member.</exception>
    internal void BindKey(ParameterBinder binder, TModel model)
    {
        try
        {
            AddKey(binder, model);
        }
        catch (InvalidValueException exception) when (exception.Member is null)
        {
            throw exception.For(TModel.Info, TModel.Info.ColumnOf(exception.Parameter));
        }
    }

    /// <summary>Binds one column.</summary>
    /// <param name="binder">Where the value goes.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="model">The instance.</param>
    /// <param name="ordinal">Which of the model's columns.</param>
    /// <exception cref="InvalidValueException">The value can't be stored as it is; it names the member.</exception>
    internal static void BindColumn(ParameterBinder binder, string name, TModel model, int ordinal)
    {
        try
        {
            TModel.BindColumn(binder, name, model, ordinal);
        }
        catch (InvalidValueException exception) when (exception.Member is null)
        {
            throw exception.For(TModel.Info, TModel.Info.ColumnArray[ordinal]);
        }
    }

    /// <summary>Inserts one instance: one statement. A key that the database makes is filled in.</summary>
    public async Task InsertAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        Prepare(model);
        var statement = InsertOf(database, model, out var key);
        if (key is null)
        {
            await database.Session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await database.Session.ReadAsync(statement, key, cancellationToken).ConfigureAwait(false);
            key.Apply();
        }
        model.Source = database.Origin;
    }

    /// <summary>Inserts many instances in one transaction, in batches; keys that the database makes are filled in when all are in.</summary>
    public async Task InsertManyAsync(Database database, IEnumerable<TModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        var all = models.ToList();
        if (all.Count == 0)
            return;
        PrepareAll(all);
        var complete = await database.Session.TransactAsync(
            transaction => SendInsertsAsync(database, transaction, all, cancellationToken), cancellationToken).ConfigureAwait(false);
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

    /// <summary>Inserts instances that are prepared, in batches, and changes nothing in memory.</summary>
    /// <returns>What fills in the keys and makes the instances saved ones.</returns>
    internal async Task<Action> SendInsertsAsync(Database database, DatabaseSession session, IReadOnlyList<TModel> models, CancellationToken cancellationToken)
    {
        var keys = new List<InsertedKey>(models.Count);
        foreach (var chunk in models.Chunk(StatementsPerBatch))
            await InsertBatchAsync(database, session, chunk, keys, cancellationToken).ConfigureAwait(false);
        return () =>
        {
            foreach (var key in keys)
                key.Apply();
            Siblings<TModel>.Adopt(database, database.FetchMode, models);
        };
    }

    /// <summary>Takes back what the insert of an instance put into it, since it was rolled back.</summary>
    /// <param name="model">The instance.</param>
    /// <param name="hadKey">Whether it had a key before.</param>
    internal void TakeBack(TModel model, bool hadKey)
    {
        model.Source = null;
        if (hadKey)
            return;
        if (MakesKeys)
            SetKey(model, 0);
        else
            ClearKey(model);
    }

    /// <summary>Writes all columns of one instance's row: one statement.</summary>
    public async Task UpdateAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
        DemandKey(model, "updated");
        Prepare(model);
        if (Update is null)
            throw new NotSupportedException($"{TModel.Info.Name} has no column besides its key, so there is nothing to update. Delete it and insert another.");
        int changed = await database.Session.ExecuteAsync(
            new Statement(database.Dialect.Choose(Update), new UpdateParameters(this, model)), cancellationToken).ConfigureAwait(false);
        if (changed == 0)
            throw new RowNotFoundException(TModel.Info.Name, "update");
        model.Source ??= database.Origin;
    }

    /// <summary>Writes some columns of one instance's row: one statement.</summary>
    public async Task UpdateAsync<TColumns>(
        Database database, TModel model, IEnumerable<Func<TColumns, IColumn>> columns, CancellationToken cancellationToken)
        where TColumns : class, IColumns<TColumns>
    {
        DemandKey(model, "updated");
        ArgumentNullException.ThrowIfNull(columns);
        var written = new List<ColumnInfo>();
        foreach (var column in columns)
        {
            var given = LambdaDepth.Run(column, out int depth, nameof(columns));
            var info = WrittenColumns.Demand(TModel.Info, given, depth, nameof(columns));
            if (!written.Contains(info))
                written.Add(info);
        }
        if (written.Count == 0)
            throw new ArgumentException($"No column of {TModel.Info.Name} is named, so nothing would be updated. Name some, or use UpdateAsync(model) for all.", nameof(columns));
        Prepare(model);
        if (await database.Session.ExecuteAsync(UpdateOf(database, model, written), cancellationToken).ConfigureAwait(false) == 0)
            throw new RowNotFoundException(TModel.Info.Name, "update");
        model.Source ??= database.Origin;
    }

    /// <summary>Deletes one instance's row: one statement.</summary>
    public async Task DeleteAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
        DemandKey(model, "deleted");
        int changed = await database.Session.ExecuteAsync(
            new Statement(database.Dialect.Choose(Delete), new KeyParameters(this, model)), cancellationToken).ConfigureAwait(false);
        if (changed == 0)
            throw new RowNotFoundException(TModel.Info.Name, "delete");
        model.Source = null;
    }

    /// <summary>Demands that a related instance has a key.</summary>
    /// <exception cref="InvalidOperationException">It was never saved.</exception>
    protected static TRelated Saved<TRelated>(TRelated related, string relation) where TRelated : class, IModel<TRelated>
        => related.HasKey
            ? related
            : throw new InvalidOperationException($"{TModel.Info.Name}.{relation} is a {TRelated.Info.Name} that was never saved: insert it first, then the {TModel.Info.Name}.");

    private static void DemandKey(TModel model, string done)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!model.HasKey)
            throw new InvalidOperationException($"This {TModel.Info.Name} was never saved, so it can't be {done}: insert it first.");
    }

    private static Statement UpdateOf(Database database, TModel model, List<ColumnInfo> columns)
    {
        var writer = new SqlWriter(database);
        writer.Append("UPDATE ");
        writer.Append(writer.Dialect.Choose(TModel.Info.Table));
        string before = " SET ";
        foreach (var column in columns)
        {
            Assign(column);
            before = ", ";
        }
        before = " WHERE ";
        foreach (var column in TModel.Info.KeyArray)
        {
            Assign(column);
            before = " AND ";
        }
        return writer.ToStatement();

        void Assign(ColumnInfo column)
        {
            writer.Append($"{before}{column.Quoted} = ");
            writer.Parameter(new ColumnParameter(model, Array.IndexOf(TModel.Info.ColumnArray, column)));
        }
    }

    private async Task InsertBatchAsync(
        Database database, DatabaseSession session, TModel[] models, List<InsertedKey> keys, CancellationToken cancellationToken)
    {
        var items = new BatchItem[models.Length];
        for (int i = 0; i < items.Length; i++)
        {
            var statement = InsertOf(database, models[i], out var key);
            items[i] = new BatchItem(statement, key ?? (ResultConsumer)NoResult.Instance, GivesRows: key is not null);
            if (key is not null)
                keys.Add(key);
        }
        await session.ReadBatchAsync(items, null, cancellationToken).ConfigureAwait(false);
    }

    private Statement InsertOf(Database database, TModel model, out InsertedKey? key)
    {
        bool hasKey = model.HasKey;
        key = hasKey ? null : new InsertedKey(this, model);
        return new Statement(database.Dialect.Choose(hasKey ? InsertWithKey : Insert), new InsertParameters(this, model, hasKey));
    }

    private sealed class InsertParameters(ModelWriter<TModel> writer, TModel model, bool withKey) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            if (withKey)
                writer.BindKey(binder, model);
            writer.BindValues(binder, model);
        }
    }

    private sealed class UpdateParameters(ModelWriter<TModel> writer, TModel model) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            writer.BindValues(binder, model);
            writer.BindKey(binder, model);
        }
    }

    /// <summary>What an instance has in a column when the statement runs.</summary>
    private sealed class ColumnParameter(TModel model, int ordinal) : IParameterSource
    {
        public void Bind(ParameterBinder binder, string name) => BindColumn(binder, name, model, ordinal);
    }

    private sealed class KeyParameters(ModelWriter<TModel> writer, TModel model) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder) => writer.BindKey(binder, model);
    }

    /// <summary>Holds the key that came back until the whole insert is known to have succeeded.</summary>
    private sealed class InsertedKey(ModelWriter<TModel> writer, TModel model) : ResultConsumer
    {
        private long _key;

        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                throw new InvalidOperationException($"The INSERT of a {TModel.Info.Name} gave no key back. Is a trigger or rule suppressing it?");
            try
            {
                _key = writer.ReadKey(ref reader);
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.OfKey<TModel>(reader, exception);
            }
            Rows = 1;
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        public void Apply() => writer.SetKey(model, _key);
    }
}
