// The overloads differ in their number of columns alone; C# has no other way to say "a tuple of expressions of any length".
using Covet.Infrastructure;

namespace Covet;

/// <summary>Selections of several expressions: <c>Select(p => (p.Id, p.Title))</c> gives a tuple a row.</summary>
public static class TupleSelections
{
    /// <summary>Selects 2 expressions of each row.</summary>
    public static Selection<(T1, T2)> Select<TColumns, T1, T2>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 3 expressions of each row.</summary>
    public static Selection<(T1, T2, T3)> Select<TColumns, T1, T2, T3>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 4 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4)> Select<TColumns, T1, T2, T3, T4>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 5 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5)> Select<TColumns, T1, T2, T3, T4, T5>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 6 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6)> Select<TColumns, T1, T2, T3, T4, T5, T6>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 7 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 8 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 9 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 10 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 11 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 12 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 13 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 14 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 15 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>Selects 16 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> Select<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(
        this ISelectable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> columns) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(LambdaDepth.Run(columns, out int depth)), depth);
    }

    /// <summary>2 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2)> AggregateAsync<TColumns, T1, T2>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>3 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3)> AggregateAsync<TColumns, T1, T2, T3>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>4 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4)> AggregateAsync<TColumns, T1, T2, T3, T4>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>5 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5)> AggregateAsync<TColumns, T1, T2, T3, T4, T5>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>6 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>7 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>8 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>9 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>10 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>11 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>12 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>13 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>14 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>15 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>16 aggregates over all rows of a query, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> AggregateAsync<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(
        this IAggregatable<TColumns> query, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> aggregates, CancellationToken cancellationToken = default)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }
}
