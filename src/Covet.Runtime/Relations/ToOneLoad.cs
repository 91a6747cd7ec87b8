namespace Covet.Infrastructure;

/// <summary>Loads a relation to one row: everyone who points at a row gets the same instance.</summary>
internal sealed class ToOneLoad<TParent, TChild, TKey>(
    PrefetchContext context, PrefetchNode node, ToOneRelation<TParent, TChild, TKey> relation, IReadOnlyList<TParent> parents)
    : RelationLoad<TParent, TChild, TKey>(context, node, relation, parents)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    private List<TChild>? _cached;

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            ReadChild(ref reader, out _);
        Rows = Loaded.Count;
        EndRows();
    }

    public override object? Children() => WithCached(_cached);

    public override void Stitch()
    {
        var byKey = new TChild?[KeyIndexes.Count];
        foreach (var child in Loaded)
        {
            if (relation.TryGetChildKey(child, out var key) && KeyIndexes.TryGetValue(key, out int index))
                byKey[index] = child;
        }
        foreach (var (parent, key) in Pending)
        {
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

    protected override void KeepCached(TParent parent)
    {
        if (relation.GetLoaded(parent) is { } child)
            (_cached ??= []).Add(child);
    }
}
