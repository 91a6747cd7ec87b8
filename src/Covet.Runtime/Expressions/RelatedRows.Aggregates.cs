namespace Covet;

/// <content>Aggregates of what related rows have.</content>
public partial class RelatedRows<TColumns>
{
    /// <summary>Any aggregate over the rows: <c>p.Tags.Aggregate(t => Sql.StringAgg(t.Name, ", "))</c>.</summary>
    public Expr<T> Aggregate<T>(Func<TColumns, Expr<T>> aggregate)
    {
        var expression = LambdaDepth.Run(aggregate, out int depth);
        return new RelatedAggregate<T>(Subquery, expression, depth);
    }

    private Expr<TResult> Of<TValue, TResult>(Func<TColumns, TValue> value, Func<TValue, Expr<TResult>> aggregate)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Aggregate(columns => aggregate(value(columns)));
    }

    /// <summary>The sum over the rows, of values that aren't NULL; null when there is none.</summary>
    public Expr<long?> Sum(Func<TColumns, Expr<int>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<int?>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<long>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<long?>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<short>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<short?>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<byte>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<long?> Sum(Func<TColumns, Expr<byte?>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Sum(Func<TColumns, Expr<decimal>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Sum(Func<TColumns, Expr<decimal?>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Sum(Func<TColumns, Expr<double>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Sum(Func<TColumns, Expr<double?>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<float?> Sum(Func<TColumns, Expr<float>> value) => Of(value, Sql.Sum);

    /// <inheritdoc cref="Sum(Func{TColumns, Expr{int}})"/>
    public Expr<float?> Sum(Func<TColumns, Expr<float?>> value) => Of(value, Sql.Sum);

    /// <summary>The average over the rows, of values that aren't NULL; null when there is none.</summary>
    public Expr<double?> Avg(Func<TColumns, Expr<int>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<int?>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<long>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<long?>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<double>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<double?>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<float>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<double?> Avg(Func<TColumns, Expr<float?>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Avg(Func<TColumns, Expr<decimal>> value) => Of(value, Sql.Avg);

    /// <inheritdoc cref="Avg(Func{TColumns, Expr{int}})"/>
    public Expr<decimal?> Avg(Func<TColumns, Expr<decimal?>> value) => Of(value, Sql.Avg);

    /// <summary>The greatest value over the rows; null when there is none.</summary>
    public Expr<T?> Max<T>(Func<TColumns, Expr<T>> value) where T : struct => Of(value, Sql.Max);

    /// <inheritdoc cref="Max{T}(Func{TColumns, Expr{T}})"/>
    public Expr<T?> Max<T>(Func<TColumns, Expr<T?>> value) where T : struct => Of(value, Sql.Max);

    /// <inheritdoc cref="Max{T}(Func{TColumns, Expr{T}})"/>
    public Expr<string?> Max(Func<TColumns, IExpr<string?>> value) => Of(value, Sql.Max);

    /// <summary>The smallest value over the rows; null when there is none.</summary>
    public Expr<T?> Min<T>(Func<TColumns, Expr<T>> value) where T : struct => Of(value, Sql.Min);

    /// <inheritdoc cref="Min{T}(Func{TColumns, Expr{T}})"/>
    public Expr<T?> Min<T>(Func<TColumns, Expr<T?>> value) where T : struct => Of(value, Sql.Min);

    /// <inheritdoc cref="Min{T}(Func{TColumns, Expr{T}})"/>
    public Expr<string?> Min(Func<TColumns, IExpr<string?>> value) => Of(value, Sql.Min);
}
