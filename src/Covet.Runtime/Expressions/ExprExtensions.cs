namespace Covet;

/// <summary>Functions and operators on expressions of any type.</summary>
public static class ExprExtensions
{
    /// <summary>The value is among a list: one parameter, whatever the list's length. A null in the list matches NULL; an empty list nothing.</summary>
    public static Condition In<T>(this Expr<T> expression, params IEnumerable<T> values)
    {
        Arguments.Given(expression);
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToList();
        int given = all.Count;
        if (default(T) is null)
            all.RemoveAll(value => value is null);
        return expression.Among(all, orNull: all.Count < given);
    }

    /// <summary>The value of a nullable column is among a list that holds no null.</summary>
    public static Condition In<T>(this Expr<T?> expression, params IEnumerable<T> values) where T : struct
    {
        Arguments.Given(expression);
        ArgumentNullException.ThrowIfNull(values);
        return new InValues<T?>(expression, [.. values.Select(value => (T?)value)], orNull: false);
    }

    /// <summary>The value is among those that a selection gives: a subquery, which may use the columns of the lambdas around it.</summary>
    public static Condition In<T>(this Expr<T> expression, Selection<T> values) => InQueries.Of(expression, values);

    /// <summary>The value of a nullable column is among those that a selection gives.</summary>
    public static Condition In<T>(this Expr<T?> expression, Selection<T> values) where T : struct => InQueries.Of(expression, values);

    /// <summary>The value is among those that a selection of a nullable column gives.</summary>
    public static Condition In<T>(this Expr<T> expression, Selection<T?> values) where T : struct => InQueries.Of(expression, values);

    /// <summary>The same value with a type that may be null: for a column behind an optional relation.</summary>
    public static Expr<T?> OrNull<T>(this Expr<T> expression) where T : struct => new NullableView<T>(Arguments.Given(expression));

    /// <summary>The value in another type, cast by the database.</summary>
    public static Expr<TTo> Cast<TTo>(this SqlExpression expression) => new Cast<TTo>(Arguments.Given(expression));
}

/// <summary><see cref="ExprExtensions.OrNull{T}(Expr{T})"/> for classes: C# allows the two only in two classes.</summary>
public static class ReferenceExprExtensions
{
    /// <summary>The same value with a type that may be null: for a column behind an optional relation.</summary>
    public static Expr<T?> OrNull<T>(this Expr<T> expression) where T : class? => new ReferenceView<T>(Arguments.Given(expression));
}
