namespace Covet.Infrastructure;

/// <summary>What the generator knows of something that no two rows have in common.</summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed record ConflictFacts<TModel> where TModel : class, IModel<TModel>
{
    /// <summary>Its name: <c>Name</c>, <c>YearAndNumber</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is the whole key.</summary>
    public bool IsKey { get; init; }

    /// <summary>The name of the first property that is null; null where none can be.</summary>
    public Func<TModel, string?>? Missing { get; init; }

    /// <summary>The order in which many are written; null where the values have none.</summary>
    public Comparison<TModel>? Order { get; init; }

    /// <summary>Selects the row.</summary>
    public required RowStatement<TModel> Select { get; init; }

    /// <summary>Updates the row and returns its key.</summary>
    public required RowStatement<TModel> Update { get; init; }

    /// <summary>Inserts a row with its key or updates the one that is there, and returns the key.</summary>
    public required RowStatement<TModel> Upsert { get; init; }

    /// <summary>Inserts a row with its key if there is none, and then returns the key.</summary>
    public required RowStatement<TModel> Create { get; init; }

    /// <summary><see cref="Upsert"/> for a row whose key the database makes.</summary>
    public RowStatement<TModel>? UpsertWithoutKey { get; init; }

    /// <summary><see cref="Create"/> for a row whose key the database makes.</summary>
    public RowStatement<TModel>? CreateWithoutKey { get; init; }
}
