namespace Covet;

/// <summary>One column of a model.</summary>
/// <param name="property">The C# property.</param>
/// <param name="name">The column's name in the database, unquoted.</param>
/// <param name="isNullable">Whether the column may be NULL.</param>
/// <param name="isUnique">Whether no two rows have the same value in it, NULL aside.</param>
/// <param name="isArray">Whether it holds arrays.</param>
public sealed class ColumnInfo(string property, string name, bool isNullable = false, bool isUnique = false, bool isArray = false)
{
    /// <summary>The C# property.</summary>
    public string Property { get; } = property;

    /// <summary>The column's name in the database, unquoted.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the column may be NULL.</summary>
    public bool IsNullable { get; } = isNullable;

    /// <summary>Whether no two rows have the same value in it, NULL aside: it is the whole key, or has a unique index of its own.</summary>
    internal bool IsUnique { get; } = isUnique;

    internal bool IsArray { get; } = isArray;

    internal string Quoted { get; } = Infrastructure.SqlDialect.Quote(name);

    /// <inheritdoc/>
    public override string ToString() => Property;
}
