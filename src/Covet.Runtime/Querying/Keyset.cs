using System.Globalization;

namespace Covet.Infrastructure;

/// <summary>Pages by the values of the last row instead of its number: the condition that a row comes after another in a query's order.</summary>
internal static class Keyset
{
    /// <summary>The place of an instance in an order.</summary>
    public static Cursor CursorOf<TModel>(OrderClause[] orders, TModel model) where TModel : class, IModel<TModel>
    {
        var columns = Columns(TModel.Info, orders);
        var text = new CursorText(Mark(TModel.Info, orders, columns));
        foreach (var column in columns)
            ModelWriter<TModel>.BindColumn(text, column.Name, model, Array.IndexOf(TModel.Info.ColumnArray, column));
        return text.ToCursor();
    }

    /// <summary>The condition that a row comes after a cursor's place.</summary>
    public static Condition After(ModelInfo model, OrderClause[] orders, Cursor cursor)
    {
        var columns = Columns(model, orders);
        if (!CursorText.TryDecode(cursor.ToString(), out string?[] values))
            throw new ArgumentException("This cursor was given by no query. Take it from CursorOf, or Cursor.Parse.", nameof(cursor));
        if (values[0] != Mark(model, orders, columns) || values.Length != orders.Length + 1)
        {
            throw new ArgumentException(
                $"This cursor belongs to another query than one of {model.Name} ordered by {string.Join(", ", columns.Select(column => column.Property))}: order as the query did that gave it.",
                nameof(cursor));
        }
        var row = new CursorRow(values[1..]);
        var limits = new SqlExpression?[orders.Length];
        try
        {
            for (int i = 0; i < limits.Length; i++)
                limits[i] = Limit(orders[i].Expression, ref row, i);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            throw new ArgumentException("This cursor was changed: its values aren't those of the columns that the query is ordered by.", nameof(cursor), exception);
        }
        return After(orders, limits);
    }

    private static SqlExpression? Limit(SqlExpression term, ref CursorRow row, int ordinal)
    {
        if (!row.IsNull(ordinal))
            return term.ReadValue(ref row, ordinal);
        return term.ValueCanBeNull ? null : throw new FormatException($"{term.Description} is never null.");
    }

    private static Condition After(OrderClause[] orders, SqlExpression?[] limits)
    {
        bool isUniform = orders.All(order => order.Descending == orders[0].Descending && !order.Expression.ValueCanBeNull && order.Expression is not Expr<decimal>);
        if (isUniform)
            return new RowComparison([.. orders.Select(order => order.Expression)], orders[0].Descending, limits!);
        Condition? after = null;
        Condition? equal = null;
        for (int i = 0; i < orders.Length; i++)
        {
            var (term, limit) = (orders[i].Expression, limits[i]);
            if (Beyond(orders[i], limit) is { } beyond)
            {
                var here = equal is null ? beyond : equal & beyond;
                after = after is null ? here : after | here;
            }
            Condition same = limit is null ? new NullTest(term, isNull: true) : new Comparison(term, ComparisonOperator.Equal, limit);
            equal = equal is null ? same : equal & same;
        }
        return after!;
    }

    /// <summary>The condition that one term is beyond its limit, NULL being the smallest value; null where nothing is.</summary>
    private static Condition? Beyond(OrderClause order, SqlExpression? limit) => (order.Descending, limit) switch
    {
        (false, null) => new NullTest(order.Expression, isNull: false),
        (true, null) => null,
        (false, _) => new Comparison(order.Expression, ComparisonOperator.Greater, limit),
        _ => order.Expression.ValueCanBeNull
            ? new Comparison(order.Expression, ComparisonOperator.Less, limit) | new NullTest(order.Expression, isNull: true)
            : new Comparison(order.Expression, ComparisonOperator.Less, limit),
    };

    private static ColumnInfo[] Columns(ModelInfo model, OrderClause[] orders)
    {
        if (orders.Length == 0)
            throw new InvalidOperationException($"After and CursorOf go on in an order, and this query of {model.Name} has none: write OrderBy, and ThenBy its key.");
        var columns = Array.ConvertAll(orders, order => ColumnOf(model, order));
        bool isTotal = Array.TrueForAll(model.KeyArray, key => columns.Contains(key)) || Array.Exists(columns, column => column is { IsUnique: true, IsNullable: false });
        if (!isTotal)
        {
            throw new InvalidOperationException(
                $"Rows of {model.Name} may be equal in this order, so a page could leave some out or repeat them: add " +
                $"{string.Join(".", model.KeyArray.Select(key => $"ThenBy({char.ToLowerInvariant(model.Name[0])} => {char.ToLowerInvariant(model.Name[0])}.{key.Property})"))}.");
        }
        if (Array.Exists(orders, order => order.Depth != orders[0].Depth))
            throw new InvalidOperationException($"The order of this query of {model.Name} was made inside and outside of another query's lambda. Write it in one place.");
        return columns;
    }

    private static ColumnInfo ColumnOf(ModelInfo model, OrderClause order)
        => order.Expression.Stored is { Path.Parent: null } stored && stored.Path.Model == model && stored.Path.Place.Depth == order.Depth
            ? stored.Info
            : throw new NotSupportedException(
                $"After and CursorOf take the values of an order from an instance of {model.Name}, and {order.Expression.Description} isn't a column of its own. " +
                "Order by columns of the model, or use Skip and Take.");

    /// <summary>A short text that tells one order from another.</summary>
    private static string Mark(ModelInfo model, OrderClause[] orders, ColumnInfo[] columns)
    {
        const uint offset = 2166136261, prime = 16777619;
        uint hash = offset;
        foreach (char character in model.Name + string.Concat(columns.Select((column, i) => $"{(orders[i].Descending ? '-' : '+')}{column.Property}")))
            hash = unchecked((hash ^ character) * prime);
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}

/// <summary>Rows of values compared as one: which databases answer by an index over the columns.</summary>
internal sealed class RowComparison(SqlExpression[] left, bool isLess, SqlExpression[] right) : Condition
{
    internal override bool CanBeNull => false;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        Row(writer, left);
        writer.Append(isLess ? " < " : " > ");
        Row(writer, right);
    }

    private static void Row(SqlWriter writer, SqlExpression[] terms)
    {
        if (terms.Length > 1)
            writer.Append("(");
        writer.Arguments(terms);
        if (terms.Length > 1)
            writer.Append(")");
    }
}
