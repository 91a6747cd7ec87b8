namespace Covet;

/// <summary>Makes the values of a property unique, or, on a class, those of several properties together.</summary>
/// <param name="columns">On a class, the names of the properties: <c>[Unique(nameof(Year), nameof(Number))]</c>.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class UniqueAttribute(params string[] columns) : Attribute
{
    /// <summary>On a class, the names of the properties.</summary>
    public IReadOnlyList<string> Columns { get; } = columns;

    /// <summary>The constraint's name; left out, <c>uq_table_columns</c>.</summary>
    public string? Name { get; set; }
}
