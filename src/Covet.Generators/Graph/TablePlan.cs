using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>A table as DDL needs it, of a model or of pairs.</summary>
internal sealed record TablePlan
{
    /// <summary>The table's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its schema.</summary>
    public string? Schema { get; init; }

    /// <summary>Its model's class; null for a hidden link table.</summary>
    public TypeSpec? Model { get; init; }

    /// <summary>Its columns, in order.</summary>
    public required EquatableArray<TableColumn> Columns { get; init; }

    /// <summary>The primary key's columns.</summary>
    public required EquatableArray<string> Key { get; init; }

    /// <summary>Unique constraints.</summary>
    public required EquatableArray<TableIndex> Uniques { get; init; }

    /// <summary>Indexes that are no constraints.</summary>
    public required EquatableArray<TableIndex> Indexes { get; init; }

    /// <summary>Foreign keys.</summary>
    public required EquatableArray<TableReference> References { get; init; }

    /// <summary>The name of the primary key's constraint.</summary>
    public string KeyName => Naming.Constraint("pk", Name, []);
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it stores.</param>
/// <param name="TypeName">Its type where an attribute gives one.</param>
/// <param name="IsIdentity">Whether the database numbers it.</param>
internal sealed record TableColumn(string Name, ColumnType Type, string? TypeName, bool IsIdentity)
{
    /// <summary>What it takes where it is given nothing.</summary>
    public string? Default { get; init; }
}

/// <summary>An index or unique constraint.</summary>
internal sealed record TableIndex(string Name, EquatableArray<string> Columns, bool IsUnique);

/// <summary>A foreign key.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Schema">The schema of the table that it refers to.</param>
/// <param name="Table">The table that it refers to.</param>
/// <param name="Principal">The columns that it refers to.</param>
/// <param name="OnDelete">What a delete over there does.</param>
internal sealed record TableReference(
    string Name, EquatableArray<string> Columns, string? Schema, string Table, EquatableArray<string> Principal, OnDeleteAction OnDelete)
{
    /// <summary>Whether the table it refers to is created later, so that some databases have to add it at the end.</summary>
    public bool IsForward { get; init; }
}
