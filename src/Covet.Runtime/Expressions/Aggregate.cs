using Covet.Infrastructure;

namespace Covet;

/// <summary>An aggregate function over rows: of a group, of all rows, or of a window.</summary>
/// <typeparam name="T">The C# type of its value.</typeparam>
public abstract class Aggregate<T> : Expr<T>
{
    private protected Aggregate()
    {
    }

    /// <summary>Takes equal values once.</summary>
    /// <exception cref="NotSupportedException">It counts rows, joins texts, or has a window.</exception>
    public Aggregate<T> Distinct() => With(distinct: true, null, null);

    /// <summary>Takes only the rows where the condition holds: <c>FILTER (WHERE ...)</c>. Several calls are combined with AND.</summary>
    public Aggregate<T> Filter(Condition condition) => With(false, Arguments.Given(condition), null);

    /// <summary>Computes it for each row over the rows of its window, <c>OVER (...)</c>, instead of making groups one row.</summary>
    /// <param name="window">The rows, from <see cref="Sql.PartitionBy"/> or <see cref="Sql.OrderBy"/>; all rows when null.</param>
    public Expr<T> Over(Window? window = null) => With(false, null, window ?? Window.All);

    private protected abstract Aggregate<T> With(bool distinct, Condition? filter, Window? window);
}

/// <summary>A call of an aggregate function.</summary>
internal sealed class AggregateCall<T>(SqlAggregate function, SqlExpression? argument, ValueMapping<T>? mapping = null) : Aggregate<T>
{
    private bool _isDistinct;
    private Condition? _filter;
    private Window? _window;

    /// <summary>What separates the texts of a string aggregate.</summary>
    public SqlExpression? Separator { get; init; }

    /// <summary>The order of a string aggregate's texts.</summary>
    public OrderClause[] Orders { get; init; } = [];

    internal override ValueMapping<T> Mapping { get; } = mapping ?? ValueMapping<T>.Default;

    internal override bool CanBeNull => default(T) is null;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is AggregateCall<T> same && same.Is(function, argument, this));

    internal override void Write(SqlWriter writer)
    {
        var allowed = writer.BeginAggregate(_window is not null);
        var stored = StoredType ?? typeof(T);
        var (name, type, takesText) = writer.Dialect.Spell(function, Nullable.GetUnderlyingType(stored) ?? stored, _window is not null);
        if (type is not null)
            writer.Append("CAST(");
        writer.Append(name);
        writer.Append(_isDistinct ? "(DISTINCT " : "(");
        // Without a window it sees the rows of a group, not the group's keys.
        var groups = _window is null ? writer.EnterRows() : null;
        WriteArgument(writer, takesText);
        writer.Append(")");
        if (_filter is not null)
        {
            writer.Append(" FILTER (WHERE ");
            writer.Append(_filter);
            writer.Append(")");
        }
        if (_window is null)
            writer.Leave(groups);
        else
            _window.Write(writer);
        if (type is not null)
        {
            writer.Append(" AS ");
            writer.Append(type);
            writer.Append(")");
        }
        writer.EndAggregate(_window is not null, allowed);
    }

    /// <summary>A string aggregate with one more term of its order.</summary>
    public AggregateCall<T> Ordered(OrderClause order)
        => new(function, argument, Mapping) { Separator = Separator, Orders = [.. Orders, order], _filter = _filter };

    private protected override Aggregate<T> With(bool distinct, Condition? filter, Window? window)
    {
        if (Separator is not null && (_isDistinct || distinct))
            throw new NotSupportedException("A string aggregate takes no distinct values. Make them distinct first: Select(x => x.Name).Distinct().AsSubquery(), and aggregate its rows.");
        if (Separator is not null && window is not null)
            throw new NotSupportedException("A string aggregate has no window. Use it in groups, or in a subquery of related rows.");
        if (argument is null && distinct)
            throw new NotSupportedException("Sql.Count() counts rows, which are all different. For the number of different values use Sql.CountDistinct(x.Name).");
        if ((_isDistinct && window is not null) || (distinct && _window is not null))
            throw new NotSupportedException("No database takes distinct values over a window. Make them distinct first: Select(x => x.Name).Distinct().AsSubquery(), and use the window on its rows.");
        return new AggregateCall<T>(function, argument, Mapping)
        {
            Separator = Separator,
            Orders = Orders,
            _isDistinct = _isDistinct || distinct,
            _filter = _filter is null ? filter : filter is null ? _filter : _filter & filter,
            _window = window ?? _window,
        };
    }

    private bool Is(SqlAggregate other, SqlExpression? value, AggregateCall<T> call) => function == other && _isDistinct == call._isDistinct
        && Alike.AreSame(argument, value) && Alike.AreSame(_filter, call._filter) && Alike.AreSame(Separator, call.Separator)
        && _window is null && call._window is null && Orders.Length == 0 && call.Orders.Length == 0;

    private void WriteArgument(SqlWriter writer, bool takesText)
    {
        if (argument is null)
            writer.Append("*");
        else if (takesText)
            writer.Dialect.WritePlainText(writer, argument);
        else if (argument is RawExpression)
            argument.Write(writer);
        else
            writer.Operand(argument);
        if (Separator is null)
            return;
        writer.Append(", ");
        writer.Argument(Separator);
        string before = " ORDER BY ";
        foreach (var order in Orders)
        {
            writer.Append(before);
            writer.OrderTerm(order.Expression, order.Descending);
            before = ", ";
        }
    }
}
