namespace Covet.Infrastructure;

/// <summary>What a related set needs of its relation, whatever the parent and the key.</summary>
/// <typeparam name="TChild">The model of the set.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
public interface ISetRelation<TChild, TQuery>
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
{
    /// <summary>The relation itself.</summary>
    Relation Relation { get; }

    /// <summary>A query limited to the children of one parent.</summary>
    TQuery QueryFor(IModel parent, Database database);

    /// <summary>Loads the set of the parent, and of its siblings when the fetch mode is Peers.</summary>
    ValueTask LoadAsync(IModel parent, CancellationToken cancellationToken);
}

/// <summary>A relation to many rows.</summary>
/// <typeparam name="TParent">The model that has the set.</typeparam>
/// <typeparam name="TChild">The model of the set.</typeparam>
/// <typeparam name="TKey">The parent's key as it is stored; a tuple where it has several columns.</typeparam>
/// <typeparam name="TChildKey">The key by which writes name a child, as it is stored.</typeparam>
/// <typeparam name="TQuery">The child's query.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class SetRelation<TParent, TChild, TKey, TChildKey, TQuery>(RelationFacts facts)
    : KeyedRelation<TParent, TChild, TKey>(facts), ISetRelation<TChild, TQuery>
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    Relation ISetRelation<TChild, TQuery>.Relation => this;

    internal sealed override bool IsToMany => true;

    /// <summary>The texts of its writes.</summary>
    internal WrittenTexts Texts { get; } = new();

    /// <summary>The parent's set.</summary>
    protected internal abstract RelatedCollection<TChild, TQuery> GetSet(TParent parent);

    /// <summary>A new query over the children.</summary>
    /// <param name="state">Where it starts from.</param>
    protected abstract TQuery CreateQuery(QueryStart state);

    /// <summary>The key by which writes name a child.</summary>
    protected internal abstract TChildKey ChildKey(TChild child);

    /// <summary>Reads such a key from a row that holds nothing else.</summary>
    protected internal abstract TChildKey ReadKey<TReader>(ref TReader row) where TReader : struct, IRowReader;

    /// <summary>Binds children's keys as the parameter <c>children</c>; overridden for keys of several columns.</summary>
    protected internal virtual void BindChildKeys(ParameterBinder binder, IReadOnlyList<TChildKey> keys) => binder.AddList("children", keys);

    /// <summary>Binds one parent's key as the parameter <c>parent</c>; overridden for keys of several columns: <c>parent_0</c> and so on.</summary>
    protected internal virtual void BindParent(ParameterBinder binder, TKey key) => binder.Add("parent", key);

    /// <inheritdoc/>
    protected internal sealed override bool IsLoaded(TParent parent) => GetSet(parent).IsLoaded;

    internal sealed override int VersionOf(TParent parent) => GetSet(parent).Version;

    TQuery ISetRelation<TChild, TQuery>.QueryFor(IModel parent, Database database) => CreateQuery(new QueryStart(database, this, parent));

    ValueTask ISetRelation<TChild, TQuery>.LoadAsync(IModel parent, CancellationToken cancellationToken)
        => LazyLoad.RunAsync(this, (TParent)parent, IsLoaded, cancellationToken);
}
