namespace Covet.Infrastructure;

/// <summary>What a driver's exception says, in no driver's words.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Code">What the database calls it; null where it said nothing.</param>
public sealed record DatabaseFailure(FailureKind Kind, string? Code = null)
{
    /// <summary>The constraint's name; null where the database doesn't give it.</summary>
    public string? Constraint { get; init; }

    /// <summary>The table's schema; null where the database doesn't give it.</summary>
    public string? Schema { get; init; }

    /// <summary>The table's name; null where the database doesn't give it.</summary>
    public string? Table { get; init; }

    /// <summary>The columns' names; empty where the database doesn't give them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>What to do about it, where the provider knows better than the kind alone says; null where it doesn't.</summary>
    public string? Advice { get; init; }
}
