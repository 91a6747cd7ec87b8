namespace Covet.Infrastructure;

/// <summary>What keeps a pair from being in a link table twice.</summary>
public enum LinkUniqueness
{
    /// <summary>The pair is the table's key or has a unique index, and a new row can collide in nothing else.</summary>
    PairOnly,

    /// <summary>So is the pair, but a new row can collide in something else too, which is an error.</summary>
    PairAmongOthers,

    /// <summary>Nothing does: the table allows a pair several times.</summary>
    None,
}
