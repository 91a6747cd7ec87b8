namespace Covet.Infrastructure;

/// <summary>The table between the two sides of a many-to-many relation.</summary>
/// <param name="Table">The table as each dialect writes it.</param>
/// <param name="ParentColumns">Its columns, unquoted, that hold the key of the relation's parent.</param>
/// <param name="ChildColumns">Its columns, unquoted, that hold the key of the relation's child.</param>
/// <param name="Through">The model that it is the table of; null for a table that Covet made.</param>
/// <param name="IsSymmetrical">Whether each pair is kept in both directions.</param>
public sealed record LinkTable(SqlText Table, string[] ParentColumns, string[] ChildColumns, ModelInfo? Through = null, bool IsSymmetrical = false);
