using System.Runtime.CompilerServices;

namespace Covet;

/// <summary>What a query's <c>UpdateAsync</c> sets: columns of its model to values, to expressions of the row as it was before, to raw SQL.</summary>
public static class SetExtensions
{
    /// <summary>Sets the column to a value, one parameter; null makes a nullable column NULL.</summary>
    /// <param name="column">A column of the query's own model that isn't a part of its key.</param>
    /// <param name="value">The value, stored as an insert stores it.</param>
    [OverloadResolutionPriority(1)]
    public static Assignment Set<T>(this IColumn<T> column, T value) => Assignment.Of(column, value);

    /// <summary>Sets the column to an expression of the row as it was before: of its columns, of related rows, of subqueries.</summary>
    /// <param name="column">A column of the query's own model that isn't a part of its key.</param>
    /// <param name="value">The expression.</param>
    /// <exception cref="NotSupportedException">Its values are stored as another type than the column's: through another converter, or none.</exception>
    public static Assignment Set<T>(this IColumn<T> column, IExpr<T> value) => Assignment.Of(column, value);

    /// <summary>Sets a nullable column to an expression that has a value.</summary>
    /// <inheritdoc cref="Set{T}(IColumn{T}, IExpr{T})"/>
    public static Assignment Set<T>(this IColumn<T?> column, IExpr<T> value) where T : struct => Assignment.OfPresent(column, value);

    /// <summary>Sets the column to raw SQL; its type is taken on trust. Where it reads other rows of the same table, SQLite may show it rows that are changed already.</summary>
    /// <param name="column">A column of the query's own model that isn't a part of its key.</param>
    /// <param name="value">The SQL.</param>
    public static Assignment Set<T>(this IColumn<T> column, RawExpression value) => new(column, Arguments.Given(value));
}
