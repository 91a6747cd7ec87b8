// The overloads differ in their number of columns alone; C# has no other way to say "a tuple of expressions of any length".
using System.Diagnostics.CodeAnalysis;
using Covet.Infrastructure;

namespace Covet;

/// <summary>Selections as the rows of further queries: each selected expression becomes a column of the same type.</summary>
public static class TupleRows
{
    /// <summary>The selection as a subquery that further clauses apply to: <c>FROM (SELECT ...)</c>. Its expressions are the items of the lambda's tuple.</summary>
    /// <param name="selection">What is selected; expressions, not whole models.</param>
    public static Rows<Expr<T1>> AsSubquery<T1>(this Selection<T1> selection) => RowsOf.Subquery(selection, static columns => columns.At<T1>(0));

    /// <summary>
    /// The selection as a common table expression (<c>WITH name AS (SELECT ...)</c>), which a statement writes once, however often it uses it. Its
    /// expressions are the items of the lambda's tuple.
    /// </summary>
    /// <param name="selection">What is selected; expressions, not whole models.</param>
    /// <param name="name">Its name in the statement: a constant, at most 63 bytes.</param>
    public static Rows<Expr<T1>> AsCte<T1>(this Selection<T1> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => columns.At<T1>(0));

    /// <summary>
    /// A recursive common table expression (<c>WITH RECURSIVE</c>): the rows of the anchor, then those of the step over the rows found last, until
    /// there are no new ones. Rows that were found before are left out, so that a circle ends.
    /// </summary>
    /// <param name="anchor">The rows to start from; expressions, not whole models. The step's must be of the same types.</param>
    /// <param name="name">Its name in the statement: a constant, at most 63 bytes.</param>
    /// <param name="step">Makes the step from the rows found last; join a table with them.</param>
    public static Rows<Expr<T1>> Recursive<T1>(this Selection<T1> anchor, [ConstantExpected] string name, Func<Rows<Expr<T1>>, Selection<T1>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => columns.At<T1>(0));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>)> AsSubquery<T1, T2>(this Selection<(T1, T2)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>)> AsCte<T1, T2>(this Selection<(T1, T2)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>)> Recursive<T1, T2>(
        this Selection<(T1, T2)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>)>, Selection<(T1, T2)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>)> AsSubquery<T1, T2, T3>(this Selection<(T1, T2, T3)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>)> AsCte<T1, T2, T3>(this Selection<(T1, T2, T3)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>)> Recursive<T1, T2, T3>(
        this Selection<(T1, T2, T3)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>)>, Selection<(T1, T2, T3)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> AsSubquery<T1, T2, T3, T4>(this Selection<(T1, T2, T3, T4)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> AsCte<T1, T2, T3, T4>(this Selection<(T1, T2, T3, T4)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)> Recursive<T1, T2, T3, T4>(
        this Selection<(T1, T2, T3, T4)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>)>, Selection<(T1, T2, T3, T4)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> AsSubquery<T1, T2, T3, T4, T5>(this Selection<(T1, T2, T3, T4, T5)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> AsCte<T1, T2, T3, T4, T5>(this Selection<(T1, T2, T3, T4, T5)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)> Recursive<T1, T2, T3, T4, T5>(
        this Selection<(T1, T2, T3, T4, T5)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>)>, Selection<(T1, T2, T3, T4, T5)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> AsSubquery<T1, T2, T3, T4, T5, T6>(this Selection<(T1, T2, T3, T4, T5, T6)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> AsCte<T1, T2, T3, T4, T5, T6>(this Selection<(T1, T2, T3, T4, T5, T6)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)> Recursive<T1, T2, T3, T4, T5, T6>(
        this Selection<(T1, T2, T3, T4, T5, T6)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>)>, Selection<(T1, T2, T3, T4, T5, T6)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7>(this Selection<(T1, T2, T3, T4, T5, T6, T7)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> AsCte<T1, T2, T3, T4, T5, T6, T7>(this Selection<(T1, T2, T3, T4, T5, T6, T7)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)> Recursive<T1, T2, T3, T4, T5, T6, T7>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>)>, Selection<(T1, T2, T3, T4, T5, T6, T7)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13), columns.At<T15>(14)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13), columns.At<T15>(14)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13), columns.At<T15>(14)));

    /// <inheritdoc cref="AsSubquery{T1}(Selection{T1})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> AsSubquery<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> selection)
        => RowsOf.Subquery(selection, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13), columns.At<T15>(14), columns.At<T16>(15)));

    /// <inheritdoc cref="AsCte{T1}(Selection{T1}, string)"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> AsCte<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> selection, [ConstantExpected] string name)
        => RowsOf.Cte(selection, name, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13), columns.At<T15>(14), columns.At<T16>(15)));

    /// <inheritdoc cref="Recursive{T1}(Selection{T1}, string, Func{Rows{Expr{T1}}, Selection{T1}})"/>
    public static Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)> Recursive<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16>(
        this Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)> anchor, [ConstantExpected] string name, Func<Rows<(Expr<T1>, Expr<T2>, Expr<T3>, Expr<T4>, Expr<T5>, Expr<T6>, Expr<T7>, Expr<T8>, Expr<T9>, Expr<T10>, Expr<T11>, Expr<T12>, Expr<T13>, Expr<T14>, Expr<T15>, Expr<T16>)>, Selection<(T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12, T13, T14, T15, T16)>> step)
        => RowsOf.Recursive(anchor, name, step, static columns => (columns.At<T1>(0), columns.At<T2>(1), columns.At<T3>(2), columns.At<T4>(3), columns.At<T5>(4), columns.At<T6>(5), columns.At<T7>(6), columns.At<T8>(7), columns.At<T9>(8), columns.At<T10>(9), columns.At<T11>(10), columns.At<T12>(11), columns.At<T13>(12), columns.At<T14>(13), columns.At<T15>(14), columns.At<T16>(15)));
}
