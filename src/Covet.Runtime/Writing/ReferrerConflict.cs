namespace Covet.Infrastructure;

/// <summary>Such a write through the rows that point to a parent: the instance points there before it is written.</summary>
internal sealed class ReferrerConflict<TParent, TChild, TKey, TChildKey, TQuery> : SetConflict<TChild>
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    private readonly ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery> _relation;
    private readonly TParent _parent;
    private readonly TKey _key;

    public ReferrerConflict(ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery> relation, TParent parent, Database database) : base(database)
    {
        (_relation, _parent, _key) = (relation, parent, relation.DemandKey(parent));
    }

    protected override async Task<(TChild Model, bool Created)> RunAsync(
        TChild child,
        ConflictFacts<TChild> facts,
        SaveKind kind,
        Func<ConflictWrite<TChild>, DatabaseSession, Task<(TChild Model, bool Created)>> run,
        CancellationToken cancellationToken)
    {
        var (undo, former) = (_relation.Forward.Keep(child), _relation.Forward.GetLoaded(child));
        if (!facts.IsKey && _relation.IsInChildKey)
        {
            throw new InvalidOperationException(
                $"{_relation} can't look for {TChild.Info.AnyName} by its {facts.Name}: {_relation.Forward} is a part of its key, so a row that is found elsewhere can't be moved here. " +
                "Look for it by its key, or call the method of its table instead of the set's.");
        }
        var write = Prepare(child, facts, kind, undo);
        ForgetSets(child, former);
        (TChild Model, bool Created) result;
        try
        {
            result = await run(write, Database.Session).ConfigureAwait(false);
            if (!ReferenceEquals(result.Model, child))
            {
                undo();
                Introduce(result.Model, facts);
            }
            Database.Session.Transaction?.OnRollback(TakeBack);
        }
        catch
        {
            TakeBack();
            throw;
        }
        finally
        {
            // Someone may have loaded what was there before the write.
            ForgetSets(child, former);
        }
        write.Complete();
        return result;

        void TakeBack()
        {
            write.Undo();
            undo();
            ForgetFormer(child, former);
            ForgetSets(child, former);
        }
    }

    private void ForgetSets(TChild child, TParent? former)
    {
        _relation.ForgetSets(_parent);
        _relation.ForgetOtherEnds(child);
        if (former is not null)
            _relation.ForgetSets(former);
    }

    private ConflictWrite<TChild> Prepare(TChild child, ConflictFacts<TChild> facts, SaveKind kind, Action undo)
    {
        try
        {
            _relation.Forward.Assign(child, _parent);
            return ConflictWrite<TChild>.Begin(Database, facts, child, kind);
        }
        catch
        {
            undo();
            throw;
        }
    }

    /// <summary>Drops the related parent of a child, unless it was assigned before it, or the child, was saved: then it is more than a cache.</summary>
    private void ForgetFormer(TChild child, TParent? former)
    {
        if (former is not null && child.Source is not null && _relation.Forward.TryGetKey(child, out var key) && _relation.Forward.TryGetChildKey(former, out var formerKey) && key.Equals(formerKey))
            _relation.Forward.Forget(child);
    }

    /// <summary>Lets a row that was found know its parent.</summary>
    private void Introduce(TChild found, ConflictFacts<TChild> facts)
    {
        if (!_relation.Forward.TryGetKey(found, out var key) || !key.Equals(_key))
        {
            throw new InvalidOperationException(
                $"There is {TChild.Info.AnyName} with this {facts.Name}, but its {_relation.Forward.Name} is another one, so it isn't among the {_relation.Name} of this {TParent.Info.Name}. " +
                "UpsertAsync would move it here.");
        }
        _relation.SetBack(found, _parent);
    }
}
