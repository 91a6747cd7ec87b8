namespace Covet.Generators.Model;

/// <summary>
/// A model as its class says it, before anything is known of other models.
/// </summary>
/// <remarks>
/// Two rules hold for every *Spec and *Plan: it holds nothing of Roslyn's (no symbol, node, location or compilation), and it is equal to another
/// one exactly if both print the same. The first keeps compilations collectable, the second keeps unrelated edits from re-running outputs.
/// </remarks>
internal sealed record ModelSpec
{
    /// <summary>The class.</summary>
    public required TypeSpec Type { get; init; }

    /// <summary>The table's name, where an attribute gives one.</summary>
    public string? Table { get; init; }

    /// <summary>The schema's name, where an attribute gives one.</summary>
    public string? Schema { get; init; }

    /// <summary>The plural, where an attribute gives one.</summary>
    public string? Plural { get; init; }

    /// <summary>Columns and foreign keys in the order of declaration, inherited ones first.</summary>
    public required EquatableArray<MemberSpec> Members { get; init; }

    /// <summary>The many-to-many properties.</summary>
    public required EquatableArray<ManyToManySpec> ManyToManys { get; init; }

    /// <summary>The places for filtered prefetches.</summary>
    public required EquatableArray<IntoSpec> Intos { get; init; }

    /// <summary>Indexes and unique constraints.</summary>
    public required EquatableArray<IndexSpec> Indexes { get; init; }

    /// <summary>Whether it has required members, so that rows need a constructor that sets them all.</summary>
    public bool HasRequiredMembers { get; init; }

    /// <summary>How a record's PrintMembers is declared; empty where it needs none of Covet's.</summary>
    public string PrinterModifiers { get; init; } = "";

    /// <summary>Whether its parameterless constructor is written out.</summary>
    public bool HasConstructor { get; init; }

    /// <summary>The names of the hooks that the class leaves to Covet to declare.</summary>
    public EquatableArray<string> Hooks { get; init; }

    /// <summary>The names of all members, so that generated ones can be told from them.</summary>
    public required EquatableArray<string> MemberNames { get; init; }
}

/// <summary>A column or a foreign key: one of the two is set.</summary>
internal sealed record MemberSpec(ColumnSpec? Column, RelationSpec? Relation);

/// <summary>An index or a unique constraint.</summary>
/// <param name="Properties">The properties, in order; a foreign key may be named by its relation.</param>
/// <param name="Name">Its name, where an attribute gives one.</param>
/// <param name="IsUnique">Whether values are unique.</param>
/// <param name="IsConstraint">Whether it is written as a constraint of the table.</param>
/// <param name="Member">The property that carries the attribute; null for the class.</param>
internal sealed record IndexSpec(EquatableArray<string> Properties, string? Name, bool IsUnique, bool IsConstraint, string? Member);

/// <summary>A database class.</summary>
/// <param name="Type">The class.</param>
/// <param name="MemberNames">The names of all its members.</param>
internal sealed record DatabaseSpec(TypeSpec Type, EquatableArray<string> MemberNames);

/// <summary>What parsing one class gives: its spec, unless the class can't be a model at all, and its problems.</summary>
internal sealed record ParseResult<T>(T? Spec, EquatableArray<Problem> Problems)
    where T : class, IEquatable<T>;
