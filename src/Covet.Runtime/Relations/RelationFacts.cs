namespace Covet.Infrastructure;

/// <summary>What the generator knows of a relation; column names are unquoted.</summary>
public sealed class RelationFacts
{
    /// <summary>The name of the relation's property.</summary>
    public required string Name { get; init; }

    /// <summary>The model that has the property.</summary>
    public required ModelInfo Parent { get; init; }

    /// <summary>The name of the parent's table on the database class.</summary>
    public required string ParentTable { get; init; }

    /// <summary>The model that it leads to.</summary>
    public required ModelInfo Child { get; init; }

    /// <summary>The parent's columns that the relation compares.</summary>
    public required string[] ParentColumns { get; init; }

    /// <summary>The child's columns that the relation compares, in the same order.</summary>
    public required string[] ChildColumns { get; init; }

    /// <summary>Whether a relation to one row may lead nowhere.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The table between the two, in a many-to-many relation.</summary>
    public LinkTable? Link { get; init; }

    /// <summary>
    /// The statement that loads all children of a list of keys (parameter <c>keys</c>) in key order: the child's columns, then, in a
    /// many-to-many relation, the link table's columns of the parent's key.
    /// </summary>
    public required SqlText Batch { get; init; }
}
