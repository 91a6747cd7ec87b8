namespace Covet.Infrastructure;

/// <summary>Loads a relation that was awaited and isn't loaded, as the instance's fetch mode says.</summary>
internal static class LazyLoad
{
    public static async ValueTask RunAsync<TParent>(Relation relation, TParent parent, Func<TParent, bool> isLoaded, CancellationToken cancellationToken)
        where TParent : class, IModel<TParent>
    {
        var source = parent.Source ?? throw new InvalidOperationException(
            $"This {TParent.Info.Name} was never saved or loaded, so its {relation.Name} can't be: insert it first, or load it from a database.");
        if (source.Mode == FetchMode.Raise)
            throw RelationNotLoadedException.ForRaise(relation);
        var database = source.Database;
        // One statement is a snapshot by itself.
        var reads = GraphRead.Of(database, isSnapshot: false);
        await using (reads.ConfigureAwait(false))
        {
            await PrefetchRun.RunAsync(
                new PrefetchContext(database, source.Mode, reads), [new PrefetchNode(relation)], Peers(parent, source, isLoaded), cancellationToken).ConfigureAwait(false);
        }
    }

    private static List<TParent> Peers<TParent>(TParent parent, ModelSource source, Func<TParent, bool> isLoaded) where TParent : class, IModel<TParent>
    {
        if (source is not Siblings<TParent> siblings)
            return [parent];
        var peers = new List<TParent> { parent };
        foreach (var sibling in siblings.Living())
        {
            if (!ReferenceEquals(sibling, parent) && !isLoaded(sibling))
                peers.Add(sibling);
        }
        return peers;
    }
}
