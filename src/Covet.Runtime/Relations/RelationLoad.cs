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

    protected RelationLoad(PrefetchContext context, PrefetchNode node, KeyedRelation<TParent, TChild, TKey> relation, IReadOnlyList<TParent> parents)
        : base(context, node)
    {
        _relation = relation;
        Parents = parents;
        IncludeNodes = node.Branch is { } branch ? IncludeNode.Tree(branch) : [];
        _includes = IncludeReader.For(IncludeNodes, context.Database, Context.Mode);
    }

    protected IReadOnlyList<TParent> Parents { get; }

    /// <summary>The parents to fill, each with the index of its key; -1 for one without a key.</summary>
    protected List<(TParent Parent, int Key)> Pending { get; private set; } = [];

    /// <summary>The index of each key that is asked for.</summary>
    protected Dictionary<TKey, int> KeyIndexes { get; private set; } = null!;

    /// <summary>The rows, each once.</summary>
    protected List<TChild> Loaded { get; } = [];

    private List<IncludeNode> IncludeNodes { get; }

    public sealed override Statement? Prepare()
    {
        Pending = new List<(TParent Parent, int Key)>(Parents.Count);
        KeyIndexes = new Dictionary<TKey, int>(Parents.Count);
        var keys = new List<TKey>(Parents.Count);
        foreach (var parent in Parents)
        {
            if (Node is { IsPlain: true, IsAnew: false } && _relation.IsLoaded(parent))
            {
                KeepCached(parent);
            }
            else if (!_relation.TryGetKey(parent, out var key))
            {
                Pending.Add((parent, -1));
            }
            else
            {
                if (KeyIndexes.TryAdd(key, keys.Count))
                    keys.Add(key);
                Pending.Add((parent, KeyIndexes[key]));
            }
        }
        if (keys.Count == 0)
            return null;
        var parameters = _relation.Parameters(keys);
        return Node.IsPlain
            ? new Statement(Context.Database.Dialect.Choose(_relation.Batch), parameters)
            : SelectWriter.Children(Node.Branch!, _relation, Context.Database, IncludeNodes, parameters);
    }

    /// <summary>Takes note of what a parent has in memory, for the next level.</summary>
    protected abstract void KeepCached(TParent parent);

    protected void ReadIncluded<TReader>(ref TReader row, ref int ordinal, TChild child) where TReader : struct, IRowReader
    {
        foreach (var include in _includes)
            include.Read(ref row, ref ordinal, child);
    }

    protected TChild ReadChild<TReader>(ref TReader row, out int ordinal) where TReader : struct, IRowReader
    {
        var child = TChild.Read(ref row, 0);
        ordinal = TChild.ColumnCount;
        ReadIncluded(ref row, ref ordinal, child);
        Loaded.Add(child);
        return child;
    }

    /// <summary>Makes the rows that were read siblings. Called once, when the result has ended.</summary>
    protected void EndRows()
    {
        Siblings<TChild>.Adopt(Context.Database, Context.Mode, Loaded);
        foreach (var include in _includes)
            include.End();
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
