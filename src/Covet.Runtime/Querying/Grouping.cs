using Covet.Infrastructure;

namespace Covet;

/// <summary>The groups of a query's rows: select keys and aggregates of them. Immutable.</summary>
/// <typeparam name="TColumns">The generated columns.</typeparam>
public sealed class Grouping<TColumns> : ISelectable<TColumns> where TColumns : class, IColumns<TColumns>
{
    private readonly PrefetchBranch _query;
    private readonly Clause[] _keys;
    private readonly Clause[] _conditions;

    internal Grouping(PrefetchBranch query, Clause[] keys, Clause[] conditions)
    {
        _query = query;
        _keys = keys;
        _conditions = conditions;
    }

    PrefetchBranch ISelectable<TColumns>.Query => _query;

    /// <summary>Keeps the groups where the condition, over keys and aggregates, holds.</summary>
    public Grouping<TColumns> Having(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        return new Grouping<TColumns>(_query, _keys, [.. _conditions, new Clause(expression, depth)]);
    }

    /// <summary>Selects one expression of each group. For several write a tuple.</summary>
    public Selection<T> Select<T>(Func<TColumns, Expr<T>> expression)
        => Grouped(new ExprShape<T>(LambdaDepth.Run(expression, out int depth)), depth);

    Selection<T> ISelectable<TColumns>.Select<T>(RowShape<T> shape, int depth) => Grouped(shape, depth);

    private Selection<T> Grouped<T>(RowShape<T> shape, int depth) => new(_query, shape, depth, new GroupClauses(_keys, _conditions));
}
