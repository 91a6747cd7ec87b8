namespace Covet.Infrastructure;

/// <summary>A <c>[ForeignKey]</c> as the model that it points to sees it.</summary>
/// <typeparam name="TParent">The model pointed to.</typeparam>
/// <typeparam name="TChild">The model with the foreign key.</typeparam>
/// <typeparam name="TKey">The key as it is stored; a tuple where it has several columns.</typeparam>
/// <typeparam name="TChildKey">The child's own key as it is stored.</typeparam>
/// <typeparam name="TQuery">The child's query.</typeparam>
/// <param name="facts">What the generator knows.</param>
public abstract class ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery>(RelationFacts facts)
    : SetRelation<TParent, TChild, TKey, TChildKey, TQuery>(facts), IReferrerRelation<TChild>
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    /// <summary>The relation that this one reverses.</summary>
    protected internal abstract ForwardRelation<TChild, TParent, TKey> Forward { get; }

    /// <summary>Drops what the parent has in memory of its rows; overridden where many-to-many relations go through them.</summary>
    protected internal virtual void ForgetSets(TParent parent) => GetSet(parent).Forget();

    /// <summary>Drops what the other ends of a row have in memory of it, where many-to-many relations go through it; overridden there.</summary>
    protected internal virtual void ForgetOtherEnds(TChild child)
    {
    }

    /// <summary>Drops what a parent whose row is deleted has in memory of its rows, and what these have of it.</summary>
    public void ForgetParent(TParent parent)
    {
        foreach (var child in GetSet(parent).Loaded ?? [])
        {
            if (Forward.InMemory(child) == parent)
                Forward.Forget(child);
            ForgetOtherEnds(child);
        }
        ForgetSets(parent);
    }

    /// <summary>Drops what others have in memory of a row that is deleted.</summary>
    public void ForgetChild(TChild child)
    {
        if (Forward.InMemory(child) is { } parent)
            ForgetSets(parent);
        ForgetOtherEnds(child);
    }

    /// <summary>Whether the foreign key is a part of the child's own key, by which its row is found.</summary>
    internal bool IsInChildKey => ChildColumns.Intersect(TChild.Info.QuotedKey).Any();

    /// <summary>The parent's key, which a write needs.</summary>
    /// <exception cref="InvalidOperationException">It is null.</exception>
    internal TKey DemandKey(TParent parent) => TryGetKey(parent, out var key)
        ? key
        : throw new InvalidOperationException($"{this} can't be written: {Forward} refers to a column of {TParent.Info.Name} that is null in this one.");

    internal sealed override RelationLoad CreateLoad(PrefetchContext context, PrefetchNode node, object parents)
        => new ToManyLoad<TParent, TChild, TKey, TChildKey, TQuery>(context, node, this, (IReadOnlyList<TParent>)parents);

    internal sealed override void Introduce(object child, IModel parent) => SetBack((TChild)child, (TParent)parent);

    internal void SetBack(TChild child, TParent parent)
    {
        if (!Forward.IsLoaded(child))
            Forward.SetLoaded(child, parent);
    }

    ReferrerWrite<TChild> IReferrerRelation<TChild>.Write(IModel parent, Database database)
        => new ReferrerWrite<TParent, TChild, TKey, TChildKey, TQuery>(this, (TParent)parent, database);

    SetConflict<TChild> IReferrerRelation<TChild>.Conflict(IModel parent, Database database)
        => new ReferrerConflict<TParent, TChild, TKey, TChildKey, TQuery>(this, (TParent)parent, database);
}
