using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>A column, ready to print.</summary>
internal sealed record ColumnPlan
{
    /// <summary>The property's bare name.</summary>
    public required string Property { get; init; }

    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    /// <summary>What it stores.</summary>
    public required ColumnType Type { get; init; }

    /// <summary><c>public</c> or <c>internal</c>.</summary>
    public required string Accessibility { get; init; }

    /// <summary>Its place among the model's columns.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Whether it is part of the key.</summary>
    public required bool IsKey { get; init; }

    /// <summary>Whether no two rows have the same value in it, NULL aside.</summary>
    public required bool IsUnique { get; init; }

    /// <summary>The field of a foreign key, whose property Covet writes; null for a property that the user declared.</summary>
    public string? Field { get; init; }

    /// <summary>The accessor that sets it when an instance is made; null for a property that can be set at any time.</summary>
    public required InitSpec? Init { get; init; }

    /// <summary>What Covet fills it with.</summary>
    public ColumnRole Role { get; init; }

    /// <summary>Whether the database gives it its value, so that no INSERT does.</summary>
    public bool IsRowVersion => Type.Stored == StoreKind.RowVersion;

    /// <summary>The property as it is written.</summary>
    public string Identifier => Identifiers.Escape(Property);
}

/// <summary>Who gives a new row its key.</summary>
internal enum KeySource
{
    /// <summary>The program.</summary>
    Program,

    /// <summary>The database, by numbering, where it has its default value.</summary>
    Database,

    /// <summary>Covet, by a new Guid, where it is empty.</summary>
    Guid,
}

/// <summary>A model's key.</summary>
/// <param name="Columns">Its columns, in order.</param>
/// <param name="Source">Who gives a new row its key.</param>
internal sealed record KeyPlan(EquatableArray<ColumnPlan> Columns, KeySource Source)
{
    public static bool IsIdentity(ColumnType type) => type is { Mapping: Mapping.Plain, Stored: StoreKind.Int32 or StoreKind.Int64 };

    public static bool IsIdentity(IReadOnlyList<ColumnNode> key, ColumnNode column) =>
        key.Count == 1 && key[0] == column && column.Relation is null && IsIdentity(column.Type);

    public static KeySource SourceOf(IReadOnlyList<ColumnNode> key)
    {
        if (IsIdentity(key, key[0]))
            return KeySource.Database;
        return key is [{ Relation: null, IsSettable: true, Type: { Mapping: Mapping.Plain, Stored: StoreKind.Guid } }] ? KeySource.Guid : KeySource.Program;
    }
}
