namespace Covet.Infrastructure;

/// <content>Writes of one row.</content>
public abstract partial class ModelWriter<TModel>
{
    /// <summary>Inserts one instance: one statement. What the database makes is filled in.</summary>
    public async Task InsertAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        OnSaving(model, SaveKind.Insert);
        var undo = KeptModel<TModel>.UndoIn(database, model);
        try
        {
            PrepareNew(database, model);
            await SendInsertAsync(database, model, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            undo?.Invoke();
            throw;
        }
        database.Session.OnRollback(undo);
        OnSaved(model, SaveKind.Insert);
    }

    /// <summary>Inserts one instance that is prepared and fills in what the database makes. Who prepared it calls its hooks, and takes that back when this, or the transaction, fails.</summary>
    internal async Task SendInsertAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
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

    /// <summary>Writes all columns of one instance's row: one statement.</summary>
    public Task UpdateAsync(Database database, TModel model, CancellationToken cancellationToken)
    {
        DemandKey(model, "updated");
        return Update is null
            ? throw new NotSupportedException($"{TModel.Info.Name} has no column besides its key, so there is nothing to update. Delete it and insert another.")
            : UpdateAsync(database, model, columns: null, cancellationToken);
    }

    /// <summary>Writes some columns of one instance's row: one statement.</summary>
    public Task UpdateAsync<TColumns>(
        Database database, TModel model, IEnumerable<Func<TColumns, IColumn>> columns, CancellationToken cancellationToken)
        where TColumns : class, IColumns<TColumns>
    {
        DemandKey(model, "updated");
        return UpdateAsync(database, model, WrittenColumns.Named(TModel.Info, columns, "UpdateAsync(model)"), cancellationToken);
    }

    /// <summary>Writes columns of one instance's row; null for all of them.</summary>
    private async Task UpdateAsync(Database database, TModel model, List<ColumnInfo>? columns, CancellationToken cancellationToken)
    {
        OnSaving(model, SaveKind.Update);
        var undo = KeptModel<TModel>.UndoIn(database, model);
        try
        {
            Prepare(model);
            if (TModel.Info.HasTimes && (columns is null || AddUpdatedAt(columns)))
                Stamp(model, database.Now, isNew: false);
            await SendUpdateAsync(database, model, columns, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Has the time of the write written, unless the caller names that column, and so its own value.</summary>
    private static bool AddUpdatedAt(List<ColumnInfo> columns)
    {
        if (TModel.Info.UpdatedAt is not { } updatedAt || columns.Contains(updatedAt))
            return false;
        columns.Add(updatedAt);
        return true;
    }

    private async Task SendUpdateAsync(Database database, TModel model, List<ColumnInfo>? columns, CancellationToken cancellationToken)
    {
        var statement = columns is null ? new Statement(database.Dialect.Choose(Update!), new UpdateParameters(this, model)) : UpdateOf(database, model, columns);
        if (TModel.Info.IsRowVersion)
            await UpdateVersionAsync(database, model, statement, cancellationToken).ConfigureAwait(false);
        else if (await database.Session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false) == 0)
            throw NotFound(model, "update");
        else if (TModel.Info.Version is not null)
            SetVersion(model, GetVersion(model) + 1);
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
