namespace Covet.Generators.Graph;

/// <summary>Finds circles of references, no model in two of them. It walks with a stack of its own, since a chain of models may be long.</summary>
internal sealed class ReferenceCycles
{
    private readonly Func<ReferenceEdge, bool> _follows;
    private readonly List<ReferenceEdge> _path = [];
    private readonly Dictionary<ModelNode, int> _depths = [];
    private readonly Stack<(ModelNode Node, IEnumerator<ReferenceEdge> Edges)> _open = [];
    private readonly HashSet<ModelNode> _seen = [];
    private readonly HashSet<ModelNode> _found = [];
    private readonly List<IReadOnlyList<ReferenceEdge>> _cycles = [];

    private ReferenceCycles(Func<ReferenceEdge, bool> follows) => _follows = follows;

    /// <summary>Each circle, as the references in their order.</summary>
    public static IReadOnlyList<IReadOnlyList<ReferenceEdge>> Find(IEnumerable<ModelNode> nodes, Func<ReferenceEdge, bool> follows)
    {
        var walk = new ReferenceCycles(follows);
        foreach (var node in nodes)
            walk.From(node);
        return walk._cycles;
    }

    private void From(ModelNode root)
    {
        if (!_seen.Add(root))
            return;
        Open(root);
        while (_open.Count > 0)
        {
            var (node, edges) = _open.Peek();
            if (!edges.MoveNext())
                Close(node);
            else if (_depths.TryGetValue(edges.Current.To, out var depth))
                AddCycle(depth, edges.Current);
            else if (_seen.Add(edges.Current.To))
                Follow(edges.Current);
        }
    }

    private void Follow(ReferenceEdge edge)
    {
        _path.Add(edge);
        Open(edge.To);
    }

    private void Open(ModelNode node)
    {
        _depths.Add(node, _path.Count);
        _open.Push((node, node.References.Where(_follows).GetEnumerator()));
    }

    private void Close(ModelNode node)
    {
        _open.Pop().Edges.Dispose();
        _depths.Remove(node);
        if (_path.Count > 0)
            _path.RemoveAt(_path.Count - 1);
    }

    private void AddCycle(int depth, ReferenceEdge last)
    {
        var cycle = _path.Skip(depth).Append(last).ToList();
        if (cycle.Exists(edge => _found.Contains(edge.From)))
            return;
        _cycles.Add(cycle);
        _found.UnionWith(cycle.Select(edge => edge.From));
    }
}
