using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>What columns can be selected from: a query, or its groups.</summary>
/// <typeparam name="TRow">What a lambda over its rows gets.</typeparam>
public interface ISelectable<TRow>
{
    /// <summary>What a lambda at a place gets.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    TRow RowAt(RowPlace place);

    /// <summary>Makes the selection of a shape.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Selection<T> Select<T>(RowShape<T> shape, int depth);
}

/// <summary>What can be joined: the rows of a model, of a selection, or of a join.</summary>
/// <typeparam name="TRow">What a lambda over its rows gets.</typeparam>
public interface IRowSource<TRow> : ISelectable<TRow>
{
    /// <summary>The query behind it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    SelectQuery Query { get; }
}

/// <summary>What can be aggregated as a whole: a query.</summary>
/// <typeparam name="TRow">What a lambda over its rows gets.</typeparam>
public interface IAggregatable<TRow>
{
    /// <summary>All rows as one group.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    ISelectable<TRow> Whole();
}

/// <summary>What can be written as a whole: a query over a model.</summary>
/// <typeparam name="TColumns">The model's generated columns.</typeparam>
public interface IReturnable<TColumns> : ISelectable<TColumns> where TColumns : class, IColumns<TColumns>
{
    /// <summary>Lets writes give back a shape of the rows.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    WrittenRows<TColumns, T> Returning<T>(RowShape<T> shape, int depth);
}
