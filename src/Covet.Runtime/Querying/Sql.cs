using Covet.Infrastructure;

namespace Covet;

/// <summary>SQL's functions, for use in column lambdas.</summary>
public static class Sql
{
    /// <summary>The number of rows.</summary>
    public static Aggregate<long> Count() => new PlainAggregate<long>("count", null);

    /// <summary>The number of rows where the expression isn't NULL; of all rows for <c>new RawExpression("*")</c>.</summary>
    public static Aggregate<long> Count(SqlExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new PlainAggregate<long>("count", expression);
    }

    /// <summary>The number of different values that aren't NULL.</summary>
    public static Aggregate<long> CountDistinct(SqlExpression expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new PlainAggregate<long>("count", expression, distinct: true);
    }

    /// <summary>The greatest value; null when there is none.</summary>
    public static Aggregate<T?> Max<T>(Expr<T> expression) where T : struct => new PlainAggregate<T?>("max", expression);

    /// <summary>The greatest value that isn't NULL; null when there is none.</summary>
    public static Aggregate<T?> Max<T>(Expr<T?> expression) where T : struct => new PlainAggregate<T?>("max", expression);

    /// <summary>The greatest text; null when there is none.</summary>
    public static Aggregate<string?> Max(IExpr<string?> expression) => new PlainAggregate<string?>("max", (SqlExpression)expression);

    /// <summary>The smallest value; null when there is none.</summary>
    public static Aggregate<T?> Min<T>(Expr<T> expression) where T : struct => new PlainAggregate<T?>("min", expression);

    /// <summary>The smallest value that isn't NULL; null when there is none.</summary>
    public static Aggregate<T?> Min<T>(Expr<T?> expression) where T : struct => new PlainAggregate<T?>("min", expression);

    /// <summary>The smallest text; null when there is none.</summary>
    public static Aggregate<string?> Min(IExpr<string?> expression) => new PlainAggregate<string?>("min", (SqlExpression)expression);

    /// <summary>The sum of 32-bit integers; the sum is 64-bit; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<int> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, expression);

    /// <summary>The sum of 32-bit integers; the sum is 64-bit that aren't NULL; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<int?> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, expression);

    /// <summary>The sum of 64-bit integers; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<long> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, expression);

    /// <summary>The sum of 64-bit integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<long?> Sum(Expr<long?> expression) => new DialectAggregate<long?>(SqlFunction.SumInteger, expression);

    /// <summary>The sum of doubles; null when there is none.</summary>
    public static Aggregate<double?> Sum(Expr<double> expression) => new PlainAggregate<double?>("sum", expression);

    /// <summary>The sum of doubles that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Sum(Expr<double?> expression) => new PlainAggregate<double?>("sum", expression);

    /// <summary>The sum of decimals; null when there is none.</summary>
    public static Aggregate<decimal?> Sum(Expr<decimal> expression) => new DialectAggregate<decimal?>(SqlFunction.SumDecimal, expression);

    /// <summary>The sum of decimals that aren't NULL; null when there is none.</summary>
    public static Aggregate<decimal?> Sum(Expr<decimal?> expression) => new DialectAggregate<decimal?>(SqlFunction.SumDecimal, expression);

    /// <summary>The average of integers; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<int> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, expression);

    /// <summary>The average of integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<int?> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, expression);

    /// <summary>The average of integers; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<long> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, expression);

    /// <summary>The average of integers that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<long?> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, expression);

    /// <summary>The average of doubles; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<double> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, expression);

    /// <summary>The average of doubles that aren't NULL; null when there is none.</summary>
    public static Aggregate<double?> Avg(Expr<double?> expression) => new DialectAggregate<double?>(SqlFunction.AverageDouble, expression);

    /// <summary>The average of decimals; null when there is none.</summary>
    public static Aggregate<decimal?> Avg(Expr<decimal> expression) => new DialectAggregate<decimal?>(SqlFunction.AverageDecimal, expression);

    /// <summary>The average of decimals that aren't NULL; null when there is none.</summary>
    public static Aggregate<decimal?> Avg(Expr<decimal?> expression) => new DialectAggregate<decimal?>(SqlFunction.AverageDecimal, expression);
}
