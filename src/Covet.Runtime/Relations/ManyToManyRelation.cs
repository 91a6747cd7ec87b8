namespace Covet.Infrastructure;

/// <summary>One direction of a <c>[ManyToMany]</c>.</summary>
/// <typeparam name="TParent">The model that has the set.</typeparam>
/// <typeparam name="TChild">The model of the set.</typeparam>
/// <typeparam name="TKey">The parent's key as it is stored; a tuple where it has several columns.</typeparam>
/// <typeparam name="TChildKey">The child's key as it is stored.</typeparam>
/// <typeparam name="TQuery">The child's query.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery>(RelationFacts facts) : SetRelation<TParent, TChild, TKey, TQuery>(facts), ILinkRelation<TChild>
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    /// <summary>Reads the parent's key from the link table's columns.</summary>
    protected internal abstract TKey ReadLinkKey<TReader>(ref TReader row, int first) where TReader : struct, IRowReader;

    /// <summary>Reads the child's key from the child's columns.</summary>
    protected internal abstract TChildKey ReadChildKey<TReader>(ref TReader row, int first) where TReader : struct, IRowReader;

    /// <summary>The child's key.</summary>
    protected internal abstract TChildKey ChildKey(TChild child);

    /// <summary>Binds children's keys as the parameter <c>children</c>; overridden for keys of several columns.</summary>
    protected internal virtual void BindChildKeys(ParameterBinder binder, IReadOnlyList<TChildKey> keys) => binder.AddList("children", keys);

    /// <summary>Drops the child's cache of the relation back; overridden where there is one.</summary>
    protected virtual void ForgetBack(TChild child)
    {
    }

    async Task ILinkRelation<TChild>.LinkAsync(IModel parent, Database database, IReadOnlyList<TChild> children, CancellationToken cancellationToken)
    {
        foreach (var child in children)
        {
            ArgumentNullException.ThrowIfNull(child, nameof(children));
            if (!child.HasKey)
                throw new InvalidOperationException($"{this} can't take a {TChild.Info.Name} that was never saved: insert it first.");
        }
        var owner = (TParent)parent;
        if (children.Count == 0 || !TryGetKey(owner, out var key))
            return;
        GetSet(owner).Forget();
        foreach (var child in children)
            ForgetBack(child);
        var statement = LinkStatements.Insert(this, database.Dialect, new LinkParameters(this, key, [.. children.Select(ChildKey)]));
        await database.Session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
    }

    internal sealed override RelationLoad CreateLoad(PrefetchContext context, PrefetchNode node, object parents)
        => new ManyToManyLoad<TParent, TChild, TKey, TChildKey, TQuery>(context, node, this, (IReadOnlyList<TParent>)parents);

    private sealed class LinkParameters(
        ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery> relation, TKey key, TChildKey[] children) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            relation.BindKeys(binder, "keys", [key]);
            relation.BindChildKeys(binder, children);
        }
    }
}

/// <summary>A relation whose pairs can be written, whatever the parent and the keys.</summary>
internal interface ILinkRelation<TChild>
{
    Task LinkAsync(IModel parent, Database database, IReadOnlyList<TChild> children, CancellationToken cancellationToken);
}
