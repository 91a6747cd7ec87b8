namespace Covet;

/// <summary>Gives a property an index, or, on a class, several properties together.</summary>
/// <param name="columns">On a class, the names of the properties: <c>[Index(nameof(Year), nameof(Number))]</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class IndexAttribute(params string[] columns) : Attribute
{
    /// <summary>On a class, the names of the properties.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>The index's name; left out, <c>ix_table_columns</c>.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the index is unique.</summary>
    public bool Unique { get; set; }
}
