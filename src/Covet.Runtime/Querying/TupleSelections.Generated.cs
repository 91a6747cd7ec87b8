// The overloads differ in their number of columns alone; C# has no other way to say "a tuple of expressions of any length".
using Covet.Infrastructure;

namespace Covet;

/// <summary>Selections of several expressions: <c>Select(p => (p.Id, p.Title))</c> gives a tuple a row.</summary>
public static class TupleSelections
{
    /// <summary>Selects 2 expressions of each row.</summary>
    public static Selection<(T1, T2)> Select<TRow, T1, T2>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 3 expressions of each row.</summary>
    public static Selection<(T1, T2, T3)> Select<TRow, T1, T2, T3>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 4 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4)> Select<TRow, T1, T2, T3, T4>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 5 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5)> Select<TRow, T1, T2, T3, T4, T5>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 6 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6)> Select<TRow, T1, T2, T3, T4, T5, T6>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 7 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7)> Select<TRow, T1, T2, T3, T4, T5, T6, T7>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 8 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 9 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 10 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 11 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 12 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 13 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 14 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 15 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 16 expressions of each row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> Select<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(
        this ISelectable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Select(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Selects 2 expressions of each joined row.</summary>
    public static Selection<(T1, T2)> Select<TLeft, TRight, T1, T2>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 3 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3)> Select<TLeft, TRight, T1, T2, T3>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 4 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4)> Select<TLeft, TRight, T1, T2, T3, T4>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 5 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5)> Select<TLeft, TRight, T1, T2, T3, T4, T5>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 6 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 7 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 8 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 9 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 10 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 11 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 12 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 13 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 14 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 15 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>Selects 16 expressions of each joined row.</summary>
    public static Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> Select<TLeft, TRight, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(
        this Joined<TLeft, TRight> source, Func<TLeft, TRight, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> columns)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Rows.Select(Joined.OfPair(columns));
    }

    /// <summary>2 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2)> AggregateAsync<TRow, T1, T2>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>3 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3)> AggregateAsync<TRow, T1, T2, T3>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>4 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4)> AggregateAsync<TRow, T1, T2, T3, T4>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>5 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5)> AggregateAsync<TRow, T1, T2, T3, T4, T5>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>6 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>7 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>8 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>9 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>10 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>11 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>12 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>13 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>14 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>15 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }

    /// <summary>16 aggregates over all rows, in one statement.</summary>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> AggregateAsync<TRow, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(
        this IAggregatable<TRow> source, Func<TRow, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> aggregates, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Whole().Select(aggregates).FirstAsync(cancellationToken);
    }
}
