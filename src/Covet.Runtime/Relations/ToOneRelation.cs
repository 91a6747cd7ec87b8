namespace Covet.Infrastructure;

/// <summary>A relation to at most one row.</summary>
/// <typeparam name="TParent">The model that has the property.</typeparam>
/// <typeparam name="TChild">The model that it leads to.</typeparam>
/// <typeparam name="TKey">The key as it is stored; a tuple where it has several columns.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ToOneRelation<TParent, TChild, TKey>(RelationFacts facts)
    : KeyedRelation<TParent, TChild, TKey>(facts), IJoinable
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    internal sealed override bool IsToMany => false;

    /// <summary>The related row in memory, or null.</summary>
    protected internal abstract TChild? GetLoaded(TParent parent);

    /// <summary>Puts the related row, or its absence, into the parent's memory.</summary>
    protected internal abstract void SetLoaded(TParent parent, TChild? child);

    /// <summary>Puts the related row into the parent's memory, where the relation back found it; one that the branch itself loaded stays.</summary>
    public void Set(TParent parent, TChild child)
    {
        if (!IsLoaded(parent))
            SetLoaded(parent, child);
    }

    /// <summary>The related row in memory, or null: what a save takes the key from.</summary>
    public TChild? Related(TParent parent) => GetLoaded(parent);

    /// <summary>The child's side of the key.</summary>
    protected internal abstract bool TryGetChildKey(TChild child, out TKey key);

    /// <summary>Lets the child know the parent, where the relation back is to one row too.</summary>
    protected internal virtual void SetBack(TChild child, TParent parent)
    {
    }

    internal sealed override void Introduce(object child, IModel parent) => SetBack((TChild)child, (TParent)parent);

    internal sealed override RelationLoad CreateLoad(PrefetchContext context, PrefetchNode node, object parents)
        => new ToOneLoad<TParent, TChild, TKey>(context, node, this, (IReadOnlyList<TParent>)parents);

    IncludeReader IJoinable.CreateReader(Database database, FetchMode mode) => new IncludeReader<TParent, TChild, TKey>(this, database, mode);

    /// <summary>Loads the related row of an instance, and of its siblings when the fetch mode is Peers; no statement when it is loaded.</summary>
    /// <returns>The row, or null where there is none.</returns>
    public async ValueTask<TChild?> LoadAsync(TParent parent, CancellationToken cancellationToken)
    {
        while (!IsLoaded(parent))
        {
            bool hadKey = TryGetKey(parent, out var key);
            await LazyLoad.RunAsync(this, parent, IsLoaded, cancellationToken).ConfigureAwait(false);
            // Once more only where the key was set to another in the meantime.
            if (hadKey == TryGetKey(parent, out var now) && (!hadKey || EqualityComparer<TKey>.Default.Equals(key, now)))
                break;
        }
        return GetLoaded(parent);
    }
}

/// <summary>A relation that can be joined into its parent's statement.</summary>
internal interface IJoinable
{
    IncludeReader CreateReader(Database database, FetchMode mode);
}

