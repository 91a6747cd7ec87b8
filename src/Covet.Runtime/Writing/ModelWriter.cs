namespace Covet.Infrastructure;

/// <summary>Writes instances of one model. The generated class below it knows the statements and the values.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public abstract partial class ModelWriter<TModel> where TModel : class, IModel<TModel>
{
    /// <summary>INSERT of all columns but a key that the database makes, which it returns, as it does a row version.</summary>
    protected abstract SqlText Insert { get; }

    /// <summary>INSERT of all columns, the key included; returns a row version.</summary>
    protected abstract SqlText InsertWithKey { get; }

    /// <summary>UPDATE of all columns of the row with the key and the version, returning a row version; <see langword="null"/> where the key is all there is.</summary>
    protected abstract SqlText? Update { get; }

    /// <summary>DELETE of the row with the key and the version.</summary>
    protected abstract SqlText Delete { get; }

    /// <summary>Adds the values of the columns of an INSERT that aren't the key.</summary>
    protected abstract void AddValues(ParameterBinder binder, TModel model);

    /// <summary>Adds the values of the key.</summary>
    protected abstract void AddKey(ParameterBinder binder, TModel model);

    /// <summary>Takes over what must be known before a save: keys of related instances, keys that the client makes.</summary>
    /// <exception cref="InvalidOperationException">A related instance was never saved.</exception>
    protected internal abstract void Prepare(TModel model);

    /// <summary>Demands of an instance that is to be inserted that its required relations lead somewhere; overridden where that can be told.</summary>
    /// <exception cref="InvalidOperationException">One was never set.</exception>
    protected virtual void DemandReferences(TModel model)
    {
    }

    /// <summary>Reads what a statement returns of the row that it wrote (the key, the version, when it was inserted), as an instance that has nothing else.</summary>
    protected internal abstract TModel ReadKeyRow<TReader>(ref TReader row) where TReader : struct, IRowReader;

    /// <summary>Gives an instance the key of another one; what its relations hold in memory is dropped if it had another key.</summary>
    protected internal abstract void TakeKey(TModel model, TModel row);

    /// <summary>
    /// What puts the values back that a write of the instance changes in it, besides its source and a key that it hasn't yet; null where it changes none.
    /// </summary>
    protected internal virtual Action? Keep(TModel model) => null;

    /// <summary>The key of an instance, for messages: a value, or a tuple of several.</summary>
    protected internal abstract object KeyOf(TModel model);

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

    /// <summary>Demands that a related instance has a key.</summary>
    /// <exception cref="InvalidOperationException">It was never saved.</exception>
    protected static TRelated Saved<TRelated>(TRelated related, string relation) where TRelated : class, IModel<TRelated>
        => related.HasKey
            ? related
            : throw new InvalidOperationException($"{TModel.Info.Name}.{relation} is {TRelated.Info.AnyName} that was never saved: insert it first, then the {TModel.Info.Name}.");

    /// <summary>What to throw when a required relation was never set.</summary>
    /// <param name="relation">The relation.</param>
    /// <param name="key">Its foreign key.</param>
    protected static InvalidOperationException Unset(string relation, string key) => new(
        $"{TModel.Info.Name}.{relation} is required and was never set, so the {TModel.Info.Name} can't be inserted: assign the instance that it belongs to ({relation} = ...) or its key ({key} = ...).");

    private Statement InsertOf(Database database, TModel model, out InsertedKey? key)
    {
        bool hasKey = model.HasKey;
        key = hasKey && !TModel.Info.IsRowVersion ? null : new InsertedKey(this, model, readsKey: !hasKey);
        return new Statement(database.Dialect.Choose(hasKey ? InsertWithKey : Insert), new InsertParameters(this, model, hasKey));
    }

    /// <summary>Holds the key and the row version that came back until the whole insert is known to have succeeded.</summary>
    private sealed class InsertedKey(ModelWriter<TModel> writer, TModel model, bool readsKey) : ResultConsumer
    {
        private long _key;
        private long _version;

        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                throw new InvalidOperationException($"The INSERT of {TModel.Info.AnyName} gave no key back. Is a trigger or rule suppressing it?");
            try
            {
                Take(ref reader);
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.Of(reader, exception, noted => Take(ref noted), TModel.Info);
            }
            Rows = 1;
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }

        public void Apply()
        {
            if (readsKey)
                writer.SetKey(model, _key);
            if (TModel.Info.IsRowVersion)
                writer.SetVersion(model, _version);
        }

        private void Take<TReader>(ref TReader row) where TReader : struct, IRowReader
        {
            if (readsKey)
                _key = writer.ReadKey(ref row);
            if (TModel.Info.IsRowVersion)
                _version = writer.ReadVersion(ref row, readsKey ? 1 : 0);
        }
    }
}
