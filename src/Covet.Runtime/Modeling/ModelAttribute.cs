namespace Covet;

/// <summary>
/// Makes a partial class a model: Covet writes the rest of the class, its columns, its query, its prefetch builder and its table.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ModelAttribute : Attribute
{
    /// <summary>The table's name; left out, the snake_case plural of the class name.</summary>
    public string? Table { get; set; }

    /// <summary>The table's schema on databases that have schemas; SQLite ignores it.</summary>
    public string? Schema { get; set; }

    /// <summary>
    /// The plural of the class name, in C# spelling (<c>People</c>): the property of the database, the default related name, and the table's name
    /// where <see cref="Table"/> is left out.
    /// </summary>
    public string? Plural { get; set; }
}
