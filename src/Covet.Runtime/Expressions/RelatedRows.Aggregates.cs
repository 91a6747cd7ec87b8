namespace Covet;

/// <content>Aggregates of what related rows have.</content>
public sealed partial class RelatedRows<TColumns>
{
    /// <summary>Any aggregate over the rows: <c>p.Tags.Aggregate(t => Sql.StringAgg(t.Name, ", "))</c>.</summary>
    public Expr<T> Aggregate<T>(Func<TColumns, Expr<T>> aggregate)
    {
        var expression = LambdaDepth.Run(aggregate, out int depth);
        return new RelatedAggregate<T>(Subquery, expression, depth);
    }

    /// <summary>The sum over the rows, of values that aren't NULL; null when there is none.</summary>
    public Expr<long?> Sum(Func<TColumns, Expr<int>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<int?>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<long>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<long?>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<short>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<short?>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<byte>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<byte?>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Sum(Func<TColumns, Expr<decimal>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Sum(Func<TColumns, Expr<decimal?>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Sum(Func<TColumns, Expr<double>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Sum(Func<TColumns, Expr<double?>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<float?> Sum(Func<TColumns, Expr<float>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<float?> Sum(Func<TColumns, Expr<float?>> value) => Aggregate(columns => Sql.Sum(value(columns)));

    /// <summary>The average over the rows, of values that aren't NULL; null when there is none.</summary>
    public Expr<double?> Avg(Func<TColumns, Expr<int>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<int?>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<long>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<long?>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<double>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<double?>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<float>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<float?>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Avg(Func<TColumns, Expr<decimal>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Avg(Func<TColumns, Expr<decimal?>> value) => Aggregate(columns => Sql.Avg(value(columns)));

    /// <summary>The greatest value over the rows; null when there is none.</summary>
    public Expr<T?> Max<T>(Func<TColumns, Expr<T>> value) where T : struct => Aggregate(columns => Sql.Max(value(columns)));

    /// <inheritdoc cref="Max{T}(Func{TColumns, Expr{T}})"/>
    public Expr<T?> Max<T>(Func<TColumns, Expr<T?>> value) where T : struct => Aggregate(columns => Sql.Max(value(columns)));

    /// <inheritdoc cref="Max{T}(Func{TColumns, Expr{T}})"/>
    public Expr<string?> Max(Func<TColumns, IExpr<string?>> value) => Aggregate(columns => Sql.Max(value(columns)));

    /// <summary>The smallest value over the rows; null when there is none.</summary>
    public Expr<T?> Min<T>(Func<TColumns, Expr<T>> value) where T : struct => Aggregate(columns => Sql.Min(value(columns)));

    /// <inheritdoc cref="Min{T}(Func{TColumns, Expr{T}})"/>
    public Expr<T?> Min<T>(Func<TColumns, Expr<T?>> value) where T : struct => Aggregate(columns => Sql.Min(value(columns)));

    /// <inheritdoc cref="Min{T}(Func{TColumns, Expr{T}})"/>
    public Expr<string?> Min(Func<TColumns, IExpr<string?>> value) => Aggregate(columns => Sql.Min(value(columns)));
}
