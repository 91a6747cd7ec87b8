using Covet.Infrastructure;

namespace Covet;

/// <summary>SQL's functions, for use in column lambdas.</summary>
public static class Sql
{
    /// <summary>The number of rows.</summary>
    public static Aggregate<long> Count() => new PlainAggregate<long>("count", null);

    /// <summary>
    /// The number of rows where the expression isn't NULL, so of false ones too where it is a condition: to count the true ones use <c>Where</c>.
    /// Of all rows for <c>new RawExpression("*")</c>.
    /// </summary>
    public static Aggregate<long> Count(SqlExpression expression) => new PlainAggregate<long>("count", Arguments.Given(expression));

    /// <summary>The number of different values that aren't NULL.</summary>
    public static Aggregate<long> CountDistinct(SqlExpression expression) => new PlainAggregate<long>("count", Arguments.Given(expression), distinct: true);

    /// <summary>The greatest value; null when there is none.</summary>
    public static Aggregate<T?> Max<T>(Expr<T> expression) where T : struct
        => new PlainAggregate<T?>("max", Arguments.Given(expression), mapping: NullableMapping<T>.Of(expression.Mapping));

    /// <summary>The greatest value that isn't NULL; null when there is none.</summary>
    public static Aggregate<T?> Max<T>(Expr<T?> expression) where T : struct
        => new PlainAggregate<T?>("max", Arguments.Given(expression), mapping: expression.Mapping);

    /// <summary>The greatest text; null when there is none.</summary>
    public static Aggregate<string?> Max(IExpr<string?> expression)
        => new PlainAggregate<string?>("max", (SqlExpression)Arguments.Given(expression), mapping: (expression as Expr<string?>)?.Mapping);

    /// <summary>The smallest value; null when there is none.</summary>
    public static Aggregate<T?> Min<T>(Expr<T> expression) where T : struct
        => new PlainAggregate<T?>("min", Arguments.Given(expression), mapping: NullableMapping<T>.Of(expression.Mapping));

    /// <summary>The smallest value that isn't NULL; null when there is none.</summary>
    public static Aggregate<T?> Min<T>(Expr<T?> expression) where T : struct
        => new PlainAggregate<T?>("min", Arguments.Given(expression), mapping: expression.Mapping);

    /// <summary>The smallest text; null when there is none.</summary>
    public static Aggregate<string?> Min(IExpr<string?> expression)
        => new PlainAggregate<string?>("min", (SqlExpression)Arguments.Given(expression), mapping: (expression as Expr<string?>)?.Mapping);

    /// <summary>The sum of 32-bit integers; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<int> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 32-bit integers; that aren't NULL; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<int?> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 64-bit integers; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<long> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 64-bit integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<long?> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 16-bit integers; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<short> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 16-bit integers that aren't NULL; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<short?> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of bytes; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<byte> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of bytes that aren't NULL; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<byte?> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of floats; null when there is none.</summary>
    public static Aggregate<float?> Sum(Expr<float> expression) => new PlainAggregate<float?>("sum", Arguments.Given(expression));

    /// <summary>The sum of floats that aren't NULL; null when there is none.</summary>
    public static Aggregate<float?> Sum(Expr<float?> expression) => new PlainAggregate<float?>("sum", Arguments.Given(expression));

    /// <summary>The sum of doubles; null when there is none.</summary>
    public static Aggregate<double?> Sum(Expr<double> expression) => new PlainAggregate<double?>("sum", Arguments.Given(expression));

    /// <summary>The sum of doubles that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Sum(Expr<double?> expression) => new PlainAggregate<double?>("sum", Arguments.Given(expression));

    /// <summary>The sum of decimals; null when there is none.</summary>
    public static Aggregate<decimal?> Sum(Expr<decimal> expression) => new DialectAggregate<decimal?>(SqlFunction.SumDecimal, Arguments.Given(expression));

    /// <summary>The sum of decimals that aren't NULL; null when there is none.</summary>
    public static Aggregate<decimal?> Sum(Expr<decimal?> expression) => new DialectAggregate<decimal?>(SqlFunction.SumDecimal, Arguments.Given(expression));

    /// <summary>The average of integers; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<int> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<int?> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of integers; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<long> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<long?> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of doubles; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<double> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of doubles that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<double?> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of decimals; null when there is none.</summary>
    public static Aggregate<decimal?> Avg(Expr<decimal> expression) => new DialectAggregate<decimal?>(SqlFunction.AverageDecimal, Arguments.Given(expression));

    /// <summary>The average of decimals that aren't NULL; null when there is none.</summary>
    public static Aggregate<decimal?> Avg(Expr<decimal?> expression) => new DialectAggregate<decimal?>(SqlFunction.AverageDecimal, Arguments.Given(expression));
}
