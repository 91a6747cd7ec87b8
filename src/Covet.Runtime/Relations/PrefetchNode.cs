namespace Covet.Infrastructure;

/// <summary>One relation to load, with what to load beyond it.</summary>
internal sealed class PrefetchNode(Relation relation, PrefetchBranch? branch = null)
{
    public Relation Relation { get; } = relation;

    /// <summary>The clauses of the branch; null loads the relation as it is.</summary>
    public PrefetchBranch? Branch { get; set; } = branch;

    /// <summary>Whether it is loaded for those, too, that have it.</summary>
    public bool IsAnew { get; set; }

    public List<PrefetchNode> Children { get; } = [];

    public bool IsPlain => Branch is null or { IsPlain: true };

    public Slot? Place => Branch?.Place;
}
