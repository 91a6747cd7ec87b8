namespace Covet.Generators.Model;

/// <summary>What a column stores, whatever the property looks like. Both dialects have a name for each.</summary>
internal enum StoreKind
{
    Boolean,
    SByte,
    Byte,
    Int16,
    UInt16,
    Int32,
    UInt32,
    Int64,
    UInt64,
    Single,
    Double,
    Decimal,
    String,
    Char,
    Guid,
    DateTime,
    DateTimeOffset,
    DateOnly,
    TimeOnly,
    TimeSpan,
    Bytes,

    /// <summary>PostgreSQL's xmin; elsewhere a number.</summary>
    RowVersion,
}

/// <summary>How a property becomes what its column stores.</summary>
internal enum Mapping
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>An enum, by its number.</summary>
    EnumNumber,

    /// <summary>An enum, by the name of its member.</summary>
    EnumText,

    /// <summary>Anything, through System.Text.Json.</summary>
    Json,

    /// <summary>A type of the user's own, through a converter.</summary>
    Converter,

    /// <summary>An array of plain values.</summary>
    Array,
}

/// <summary>A property's type, and how it is stored.</summary>
internal sealed record ColumnType
{
    /// <summary>The property's type.</summary>
    public required TypeRef Clr { get; init; }

    /// <summary>How the property becomes what is stored.</summary>
    public required Mapping Mapping { get; init; }

    /// <summary>What is stored; of an array, its elements; of JSON, text.</summary>
    public required StoreKind Stored { get; init; }

    /// <summary>The C# type of what is stored, without null: the enum's number type, the converter's stored type, the array's element.</summary>
    public required string StoredType { get; init; }

    /// <summary>The converter's type.</summary>
    public string? Converter { get; init; }

    /// <summary>The JsonSerializerContext's type.</summary>
    public string? JsonContext { get; init; }

    /// <summary>The length of a text.</summary>
    public int? MaxLength { get; init; }

    /// <summary>How many digits a decimal has.</summary>
    public int? Precision { get; init; }

    /// <summary>How many of them are behind the point.</summary>
    public int Scale { get; init; }

    /// <summary>Whether it is an enum of flags.</summary>
    public bool IsFlags { get; init; }

    /// <summary>Whether the column may be NULL.</summary>
    public bool IsNullable => Clr.IsNullable;

    /// <summary>The same type where a foreign key repeats a key.</summary>
    public ColumnType AsReference(bool isNullable) => this with { Clr = Clr with { IsNullable = isNullable } };
}
