namespace Covet;

/// <summary>What the database does with the rows that refer to a deleted row.</summary>
public enum OnDelete
{
    /// <summary>The delete fails while a row refers to it.</summary>
    Restrict,

    /// <summary>The referring rows are deleted too.</summary>
    Cascade,

    /// <summary>The foreign keys become NULL; the relation has to be nullable.</summary>
    SetNull,

    /// <summary>The foreign keys take their column's default, which the attribute names by <c>Default</c>; its row has to be there. Without one they become NULL.</summary>
    SetDefault,

    /// <summary>Like <see cref="Restrict"/>, checked at the end of the statement.</summary>
    NoAction,
}
