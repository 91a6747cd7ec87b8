using Covet.Infrastructure;

namespace Covet;

public abstract partial class Query<TModel, TColumns, TPrefetch, TSelf>
{
    private const int DefaultChunk = 256;

    /// <summary>All rows as a list. One statement, and one round trip more for each level of a prefetch.</summary>
    public async Task<List<TModel>> ToListAsync(CancellationToken cancellationToken = default)
        => (await QueryRun.ModelsAsync<TModel>(Runnable(), Taken, cancellationToken).ConfigureAwait(false)).Models;

    /// <summary>All rows as an array; as <see cref="ToListAsync"/>.</summary>
    public async Task<TModel[]> ToArrayAsync(CancellationToken cancellationToken = default)
        => [.. await ToListAsync(cancellationToken).ConfigureAwait(false)];

    /// <summary>The first row.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<TModel> FirstAsync(CancellationToken cancellationToken = default)
        => await FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw NoRow();

    /// <summary>The first row, or null.</summary>
    public async Task<TModel?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await AtMostAsync(1, cancellationToken).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>The only row.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public async Task<TModel> SingleAsync(CancellationToken cancellationToken = default)
        => await SingleOrDefaultAsync(cancellationToken).ConfigureAwait(false) ?? throw NoRow();

    /// <summary>The only row, or null.</summary>
    /// <exception cref="InvalidOperationException">There is more than one.</exception>
    public async Task<TModel?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
    {
        var models = await AtMostAsync(2, cancellationToken).ConfigureAwait(false);
        return models.Count < 2
            ? models.FirstOrDefault()
            : throw new InvalidOperationException($"The query for a single {TModel.Info.Name} gave more than one row. Use First with an order to take one of several.");
    }

    /// <summary>The number of rows, in one statement; prefetches are ignored.</summary>
    public async Task<long> CountAsync(CancellationToken cancellationToken = default)
        => await CountRowsAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>Whether there is a row, in one statement; prefetches are ignored.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => QueryRun.AnyAsync(Runnable(), cancellationToken);

    /// <summary>The first row for which the condition holds; as <c>Where(condition).FirstAsync()</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public Task<TModel> FirstAsync(Func<TColumns, Condition> condition, CancellationToken cancellationToken = default)
        => Where(condition).FirstAsync(cancellationToken);

    /// <summary>The first row for which the condition holds, or null; as <c>Where(condition).FirstOrDefaultAsync()</c>.</summary>
    public Task<TModel?> FirstOrDefaultAsync(Func<TColumns, Condition> condition, CancellationToken cancellationToken = default)
        => Where(condition).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The only row for which the condition holds; as <c>Where(condition).SingleAsync()</c>.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public Task<TModel> SingleAsync(Func<TColumns, Condition> condition, CancellationToken cancellationToken = default)
        => Where(condition).SingleAsync(cancellationToken);

    /// <summary>The only row for which the condition holds, or null; as <c>Where(condition).SingleOrDefaultAsync()</c>.</summary>
    /// <exception cref="InvalidOperationException">There is more than one.</exception>
    public Task<TModel?> SingleOrDefaultAsync(Func<TColumns, Condition> condition, CancellationToken cancellationToken = default)
        => Where(condition).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The number of rows for which the condition holds; as <c>Where(condition).CountAsync()</c>.</summary>
    public Task<long> CountAsync(Func<TColumns, Condition> condition, CancellationToken cancellationToken = default)
        => Where(condition).CountAsync(cancellationToken);

    /// <summary>Whether there is a row for which the condition holds; as <c>Where(condition).AnyAsync()</c>.</summary>
    public Task<bool> AnyAsync(Func<TColumns, Condition> condition, CancellationToken cancellationToken = default)
        => Where(condition).AnyAsync(cancellationToken);

    /// <summary>Streams the rows; <c>await foreach</c> over the query itself does the same. Prefetches run once a chunk.</summary>
    /// <param name="chunk">How many rows are held, and prefetched for, at once.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public IAsyncEnumerable<TModel> Stream(int chunk = DefaultChunk, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(chunk);
        return StreamRun.ModelsAsync<TModel>(Runnable(), chunk, cancellationToken);
    }

    /// <summary>Lets <c>await foreach</c> stream the rows.</summary>
    public IAsyncEnumerator<TModel> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => Stream(DefaultChunk, cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>Loads relations onto instances that are in memory already: only what they lack, one round trip a level.</summary>
    /// <param name="instances">Any instances of the model; their own database is not asked, this query's is.</param>
    /// <param name="branches">The relations.</param>
    public Task PrefetchAsync(IEnumerable<TModel> instances, params Func<TPrefetch, PrefetchBranch>[] branches)
        => PrefetchAsync(instances, branches, CancellationToken.None);

    /// <summary>Loads relations onto instances that are in memory already: only what they lack, one round trip a level.</summary>
    /// <param name="instances">Any instances of the model; their own database is not asked, this query's is.</param>
    /// <param name="branches">The relations.</param>
    /// <param name="cancellationToken">Cancels the loading; no instance is changed then.</param>
    public async Task PrefetchAsync(IEnumerable<TModel> instances, IEnumerable<Func<TPrefetch, PrefetchBranch>> branches, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(instances);
        ArgumentNullException.ThrowIfNull(branches);
        var query = Runnable();
        var database = query.Database!;
        var nodes = PrefetchTree.Build(database, [.. branches.Select(branch => PrefetchTree.Checked(TModel.Info, branch(default)))]);
        var models = instances.ToList();
        foreach (var model in models)
        {
            ArgumentNullException.ThrowIfNull(model, nameof(instances));
            if (!model.HasKey)
                throw new InvalidOperationException($"One of the instances is {TModel.Info.AnyName} that was never saved, so nothing can be prefetched for it: insert it first, or leave it out.");
        }
        if (models.Count > 0)
            await PrefetchRun.OntoAsync(database, Mode ?? database.FetchMode, query.ReadsSnapshot, nodes, models, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The statement as it would be sent for the query's own rows.</summary>
    public string ToSql()
    {
        var query = Runnable();
        return SelectWriter.Models(query, IncludeNode.Tree(query)).Text;
    }

    /// <summary>The database's plan for the query's own rows, one line a step. One statement.</summary>
    public Task<string> ExplainAsync(CancellationToken cancellationToken = default)
    {
        var query = Runnable();
        return QueryRun.ExplainAsync(query.Database!, SelectWriter.Models(query, IncludeNode.Tree(query)), cancellationToken);
    }

    /// <summary>The row with a key: what the generated FindAsync runs. The statement of a table's own row is written once.</summary>
    protected async Task<TModel?> FindOneAsync(KeyCondition<TColumns> key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var database = Runnable().Database!;
        if (!IsUntouched)
            return (await QueryRun.ModelsAsync<TModel>(Where(key.Test), 1, cancellationToken).ConfigureAwait(false)).Models.FirstOrDefault();
        string text = ByKey.GetOrAdd(database.Dialect.SystemName, static (_, find) => SelectWriter.Models(find.Query.Where(find.Key.Test), []).Text, (Query: this, Key: key));
        var model = await OneModel<TModel>.ReadAsync(database, new Statement(text, key), cancellationToken).ConfigureAwait(false);
        model?.Source = database.Origin;
        return model;
    }

    /// <summary>The rows with keys, by key: what the generated FindManyAsync runs.</summary>
    protected async Task<Dictionary<TKey, TModel>> FindAllAsync<TKey>(
        Func<TColumns, Condition> keys, Func<TModel, TKey> keyOf, CancellationToken cancellationToken)
        where TKey : notnull
    {
        var models = await Where(keys).ToListAsync(cancellationToken).ConfigureAwait(false);
        var byKey = new Dictionary<TKey, TModel>(models.Count);
        foreach (var model in models)
            byKey[keyOf(model)] = model;
        return byKey;
    }

    /// <summary>The database that the query asks.</summary>
    protected internal Database AskedDatabase => Runnable().Database!;

    internal sealed override async ValueTask<long> CountRowsAsync(CancellationToken cancellationToken)
        => await QueryRun.CountAsync(Runnable(), cancellationToken).ConfigureAwait(false);

    private async Task<List<TModel>> AtMostAsync(int count, CancellationToken cancellationToken)
        => (await QueryRun.ModelsAsync<TModel>(Runnable().AtMost(count), count, cancellationToken).ConfigureAwait(false)).Models;

    internal sealed override SelectQuery Asked() => Runnable();

    private Query<TModel, TColumns, TPrefetch, TSelf> Runnable()
    {
        if (Database is null)
            throw new InvalidOperationException($"This is {Relation}, a branch of a prefetch: it runs with the query that it is passed to. To ask for its rows alone start from the database.");
        if (Place is not null)
            throw new InvalidOperationException($"Into({Place.Name}) belongs to a branch of a prefetch, not to a query of its own.");
        return this;
    }

    private InvalidOperationException NoRow() => new(
        $"The query for {TModel.Info.AnyName} gave no row. Use {nameof(FirstOrDefaultAsync)} or {nameof(SingleOrDefaultAsync)} where there may be none.");
}
