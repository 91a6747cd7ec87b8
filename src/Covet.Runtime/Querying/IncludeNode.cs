namespace Covet.Infrastructure;

/// <summary>A relation that is joined into a statement, with what is joined beyond it.</summary>
internal sealed class IncludeNode(ColumnPath path)
{
    public ColumnPath Path { get; } = path;

    public List<IncludeNode> Children { get; } = [];

    /// <summary>The paths of a query's includes as a tree, each relation once.</summary>
    public static List<IncludeNode> Tree(PrefetchBranch query)
    {
        var roots = new List<IncludeNode>();
        foreach (var path in query.Includes)
            Add(roots, path);
        return roots;
    }

    private static List<IncludeNode> Add(List<IncludeNode> roots, ColumnPath path)
    {
        if (path.Parent is null)
            return roots;
        var siblings = Add(roots, path.Parent);
        var node = siblings.Find(sibling => sibling.Path.Via == path.Via);
        if (node is null)
        {
            node = new IncludeNode(path);
            siblings.Add(node);
        }
        return node.Children;
    }
}
