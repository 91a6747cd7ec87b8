using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <content>Clauses over rows and what links them, for the generated branches of many-to-many relations through a model.</content>
public abstract partial class Query<TModel, TColumns, TPrefetch, TSelf>
{
    /// <summary><see cref="Where"/> over a row and what links it to its parent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf WhereLinked<TLink>(Func<TColumns, TLink, Condition> condition) where TLink : class, IColumns<TLink>
    {
        var expression = PairOf<TColumns, TLink>.Run(condition, out int depth, nameof(condition));
        return Filtered(new Clause(expression, depth));
    }

    /// <summary><see cref="OrderBy"/> and its kin over a row and what links it to its parent.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected TSelf OrderByLinked<TLink>(Func<TColumns, TLink, SqlExpression> key, bool descending, bool first) where TLink : class, IColumns<TLink>
    {
        var expression = PairOf<TColumns, TLink>.Run(key, out int depth, nameof(key));
        return Ordered(new OrderClause(expression, depth, descending), first);
    }
}
