namespace Covet.Infrastructure;

/// <summary>A <c>[ForeignKey]</c> or <c>[OneToOne]</c> as the model that declares it sees it.</summary>
/// <typeparam name="TParent">The model with the foreign key.</typeparam>
/// <typeparam name="TChild">The model that it points to.</typeparam>
/// <typeparam name="TKey">The key as it is stored; a tuple where it has several columns.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ForwardRelation<TParent, TChild, TKey>(RelationFacts facts) : ToOneRelation<TParent, TChild, TKey>(facts), IForwardRelation
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    /// <summary>Takes over the key of a related instance, which may have got it after it was assigned.</summary>
    public abstract void TakeKey(TParent parent, TChild child);

    /// <summary>Makes the foreign key null; overridden where it can be.</summary>
    protected internal virtual void DropKey(TParent parent) => throw new NotSupportedException($"{this} is required.");

    /// <summary>Drops the related instance from memory; the key stays.</summary>
    protected internal abstract void Forget(TParent parent);

    /// <summary>What puts the key and the related instance back as they are now.</summary>
    protected internal abstract Action Keep(TParent parent);

    /// <summary>The related instance in memory, or null.</summary>
    public TChild? InMemory(TParent parent) => GetLoaded(parent);

    /// <summary>What puts the key back that a save takes over from the related instance; null where it is there already.</summary>
    public Action? KeepFromSave(TParent parent)
        => GetLoaded(parent) is { } related && TryGetChildKey(related, out var key) && !(TryGetKey(parent, out var own) && own.Equals(key)) ? Keep(parent) : null;

    /// <summary>Points to an instance, or to none, as assigning the property does.</summary>
    public void Assign(TParent parent, TChild? child)
    {
        if (child is null)
            DropKey(parent);
        else
            TakeKey(parent, child);
        SetLoaded(parent, child);
    }
}

/// <summary>A relation whose foreign key is on the parent's side.</summary>
internal interface IForwardRelation;
