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
    private readonly ReferrerMemory<TParent, TChild, TKey, TChildKey, TQuery> _memory;

    public ReferrerWrite(ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery> relation, TParent parent, Database database)
    {
        (_relation, _forward, _parent, _database, _key) = (relation, relation.Forward, parent, database, relation.DemandKey(parent));
        _memory = new(relation, parent, _key, database);
    }

    private static ModelWriter<TChild> Writer => TChild.Writer;

    public override async Task AddAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        var given = Split(children);
        if (given.Saved.Count + given.Fresh.Count == 0)
            return;
        var moved = Movable(given.Saved);
        _memory.PointHere(given.Fresh);
        _memory.ForgetCaches(given.Saved);
        var complete = await RunAsync(
            moved.Count + given.Fresh.Count > 1,
            async session =>
            {
                await MoveAsync(session, moved, cancellationToken).ConfigureAwait(false);
                return await InsertAsync(session, given.Fresh, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
        complete();
        _memory.TakeIn(given.Saved);
        _memory.KeepUndo();
        given.Fresh.ForEach(static child => Writer.OnSaved(child, SaveKind.Insert));
    }

    public override async Task<TChild> CreateAsync(TChild child, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (child.Source is not null)
            throw new InvalidOperationException($"{_relation}.CreateAsync inserts a new {TChild.Info.Name}, and this one was saved before: add it by AddAsync.");
        _memory.PointHere([child]);
        _memory.ForgetCaches([]);
        await SendAsync(
            async () =>
            {
                await Writer.SendInsertAsync(_database, child, cancellationToken).ConfigureAwait(false);
                return child;
            }).ConfigureAwait(false);
        _memory.KeepUndo();
        Writer.OnSaved(child, SaveKind.Insert);
        return child;
    }

    public override async Task SetAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        var given = Split(children);
        var movable = Movable(given.Saved);
        _memory.PointHere(given.Fresh);
        var loaded = _memory.Loaded();
        HashSet<TChildKey> removed = [];
        _memory.ForgetCaches(given.Saved.Concat(loaded));
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
        _memory.TakeIn(given.Saved);
        _memory.LetGo(loaded.Where(child => removed.Contains(_relation.ChildKey(child))));
        _memory.KeepUndo();
        given.Fresh.ForEach(static child => Writer.OnSaved(child, SaveKind.Insert));
    }

    public override async Task RemoveAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        var given = Distinct(children);
        if (given.Count == 0)
            return;
        foreach (var child in given)
            DemandMember(child);
        HashSet<TChildKey> keys = [.. given.Select(_relation.ChildKey)];
        var alike = _memory.Loaded().FindAll(child => keys.Contains(_relation.ChildKey(child)));
        _memory.ForgetCaches(given.Concat(alike));
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
        _memory.LetGo(given.Concat(alike));
        foreach (var child in given)
            child.Source ??= _database.Origin;
        _memory.KeepUndo();
    }

    public override async Task ClearAsync(CancellationToken cancellationToken)
    {
        var loaded = _memory.Loaded();
        _memory.ForgetCaches(loaded);
        await RunAsync(
            isAtomic: false,
            session => UpdateAsync(session, nameof(ReferrerStatements.ReleaseAll), ReferrerStatements.ReleaseAll, null, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        _memory.LetGo(loaded);
        _memory.KeepUndo();
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
            if (!_memory.PointsHere(child))
            {
                throw new InvalidOperationException(
                    $"{_relation} can't take over {TChild.Info.AnyName} that is saved: {_forward} is a part of its key, and rows are found by their key. " +
                    "Insert a new one, and delete this one.");
            }
        }
        return [];
    }

    private void DemandMember(TChild child)
    {
        bool isStranger = !child.HasKey || (_forward.TryGetKey(child, out var key) ? !key.Equals(_key) : child.Source is not null);
        if (!isStranger)
            return;
        string which = child.HasKey ? $"{TChild.Info.Name} {_relation.ChildKey(child)}" : $"{TChild.Info.Name} that was never saved";
        throw new InvalidOperationException($"The {which} isn't among the {_relation.Name} of this {TParent.Info.Name}, as its {_forward.Name} says, so nothing is removed.");
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
            _memory.Undo();
            throw;
        }
        finally
        {
            _memory.ForgetAgain();
        }
    }

    private async Task MoveAsync(DatabaseSession session, List<TChild> children, CancellationToken cancellationToken)
    {
        if (children.Count == 0)
            return;
        List<TChildKey> keys = [.. children.Select(_relation.ChildKey).Distinct()];
        if (await UpdateAsync(session, nameof(ReferrerStatements.Move), ReferrerStatements.Move, keys, cancellationToken).ConfigureAwait(false) < keys.Count)
            throw new RowNotFoundException(TChild.Info.Name, $"move to {_relation}", [.. children.Select(Writer.KeyOf).Distinct()]);
    }

    private async Task<int> ReleaseAsync(DatabaseSession session, HashSet<TChildKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return 0;
        return await UpdateAsync(session, nameof(ReferrerStatements.Release), ReferrerStatements.Release, [.. keys], cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs an UPDATE of the set's rows.</summary>
    private async Task<int> UpdateAsync(
        DatabaseSession session, string name, Action<SqlWriter, Relation> write, IReadOnlyList<TChildKey>? keys, CancellationToken cancellationToken)
    {
        var statement = new Statement(_relation.Texts.Get<Relation>(_database.Dialect, name, _relation, write), Parameters(keys, TChild.Info.UpdatedAt is null ? null : _memory.Now));
        if (!StampedRows<TParent, TChild, TKey, TChildKey, TQuery>.HasAny)
            return await session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        var rows = new StampedRows<TParent, TChild, TKey, TChildKey, TQuery>(_relation);
        await session.ReadAsync(statement, rows, cancellationToken).ConfigureAwait(false);
        _memory.Add(rows);
        return rows.Rows;
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

    private SetParameters<TParent, TChild, TKey, TChildKey, TQuery> Parameters(IReadOnlyList<TChildKey>? children = null, DateTimeOffset? now = null)
        => new(_relation, _key, children, now);
}
