namespace Covet;

/// <content>Window functions, and the windows that they look through.</content>
public static partial class Sql
{
    /// <summary>A window of the rows that have the same values.</summary>
    public static Window PartitionBy(params ReadOnlySpan<SqlExpression> keys)
    {
        foreach (var key in keys)
            Arguments.Given(key, nameof(keys));
        return new Window([.. keys], []);
    }

    /// <summary>A window of all rows, ordered ascending.</summary>
    public static Window OrderBy(SqlExpression key) => Window.All.OrderBy(key);

    /// <summary>A window of all rows, ordered descending.</summary>
    public static Window OrderByDescending(SqlExpression key) => Window.All.OrderByDescending(key);

    /// <summary>The row's number in its window, from 1.</summary>
    public static WindowFunction<long> RowNumber() => new("row_number", []);

    /// <summary>The row's rank in its window, from 1; equal rows have the same, and the next one skips as many.</summary>
    public static WindowFunction<long> Rank() => new("rank", []);

    /// <summary>The row's rank in its window, from 1; equal rows have the same, and the next one follows.</summary>
    public static WindowFunction<long> DenseRank() => new("dense_rank", []);

    /// <summary>The row's relative rank in its window, from 0 to 1.</summary>
    public static WindowFunction<double> PercentRank() => new("percent_rank", []);

    /// <summary>The share of the window's rows that don't come after the row.</summary>
    public static WindowFunction<double> CumulativeDistribution() => new("cume_dist", []);

    /// <summary>The number, from 1, of the part that the row falls into when its window is cut into parts of one size.</summary>
    /// <param name="parts">How many parts; at least one.</param>
    public static WindowFunction<int> NTile(int parts)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(parts);
        return new("ntile", [new Value<int>(parts)]);
    }

    /// <summary>The value that a row before this one has in its window; null where there is none.</summary>
    public static WindowFunction<T?> Lag<T>(Expr<T> expression, int offset = 1) where T : struct
        => new("lag", [Arguments.Given(expression), Offset(offset)], Infrastructure.NullableMapping<T>.Of(expression.Mapping));

    /// <inheritdoc cref="Lag{T}(Expr{T}, int)"/>
    public static WindowFunction<T?> Lag<T>(Expr<T?> expression, int offset = 1) where T : struct => new("lag", [Arguments.Given(expression), Offset(offset)], expression.Mapping);

    /// <inheritdoc cref="Lag{T}(Expr{T}, int)"/>
    public static WindowFunction<string?> Lag(IExpr<string?> expression, int offset = 1)
        => new("lag", [(SqlExpression)Arguments.Given(expression), Offset(offset)], (expression as Expr<string?>)?.Mapping);

    /// <summary>The value that a row after this one has in its window; null where there is none.</summary>
    public static WindowFunction<T?> Lead<T>(Expr<T> expression, int offset = 1) where T : struct
        => new("lead", [Arguments.Given(expression), Offset(offset)], Infrastructure.NullableMapping<T>.Of(expression.Mapping));

    /// <inheritdoc cref="Lead{T}(Expr{T}, int)"/>
    public static WindowFunction<T?> Lead<T>(Expr<T?> expression, int offset = 1) where T : struct => new("lead", [Arguments.Given(expression), Offset(offset)], expression.Mapping);

    /// <inheritdoc cref="Lead{T}(Expr{T}, int)"/>
    public static WindowFunction<string?> Lead(IExpr<string?> expression, int offset = 1)
        => new("lead", [(SqlExpression)Arguments.Given(expression), Offset(offset)], (expression as Expr<string?>)?.Mapping);

    /// <summary>The value of the first row of the window; null where there is none.</summary>
    public static WindowFunction<T?> FirstValue<T>(Expr<T> expression) where T : struct
        => new("first_value", [Arguments.Given(expression)], Infrastructure.NullableMapping<T>.Of(expression.Mapping));

    /// <inheritdoc cref="FirstValue{T}(Expr{T})"/>
    public static WindowFunction<T?> FirstValue<T>(Expr<T?> expression) where T : struct => new("first_value", [Arguments.Given(expression)], expression.Mapping);

    /// <inheritdoc cref="FirstValue{T}(Expr{T})"/>
    public static WindowFunction<string?> FirstValue(IExpr<string?> expression)
        => new("first_value", [(SqlExpression)Arguments.Given(expression)], (expression as Expr<string?>)?.Mapping);

    /// <summary>The value of the window's last row, which in a window with an order is the current one unless <see cref="Window.Rows"/> says otherwise; null where there is none.</summary>
    public static WindowFunction<T?> LastValue<T>(Expr<T> expression) where T : struct
        => new("last_value", [Arguments.Given(expression)], Infrastructure.NullableMapping<T>.Of(expression.Mapping));

    /// <inheritdoc cref="LastValue{T}(Expr{T})"/>
    public static WindowFunction<T?> LastValue<T>(Expr<T?> expression) where T : struct => new("last_value", [Arguments.Given(expression)], expression.Mapping);

    /// <inheritdoc cref="LastValue{T}(Expr{T})"/>
    public static WindowFunction<string?> LastValue(IExpr<string?> expression)
        => new("last_value", [(SqlExpression)Arguments.Given(expression)], (expression as Expr<string?>)?.Mapping);

    private static Value<int> Offset(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        return new Value<int>(offset);
    }
}
