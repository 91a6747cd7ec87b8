#nullable disable // One set of functions serves Expr<T[]> and Expr<T[]?>.
using Covet.Infrastructure;

namespace Covet;

/// <summary>Functions of array columns, which PostgreSQL alone has: SQLite refuses them when the statement is written.</summary>
public static class ArrayFunctions
{
    /// <summary>The array holds the value.</summary>
    public static Condition Contains<T>(this Expr<T[]> array, T value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Contains(array, new Value<T>(value));
    }

    /// <summary>The array holds another expression's value.</summary>
    public static Condition Contains<T>(this Expr<T[]> array, Expr<T> value)
    {
        if (typeof(T) == typeof(byte))
            throw new NotSupportedException($"{Arguments.Given(array).Description} holds bytes, not an array: search it in raw SQL.");
        return new FunctionCondition(ScalarFunction.ArrayContains, Arguments.Given(array), Arguments.Given(value));
    }

    /// <summary>The number of elements; of bytes, on both databases.</summary>
    public static Expr<int> Length<T>(this Expr<T[]> array) => typeof(T) == typeof(byte)
        ? new Function<int>("length", Arguments.Given(array))
        : new FunctionCall<int>(ScalarFunction.ArrayLength, Arguments.Given(array));
}
