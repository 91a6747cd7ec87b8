using Microsoft.CodeAnalysis;

namespace Covet.Analyzers.Relations;

/// <summary>The relations that instances have in memory, as the query says that they come from.</summary>
/// <param name="query">The expression that one more Prefetch goes behind; null where there is no such place.</param>
/// <param name="parent">The model that the instances were loaded through, which they know without being asked to.</param>
internal sealed class Loaded(SyntaxNode? query, ITypeSymbol? parent)
{
    private readonly Dictionary<string, Loaded?> _relations = new(StringComparer.Ordinal);

    public SyntaxNode? Query => query;

    public ITypeSymbol? Parent => parent;

    /// <summary>Whether a parameter's <c>[Requires]</c> says so, not a query.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>Adds a relation; null where it isn't known what was loaded beyond it.</summary>
    public void Add(string relation, Loaded? beyond)
        => _relations[relation] = _relations.TryGetValue(relation, out var earlier) && earlier is not null ? beyond?.With(earlier) : beyond;

    public bool Has(string relation) => _relations.ContainsKey(relation);

    /// <summary>What the instances of a loaded relation have; null where that isn't known.</summary>
    public Loaded? Beyond(string relation) => _relations.TryGetValue(relation, out var beyond) ? beyond : null;

    private Loaded With(Loaded other)
    {
        foreach (var pair in other._relations)
            Add(pair.Key, pair.Value);
        return this;
    }
}
