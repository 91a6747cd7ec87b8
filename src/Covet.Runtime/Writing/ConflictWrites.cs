using System.ComponentModel;

namespace Covet.Infrastructure;

/// <summary>The writes that look first for a row that is the same: what a table's generated methods run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConflictWrites
{
    private const int StatementsPerBatch = 500;

    /// <summary>Inserts an instance or updates the row that is there: one statement.</summary>
    public static Task UpsertAsync<TModel, TConflicts>(
        Database database, TModel model, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
        => RunAsync(
            database,
            model,
            conflict,
            SaveKind.Upsert,
            async (write, session) =>
            {
                await write.UpsertAsync(database, session, cancellationToken).ConfigureAwait(false);
                return model;
            });

    /// <summary>Reads the row that is there, or else inserts an instance.</summary>
    public static Task<(TModel Model, bool Created)> GetOrCreateAsync<TModel, TConflicts>(
        Database database, TModel model, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
        => RunAsync(database, model, conflict, SaveKind.Insert, (write, session) => write.GetOrCreateAsync(database, session, cancellationToken));

    /// <summary>Updates the row that is there, or else inserts an instance.</summary>
    public static Task<(TModel Model, bool Created)> UpdateOrCreateAsync<TModel, TConflicts>(
        Database database, TModel model, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
        => RunAsync(database, model, conflict, SaveKind.Upsert, (write, session) => write.UpdateOrCreateAsync(database, session, cancellationToken));

    /// <summary>Inserts instances or updates the rows that are there: one transaction, in batches.</summary>
    public static async Task UpsertManyAsync<TModel, TConflicts>(
        Database database, IEnumerable<TModel> models, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
    {
        var facts = ConflictWrite<TModel>.FactsOf(conflict);
        ArgumentNullException.ThrowIfNull(models);
        var all = models.ToList();
        foreach (var model in all)
            ArgumentNullException.ThrowIfNull(model, nameof(models));
        if (all.Count == 0)
            return;
        all.ForEach(static model => TModel.Writer.OnSaving(model, SaveKind.Upsert));
        var writes = new List<ConflictWrite<TModel>>(all.Count);
        var keys = all.ConvertAll(static _ => new WrittenKey<TModel>());
        try
        {
            foreach (var model in all)
                writes.Add(new ConflictWrite<TModel>(database, facts, model, SaveKind.Upsert));
            var items = Ordered(all, facts).Select(i => new BatchItem(writes[i].Upsert(database), keys[i]));
            await database.Session.TransactAsync(
                async transaction =>
                {
                    foreach (var batch in items.Chunk(StatementsPerBatch))
                        await transaction.ReadBatchAsync(batch, null, cancellationToken).ConfigureAwait(false);
                    keys.ForEach(static key => key.DemandRow());
                    return keys;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            Undo(writes);
            throw;
        }
        if (database.Session.Transaction is not null)
            writes.ForEach(static write => write.KeepKey());
        foreach (var (model, key) in all.Zip(keys))
            key.Apply(model);
        Siblings<TModel>.Adopt(database, database.FetchMode, all);
        database.Session.OnRollback(() => Undo(writes));
        all.ForEach(static model => TModel.Writer.OnSaved(model, SaveKind.Upsert));
    }

    /// <summary>The last first: of an instance that is given twice the first write alone knows what it was.</summary>
    private static void Undo<TModel>(List<ConflictWrite<TModel>> writes) where TModel : class, IModel<TModel>
    {
        for (int i = writes.Count - 1; i >= 0; i--)
            writes[i].Undo();
    }

    /// <summary>The places of the instances in the order in which they are written; those that are the same keep theirs.</summary>
    private static int[] Ordered<TModel>(List<TModel> models, ConflictFacts<TModel> facts) where TModel : class, IModel<TModel>
    {
        int[] places = [.. Enumerable.Range(0, models.Count)];
        if (facts.Order is { } order)
            Array.Sort(places, (left, right) => order(models[left], models[right]) is not 0 and var result ? result : left.CompareTo(right));
        return places;
    }

    private static async Task<TResult> RunAsync<TModel, TConflicts, TResult>(
        Database database,
        TModel model,
        Func<TConflicts, ConflictTarget<TModel>> conflict,
        SaveKind kind,
        Func<ConflictWrite<TModel>, DatabaseSession, Task<TResult>> run)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
    {
        var facts = ConflictWrite<TModel>.FactsOf(conflict);
        ArgumentNullException.ThrowIfNull(model);
        var write = ConflictWrite<TModel>.Begin(database, facts, model, kind);
        TResult result;
        try
        {
            result = await run(write, database.Session).ConfigureAwait(false);
            database.Session.Transaction?.OnRollback(write.Undo);
        }
        catch
        {
            write.Undo();
            throw;
        }
        write.Complete();
        return result;
    }
}
