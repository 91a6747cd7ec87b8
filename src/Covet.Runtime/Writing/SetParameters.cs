namespace Covet.Infrastructure;

/// <summary>The key of a set's parent as the parameter <c>parent</c>, and keys of its rows as the list <c>children</c>; when it is as <c>now</c>.</summary>
internal sealed class SetParameters<TParent, TChild, TKey, TChildKey, TQuery>(
    SetRelation<TParent, TChild, TKey, TChildKey, TQuery> relation, TKey parent, IReadOnlyList<TChildKey>? children, DateTimeOffset? now = null) : SqlParameters
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    public override void BindTo(ParameterBinder binder)
    {
        relation.BindParent(binder, parent);
        if (children is not null)
            relation.BindChildKeys(binder, children);
        if (now is { } time)
            binder.Add("now", time);
    }
}
