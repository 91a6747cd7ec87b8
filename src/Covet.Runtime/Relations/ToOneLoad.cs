namespace Covet.Infrastructure;

/// <summary>Loads a relation to one row: everyone who points at a row gets the same instance.</summary>
internal sealed class ToOneLoad<TParent, TChild, TKey>(
    PrefetchContext context, PrefetchNode node, ToOneRelation<TParent, TChild, TKey> relation, IReadOnlyList<TParent> parents)
    : RelationLoad<TParent, TChild, TKey>(context, node, relation, parents)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    private readonly List<int> _keyOfRow = [];
    private List<TChild>? _cached;

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            _keyOfRow.Add(relation.TryGetChildKey(ReadChild(ref reader, out _), out var key) ? IndexOf(key) : -1);
        Rows = Loaded.Count;
        EndRows(_keyOfRow, Loaded);
    }

    public override object? Children() => WithCached(_cached);

    protected override void Fill()
    {
        var byKey = new TChild?[KeyIndexes.Count];
        for (int i = 0; i < Loaded.Count; i++)
        {
            if (_keyOfRow[i] is >= 0 and var index)
                byKey[index] = Loaded[i];
        }
        foreach (var (parent, key, _) in Pending)
        {
            if (HasMoved(parent, key))
                continue;
            var child = key < 0 ? null : byKey[key];
            if (Node.Place is { } place)
            {
                ((Slot<TChild?>)place).Fill(parent, child);
                continue;
            }
            relation.SetLoaded(parent, child);
            if (child is not null)
                relation.SetBack(child, parent);
        }
    }

    /// <summary>Whether the parent's key was set to another since it was asked for: then what came isn't its row. Rows of a tree that nothing follows have no index.</summary>
    private bool HasMoved(TParent parent, int key) => relation.TryGetKey(parent, out var now)
        ? (key < 0 ? Node.Branch?.Recursion is null : !EqualityComparer<TKey>.Default.Equals(now, Keys[key]))
        : key >= 0;

    protected override bool TryGetOwnKey(TChild row, out TKey key) => relation.TryGetChildKey(row, out key);

    protected override void KeepCached(TParent parent)
    {
        if (relation.GetLoaded(parent) is { } child)
            (_cached ??= []).Add(child);
    }
}
