namespace Covet.Infrastructure;

/// <summary>
/// Loads a tree of relations level by level: the statements of a level go out together, one round trip. Nothing is put into an instance
/// before everything has arrived and the snapshot has ended, so a failure changes nothing.
/// </summary>
internal static class PrefetchRun
{
    /// <summary>Loads onto instances that are in memory: a graph of its own.</summary>
    /// <param name="database">The database to ask.</param>
    /// <param name="mode">The fetch mode of what is loaded.</param>
    /// <param name="isSnapshot">Whether all levels read one snapshot.</param>
    /// <param name="nodes">The first level.</param>
    /// <param name="parents">An <see cref="IReadOnlyList{T}"/> of the first level's parents.</param>
    /// <param name="cancellationToken">Cancels the loading.</param>
    public static async ValueTask OntoAsync(
        Database database, FetchMode mode, bool isSnapshot, List<PrefetchNode> nodes, object parents, CancellationToken cancellationToken)
    {
        var reads = GraphRead.Of(database, isSnapshot);
        await using (reads.ConfigureAwait(false))
            await RunAsync(new PrefetchContext(database, mode, reads), nodes, parents, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads the levels of a graph.</summary>
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
