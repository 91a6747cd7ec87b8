namespace Covet.Generators.Model;

/// <summary>What Covet fills a column with.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing: the program does.</summary>
    None,

    /// <summary>The version of the row.</summary>
    Version,

    /// <summary>When the row was inserted.</summary>
    CreatedAt,

    /// <summary>When the row was written last.</summary>
    UpdatedAt,
}

/// <summary>A property that is a column, as the user wrote it.</summary>
internal sealed record ColumnSpec
{
    /// <summary>The property's bare name.</summary>
    public required string Name { get; init; }

    /// <summary>The property's type.</summary>
    public required ColumnType Type { get; init; }

    /// <summary><c>public</c>, or <c>internal</c> for everything narrower.</summary>
    public required string Accessibility { get; init; }

    /// <summary>The column's name, where an attribute gives one.</summary>
    public string? Column { get; init; }

    /// <summary>The column's type on PostgreSQL, where an attribute gives one.</summary>
    public string? TypeName { get; init; }

    /// <summary>Whether it is part of the key by attribute.</summary>
    public bool IsKey { get; init; }

    /// <summary>What Covet fills it with.</summary>
    public ColumnRole Role { get; init; }

    /// <summary>Whether it can be set after construction.</summary>
    public bool IsSettable => Init is null;

    /// <summary>The accessor that sets it when an instance is made; null for a property that can be set at any time.</summary>
    public InitSpec? Init { get; init; }
}
