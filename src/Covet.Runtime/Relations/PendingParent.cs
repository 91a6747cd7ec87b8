namespace Covet.Infrastructure;

/// <summary>A parent whose relation is being loaded.</summary>
/// <param name="Parent">The instance.</param>
/// <param name="Key">The index of its key; -1 where it has none.</param>
/// <param name="Version">What <see cref="KeyedRelation{TParent, TChild, TKey}.VersionOf"/> gave when the load began.</param>
internal readonly record struct PendingParent<TParent>(TParent Parent, int Key, int Version);
