// The overloads differ in their number of columns alone; C# has no other way to say "a tuple of expressions of any length".
using Covet.Infrastructure;

namespace Covet;

/// <summary>Several expressions that a write gives back: <c>Returning(p => (p.Id, p.Title))</c> gives a tuple a row.</summary>
public static class TupleReturnings
{
    /// <summary>Lets UpdateAsync and DeleteAsync give back 2 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2)> Returning<TColumns, T1, T2>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 3 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3)> Returning<TColumns, T1, T2, T3>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 4 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4)> Returning<TColumns, T1, T2, T3, T4>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 5 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5)> Returning<TColumns, T1, T2, T3, T4, T5>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 6 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6)> Returning<TColumns, T1, T2, T3, T4, T5, T6>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 7 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 8 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 9 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 10 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 11 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 12 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 13 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 14 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 15 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }

    /// <summary>Lets UpdateAsync and DeleteAsync give back 16 expressions of each row that they write, in no specified order.</summary>
    public static WrittenRows<TColumns, (T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> Returning<TColumns, T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(
        this IReturnable<TColumns> source, Func<TColumns, (Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> columns)
        where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(source);
        return source.Returning(new TupleShape<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(LambdaDepth.Run(source, columns, out int depth)), depth);
    }
}
