namespace Covet;

/// <summary>What an awaited relation does when it isn't loaded. What isn't awaited never touches the database, in every mode.</summary>
public enum FetchMode
{
    /// <summary>Loads it for all live instances that came from the same result, in one statement: 1 + 1 statements, not 1 + N.</summary>
    Peers,

    /// <summary>Loads it for the one instance: one statement each.</summary>
    One,

    /// <summary>Throws <see cref="RelationNotLoadedException"/>.</summary>
    Raise,
}
