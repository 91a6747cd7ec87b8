namespace Covet.Infrastructure;

/// <summary>A <c>[OneToOne]</c> as the model that it points to sees it.</summary>
/// <typeparam name="TParent">The model pointed to.</typeparam>
/// <typeparam name="TChild">The model with the foreign key.</typeparam>
/// <typeparam name="TKey">The key as it is stored; a tuple where it has several columns.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ReverseToOne<TParent, TChild, TKey>(RelationFacts facts) : ToOneRelation<TParent, TChild, TKey>(facts)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    /// <summary>The relation that this one reverses.</summary>
    protected abstract ForwardRelation<TChild, TParent, TKey> Forward { get; }

    /// <summary>Drops what the parent has in memory.</summary>
    protected abstract void Forget(TParent parent);

    /// <summary>Drops what a parent whose row is deleted has in memory of the row that refers to it, and what this has of it.</summary>
    public void ForgetParent(TParent parent)
    {
        if (GetLoaded(parent) is { } child && Forward.InMemory(child) == parent)
            Forward.Forget(child);
        Forget(parent);
    }

    /// <summary>Drops what the parent, where it is in memory, has of a row that is deleted.</summary>
    public void ForgetChild(TChild child)
    {
        if (Forward.InMemory(child) is { } parent)
            Forget(parent);
    }

    /// <inheritdoc/>
    protected internal sealed override bool TryGetChildKey(TChild child, out TKey key) => Forward.TryGetKey(child, out key);

    /// <inheritdoc/>
    protected internal sealed override void SetBack(TChild child, TParent parent)
    {
        if (!Forward.IsLoaded(child))
            Forward.SetLoaded(child, parent);
    }
}
