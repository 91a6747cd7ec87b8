using Covet.Infrastructure;

namespace Covet;

/// <summary>SQL's functions, for use in column lambdas.</summary>
public static partial class Sql
{
    /// <summary>The number of rows.</summary>
    public static Aggregate<long> Count() => new AggregateCall<long>(SqlAggregate.Count, null);

    /// <summary>
    /// The number of rows where the expression isn't NULL, so of false ones too where it is a condition: to count the true ones use <c>Where</c>.
    /// Of all rows for <c>new RawExpression("*")</c>.
    /// </summary>
    public static Aggregate<long> Count(SqlExpression expression) => new AggregateCall<long>(SqlAggregate.Count, Arguments.Given(expression));

    /// <summary>The number of different values that aren't NULL.</summary>
    public static Aggregate<long> CountDistinct(SqlExpression expression) => Count(expression).Distinct();

    /// <summary>The greatest value; null when there is none.</summary>
    public static Aggregate<T?> Max<T>(Expr<T> expression) where T : struct
        => new AggregateCall<T?>(SqlAggregate.Max, Arguments.Given(expression), mapping: NullableMapping<T>.Of(expression.Mapping));

    /// <summary>The greatest value that isn't NULL; null when there is none.</summary>
    public static Aggregate<T?> Max<T>(Expr<T?> expression) where T : struct
        => new AggregateCall<T?>(SqlAggregate.Max, Arguments.Given(expression), mapping: expression.Mapping);

    /// <summary>The greatest text; null when there is none.</summary>
    public static Aggregate<string?> Max(IExpr<string?> expression)
        => new AggregateCall<string?>(SqlAggregate.Max, (SqlExpression)Arguments.Given(expression), mapping: (expression as Expr<string?>)?.Mapping);

    /// <summary>The smallest value; null when there is none.</summary>
    public static Aggregate<T?> Min<T>(Expr<T> expression) where T : struct
        => new AggregateCall<T?>(SqlAggregate.Min, Arguments.Given(expression), mapping: NullableMapping<T>.Of(expression.Mapping));

    /// <summary>The smallest value that isn't NULL; null when there is none.</summary>
    public static Aggregate<T?> Min<T>(Expr<T?> expression) where T : struct
        => new AggregateCall<T?>(SqlAggregate.Min, Arguments.Given(expression), mapping: expression.Mapping);

    /// <summary>The smallest text; null when there is none.</summary>
    public static Aggregate<string?> Min(IExpr<string?> expression)
        => new AggregateCall<string?>(SqlAggregate.Min, (SqlExpression)Arguments.Given(expression), mapping: (expression as Expr<string?>)?.Mapping);

    /// <summary>The sum of 32-bit integers; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<int> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 32-bit integers that aren't NULL; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<int?> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 64-bit integers; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<long> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 64-bit integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<long?> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 16-bit integers; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<short> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of 16-bit integers that aren't NULL; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<short?> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of bytes; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<byte> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of bytes that aren't NULL; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<byte?> expression) => new AggregateCall<long?>(SqlAggregate.SumInteger, Arguments.Given(expression));

    /// <summary>The sum of floats; null when there is none.</summary>
    public static Aggregate<float?> Sum(Expr<float> expression) => new AggregateCall<float?>(SqlAggregate.Sum, Arguments.Given(expression));

    /// <summary>The sum of floats that aren't NULL; null when there is none.</summary>
    public static Aggregate<float?> Sum(Expr<float?> expression) => new AggregateCall<float?>(SqlAggregate.Sum, Arguments.Given(expression));

    /// <summary>The sum of doubles; null when there is none.</summary>
    public static Aggregate<double?> Sum(Expr<double> expression) => new AggregateCall<double?>(SqlAggregate.Sum, Arguments.Given(expression));

    /// <summary>The sum of doubles that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Sum(Expr<double?> expression) => new AggregateCall<double?>(SqlAggregate.Sum, Arguments.Given(expression));

    /// <summary>The sum of decimals; null when there is none.</summary>
    public static Aggregate<decimal?> Sum(Expr<decimal> expression) => new AggregateCall<decimal?>(SqlAggregate.SumDecimal, Arguments.Given(expression));

    /// <summary>The sum of decimals that aren't NULL; null when there is none.</summary>
    public static Aggregate<decimal?> Sum(Expr<decimal?> expression) => new AggregateCall<decimal?>(SqlAggregate.SumDecimal, Arguments.Given(expression));

    /// <summary>The average of integers; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<int> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<int?> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of integers; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<long> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<long?> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of doubles; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<double> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of doubles that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<double?> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of floats; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<float> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of floats that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<float?> expression) => new AggregateCall<double?>(SqlAggregate.AverageDouble, Arguments.Given(expression));

    /// <summary>The average of decimals; null when there is none.</summary>
    public static Aggregate<decimal?> Avg(Expr<decimal> expression) => new AggregateCall<decimal?>(SqlAggregate.AverageDecimal, Arguments.Given(expression));

    /// <summary>The average of decimals that aren't NULL; null when there is none.</summary>
    public static Aggregate<decimal?> Avg(Expr<decimal?> expression) => new AggregateCall<decimal?>(SqlAggregate.AverageDecimal, Arguments.Given(expression));

    /// <summary>The texts that aren't NULL, joined; null when there is none. In any order, unless <see cref="StringAggregate.OrderBy"/> gives one.</summary>
    /// <param name="expression">The texts.</param>
    /// <param name="separator">What stands between two of them.</param>
    public static Aggregate<string?> StringAgg(IExpr<string?> expression, string separator)
    {
        ArgumentNullException.ThrowIfNull(separator);
        return new AggregateCall<string?>(SqlAggregate.JoinText, (SqlExpression)Arguments.Given(expression)) { Separator = new Value<string>(separator) };
    }
}
