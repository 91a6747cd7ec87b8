namespace Covet.Infrastructure;

/// <summary>A constraint of a table: its key, what is unique, a foreign key.</summary>
/// <param name="name">Its name.</param>
/// <param name="columns">Its columns, unquoted.</param>
public sealed class ConstraintFacts(string name, params string[] columns)
{
    internal string Name { get; } = name;

    internal string[] Columns { get; } = columns;
}
