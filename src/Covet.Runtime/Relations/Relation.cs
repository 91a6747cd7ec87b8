namespace Covet.Infrastructure;

/// <summary>One relation as its parent sees it: the facts that statements are written from. The generated classes below it do the stitching.</summary>
public abstract class Relation
{
    private protected Relation(RelationFacts facts)
    {
        Name = facts.Name;
        Parent = facts.Parent;
        ParentTable = facts.ParentTable;
        Child = facts.Child;
        ParentColumns = Array.ConvertAll(facts.ParentColumns, SqlDialect.Quote);
        ChildColumns = Array.ConvertAll(facts.ChildColumns, SqlDialect.Quote);
        Batch = facts.Batch;
        IsOptional = facts.IsOptional;
        Link = facts.Link is { } link
            ? link with { ParentColumns = Array.ConvertAll(link.ParentColumns, SqlDialect.Quote), ChildColumns = Array.ConvertAll(link.ChildColumns, SqlDialect.Quote) }
            : null;
    }

    /// <summary>The name of the relation's property.</summary>
    public string Name { get; }

    /// <summary>The model that has the property.</summary>
    public ModelInfo Parent { get; }

    /// <summary>The model that it leads to.</summary>
    public ModelInfo Child { get; }

    /// <summary>The name of the parent's table on the database class, for messages.</summary>
    internal string ParentTable { get; }

    /// <summary>The parent's columns, quoted, that the relation compares.</summary>
    internal string[] ParentColumns { get; }

    /// <summary>The child's columns, quoted, that the relation compares.</summary>
    internal string[] ChildColumns { get; }

    /// <summary>The table between the two, with quoted columns, in a many-to-many relation.</summary>
    internal LinkTable? Link { get; }

    /// <summary>Whether a relation to one row may lead nowhere.</summary>
    internal bool IsOptional { get; }

    /// <summary>The statement that loads all children of a list of keys, in key order.</summary>
    internal SqlText Batch { get; }

    /// <summary>Whether it leads to many rows.</summary>
    internal abstract bool IsToMany { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{Parent.Name}.{Name}";

    /// <summary>Prepares the loading of one node of a prefetch.</summary>
    /// <param name="context">The whole prefetch.</param>
    /// <param name="node">What of this relation to load; this relation is its relation.</param>
    /// <param name="parents">An <see cref="IReadOnlyList{T}"/> of the parents.</param>
    internal abstract RelationLoad CreateLoad(PrefetchContext context, PrefetchNode node, object parents);

    /// <summary>The key of one parent as the parameter <c>keys</c> of a statement; null when the parent has none.</summary>
    internal abstract RelationKeys? KeysOf(IModel parent);

    /// <summary>Lets a child that was found through the parent know it.</summary>
    internal virtual void Introduce(object child, IModel parent)
    {
    }
}
