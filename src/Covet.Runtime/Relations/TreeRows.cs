namespace Covet.Infrastructure;

/// <summary>
/// What a recursive prefetch knows beyond a plain one: which rows are parents that it started from, and which of the others become parents. A loop over
/// levels, so that no depth is too deep; whoever was met is left alone, so that a circle ends.
/// </summary>
internal sealed class TreeRows<TParent, TChild, TKey>
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    private readonly KeyedRelation<TParent, TChild, TKey> _relation;
    private readonly Recursion _recursion;
    private readonly OwnKey _ownKey;
    private readonly Dictionary<TKey, TChild> _parents = [];

    /// <param name="relation">The relation.</param>
    /// <param name="recursion">How far it is followed.</param>
    /// <param name="parents">Where it starts; of several instances of a row the first stands for it.</param>
    /// <param name="ownKey">Finds the key that a row is known by.</param>
    public TreeRows(KeyedRelation<TParent, TChild, TKey> relation, Recursion recursion, IReadOnlyList<TParent> parents, OwnKey ownKey)
    {
        _relation = relation;
        _recursion = recursion;
        _ownKey = ownKey;
        foreach (var parent in parents)
        {
            if (ownKey((TChild)(object)parent, out var key))
                _parents.TryAdd(key, (TChild)(object)parent);
        }
    }

    /// <summary>Finds the key of a row; none where it is null.</summary>
    public delegate bool OwnKey(TChild row, out TKey key);

    /// <summary>The rows that none of the parents is.</summary>
    public List<TChild> New { get; } = [];

    /// <summary>The rows that a parent is, as they were read, with it.</summary>
    public List<(TChild Row, TChild Parent)> Known { get; } = [];

    /// <summary>Takes a row that was read.</summary>
    /// <returns>The instance that stands for it: the row, or the parent that it is.</returns>
    public TChild Take(TChild row)
    {
        if (_ownKey(row, out var key) && _parents.TryGetValue(key, out var parent))
        {
            Known.Add((row, parent));
            return parent;
        }
        New.Add(row);
        return row;
    }

    /// <summary>Whether an instance is one of the parents that stand for rows.</summary>
    public bool IsParent(TChild row) => _ownKey(row, out var key) && _parents.TryGetValue(key, out var parent) && ReferenceEquals(parent, row);

    /// <summary>Whether another instance stands for a parent's row.</summary>
    public bool IsDouble(TChild parent) => _ownKey(parent, out var key) && _parents.TryGetValue(key, out var first) && !ReferenceEquals(first, parent);

    /// <summary>Makes the rows parents, level by level, but those of the last one.</summary>
    /// <param name="pending">The parents that the relation is filled of.</param>
    /// <param name="keys">The index of each key.</param>
    /// <param name="groups">The rows of each key.</param>
    public void Grow(List<PendingParent<TParent>> pending, Dictionary<TKey, int> keys, TChild[][] groups)
    {
        var met = new HashSet<object>(_parents.Values, ReferenceEqualityComparer.Instance);
        var level = pending.Where(parent => parent.Key >= 0).Select(parent => parent.Key).Distinct().ToList();
        for (int depth = 1; level.Count > 0 && depth < (_recursion.MaxDepth ?? int.MaxValue); depth++)
        {
            var next = new List<int>();
            foreach (int key in level)
            {
                foreach (var row in groups[key])
                {
                    if (!met.Add(row))
                        continue;
                    var parent = (TParent)(object)row;
                    int own = _relation.TryGetKey(parent, out var value) && keys.TryGetValue(value, out int index) ? index : -1;
                    pending.Add(new(parent, own, _relation.VersionOf(parent)));
                    if (own >= 0)
                        next.Add(own);
                }
            }
            level = next;
        }
    }
}
