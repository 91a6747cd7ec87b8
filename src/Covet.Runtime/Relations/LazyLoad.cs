using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Covet.Infrastructure;

/// <summary>
/// Loads a relation that was awaited and isn't loaded, as the instance's fetch mode says. Those who touch it while it is being loaded, for the same
/// siblings, wait for that one load.
/// </summary>
internal static class LazyLoad
{
    private static readonly ConcurrentDictionary<Flight, Task> Flights = new();

    public static async ValueTask RunAsync<TParent>(Relation relation, TParent parent, Func<TParent, bool> isLoaded, CancellationToken cancellationToken)
        where TParent : class, IModel<TParent>
    {
        var source = parent.Source ?? throw Strangers.Of(parent, relation);
        if (source.Mode == FetchMode.Raise)
            throw RelationNotLoadedException.ForRaise(relation);
        var siblings = source as Siblings<TParent>;
        var flight = new Flight(siblings ?? (object)parent, relation);
        var landing = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // Whoever waited for a load that was cancelled tries by himself; what a load failed with, all who wait for it do.
        while (Flights.GetOrAdd(flight, landing.Task) is var underWay && underWay != landing.Task)
        {
            await underWay.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (isLoaded(parent))
                return;
        }
        try
        {
            var parents = siblings is null ? [parent] : Peers(parent, siblings, isLoaded);
            // One statement is a snapshot by itself.
            await PrefetchRun.OntoAsync(source.Database, source.Mode, isSnapshot: false, [new PrefetchNode(relation)], parents, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            landing.SetException(exception);
            // Also where nobody waits: it is thrown here.
            _ = landing.Task.Exception;
            throw;
        }
        finally
        {
            Flights.TryRemove(flight, out _);
            landing.TrySetResult();
        }
    }

    private static List<TParent> Peers<TParent>(TParent parent, Siblings<TParent> siblings, Func<TParent, bool> isLoaded) where TParent : class, IModel<TParent>
    {
        var peers = new List<TParent> { parent };
        foreach (var sibling in siblings.Living())
        {
            if (!ReferenceEquals(sibling, parent) && !isLoaded(sibling))
                peers.Add(sibling);
        }
        return peers;
    }

    /// <summary>A load that is under way: of a relation, for one instance or its siblings, told apart by reference.</summary>
    private readonly record struct Flight(object Parents, Relation Relation)
    {
        public bool Equals(Flight other) => ReferenceEquals(Parents, other.Parents) && ReferenceEquals(Relation, other.Relation);

        public override int GetHashCode() => HashCode.Combine(RuntimeHelpers.GetHashCode(Parents), RuntimeHelpers.GetHashCode(Relation));
    }
}
