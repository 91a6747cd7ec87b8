using Covet.Infrastructure;

namespace Covet;

/// <summary>The groups of a query's rows: select keys and aggregates of them. Immutable.</summary>
/// <typeparam name="TColumns">The generated columns.</typeparam>
public sealed class Grouping<TColumns> : ISelectable<TColumns> where TColumns : class, IColumns<TColumns>
{
    private readonly PrefetchBranch _query;
    private readonly Clause[] _keys;
    private readonly Clause[] _conditions;
    private readonly OrderClause[] _orders;

    internal Grouping(PrefetchBranch query, Clause[] keys, Clause[] conditions, OrderClause[] orders)
    {
        _query = query;
        _keys = keys;
        _conditions = conditions;
        _orders = orders;
    }

    PrefetchBranch ISelectable<TColumns>.Query => _query;

    /// <summary>Keeps the groups where the condition, over keys and aggregates, holds.</summary>
    public Grouping<TColumns> Having(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        ArgumentNullException.ThrowIfNull(expression, nameof(condition));
        return new Grouping<TColumns>(_query, _keys, [.. _conditions, new Clause(expression, depth)], _orders);
    }

    /// <summary>Orders the groups by a key or an aggregate, ascending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Grouping<TColumns> OrderBy(Func<TColumns, SqlExpression> key) => Ordered(key, descending: false, first: true);

    /// <summary>Orders the groups by a key or an aggregate, descending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Grouping<TColumns> OrderByDescending(Func<TColumns, SqlExpression> key) => Ordered(key, descending: true, first: true);

    /// <summary>Orders groups that are equal so far, ascending.</summary>
    public Grouping<TColumns> ThenBy(Func<TColumns, SqlExpression> key) => Ordered(key, descending: false, first: false);

    /// <summary>Orders groups that are equal so far, descending.</summary>
    public Grouping<TColumns> ThenByDescending(Func<TColumns, SqlExpression> key) => Ordered(key, descending: true, first: false);

    /// <summary>Selects one expression of each group. For several write a tuple.</summary>
    public Selection<T> Select<T>(Func<TColumns, Expr<T>> expression)
        => Grouped(new ExprShape<T>(LambdaDepth.Run(expression, out int depth)), depth);

    Selection<T> ISelectable<TColumns>.Select<T>(RowShape<T> shape, int depth) => Grouped(shape, depth);

    private Grouping<TColumns> Ordered(Func<TColumns, SqlExpression> key, bool descending, bool first)
    {
        var expression = LambdaDepth.Run(key, out int depth);
        ArgumentNullException.ThrowIfNull(expression, nameof(key));
        var clause = new OrderClause(expression, depth, descending);
        return new Grouping<TColumns>(_query, _keys, _conditions, first ? [clause] : [.. _orders, clause]);
    }

    private Selection<T> Grouped<T>(RowShape<T> shape, int depth) => new(_query, shape, depth, new GroupClauses(_keys, _conditions, _orders));
}
