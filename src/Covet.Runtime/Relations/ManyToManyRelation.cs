namespace Covet.Infrastructure;

/// <summary>One direction of a <c>[ManyToMany]</c>.</summary>
/// <typeparam name="TParent">The model that has the set.</typeparam>
/// <typeparam name="TChild">The model of the set.</typeparam>
/// <typeparam name="TKey">The parent's key as it is stored; a tuple where it has several columns.</typeparam>
/// <typeparam name="TChildKey">The child's key, by which it is linked, as it is stored.</typeparam>
/// <typeparam name="TQuery">The child's query.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery>(RelationFacts facts)
    : SetRelation<TParent, TChild, TKey, TChildKey, TQuery>(facts), ILinkRelation<TChild>
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

    /// <summary>Drops what the parent has in memory of the links; overridden where it has more than the set itself.</summary>
    protected internal virtual void ForgetLinks(TParent parent) => GetSet(parent).Forget();

    /// <summary>Drops what the child has in memory of the links; overridden where it has anything.</summary>
    protected internal virtual void ForgetBack(TChild child)
    {
    }

    /// <summary>Drops what a parent whose row is deleted has in memory of its links, and what the other sides have of it.</summary>
    public void ForgetParent(TParent parent)
    {
        foreach (var child in GetSet(parent).Loaded ?? [])
            ForgetBack(child);
        ForgetLinks(parent);
    }

    /// <summary>The columns of a new link besides its two keys, quoted; each takes the parameter <c>v</c> with its place here.</summary>
    internal virtual string[] PayloadColumns => [];

    /// <summary>New links of a parent: those that hold the same besides their keys are one.</summary>
    internal virtual List<NewLinks<TChildKey>> NewLinks(Database database, TParent parent, IReadOnlyList<LinkTarget<TChild, TChildKey>> targets, LinkFill? fill)
        => [new([.. targets.Select(target => target.Key)], null)];

    internal sealed override RelationLoad CreateLoad(PrefetchContext context, PrefetchNode node, object parents)
        => new ManyToManyLoad<TParent, TChild, TKey, TChildKey, TQuery>(context, node, this, (IReadOnlyList<TParent>)parents);

    LinkWrite<TChild> ILinkRelation<TChild>.Write(IModel parent, Database database)
        => new LinkWrite<TParent, TChild, TKey, TChildKey, TQuery>(this, (TParent)parent, database);
}
