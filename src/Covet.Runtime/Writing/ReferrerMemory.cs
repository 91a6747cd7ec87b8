namespace Covet.Infrastructure;

/// <summary>
/// What a write of the rows that point to a parent does in memory: it drops the caches on both sides, changes the instances when it has succeeded, and
/// puts back what they were when it fails, or when its transaction is rolled back.
/// </summary>
internal sealed class ReferrerMemory<TParent, TChild, TKey, TChildKey, TQuery>(
    ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery> relation, TParent parent, TKey key, Database database)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    private readonly ForwardRelation<TChild, TParent, TKey> _forward = relation.Forward;
    private readonly List<Action> _forgotten = [];
    private readonly List<Action> _undos = [];
    private readonly List<StampedRows<TParent, TChild, TKey, TChildKey, TQuery>> _written = [];

    /// <summary>When the write is done.</summary>
    public DateTimeOffset Now { get; } = database.Now;

    public List<TChild> Loaded() => relation.GetSet(parent).Loaded is { } loaded ? [.. loaded] : [];

    public bool PointsHere(TChild child) => _forward.TryGetKey(child, out var own) && own.Equals(key);

    /// <summary>Points new children to the parent, prepares them, and drops what their other ends have in memory of them; a failure from here on points them to where they pointed before.</summary>
    public void PointHere(List<TChild> fresh)
    {
        fresh.ForEach(Keep);
        try
        {
            foreach (var child in fresh)
                _forward.Assign(child, parent);
            fresh.ForEach(static child => TChild.Writer.OnSaving(child, SaveKind.Insert));
            TChild.Writer.PrepareAll(database, fresh);
        }
        catch
        {
            Undo();
            throw;
        }
        foreach (var child in fresh)
            Forget(() => relation.ForgetOtherEnds(child));
    }

    /// <summary>Drops the parent's cache, and of the children the related parent, whose cache it drops, too.</summary>
    public void ForgetCaches(IEnumerable<TChild> children)
    {
        Forget(() => relation.ForgetSets(parent));
        foreach (var child in children)
        {
            Forget(() => relation.ForgetOtherEnds(child));
            if (_forward.GetLoaded(child) is not { } related)
                continue;
            Forget(() => relation.ForgetSets(related));
            // An instance that was assigned before it had its key is more than a cache.
            if (_forward.TryGetKey(child, out var own) && _forward.TryGetChildKey(related, out var relatedKey) && own.Equals(relatedKey))
                _forward.Forget(child);
        }
    }

    /// <summary>Drops the sets once more: someone may have loaded what was there before the write, or what isn't there after a rollback.</summary>
    public void ForgetAgain() => _forgotten.ForEach(static forget => forget());

    /// <summary>Has children take over what an UPDATE wrote besides the foreign keys.</summary>
    public void Add(StampedRows<TParent, TChild, TKey, TChildKey, TQuery> rows) => _written.Add(rows);

    /// <summary>Points children that are saved to the parent.</summary>
    public void TakeIn(List<TChild> saved)
    {
        foreach (var child in saved)
        {
            KeepInTransaction(child);
            _forward.Assign(child, parent);
            _written.ForEach(rows => rows.Apply(child, Now));
            child.Source ??= database.Origin;
        }
    }

    /// <summary>Makes the foreign keys that name the parent null.</summary>
    public void LetGo(IEnumerable<TChild> children)
    {
        foreach (var child in children)
        {
            KeepInTransaction(child);
            if (PointsHere(child))
                _forward.Assign(child, null);
            _written.ForEach(rows => rows.Apply(child, Now));
        }
    }

    /// <summary>Makes the children what they were.</summary>
    public void Undo()
    {
        for (int i = _undos.Count - 1; i >= 0; i--)
            _undos[i]();
    }

    /// <summary>Has the write taken back in memory when the transaction that it was done in, if any, is rolled back.</summary>
    public void KeepUndo() => database.Session.Transaction?.OnRollback(() =>
    {
        Undo();
        ForgetAgain();
    });

    private void Forget(Action forget)
    {
        forget();
        _forgotten.Add(forget);
    }

    private void Keep(TChild child)
    {
        _undos.Add(_forward.Keep(child));
        _undos.Add(new KeptModel<TChild>(child).Restore);
    }

    private void KeepInTransaction(TChild child)
    {
        if (database.Session.Transaction is not null)
            Keep(child);
    }
}
