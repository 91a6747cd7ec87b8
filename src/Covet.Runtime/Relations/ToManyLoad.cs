namespace Covet.Infrastructure;

/// <summary>Loads the rows whose foreign key points to the parents; each row knows its parent.</summary>
internal sealed class ToManyLoad<TParent, TChild, TKey, TChildKey, TQuery>(
    PrefetchContext context, PrefetchNode node, ReverseToMany<TParent, TChild, TKey, TChildKey, TQuery> relation, IReadOnlyList<TParent> parents)
    : RelationLoad<TParent, TChild, TKey>(context, node, relation, parents)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    private readonly List<int> _keyOfRow = [];
    private List<TChild>? _cached;

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            var child = ReadChild(ref reader, out _);
            _keyOfRow.Add(relation.Forward.TryGetKey(child, out var key) ? IndexOf(key) : -1);
        }
        Rows = Loaded.Count;
        EndRows(_keyOfRow, Loaded);
    }

    public override object? Children() => WithCached(_cached);

    protected override void Fill()
    {
        var groups = Grouped(_keyOfRow, Loaded);
        foreach (var (parent, key, version) in Pending)
        {
            TChild[] children = key < 0 ? [] : groups[key];
            foreach (var child in children)
                Introduce(child, parent);
            if (Node.Place is { } place)
                ((Slot<IReadOnlyList<TChild>>)place).Fill(parent, children);
            else
                relation.GetSet(parent).SetLoaded(children, version);
        }
    }

    protected override bool TryGetOwnKey(TChild row, out TKey key) => relation.TryGetKey((TParent)(object)row, out key);

    protected override void KeepCached(TParent parent)
    {
        if (relation.GetSet(parent).Loaded is { Length: > 0 } children)
            (_cached ??= []).AddRange(children);
    }

    private void Introduce(TChild child, TParent parent)
    {
        if (Node.Place is not null || !IsParent(child))
            relation.SetBack(child, parent);
        // It may know an older instance of the row; a foreign key that was set since it was read stays what it is.
        else if (!IsDouble(parent) && relation.Forward.TryGetKey(child, out var key) && relation.TryGetKey(parent, out var own) && key.Equals(own))
            relation.Forward.SetLoaded(child, parent);
    }
}
