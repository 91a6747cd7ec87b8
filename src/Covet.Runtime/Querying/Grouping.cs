using Covet.Infrastructure;

namespace Covet;

/// <summary>The groups of a query's rows: select keys and aggregates of them. Immutable.</summary>
/// <typeparam name="TRow">What a lambda over the rows gets.</typeparam>
public sealed class Grouping<TRow> : ISelectable<TRow>
{
    private readonly ISelectable<TRow> _source;
    private readonly SelectQuery _query;
    private readonly Clause[] _keys;
    private readonly Clause[] _conditions;
    private readonly OrderClause[] _orders;

    internal Grouping(ISelectable<TRow> source, SelectQuery query, Clause[] keys, Clause[] conditions, OrderClause[] orders)
    {
        _source = source;
        _query = query;
        _keys = keys;
        _conditions = conditions;
        _orders = orders;
    }

    TRow ISelectable<TRow>.RowAt(RowPlace place) => _source.RowAt(place);

    /// <summary>Keeps the groups where the condition, over keys and aggregates, holds.</summary>
    public Grouping<TRow> Having(Func<TRow, Condition> condition)
    {
        var expression = LambdaDepth.Run(_source, condition, out int depth);
        return new Grouping<TRow>(_source, _query, _keys, [.. _conditions, new Clause(expression, depth)], _orders);
    }

    /// <summary>Orders the groups by a key or an aggregate, ascending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Grouping<TRow> OrderBy(Func<TRow, SqlExpression> key) => Ordered(key, descending: false, first: true);

    /// <summary>Orders the groups by a key or an aggregate, descending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Grouping<TRow> OrderByDescending(Func<TRow, SqlExpression> key) => Ordered(key, descending: true, first: true);

    /// <summary>Orders groups that are equal so far, ascending.</summary>
    public Grouping<TRow> ThenBy(Func<TRow, SqlExpression> key) => Ordered(key, descending: false, first: false);

    /// <summary>Orders groups that are equal so far, descending.</summary>
    public Grouping<TRow> ThenByDescending(Func<TRow, SqlExpression> key) => Ordered(key, descending: true, first: false);

    /// <summary>Selects one expression of each group. For several write a tuple.</summary>
    public Selection<T> Select<T>(Func<TRow, Expr<T>> expression)
        => Grouped(new ExprShape<T>(LambdaDepth.Run(_source, expression, out int depth)), depth);

    Selection<T> ISelectable<TRow>.Select<T>(RowShape<T> shape, int depth) => Grouped(shape, depth);

    private Grouping<TRow> Ordered(Func<TRow, SqlExpression> key, bool descending, bool first)
    {
        var expression = LambdaDepth.Run(_source, key, out int depth);
        var clause = new OrderClause(expression, depth, descending);
        return new Grouping<TRow>(_source, _query, _keys, _conditions, first ? [clause] : [.. _orders, clause]);
    }

    private Selection<T> Grouped<T>(RowShape<T> shape, int depth)
        => new(new PlainBody(_query, shape, depth) { Groups = new GroupClauses(_keys, _conditions, _orders) }, shape, _query.Mode);
}
