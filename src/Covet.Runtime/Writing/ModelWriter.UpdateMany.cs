namespace Covet.Infrastructure;

/// <content>Updates of many instances.</content>
public abstract partial class ModelWriter<TModel>
{
    /// <summary>What <see cref="ReadKeyRow"/> reads.</summary>
    internal static IEnumerable<ColumnInfo> ReturnedColumns
    {
        get
        {
            foreach (var column in TModel.Info.KeyArray)
                yield return column;
            if (TModel.Info.Version is { } version)
                yield return version;
            if (TModel.Info.CreatedAtOrdinal is { } createdAt)
                yield return TModel.Info.ColumnArray[createdAt];
        }
    }

    /// <summary>Writes all columns of instances' rows in one transaction: all or none.</summary>
    public Task UpdateManyAsync(Database database, IEnumerable<TModel> models, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(models);
        if (Update is null)
            throw new NotSupportedException($"{TModel.Info.Name} has no column besides its key, so there is nothing to update. Delete rows and insert others.");
        var columns = TModel.Info.ColumnArray.Except(TModel.Info.KeyArray).Where(static column => column != TModel.Info.Version);
        return UpdateManyAsync(database, models, [.. columns], cancellationToken);
    }

    /// <summary>Writes some columns of instances' rows in one transaction: all or none.</summary>
    public Task UpdateManyAsync<TColumns>(
        Database database, IEnumerable<TModel> models, IEnumerable<Func<TColumns, IColumn>> columns, CancellationToken cancellationToken)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(models);
        var written = WrittenColumns.Named(TModel.Info, columns, "UpdateManyAsync(models)");
        if (TModel.Info.UpdatedAt is { } updatedAt && !written.Contains(updatedAt))
            written.Add(updatedAt);
        return UpdateManyAsync(database, models, [.. written], cancellationToken);
    }

    private async Task UpdateManyAsync(Database database, IEnumerable<TModel> models, ColumnInfo[] columns, CancellationToken cancellationToken)
    {
        var all = models.ToList();
        DemandDistinct(all);
        if (all.Count == 0)
            return;
        all.ForEach(model => OnSaving(model, SaveKind.Update));
        var undo = KeptModel<TModel>.UndoIn(database, all);
        try
        {
            bool isStamped = TModel.Info.UpdatedAt is { } updatedAt && columns.Contains(updatedAt);
            foreach (var model in all)
            {
                Prepare(model);
                if (isStamped)
                    Stamp(model, database.Now, isNew: false);
            }
            var complete = await database.Session.TransactAsync(
                async transaction =>
                {
                    var updates = new RowUpdates<TModel>(this, database, transaction, columns, cancellationToken);
                    await updates.SendAsync(all).ConfigureAwait(false);
                    return (Action)updates.Apply;
                },
                cancellationToken).ConfigureAwait(false);
            complete();
        }
        catch
        {
            undo?.Invoke();
            throw;
        }
        database.Session.OnRollback(undo);
        all.ForEach(model => OnSaved(model, SaveKind.Update));
    }

    /// <summary>Demands instances of rows that are there, no row twice: of two instances it could not be said which one's values it gets.</summary>
    private void DemandDistinct(List<TModel> models)
    {
        var keys = new HashSet<object>(models.Count);
        foreach (var model in models)
        {
            ArgumentNullException.ThrowIfNull(model, nameof(models));
            DemandKey(model, "updated");
            if (!keys.Add(KeyOf(model)))
                throw new ArgumentException($"{TModel.Info.Name} {KeyOf(model)} is given twice, so it can't be said which values its row gets. Give each row once.", nameof(models));
        }
    }
}
