using System.ComponentModel;

namespace Covet.Infrastructure;

/// <summary>The writes that look first for what is there: what a table's generated methods run.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ConflictWrites
{
    private const int StatementsPerBatch = 500;

    /// <summary>How often one looks for a row that others insert and delete in the meantime.</summary>
    private const int Attempts = 10;

    /// <summary>Inserts an instance or updates the row that is there: one statement.</summary>
    public static async Task UpsertAsync<TModel, TConflicts>(
        ModelWriter<TModel> writer, Database database, TModel model, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
    {
        var facts = FactsOf(conflict);
        ArgumentNullException.ThrowIfNull(model);
        using var prepared = new PreparedModels<TModel>(writer, facts);
        prepared.Add(model);
        var key = new WrittenKey<TModel>(writer, model);
        await database.Session.ReadAsync(Upsert(facts, database, model), key, cancellationToken).ConfigureAwait(false);
        key.DemandRow();
        key.Apply();
        model.Source = database.Origin;
        prepared.Keep();
    }

    /// <summary>Inserts instances or updates the rows that are there: one transaction, in batches.</summary>
    public static async Task UpsertManyAsync<TModel, TConflicts>(
        ModelWriter<TModel> writer, Database database, IEnumerable<TModel> models, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
    {
        var facts = FactsOf(conflict);
        ArgumentNullException.ThrowIfNull(models);
        var all = models.ToList();
        foreach (var model in all)
            ArgumentNullException.ThrowIfNull(model, nameof(models));
        if (all.Count == 0)
            return;
        using var prepared = new PreparedModels<TModel>(writer, facts);
        foreach (var model in all)
            prepared.Add(model);
        var keys = all.ConvertAll(model => new WrittenKey<TModel>(writer, model));
        var items = all.Zip(keys, (model, key) => new BatchItem(Upsert(facts, database, model), key));
        await database.Session.TransactAsync(
            async transaction =>
            {
                foreach (var batch in items.Chunk(StatementsPerBatch))
                    await transaction.ReadBatchAsync(batch, cancellationToken).ConfigureAwait(false);
                keys.ForEach(key => key.DemandRow());
                return keys;
            },
            cancellationToken).ConfigureAwait(false);
        keys.ForEach(key => key.Apply());
        Siblings<TModel>.Adopt(database, database.FetchMode, all);
        prepared.Keep();
    }

    /// <summary>Reads the row that is there, or else inserts an instance.</summary>
    public static async Task<(TModel Model, bool Created)> GetOrCreateAsync<TModel, TConflicts>(
        ModelWriter<TModel> writer, Database database, TModel model, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
    {
        var facts = FactsOf(conflict);
        ArgumentNullException.ThrowIfNull(model);
        using var prepared = new PreparedModels<TModel>(writer, facts);
        prepared.Add(model);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (await OneModel<TModel>.ReadAsync(database, facts.Select.For(database, model), cancellationToken).ConfigureAwait(false) is { } found)
            {
                Siblings<TModel>.Adopt(database, database.FetchMode, [found]);
                return (found, false);
            }
            if (await WriteAsync(writer, database, Create(facts, database, model), model, cancellationToken).ConfigureAwait(false))
            {
                prepared.Keep();
                return (model, true);
            }
        }
        throw Restless(facts);
    }

    /// <summary>Updates the row that is there, or else inserts an instance.</summary>
    public static async Task<(TModel Model, bool Created)> UpdateOrCreateAsync<TModel, TConflicts>(
        ModelWriter<TModel> writer, Database database, TModel model, Func<TConflicts, ConflictTarget<TModel>> conflict, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
    {
        var facts = FactsOf(conflict);
        ArgumentNullException.ThrowIfNull(model);
        using var prepared = new PreparedModels<TModel>(writer, facts);
        prepared.Add(model);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            bool updated = await WriteAsync(writer, database, facts.Update.For(database, model), model, cancellationToken).ConfigureAwait(false);
            if (updated || await WriteAsync(writer, database, Create(facts, database, model), model, cancellationToken).ConfigureAwait(false))
            {
                prepared.Keep();
                return (model, !updated);
            }
        }
        throw Restless(facts);
    }

    private static ConflictFacts<TModel> FactsOf<TModel, TConflicts>(Func<TConflicts, ConflictTarget<TModel>> conflict)
        where TModel : class, IModel<TModel>
        where TConflicts : struct
    {
        ArgumentNullException.ThrowIfNull(conflict);
        var target = conflict(default)
            ?? throw new ArgumentException($"The lambda gave null. Give what no two {TModel.Info.Name} rows have in common, as in x => x.{TModel.Info.Key[0].Property}.", nameof(conflict));
        return target.Facts;
    }

    private static Statement Upsert<TModel>(ConflictFacts<TModel> facts, Database database, TModel model) where TModel : class, IModel<TModel>
        => (model.HasKey ? facts.Upsert : facts.UpsertWithoutKey ?? facts.Upsert).For(database, model);

    private static Statement Create<TModel>(ConflictFacts<TModel> facts, Database database, TModel model) where TModel : class, IModel<TModel>
        => (model.HasKey ? facts.Create : facts.CreateWithoutKey ?? facts.Create).For(database, model);

    /// <summary>Runs a statement that writes one row or none.</summary>
    private static async Task<bool> WriteAsync<TModel>(
        ModelWriter<TModel> writer, Database database, Statement statement, TModel model, CancellationToken cancellationToken)
        where TModel : class, IModel<TModel>
    {
        var key = new WrittenKey<TModel>(writer, model);
        await database.Session.ReadAsync(statement, key, cancellationToken).ConfigureAwait(false);
        if (!key.HasRow)
            return false;
        key.Apply();
        model.Source = database.Origin;
        return true;
    }

    private static InvalidOperationException Restless<TModel>(ConflictFacts<TModel> facts) where TModel : class, IModel<TModel> => new(
        $"A {TModel.Info.Name} with this {facts.Name} could neither be found nor inserted, {Attempts} times in a row: others insert and delete it all the time, " +
        "a policy hides it, or a trigger or rule suppresses the INSERT.");
}
