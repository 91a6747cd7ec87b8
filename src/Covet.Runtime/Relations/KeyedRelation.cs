namespace Covet.Infrastructure;

/// <summary>A relation between two models over keys of one type.</summary>
/// <typeparam name="TParent">The model that has the property.</typeparam>
/// <typeparam name="TChild">The model that it leads to.</typeparam>
/// <typeparam name="TKey">The key as it is stored; a tuple where it has several columns.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class KeyedRelation<TParent, TChild, TKey>(RelationFacts facts) : Relation(facts)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    /// <summary>The parent's side of the key.</summary>
    /// <returns><see langword="false"/> when it is null: the parent has no child.</returns>
    protected internal abstract bool TryGetKey(TParent parent, out TKey key);

    /// <summary>Binds the keys as one list; overridden for keys of several columns.</summary>
    protected internal virtual void BindKeys(ParameterBinder binder, string name, IReadOnlyList<TKey> keys) => binder.AddList(name, keys);

    /// <summary>Whether the parent has the relation in memory.</summary>
    protected internal abstract bool IsLoaded(TParent parent);

    /// <summary>Rises whenever what the parent has in memory is dropped by a write; overridden where writes do.</summary>
    internal virtual int VersionOf(TParent parent) => 0;

    internal sealed override RelationKeys? KeysOf(IModel parent) => TryGetKey((TParent)parent, out var key) ? Parameters([key]) : null;

    internal RelationKeys Parameters(IReadOnlyList<TKey> keys) => new KeyParameters(this, keys);

    private sealed class KeyParameters(KeyedRelation<TParent, TChild, TKey> relation, IReadOnlyList<TKey> keys) : RelationKeys
    {
        public override void Bind(ParameterBinder binder, string name) => relation.BindKeys(binder, name, keys);
    }
}
