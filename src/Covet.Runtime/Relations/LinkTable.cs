namespace Covet.Infrastructure;

/// <summary>The table between the two sides of a many-to-many relation.</summary>
/// <param name="Table">The table as each dialect writes it.</param>
/// <param name="ParentColumns">Its columns, unquoted, that hold the key of the relation's parent.</param>
/// <param name="ChildColumns">Its columns, unquoted, that hold the key of the relation's child.</param>
/// <param name="IsSymmetrical">Whether each pair is kept in both directions.</param>
/// <param name="Uniqueness">What keeps a pair from being there twice.</param>
public sealed record LinkTable(
    SqlText Table, string[] ParentColumns, string[] ChildColumns, bool IsSymmetrical = false, LinkUniqueness Uniqueness = LinkUniqueness.PairOnly);
