namespace Covet.Infrastructure;

/// <content>Writes of one row.</content>
public abstract partial class ModelWriter<TModel>
{
    /// <summary>Inserts one instance: one statement. What the database makes is filled in.</summary>
    public Task InsertAsync(Database database, TModel model, CancellationToken cancellationToken) => InsertAsync(database, model, isPrepared: false, cancellationToken);

    /// <summary>Inserts one instance, which may be prepared; then its hooks are called by who did that.</summary>
    internal async Task InsertAsync(Database database, TModel model, bool isPrepared, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (!isPrepared)
            OnSaving(model, SaveKind.Insert);
        var undo = KeptModel<TModel>.UndoIn(database, model);
        try
        {
            if (!isPrepared)
                PrepareNew(database, model);
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
        catch
        {
            undo?.Invoke();
            throw;
        }
        database.Session.OnRollback(undo);
        if (!isPrepared)
            OnSaved(model, SaveKind.Insert);
    }

    /// <summary>Writes all columns of one instance's row: one statement.</summary>
    public async Task UpdateAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
        DemandKey(model, "updated");
        if (Update is null)
            throw new NotSupportedException($"{TModel.Info.Name} has no column besides its key, so there is nothing to update. Delete it and insert another.");
        OnSaving(model, SaveKind.Update);
        var undo = KeptModel<TModel>.UndoIn(database, model);
        try
        {
            Prepare(model);
            if (TModel.Info.HasTimes)
                Stamp(model, database.Now, isNew: false);
            var statement = new Statement(database.Dialect.Choose(Update), new UpdateParameters(this, model));
            if (TModel.Info.IsRowVersion)
                await UpdateVersionAsync(database, model, statement, cancellationToken).ConfigureAwait(false);
            else if (await database.Session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 0)
                throw NotFound(model, "update");
            else if (TModel.Info.Version is not null)
                SetVersion(model, GetVersion(model) + 1);
            model.Source ??= database.Origin;
        }
        catch
        {
            undo?.Invoke();
            throw;
        }
        database.Session.OnRollback(undo);
        OnSaved(model, SaveKind.Update);
    }

    /// <summary>Writes some columns of one instance's row: one statement.</summary>
    public async Task UpdateAsync<TColumns>(
        Database database, TModel model, IEnumerable<Func<TColumns, IColumn>> columns, CancellationToken cancellationToken)
        where TColumns : class, IColumns<TColumns>
    {
        DemandKey(model, "updated");
        var written = WrittenColumns.Named(TModel.Info, columns, "UpdateAsync(model)");
        OnSaving(model, SaveKind.Update);
        var undo = KeptModel<TModel>.UndoIn(database, model);
        try
        {
            Prepare(model);
            if (TModel.Info.UpdatedAt is { } updatedAt && !written.Contains(updatedAt))
            {
                written.Add(updatedAt);
                Stamp(model, database.Now, isNew: false);
            }
            var statement = UpdateOf(database, model, written);
            if (TModel.Info.IsRowVersion)
                await UpdateVersionAsync(database, model, statement, cancellationToken).ConfigureAwait(false);
            else if (await database.Session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 0)
                throw NotFound(model, "update");
            else if (TModel.Info.Version is not null)
                SetVersion(model, GetVersion(model) + 1);
            model.Source ??= database.Origin;
        }
        catch
        {
            undo?.Invoke();
            throw;
        }
        database.Session.OnRollback(undo);
        OnSaved(model, SaveKind.Update);
    }

    /// <summary>Deletes one instance's row: one statement.</summary>
    public async Task DeleteAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
        DemandKey(model, "deleted");
        OnDeleting(model);
        ForgetDeleted(model);
        try
        {
            var statement = new Statement(database.Dialect.Choose(Delete), new DeleteParameters(this, model));
            if (await database.Session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 0)
                throw NotFound(model, "delete");
        }
        finally
        {
            // Someone may have loaded what was there before the write.
            ForgetDeleted(model);
        }
        var undo = KeptModel<TModel>.UndoIn(database, model);
        model.Source = null;
        database.Session.OnRollback(undo);
        if (database.Session.Transaction is { } transaction)
            ForgetAfterRollback(transaction, model);
        OnDeleted(model);
    }

    /// <summary>Has the caches dropped once more after a rollback: what was loaded in between isn't what is there then.</summary>
    private void ForgetAfterRollback(DatabaseTransaction transaction, TModel model) => transaction.OnRollback(() => ForgetDeleted(model));

    /// <summary>What to throw when a write found no row.</summary>
    internal static ConcurrencyException NotFound(string action, IReadOnlyList<object> keys)
        => TModel.Info.Version is null ? new RowNotFoundException(TModel.Info.Name, action, keys) : ConcurrencyException.Of(TModel.Info.Name, action, keys);

    private ConcurrencyException NotFound(TModel model, string action) => NotFound(action, [KeyOf(model)]);

    private static NotSupportedException Unversioned() => new($"{TModel.Info.Name} has no version.");

    /// <summary>Runs an UPDATE of one instance's row that returns its new version.</summary>
    private async Task UpdateVersionAsync(Database database, TModel model, Statement statement, CancellationToken cancellationToken)
    {
        var version = new ReturnedVersion(this);
        await database.Session.ReadAsync(statement, version, cancellationToken).ConfigureAwait(false);
        if (version.Rows == 0)
            throw NotFound(model, "update");
        SetVersion(model, version.Value);
    }

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
        RowStamps.Count(writer, TModel.Info);
        before = " WHERE ";
        foreach (var column in TModel.Info.KeyArray)
        {
            Assign(column);
            before = " AND ";
        }
        if (TModel.Info.Version is { } version)
            Assign(version);
        if (TModel.Info.IsRowVersion)
            writer.Append($" RETURNING {TModel.Info.Version!.Quoted}");
        return writer.ToStatement();

        void Assign(ColumnInfo column)
        {
            writer.Append($"{before}{column.Quoted} = ");
            writer.Parameter(new ColumnParameter(model, Array.IndexOf(TModel.Info.ColumnArray, column)));
        }
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
            if (TModel.Info.IsRowVersion)
                writer.BindVersion(binder, model);
        }
    }

    /// <summary>What an instance has in a column when the statement runs.</summary>
    private sealed class ColumnParameter(TModel model, int ordinal) : IParameterSource
    {
        public void Bind(ParameterBinder binder, string name) => BindColumn(binder, name, model, ordinal);
    }

    private sealed class DeleteParameters(ModelWriter<TModel> writer, TModel model) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            writer.BindKey(binder, model);
            writer.BindVersion(binder, model);
        }
    }

    /// <summary>Takes the version that an UPDATE of one row returns.</summary>
    private sealed class ReturnedVersion(ModelWriter<TModel> writer) : ResultConsumer
    {
        public long Value { get; private set; }

        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                return;
            try
            {
                Value = writer.ReadVersion(ref reader, 0);
            }
            catch (Exception exception) when (UnreadableRow.IsCause(exception))
            {
                throw UnreadableRow.Of(reader, exception, noted => writer.ReadVersion(ref noted, 0), TModel.Info);
            }
            Rows = 1;
            await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
