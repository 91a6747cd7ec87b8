namespace Covet.Infrastructure;

/// <summary>
/// One write of the links of a parent. What can be known to be wrong is said first; then the caches on both sides are dropped, then the
/// statements are sent.
/// </summary>
internal sealed class LinkWrite<TParent, TChild, TKey, TChildKey, TQuery> : LinkWrite<TChild>
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    private const int StatementsPerBatch = 500;

    private readonly ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery> _relation;
    private readonly TParent _parent;
    private readonly Database _database;
    private readonly TKey _key;
    private readonly HashSet<TChild> _forgotten = new(ReferenceEqualityComparer.Instance);

    public LinkWrite(ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery> relation, TParent parent, Database database)
    {
        (_relation, _parent, _database) = (relation, parent, database);
        if (!relation.TryGetKey(parent, out var key))
            throw new InvalidOperationException($"{relation} can't be written: its links refer to a column of {TParent.Info.Name} that is null in this one.");
        _key = key;
    }

    public override Task AddAsync(IEnumerable<TChild> children, LinkFill? fill, CancellationToken cancellationToken)
        => LinkAsync(Targets(children), fill, cancellationToken);

    public override Task AddKeysAsync<TGiven>(IEnumerable<TGiven> keys, LinkFill? fill, CancellationToken cancellationToken)
        => LinkAsync(KeyTargets(keys), fill, cancellationToken);

    public override Task SetAsync(IEnumerable<TChild> children, LinkFill? fill, CancellationToken cancellationToken)
        => ReplaceAsync(Targets(children), fill, cancellationToken);

    public override Task SetKeysAsync<TGiven>(IEnumerable<TGiven> keys, LinkFill? fill, CancellationToken cancellationToken)
        => ReplaceAsync(KeyTargets(keys), fill, cancellationToken);

    public override Task RemoveAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(children);
        // What was never saved is linked to nothing: a stranger, as others are.
        return UnlinkAsync(Targets(children.Where(static child => child is not { HasKey: false })), cancellationToken);
    }

    public override Task RemoveKeysAsync<TGiven>(IEnumerable<TGiven> keys, CancellationToken cancellationToken) => UnlinkAsync(KeyTargets(keys), cancellationToken);

    public override async Task<TChild> CreateAsync(TChild child, LinkFill? fill, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(child);
        if (child.Source is not null)
            throw new InvalidOperationException($"{_relation}.CreateAsync inserts a new {TChild.Info.Name}, and this one was saved before: add it by AddAsync.");
        TChild.Writer.OnSaving(child, SaveKind.Insert);
        var kept = new KeptModel<TChild>(child);
        try
        {
            TChild.Writer.PrepareAll(_database, [child]);
            ForgetCaches(child);
            await TransactAsync(
                async session =>
                {
                    var complete = await TChild.Writer.SendInsertsAsync(_database, session, [child], progress: null, cancellationToken).ConfigureAwait(false);
                    complete();
                    var statements = Inserts([new(_relation.ChildKey(child), child)], fill);
                    await SendAsync(session, statements, cancellationToken).ConfigureAwait(false);
                    return child;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            kept.Restore();
            throw;
        }
        _database.Session.Transaction?.OnRollback(kept.Restore);
        TChild.Writer.OnSaved(child, SaveKind.Insert);
        return child;
    }

    public override async Task ClearAsync(CancellationToken cancellationToken)
    {
        ForgetAll([]);
        string text = _relation.Texts.Get(_database.Dialect, nameof(LinkStatements.DeleteAll), _relation, LinkStatements.DeleteAll);
        await ExecuteAsync(new Statement(text, Parameters()), cancellationToken).ConfigureAwait(false);
    }

    public override void ForgetCaches(TChild child)
    {
        _relation.ForgetLinks(_parent);
        ForgetBack(child);
    }

    public override Task LinkAsync(DatabaseSession session, TChild child, LinkFill? fill, CancellationToken cancellationToken)
        => SendAsync(session, Inserts(Targets([child]), fill), cancellationToken);

    private async Task LinkAsync(List<LinkTarget<TChild, TChildKey>> targets, LinkFill? fill, CancellationToken cancellationToken)
    {
        if (targets.Count == 0)
            return;
        var statements = Inserts(targets, fill);
        Forget(targets);
        if (statements is [var only])
            await ExecuteAsync(only, cancellationToken).ConfigureAwait(false);
        else
            await TransactAsync(session => SendAsync(session, statements, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task ReplaceAsync(List<LinkTarget<TChild, TChildKey>> targets, LinkFill? fill, CancellationToken cancellationToken)
    {
        ForgetAll(targets);
        await TransactAsync(
            async session =>
            {
                var present = await PresentAsync(session, cancellationToken).ConfigureAwait(false);
                List<TChildKey> removed = [.. present.Except(targets.Select(static target => target.Key))];
                if (removed.Count > 0)
                    await session.ExecuteAsync(Delete(removed), cancellationToken).ConfigureAwait(false);
                var added = targets.FindAll(target => !present.Contains(target.Key));
                return added.Count > 0 ? await SendAsync(session, Inserts(added, fill), cancellationToken).ConfigureAwait(false) : 0;
            },
            cancellationToken).ConfigureAwait(false);
    }

    private async Task UnlinkAsync(List<LinkTarget<TChild, TChildKey>> targets, CancellationToken cancellationToken)
    {
        if (targets.Count == 0)
            return;
        Forget(targets);
        await ExecuteAsync(Delete([.. targets.Select(static target => target.Key).Distinct()]), cancellationToken).ConfigureAwait(false);
    }

    private List<LinkTarget<TChild, TChildKey>> Targets(IEnumerable<TChild> children)
    {
        ArgumentNullException.ThrowIfNull(children);
        var targets = new List<LinkTarget<TChild, TChildKey>>();
        foreach (var child in children)
        {
            ArgumentNullException.ThrowIfNull(child, nameof(children));
            if (!child.HasKey)
                throw new InvalidOperationException($"{_relation} can't take {TChild.Info.AnyName} that was never saved: insert it first, or use CreateAsync.");
            if (_relation.ChildKey(child) is not { } key)
                throw new InvalidOperationException($"{_relation} can't take this {TChild.Info.Name}: what its links refer to ({string.Join(", ", _relation.ChildColumns)}) is null in it.");
            targets.Add(new(key, child));
        }
        return targets;
    }

    private List<LinkTarget<TChild, TChildKey>> KeyTargets<TGiven>(IEnumerable<TGiven> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys is not IEnumerable<TChildKey> own || !_relation.ChildColumns.SequenceEqual(TChild.Info.QuotedKey))
        {
            throw new NotSupportedException(
                $"{_relation} can't be written by keys: its links refer to {string.Join(", ", _relation.ChildColumns)}, which isn't the key of {TChild.Info.Name}. Give it instances.");
        }
        var targets = new List<LinkTarget<TChild, TChildKey>>();
        foreach (var key in own)
        {
            if (key is null)
                throw new ArgumentNullException(nameof(keys), $"A key of {_relation} is null.");
            targets.Add(new(key, null));
        }
        return targets;
    }

    private List<TChild> Loaded() => _relation.GetSet(_parent).Loaded is { } loaded ? [.. loaded] : [];

    private void ForgetAll(List<LinkTarget<TChild, TChildKey>> targets)
    {
        foreach (var child in Loaded())
            ForgetBack(child);
        Forget(targets);
    }

    private void Forget(List<LinkTarget<TChild, TChildKey>> targets)
    {
        HashSet<TChildKey> keys = [.. targets.Select(static target => target.Key)];
        foreach (var child in Loaded())
        {
            if (keys.Contains(_relation.ChildKey(child)))
                ForgetBack(child);
        }
        foreach (var (_, child) in targets)
        {
            if (child is not null)
                ForgetBack(child);
        }
        _relation.ForgetLinks(_parent);
    }

    private void ForgetBack(TChild child)
    {
        _relation.ForgetBack(child);
        _forgotten.Add(child);
    }

    private Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
        => RunAsync(() => _database.Session.ExecuteAsync(statement, cancellationToken).AsTask());

    private Task<TResult> TransactAsync<TResult>(Func<DatabaseSession, Task<TResult>> work, CancellationToken cancellationToken)
        => RunAsync(() => _database.Session.TransactAsync(work, cancellationToken));

    /// <summary>Runs the write, and drops the caches once more: someone may have loaded what was there before it.</summary>
    private async Task<TResult> RunAsync<TResult>(Func<Task<TResult>> write)
    {
        try
        {
            return await write().ConfigureAwait(false);
        }
        finally
        {
            ForgetAgain();
            // What is loaded from here on isn't there any more after a rollback.
            _database.Session.Transaction?.OnRollback(ForgetAgain);
        }
    }

    private void ForgetAgain()
    {
        _relation.ForgetLinks(_parent);
        foreach (var child in _forgotten)
            _relation.ForgetBack(child);
    }

    private List<Statement> Inserts(List<LinkTarget<TChild, TChildKey>> targets, LinkFill? fill)
    {
        string text = _relation.Texts.Get(
            _database.Dialect, nameof(LinkStatements.Insert), _relation, static (writer, relation) => LinkStatements.Insert(writer, relation, relation.PayloadColumns));
        var links = _relation.NewLinks(_database, _parent, [.. targets.DistinctBy(static target => target.Key)], fill);
        return links.ConvertAll(link => new Statement(text, new InsertParameters(_relation, _key, link)));
    }

    private Statement Delete(IReadOnlyList<TChildKey> keys)
        => new(_relation.Texts.Get(_database.Dialect, nameof(LinkStatements.Delete), _relation, LinkStatements.Delete), Parameters(keys));

    private static async Task<int> SendAsync(DatabaseSession session, List<Statement> statements, CancellationToken cancellationToken)
    {
        if (statements is [var only])
            return await session.ExecuteAsync(only, cancellationToken).ConfigureAwait(false);
        foreach (var chunk in statements.Chunk(StatementsPerBatch))
        {
            var items = Array.ConvertAll(chunk, static statement => new BatchItem(statement, NoResult.Instance, GivesRows: false));
            await session.ReadBatchAsync(items, null, cancellationToken).ConfigureAwait(false);
        }
        return statements.Count;
    }

    private async Task<HashSet<TChildKey>> PresentAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        string text = _relation.Texts.Get(_database.Dialect, nameof(LinkStatements.Keys), _relation, LinkStatements.Keys);
        var present = new PresentKeys<TParent, TChild, TKey, TChildKey, TQuery>(_relation);
        await session.ReadAsync(new Statement(text, Parameters()), present, cancellationToken).ConfigureAwait(false);
        return present.Keys;
    }

    private SetParameters<TParent, TChild, TKey, TChildKey, TQuery> Parameters(IReadOnlyList<TChildKey>? children = null) => new(_relation, _key, children);

    private sealed class InsertParameters(
        ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery> relation, TKey key, NewLinks<TChildKey> links) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            relation.BindKeys(binder, "keys", [key]);
            relation.BindChildKeys(binder, links.Keys);
            links.BindPayload?.Invoke(binder);
        }
    }
}
