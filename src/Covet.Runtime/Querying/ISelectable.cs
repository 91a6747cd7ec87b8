using System.ComponentModel;

namespace Covet;

/// <summary>What columns can be selected from: a query, or its groups.</summary>
/// <typeparam name="TColumns">The generated columns.</typeparam>
public interface ISelectable<TColumns>
{
    /// <summary>The query.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    PrefetchBranch Query { get; }

    /// <summary>Makes the selection of a shape.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Selection<T> Select<T>(Infrastructure.RowShape<T> shape, int depth) => new(Query, shape, depth);
}

/// <summary>What can be aggregated as a whole: a query.</summary>
/// <typeparam name="TColumns">The generated columns.</typeparam>
public interface IAggregatable<TColumns>
{
    /// <summary>All rows as one group.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ISelectable<TColumns> Whole();
}
