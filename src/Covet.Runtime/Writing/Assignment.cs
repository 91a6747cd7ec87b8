using System.ComponentModel;

namespace Covet;

/// <summary>That a column gets a value: what <c>p.Views.Set(p.Views + 1)</c> makes, for <c>UpdateAsync</c> of a query.</summary>
public sealed class Assignment
{
    internal Assignment(IColumn column, SqlExpression value)
    {
        Column = column ?? throw new ArgumentNullException(nameof(column), "The column to set is null. Write one of the lambda's parameter, as in p => p.Title.Set(\"new\").");
        Value = value;
    }

    internal IColumn Column { get; }

    internal SqlExpression Value { get; }

    /// <summary>A value, stored as the column's own values are.</summary>
    internal static Assignment Of<T>(IColumn<T> column, T value)
    {
        var mapping = (column as Expr<T>)?.Mapping;
        return new(column, (column as SqlExpression)?.Stored is { } stored ? new WrittenValue<T>(value, mapping, stored) : new Value<T>(value, mapping));
    }

    /// <summary>An expression, which must be stored as the column's own values are.</summary>
    internal static Assignment Of<T>(IColumn<T> column, IExpr<T> value)
    {
        Arguments.Given(value);
        return value is Value<T> plain ? Of(column, plain.Item) : Alike(column, (SqlExpression)value);
    }

    /// <summary>An expression that is never NULL, for a column that may be.</summary>
    internal static Assignment OfPresent<T>(IColumn<T?> column, IExpr<T> value) where T : struct
    {
        Arguments.Given(value);
        return value is Value<T> plain ? Of(column, plain.Item) : Alike(column, (SqlExpression)value);
    }

    private static Assignment Alike(IColumn column, SqlExpression value)
    {
        if (column is SqlExpression { Stored: not null } target && target.StoredType != value.StoredType)
        {
            throw new NotSupportedException(
                $"{target.Description} and {value.Description} are stored differently, so one can't be set to the other in SQL. " +
                "Set a value, an expression of columns that are stored alike, or a RawExpression that converts.");
        }
        return new Assignment(column, value);
    }

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => $"{Column.Name} = ...";
}
