using Covet.Infrastructure;

namespace Covet;

/// <summary>Functions on expressions that may be NULL, and comparisons that C# has no operator for.</summary>
public static class NullExtensions
{
    /// <summary>The value, or another where it is NULL.</summary>
    public static Expr<T> Coalesce<T>(this Expr<T?> expression, T otherwise) where T : struct
        => new Coalesce<T>(expression, new Value<T?>(otherwise, Arguments.Given(expression).Mapping), PresentMapping<T>.Of(expression.Mapping));

    /// <summary>The value, or another expression's where it is NULL.</summary>
    public static Expr<T> Coalesce<T>(this Expr<T?> expression, Expr<T> otherwise) where T : struct
        => new Coalesce<T>(expression, otherwise, PresentMapping<T>.Of(Arguments.Given(expression).Mapping));

    /// <summary>The value, or another expression's where it is NULL, which may be NULL, too.</summary>
    public static Expr<T?> Coalesce<T>(this Expr<T?> expression, Expr<T?> otherwise) where T : struct
        => new Coalesce<T?>([Arguments.Given(expression), Arguments.Given(otherwise)]);

    /// <summary>The value, or NULL where it is equal to another.</summary>
    public static Expr<T?> NullIf<T>(this Expr<T> expression, T value) where T : struct
        => new NullIf<T?>(expression, new Value<T>(value, Arguments.Given(expression).Mapping), NullableMapping<T>.Of(expression.Mapping));

    /// <summary>The value, or NULL where it is equal to another expression's.</summary>
    public static Expr<T?> NullIf<T>(this Expr<T> expression, Expr<T> other) where T : struct
        => new NullIf<T?>(expression, Arguments.Given(other), NullableMapping<T>.Of(Arguments.Given(expression).Mapping));

    /// <summary>The value, or NULL where it is equal to another or NULL already.</summary>
    public static Expr<T?> NullIf<T>(this Expr<T?> expression, T value) where T : struct
        => new NullIf<T?>(expression, new Value<T?>(value, Arguments.Given(expression).Mapping), expression.Mapping);

    /// <summary>At least the one and at most the other.</summary>
    public static Condition Between<T>(this Expr<T> expression, T least, T most) => Between(expression, new Value<T>(least), new Value<T>(most));

    /// <summary>At least the one and at most the other; never where it is NULL.</summary>
    public static Condition Between<T>(this Expr<T?> expression, T least, T most) where T : struct => Between(expression, new Value<T?>(least), new Value<T?>(most));

    /// <summary>At least the one and at most the other; never where one of them is NULL.</summary>
    public static Condition Between<T>(this Expr<T> expression, Expr<T> least, Expr<T> most)
        => new BetweenCondition(expression, Bound(Arguments.Given(expression), least), Bound(expression, most));

    /// <summary>Different, where NULL is a value like others: what <c>!=</c> is, by the name that SQL has for it.</summary>
    public static Condition IsDistinctFrom<T>(this Expr<T> expression, Expr<T> other) => Comparison.Of(Arguments.Given(expression), ComparisonOperator.NotEqual, Arguments.Given(other));

    private static Expr<T> Bound<T>(Expr<T> expression, Expr<T> bound) => Arguments.Given(bound) is not Value<T> value
        ? bound
        : value.Item is null
            ? throw new ArgumentNullException(nameof(bound), $"A bound that {expression.Description} is between is null: nothing is less or greater than null. Use WhereIf for a value that may be missing.")
            : value.As(expression);
}
