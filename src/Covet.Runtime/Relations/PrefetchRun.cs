namespace Covet.Infrastructure;

/// <summary>
/// Loads a tree of relations level by level: the statements of a level go out together, one round trip. Nothing is put into an instance
/// before everything has arrived and the snapshot has ended, so a failure changes nothing.
/// </summary>
internal static class PrefetchRun
{
    /// <param name="context">What all loads share.</param>
    /// <param name="nodes">The first level.</param>
    /// <param name="parents">An <see cref="IReadOnlyList{T}"/> of the first level's parents.</param>
    /// <param name="cancellationToken">Cancels the loading.</param>
    public static async ValueTask RunAsync(PrefetchContext context, List<PrefetchNode> nodes, object parents, CancellationToken cancellationToken)
    {
        var loads = new List<RelationLoad>();
        var level = nodes.ConvertAll(node => node.Relation.CreateLoad(context, node, parents));
        var items = new List<BatchItem>();
        while (level.Count > 0)
        {
            items.Clear();
            bool isDeepest = true;
            foreach (var load in level)
            {
                isDeepest &= load.Node.Children.Count == 0;
                if (load.Prepare() is { } statement)
                    items.Add(new BatchItem(statement, load));
            }
            if (items.Count > 0)
                await context.Reads.ReadAsync(items, isDeepest, cancellationToken).ConfigureAwait(false);
            loads.AddRange(level);
            level = NextLevel(level);
        }
        await context.Reads.EndLevelsAsync(cancellationToken).ConfigureAwait(false);
        foreach (var load in loads)
            load.Stitch();
    }

    private static List<RelationLoad> NextLevel(List<RelationLoad> level)
    {
        var next = new List<RelationLoad>();
        foreach (var load in level)
        {
            if (load.Node.Children.Count == 0 || load.Children() is not { } children)
                continue;
            foreach (var node in load.Node.Children)
                next.Add(node.Relation.CreateLoad(load.Context, node, children));
        }
        return next;
    }
}
