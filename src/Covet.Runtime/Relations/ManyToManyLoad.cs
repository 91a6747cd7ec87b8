using System.Runtime.InteropServices;

namespace Covet.Infrastructure;

/// <summary>Loads one direction of a many-to-many relation: a row that several parents are linked to is one instance, and is read once.</summary>
internal sealed class ManyToManyLoad<TParent, TChild, TKey, TChildKey, TQuery>(
    PrefetchContext context, PrefetchNode node, ManyToManyRelation<TParent, TChild, TKey, TChildKey, TQuery> relation, IReadOnlyList<TParent> parents)
    : RelationLoad<TParent, TChild, TKey>(context, node, relation, parents)
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
    where TChildKey : notnull
    where TQuery : PrefetchBranch
{
    private readonly List<int> _keyOfPair = [];
    private readonly List<TChild> _pairs = [];
    private List<TChild>? _cached;

    public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
    {
        var byKey = new Dictionary<TChildKey, TChild>();
        int linkAt = -1;
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            ReadPair(ref reader, byKey, ref linkAt);
        Rows = _pairs.Count;
        EndRows(_keyOfPair, _pairs);
    }

    public override object? Children() => WithCached(_cached);

    protected override void Fill()
    {
        var groups = Grouped(_keyOfPair, _pairs);
        foreach (var (parent, key, version) in Pending)
        {
            TChild[] children = key < 0 ? [] : groups[key];
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

    private void ReadPair<TReader>(ref TReader row, Dictionary<TChildKey, TChild> byKey, ref int linkAt) where TReader : struct, IRowReader
    {
        ref var child = ref CollectionsMarshal.GetValueRefOrAddDefault(byKey, ChildKeyOf(ref row), out bool known);
        if (!known)
        {
            ReadChild(ref row, out linkAt);
            child = Loaded[^1];
        }
        _pairs.Add(child!);
        _keyOfPair.Add(IndexOf(LinkKeyOf(ref row, linkAt)));
    }

    private TChildKey ChildKeyOf<TReader>(ref TReader row) where TReader : struct, IRowReader
    {
        try
        {
            return relation.ReadChildKey(ref row, 0);
        }
        catch (Exception exception) when (UnreadableRow.IsCause(exception))
        {
            throw UnreadableRow.Of(row, exception, noted => relation.ReadChildKey(ref noted, 0), TChild.Info);
        }
    }

    private TKey LinkKeyOf<TReader>(ref TReader row, int linkAt) where TReader : struct, IRowReader
    {
        try
        {
            return relation.ReadLinkKey(ref row, linkAt);
        }
        catch (Exception exception) when (UnreadableRow.IsCause(exception))
        {
            throw UnreadableRow.Of(row, exception, noted => relation.ReadLinkKey(ref noted, linkAt));
        }
    }
}
