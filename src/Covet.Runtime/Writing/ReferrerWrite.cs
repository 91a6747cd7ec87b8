namespace Covet.Infrastructure;

/// <summary>
/// One write of the rows that point to a parent. What can be known to be wrong is said first; then the caches on both sides are dropped, then
/// the statements are sent, and when all have succeeded the instances take over what is in the database now.
/// </summary>
internal sealed class ReferrerWrite<TParent, TChild, TKey, TChildKey, TQuery> : ReferrerWrite<TChild>
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    private readonly ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery> _relation;
    private readonly ForwardRelation<TChild, TParent, TKey> _forward;
    private readonly TParent _parent;
    private readonly Database _database;
    private readonly TKey _key;
    private readonly List<RelatedCollection<TChild, TQuery>> _forgotten = [];
    private Action _undo = static () => { };

    public ReferrerWrite(ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery> relation, TParent parent, Database database)
    {
        (_relation, _forward, _parent, _database, _key) = (relation, relation.Forward, parent, database, relation.DemandKey(parent));
    }

    private static ModelWriter<TChild> Writer => TChild.Writer;

    public override async Task AddAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        var given = Split(children);
        if (given.Saved.Count + given.Fresh.Count == 0)
            return;
        var moved = Movable(given.Saved);
        PointHere(given.Fresh);
        ForgetCaches(given.Saved);
        var complete = await RunAsync(
            moved.Count + given.Fresh.Count > 1,
            async session =>
            {
                await MoveAsync(session, moved, cancellationToken).ConfigureAwait(false);
                return await InsertAsync(session, given.Fresh, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        complete();
        TakeIn(given.Saved);
    }

    public override async Task<TChild> CreateAsync(TChild child, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (child.Source is not null)
            throw new InvalidOperationException($"{_relation}.CreateAsync inserts a new {TChild.Info.Name}, and this one was saved before: add it by AddAsync.");
        PointHere([child]);
        ForgetCaches([]);
        return await SendAsync(
            async () =>
            {
                await Writer.InsertAsync(_database, child, cancellationToken).ConfigureAwait(false);
                return child;
            }).ConfigureAwait(false);
    }

    public override async Task SetAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        var given = Split(children);
        var movable = Movable(given.Saved);
        PointHere(given.Fresh);
        var loaded = Loaded();
        HashSet<TChildKey> removed = [];
        ForgetCaches(given.Saved.Concat(loaded));
        var complete = await RunAsync(
            isAtomic: true,
            async session =>
            {
                var present = await PresentAsync(session, cancellationToken).ConfigureAwait(false);
                if (_forward.IsOptional)
                {
                    removed = [.. present];
                    removed.ExceptWith(given.Saved.Select(_relation.ChildKey));
                    await ReleaseAsync(session, removed, cancellationToken).ConfigureAwait(false);
                }
                movable.RemoveAll(child => present.Contains(_relation.ChildKey(child)));
                await MoveAsync(session, movable, cancellationToken).ConfigureAwait(false);
                return await InsertAsync(session, given.Fresh, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        complete();
        TakeIn(given.Saved);
        LetGo(loaded.Where(child => removed.Contains(_relation.ChildKey(child))));
    }

    public override async Task RemoveAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        var given = Distinct(children);
        if (given.Count == 0)
            return;
        foreach (var child in given)
            DemandMember(child);
        HashSet<TChildKey> keys = [.. given.Select(_relation.ChildKey)];
        var alike = Loaded().FindAll(child => keys.Contains(_relation.ChildKey(child)));
        ForgetCaches(given.Concat(alike));
        await RunAsync(
            keys.Count > 1,
            async session =>
            {
                int changed = await ReleaseAsync(session, keys, cancellationToken).ConfigureAwait(false);
                if (changed < keys.Count)
                {
                    throw new InvalidOperationException(
                        $"{_relation} of this {TParent.Info.Name} has {changed} of the {keys.Count} given rows of {TChild.Info.Name} in the database, so none is removed.");
                }
                return changed;
            },
            cancellationToken).ConfigureAwait(false);
        foreach (var child in given)
            child.Source ??= _database.Origin;
        LetGo(given.Concat(alike));
    }

    public override async Task ClearAsync(CancellationToken cancellationToken)
    {
        var loaded = Loaded();
        ForgetCaches(loaded);
        string text = _relation.Texts.Get(_database.Dialect, nameof(ReferrerStatements.ReleaseAll), _relation, ReferrerStatements.ReleaseAll);
        await RunAsync(
            isAtomic: false,
            session => session.ExecuteAsync(new Statement(text, Parameters()), cancellationToken).AsTask(),
            cancellationToken).ConfigureAwait(false);
        LetGo(loaded);
    }

    private static List<TChild> Distinct(IEnumerable<TChild> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        var distinct = new List<TChild>();
        var seen = new HashSet<TChild>(ReferenceEqualityComparer.Instance);
        foreach (var child in children)
        {
            ArgumentNullException.ThrowIfNull(child, nameof(children));
            if (seen.Add(child))
                distinct.Add(child);
        }
        return distinct;
    }

    private static (List<TChild> Saved, List<TChild> Fresh) Split(IEnumerable<TChild> children)
    {
        var distinct = Distinct(children);
        return (distinct.FindAll(Writer.IsSaved), distinct.FindAll(static child => !Writer.IsSaved(child)));
    }

    /// <summary>The children whose foreign key is to be written: not those that it names, if it is a part of their key and says already what it should.</summary>
    private List<TChild> Movable(List<TChild> saved)
    {
        if (!_relation.IsInChildKey)
            return [.. saved];
        foreach (var child in saved)
        {
            if (!PointsHere(child))
            {
                throw new InvalidOperationException(
                    $"{_relation} can't take over a {TChild.Info.Name} that is saved: {_forward} is a part of its key, and rows are found by their key. " +
                    "Insert a new one, and delete this one.");
            }
        }
        return [];
    }

    /// <summary>Points new children to the parent, and prepares them; a failure from here on points them to where they pointed before.</summary>
    private void PointHere(List<TChild> fresh)
    {
        var kept = fresh.ConvertAll(_forward.Keep);
        _undo = () => kept.ForEach(static undo => undo());
        try
        {
            foreach (var child in fresh)
                _forward.Assign(child, _parent);
            Writer.PrepareAll(fresh);
        }
        catch
        {
            _undo();
            throw;
        }
    }

    private bool PointsHere(TChild child) => _forward.TryGetKey(child, out var key) && key.Equals(_key);

    private void DemandMember(TChild child)
    {
        bool isStranger = !child.HasKey || (_forward.TryGetKey(child, out var key) ? !key.Equals(_key) : child.Source is not null);
        if (!isStranger)
            return;
        string which = child.HasKey ? $"{TChild.Info.Name} {_relation.ChildKey(child)}" : $"{TChild.Info.Name} that was never saved";
        throw new InvalidOperationException($"The {which} isn't among the {_relation.Name} of this {TParent.Info.Name}, as its {_forward.Name} says, so nothing is removed.");
    }

    private List<TChild> Loaded() => _relation.GetSet(_parent).Loaded is { } loaded ? [.. loaded] : [];

    /// <summary>Drops the parent's cache, and of the children the related parent, whose cache it drops, too.</summary>
    private void ForgetCaches(IEnumerable<TChild> children)
    {
        Forget(_parent);
        foreach (var child in children)
        {
            if (_forward.GetLoaded(child) is not { } related)
                continue;
            Forget(related);
            // An instance that was assigned before it had its key is more than a cache.
            if (_forward.TryGetKey(child, out var key) && _forward.TryGetChildKey(related, out var relatedKey) && key.Equals(relatedKey))
                _forward.Forget(child);
        }
    }

    private void Forget(TParent parent)
    {
        var set = _relation.GetSet(parent);
        set.Forget();
        _forgotten.Add(set);
    }

    private Task<TResult> RunAsync<TResult>(bool isAtomic, Func<DatabaseSession, Task<TResult>> work, CancellationToken cancellationToken)
        => SendAsync(() => isAtomic ? _database.Session.TransactAsync(work, cancellationToken) : work(_database.Session));

    /// <summary>Sends the write, and drops the caches once more: someone may have loaded what was there before it.</summary>
    private async Task<TResult> SendAsync<TResult>(Func<Task<TResult>> send)
    {
        try
        {
            return await send().ConfigureAwait(false);
        }
        catch
        {
            _undo();
            throw;
        }
        finally
        {
            _forgotten.ForEach(static set => set.Forget());
        }
    }

    private async Task MoveAsync(DatabaseSession session, List<TChild> children, CancellationToken cancellationToken)
    {
        if (children.Count == 0)
            return;
        List<TChildKey> keys = [.. children.Select(_relation.ChildKey).Distinct()];
        string text = _relation.Texts.Get(_database.Dialect, nameof(ReferrerStatements.Move), _relation, ReferrerStatements.Move);
        if (await session.ExecuteAsync(new Statement(text, Parameters(keys)), cancellationToken).ConfigureAwait(false) < keys.Count)
            throw new RowNotFoundException(TChild.Info.Name, $"move to {_relation}");
    }

    private async Task<int> ReleaseAsync(DatabaseSession session, HashSet<TChildKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return 0;
        string text = _relation.Texts.Get(_database.Dialect, nameof(ReferrerStatements.Release), _relation, ReferrerStatements.Release);
        return await session.ExecuteAsync(new Statement(text, Parameters([.. keys])), cancellationToken).ConfigureAwait(false);
    }

    private Task<Action> InsertAsync(DatabaseSession session, List<TChild> fresh, CancellationToken cancellationToken)
        => Writer.SendInsertsAsync(_database, session, fresh, progress: null, cancellationToken);

    private async Task<HashSet<TChildKey>> PresentAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        string text = _relation.Texts.Get(_database.Dialect, nameof(ReferrerStatements.Keys), _relation, ReferrerStatements.Keys);
        var present = new PresentKeys<TParent, TChild, TKey, TChildKey, TQuery>(_relation);
        await session.ReadAsync(new Statement(text, Parameters()), present, cancellationToken).ConfigureAwait(false);
        return present.Keys;
    }

    private SetParameters<TParent, TChild, TKey, TChildKey, TQuery> Parameters(IReadOnlyList<TChildKey>? children = null) => new(_relation, _key, children);

    private void TakeIn(List<TChild> saved)
    {
        foreach (var child in saved)
        {
            _forward.Assign(child, _parent);
            child.Source ??= _database.Origin;
        }
    }

    private void LetGo(IEnumerable<TChild> children)
    {
        foreach (var child in children)
        {
            if (PointsHere(child))
                _forward.Assign(child, null);
        }
    }
}
