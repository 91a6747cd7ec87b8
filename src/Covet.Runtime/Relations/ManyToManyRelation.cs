namespace Covet.Infrastructure;

/// <summary>One direction of a <c>[ManyToMany]</c>.</summary>
/// <typeparam name="TParent">The model that has the set.</typeparam>
/// <typeparam name="TChild">The model of the set.</typeparam>
/// <typeparam name="TKey">The parent's key as it is stored; a tuple where it has several columns.</typeparam>
/// <typeparam name="TChildKey">The child's key as it is stored.</typeparam>
/// <typeparam name="TQuery">The child's query.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery>(RelationFacts facts) : SetRelation<TParent, TChild, TKey, TQuery>(facts)
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

    internal sealed override RelationLoad CreateLoad(PrefetchContext context, PrefetchNode node, object parents)
        => new ManyToManyLoad<TParent, TChild, TKey, TChildKey, TQuery>(context, node, this, (IReadOnlyList<TParent>)parents);
}
