namespace Covet;

/// <summary>Names the column of a property; left out, the property's name in snake_case.</summary>
/// <param name="name">The column's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ColumnAttribute(string name) : Attribute
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    /// <summary>The column's type on databases with types of their own; SQLite keeps Covet's type.</summary>
    public string? TypeName { get; set; }
}
