namespace Covet.Infrastructure;

/// <summary>The loading of one node of a prefetch: collects keys, takes the rows, fills the caches.</summary>
internal abstract class RelationLoad(PrefetchContext context, PrefetchNode node) : ResultConsumer
{
    public PrefetchNode Node { get; } = node;

    /// <summary>What this load shares with the levels beyond it; a branch may set a fetch mode of its own.</summary>
    public PrefetchContext Context { get; } = node.Branch?.Mode is { } mode && mode != context.Mode ? context with { Mode = mode } : context;

    /// <summary>The statement to send; null when every parent has the relation or none has a key.</summary>
    public abstract Statement? Prepare();

    /// <summary>The parents of the next level, new and cached ones, each once; null when there are none.</summary>
    public abstract object? Children();

    /// <summary>Fills the caches. Sends nothing and doesn't fail.</summary>
    public abstract void Stitch();
}

/// <summary>What the loads of all kinds share.</summary>
internal abstract class RelationLoad<TParent, TChild, TKey> : RelationLoad
    where TParent : class, IModel<TParent>
    where TChild : class, IModel<TChild>
    where TKey : notnull
{
    private readonly KeyedRelation<TParent, TChild, TKey> _relation;
    private readonly IncludeReader[] _includes;
    private TreeRows<TParent, TChild, TKey>? _tree;

    protected RelationLoad(PrefetchContext context, PrefetchNode node, KeyedRelation<TParent, TChild, TKey> relation, IReadOnlyList<TParent> parents)
        : base(context, node)
    {
        _relation = relation;
        Parents = parents;
        IncludeNodes = node.Branch is { } branch ? IncludeNode.Tree(branch) : [];
        _includes = IncludeReader.For(IncludeNodes, context.Database, Context.Mode);
    }

    protected IReadOnlyList<TParent> Parents { get; }

    /// <summary>The parents to fill.</summary>
    protected List<PendingParent<TParent>> Pending { get; private set; } = [];

    /// <summary>The keys that are asked for, by their index.</summary>
    protected List<TKey> Keys { get; } = [];

    /// <summary>The index of each key that is asked for.</summary>
    protected Dictionary<TKey, int> KeyIndexes { get; private set; } = null!;

    /// <summary>The rows, each once; in a tree those of the parents among them that the relation leads back to.</summary>
    protected List<TChild> Loaded { get; } = [];

    private List<IncludeNode> IncludeNodes { get; }

    public sealed override Statement? Prepare()
    {
        Pending = new List<PendingParent<TParent>>(Parents.Count);
        KeyIndexes = new Dictionary<TKey, int>(Parents.Count);
        Keys.EnsureCapacity(Parents.Count);
        foreach (var parent in Parents)
        {
            if (Node is { IsPlain: true, IsAnew: false } && _relation.IsLoaded(parent))
            {
                KeepCached(parent);
            }
            else if (!_relation.TryGetKey(parent, out var key))
            {
                Pending.Add(new(parent, -1, _relation.VersionOf(parent)));
            }
            else
            {
                if (KeyIndexes.TryAdd(key, Keys.Count))
                    Keys.Add(key);
                Pending.Add(new(parent, KeyIndexes[key], _relation.VersionOf(parent)));
            }
        }
        if (Keys.Count == 0)
            return null;
        if (Node.Branch?.Recursion is { } recursion)
            _tree = new TreeRows<TParent, TChild, TKey>(_relation, recursion, Parents, TryGetOwnKey);
        var parameters = _relation.Parameters(_tree is null ? Keys : [.. Keys]);
        return Node.IsPlain
            ? new Statement(Context.Database.Dialect.Choose(_relation.Batch), parameters)
            : SelectWriter.Children(Node.Branch!, _relation, Context.Database, IncludeNodes, parameters);
    }

    public sealed override void Stitch()
    {
        Fill();
        foreach (var (row, parent) in _tree?.Known ?? [])
        {
            foreach (var include in _includes)
                include.Move(row, parent);
        }
    }

    /// <summary>Fills the caches of <see cref="Pending"/>.</summary>
    protected abstract void Fill();

    /// <summary>The key that a row is found by among the parents, where the relation's parents and children are rows of one model.</summary>
    protected abstract bool TryGetOwnKey(TChild row, out TKey key);

    /// <summary>Whether a row of a tree is one of the parents that it starts from.</summary>
    protected bool IsParent(TChild row) => _tree is { Known.Count: > 0 } tree && tree.IsParent(row);

    /// <summary>Whether another instance stands for a parent's row in the tree.</summary>
    protected bool IsDouble(TParent parent) => _tree is not null && _tree.IsDouble((TChild)(object)parent);

    /// <summary>The index of a key that a row belongs to; -1 for a key that nobody asked for.</summary>
    protected int IndexOf(TKey key)
    {
        if (KeyIndexes.TryGetValue(key, out int index))
            return index;
        if (_tree is null)
            return -1;
        index = KeyIndexes.Count;
        KeyIndexes.Add(key, index);
        Keys.Add(key);
        return index;
    }

    /// <summary>Takes note of what a parent has in memory, for the next level.</summary>
    protected abstract void KeepCached(TParent parent);

    protected void ReadIncluded<TReader>(ref TReader row, ref int ordinal, TChild child) where TReader : struct, IRowReader
    {
        foreach (var include in _includes)
            include.Read(ref row, ref ordinal, child);
    }

    /// <returns>The row as it was read; in memory the last of <see cref="Loaded"/> stands for it.</returns>
    protected TChild ReadChild<TReader>(ref TReader row, out int ordinal) where TReader : struct, IRowReader
    {
        TChild child;
        try
        {
            child = TChild.Read(ref row, 0);
        }
        catch (Exception exception) when (UnreadableRow.IsCause(exception))
        {
            throw UnreadableRow.Of<TChild>(row, 0, exception);
        }
        ordinal = TChild.ColumnCount;
        ReadIncluded(ref row, ref ordinal, child);
        Loaded.Add(_tree is null ? child : _tree.Take(child));
        return child;
    }

    /// <summary>Makes the rows that were read siblings, and those of a tree parents too. Called once, when the result has ended.</summary>
    /// <param name="keyOfRow">The key that each row belongs to, by <see cref="IndexOf"/>.</param>
    /// <param name="rows">The rows, as often as they belong to a key.</param>
    protected void EndRows(List<int> keyOfRow, List<TChild> rows)
    {
        Siblings<TChild>.Adopt(Context.Database, Context.Mode, _tree?.New ?? Loaded);
        foreach (var include in _includes)
            include.End();
        _tree?.Grow(Pending, KeyIndexes, Grouped(keyOfRow, rows));
    }

    /// <summary>The new rows and the cached ones, each once.</summary>
    protected object? WithCached(List<TChild>? cached)
    {
        if (cached is null)
            return Loaded.Count > 0 ? Loaded : null;
        var all = new HashSet<TChild>(Loaded, ReferenceEqualityComparer.Instance);
        all.UnionWith(cached);
        return all.Count > 0 ? all.ToList() : null;
    }

    /// <summary>The rows of each key, in the order in which they came.</summary>
    protected TChild[][] Grouped(List<int> keyOfRow, List<TChild> rows)
    {
        var counts = new int[KeyIndexes.Count];
        foreach (int key in keyOfRow)
        {
            if (key >= 0)
                counts[key]++;
        }
        var groups = Array.ConvertAll(counts, count => count == 0 ? [] : new TChild[count]);
        Array.Clear(counts);
        for (int i = 0; i < rows.Count; i++)
        {
            if (keyOfRow[i] is >= 0 and var key)
                groups[key][counts[key]++] = rows[i];
        }
        return groups;
    }
}
