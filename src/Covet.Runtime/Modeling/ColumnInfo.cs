namespace Covet;

/// <summary>One column of a model.</summary>
/// <param name="property">The C# property.</param>
/// <param name="name">The column's name in the database, unquoted.</param>
/// <param name="isNullable">Whether the column may be NULL.</param>
public sealed class ColumnInfo(string property, string name, bool isNullable = false)
{
    /// <summary>The C# property.</summary>
    public string Property { get; } = property;

    /// <summary>The column's name in the database, unquoted.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the column may be NULL.</summary>
    public bool IsNullable { get; } = isNullable;

    internal string Quoted { get; } = Infrastructure.SqlDialect.Quote(name);

    /// <inheritdoc/>
    public override string ToString() => Property;
}
