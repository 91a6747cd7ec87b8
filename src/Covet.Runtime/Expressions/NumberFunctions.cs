using System.Numerics;
using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// SQL's functions of numbers. NULL in, NULL out. Halves are rounded away from zero, on both databases: 2.5 becomes 3, and -2.5 becomes -3.
/// Decimals are exact.
/// </summary>
public static class NumberFunctions
{
    private const int MostDoubleDigits = 15;
    private const int MostDecimalDigits = 28;

    /// <summary>The number without its sign.</summary>
    public static Expr<T> Abs<T>(this Expr<T> number) where T : struct, INumber<T> => Absolute(number);

    /// <summary>The number without its sign.</summary>
    public static Expr<T?> Abs<T>(this Expr<T?> number) where T : struct, INumber<T> => Absolute(number);

    /// <summary>
    /// The number rounded to so many digits after its point, halves away from zero. A double is taken as the shortest decimal number that stands
    /// for it: 2.675 becomes 2.68.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">How many digits to keep: 0 to 15.</param>
    public static Expr<double> Round(this Expr<double> number, int digits = 0) => Rounded(ScalarFunction.RoundDouble, number, digits, MostDoubleDigits);

    /// <summary>The greatest whole number that isn't greater.</summary>
    public static Expr<double> Floor(this Expr<double> number) => new FunctionCall<double>(ScalarFunction.FloorDouble, Arguments.Given(number));

    /// <summary>The smallest whole number that isn't less.</summary>
    public static Expr<double> Ceiling(this Expr<double> number) => new FunctionCall<double>(ScalarFunction.CeilingDouble, Arguments.Given(number));

    /// <summary>
    /// The number rounded to so many digits after its point, halves away from zero. A double is taken as the shortest decimal number that stands
    /// for it: 2.675 becomes 2.68.
    /// </summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">How many digits to keep: 0 to 15.</param>
    public static Expr<double?> Round(this Expr<double?> number, int digits = 0) => Rounded(ScalarFunction.RoundDouble, number, digits, MostDoubleDigits);

    /// <summary>The greatest whole number that isn't greater.</summary>
    public static Expr<double?> Floor(this Expr<double?> number) => new FunctionCall<double?>(ScalarFunction.FloorDouble, Arguments.Given(number));

    /// <summary>The smallest whole number that isn't less.</summary>
    public static Expr<double?> Ceiling(this Expr<double?> number) => new FunctionCall<double?>(ScalarFunction.CeilingDouble, Arguments.Given(number));

    /// <summary>The number rounded to so many digits after its point, halves away from zero.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">How many digits to keep: 0 to 28.</param>
    public static Expr<decimal> Round(this Expr<decimal> number, int digits = 0) => Rounded(ScalarFunction.RoundDecimal, number, digits, MostDecimalDigits);

    /// <summary>The greatest whole number that isn't greater.</summary>
    public static Expr<decimal> Floor(this Expr<decimal> number) => new FunctionCall<decimal>(ScalarFunction.FloorDecimal, Arguments.Given(number));

    /// <summary>The smallest whole number that isn't less.</summary>
    public static Expr<decimal> Ceiling(this Expr<decimal> number) => new FunctionCall<decimal>(ScalarFunction.CeilingDecimal, Arguments.Given(number));

    /// <summary>The number rounded to so many digits after its point, halves away from zero.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">How many digits to keep: 0 to 28.</param>
    public static Expr<decimal?> Round(this Expr<decimal?> number, int digits = 0) => Rounded(ScalarFunction.RoundDecimal, number, digits, MostDecimalDigits);

    /// <summary>The greatest whole number that isn't greater.</summary>
    public static Expr<decimal?> Floor(this Expr<decimal?> number) => new FunctionCall<decimal?>(ScalarFunction.FloorDecimal, Arguments.Given(number));

    /// <summary>The smallest whole number that isn't less.</summary>
    public static Expr<decimal?> Ceiling(this Expr<decimal?> number) => new FunctionCall<decimal?>(ScalarFunction.CeilingDecimal, Arguments.Given(number));

    private static FunctionCall<T> Absolute<T>(Expr<T> number)
    {
        var function = typeof(T) == typeof(decimal) || typeof(T) == typeof(decimal?) ? ScalarFunction.AbsoluteDecimal : ScalarFunction.Absolute;
        return new FunctionCall<T>(function, Arguments.Given(number)) { Stores = number.Mapping };
    }

    private static FunctionCall<T> Rounded<T>(ScalarFunction function, Expr<T> number, int digits, int most)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, most);
        return new FunctionCall<T>(function, Arguments.Given(number), new Value<int>(digits));
    }
}
