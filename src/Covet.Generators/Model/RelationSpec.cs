namespace Covet.Generators.Model;

/// <summary>The numbers of <c>Covet.OnDelete</c>.</summary>
internal enum OnDeleteAction
{
    Restrict,
    Cascade,
    SetNull,
    SetDefault,
    NoAction,
}

/// <summary>A foreign key or one-to-one property, as the user wrote it.</summary>
internal sealed record RelationSpec
{
    /// <summary>The property.</summary>
    public required PartialPropertySpec Property { get; init; }

    /// <summary>The metadata name of the related model.</summary>
    public required string Target { get; init; }

    /// <summary>The related model's type as it is written, with its nullability.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>Whether at most one row refers to each target.</summary>
    public required bool IsOneToOne { get; init; }

    /// <summary>Whether it is part of the key by attribute.</summary>
    public bool IsKey { get; init; }

    /// <summary>The reverse name, where an attribute gives one; <c>"+"</c> for none.</summary>
    public string? RelatedName { get; init; }

    /// <summary>The property of the target that is referred to, where it isn't the key.</summary>
    public string? To { get; init; }

    /// <summary>The columns' names, where an attribute gives them.</summary>
    public string? Column { get; init; }

    /// <summary>What a delete of the target does.</summary>
    public OnDeleteAction OnDelete { get; init; }

    /// <summary>The key that a delete of the target leaves, where an attribute gives one.</summary>
    public DefaultSpec? Default { get; init; }
}

/// <summary>A constant that is a column's default.</summary>
/// <param name="Value">The constant, as C# writes it whatever the culture.</param>
/// <param name="Kind">What it is.</param>
internal sealed record DefaultSpec(string Value, DefaultKind Kind);

/// <summary>What a default is.</summary>
internal enum DefaultKind
{
    /// <summary>A whole number, or a member of an enum.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Something else, which no key is.</summary>
    Other,
}

/// <summary>A many-to-many property, as the user wrote it.</summary>
internal sealed record ManyToManySpec
{
    /// <summary>The property.</summary>
    public required PartialPropertySpec Property { get; init; }

    /// <summary>The metadata name of the related model.</summary>
    public required string Target { get; init; }

    /// <summary>The metadata name of the model in between, where there is one.</summary>
    public string? Through { get; init; }

    /// <summary>The reverse name, where an attribute gives one; <c>"+"</c> for none.</summary>
    public string? RelatedName { get; init; }

    /// <summary>The name of the hidden link table, where an attribute gives one.</summary>
    public string? Table { get; init; }

    /// <summary>Whether a relation of a model with itself works both ways.</summary>
    public bool Symmetrical { get; init; }
}

/// <summary>A place for a filtered prefetch, as the user wrote it.</summary>
/// <param name="Property">The property.</param>
/// <param name="Relation">The name of the relation it is filled from.</param>
/// <param name="Type">The property's type.</param>
/// <param name="Element">The metadata name of the model in it.</param>
/// <param name="IsList">Whether it is a list of them.</param>
internal sealed record IntoSpec(PartialPropertySpec Property, string Relation, TypeRef Type, string Element, bool IsList);

/// <summary>The declaration of a partial property that Covet implements.</summary>
/// <param name="Name">The property's bare name.</param>
/// <param name="Modifiers">Everything before <c>partial</c>: <c>public required</c>.</param>
/// <param name="Setter">The setter's keyword with its modifier (<c>set</c>, <c>init</c>, <c>private set</c>); empty where there is none.</param>
internal sealed record PartialPropertySpec(string Name, string Modifiers, string Setter)
{
    /// <summary>The getter's keyword with its modifier.</summary>
    public string Getter { get; init; } = "get";

    /// <summary>The name as it is written.</summary>
    public string Identifier => Identifiers.Escape(Name);
}
