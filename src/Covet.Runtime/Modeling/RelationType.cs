namespace Covet;

/// <summary>The kind of a relation between two models.</summary>
public enum RelationType
{
    /// <summary>Declared with <c>[ForeignKey]</c>: many rows of one model point to one of the other.</summary>
    ForeignKey,

    /// <summary>Declared with <c>[OneToOne]</c>: at most one row points to each row of the other model.</summary>
    OneToOne,

    /// <summary>Declared with <c>[ManyToMany]</c>: pairs of rows, kept in a link table.</summary>
    ManyToMany,
}
