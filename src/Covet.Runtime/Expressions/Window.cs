using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows that a window function sees from each row. Immutable. Made by <see cref="Sql.PartitionBy"/> and <see cref="Sql.OrderBy"/>.</summary>
public sealed class Window
{
    private readonly SqlExpression[] _partition;
    private readonly OrderClause[] _orders;
    private readonly (int? Before, int? After)? _frame;

    internal Window(SqlExpression[] partition, OrderClause[] orders, (int? Before, int? After)? frame = null)
    {
        _partition = partition;
        _orders = orders;
        _frame = frame;
    }

    /// <summary>All rows, without an order.</summary>
    internal static Window All { get; } = new([], []);

    /// <summary>Orders the rows ascending; NULL counts as the smallest value. With an order an aggregate takes the rows up to the current one: a running sum.</summary>
    public Window OrderBy(SqlExpression key) => Ordered(key, descending: false, first: true);

    /// <summary>Orders the rows descending; NULL counts as the smallest value.</summary>
    public Window OrderByDescending(SqlExpression key) => Ordered(key, descending: true, first: true);

    /// <summary>Orders rows that are equal so far, ascending.</summary>
    public Window ThenBy(SqlExpression key) => Ordered(key, descending: false, first: false);

    /// <summary>Orders rows that are equal so far, descending.</summary>
    public Window ThenByDescending(SqlExpression key) => Ordered(key, descending: true, first: false);

    /// <summary>Takes so many rows before and after the current one: <c>ROWS BETWEEN</c>.</summary>
    /// <param name="before">How many before; null for all.</param>
    /// <param name="after">How many after; null for all.</param>
    public Window Rows(int? before, int? after)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(before ?? 0, nameof(before));
        ArgumentOutOfRangeException.ThrowIfNegative(after ?? 0, nameof(after));
        return new Window(_partition, _orders, (before, after));
    }

    /// <summary>Writes <c>OVER (...)</c>.</summary>
    internal void Write(SqlWriter writer)
    {
        writer.Append(" OVER (");
        string before = "PARTITION BY ";
        foreach (var term in _partition.SelectMany(expression => expression.Terms))
        {
            writer.Append(before);
            writer.Operand(term);
            before = ", ";
        }
        before = _partition.Length > 0 ? " ORDER BY " : "ORDER BY ";
        foreach (var order in _orders)
        {
            foreach (var term in order.Expression.Terms)
            {
                writer.Append(before);
                writer.OrderTerm(term, order.Descending);
                before = ", ";
            }
        }
        if (_frame is { } frame)
        {
            writer.Append(_partition.Length + _orders.Length > 0 ? " ROWS BETWEEN " : "ROWS BETWEEN ");
            Bound(writer, frame.Before, " PRECEDING");
            writer.Append(" AND ");
            Bound(writer, frame.After, " FOLLOWING");
        }
        writer.Append(")");
    }

    private static void Bound(SqlWriter writer, int? rows, string side)
    {
        if (rows is { } count)
            writer.Value(count);
        else
            writer.Append("UNBOUNDED");
        writer.Append(side);
    }

    private Window Ordered(SqlExpression key, bool descending, bool first)
    {
        var clause = new OrderClause(Arguments.Given(key), 0, descending);
        return new Window(_partition, first ? [clause] : [.. _orders, clause], _frame);
    }
}

/// <summary>A function over the rows of a window. It is an expression once <see cref="Over"/> says which rows.</summary>
/// <typeparam name="T">The C# type of its value.</typeparam>
public sealed class WindowFunction<T>
{
    private readonly string _name;
    private readonly SqlExpression[] _arguments;
    private readonly ValueMapping<T>? _mapping;

    internal WindowFunction(string name, SqlExpression[] arguments, ValueMapping<T>? mapping = null)
    {
        _name = name;
        _arguments = arguments;
        _mapping = mapping;
    }

    /// <summary>Computes it for each row over the rows of its window.</summary>
    /// <param name="window">The rows, from <see cref="Sql.PartitionBy"/> or <see cref="Sql.OrderBy"/>; all rows when null.</param>
    public Expr<T> Over(Window? window = null) => new WindowCall<T>(_name, _arguments, window ?? Window.All, _mapping ?? ValueMapping<T>.Default);
}

/// <summary>A window function over its window.</summary>
internal sealed class WindowCall<T>(string name, SqlExpression[] arguments, Window window, ValueMapping<T> mapping) : Expr<T>
{
    internal override ValueMapping<T> Mapping => mapping;

    internal override bool CanBeNull => default(T) is null;

    internal override void Write(SqlWriter writer)
    {
        var allowed = writer.BeginAggregate(isWindowed: true);
        writer.Append(name);
        writer.Append("(");
        writer.Arguments(arguments);
        writer.Append(")");
        window.Write(writer);
        writer.EndAggregate(isWindowed: true, allowed);
    }
}
