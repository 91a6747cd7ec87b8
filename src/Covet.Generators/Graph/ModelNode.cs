using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>A model while the graph is built: its spec, and what the other models add to it.</summary>
internal sealed class ModelNode(ModelSpec spec)
{
    public ModelSpec Spec { get; } = spec;

    public TypeSpec Type => Spec.Type;

    public string Name => Spec.Type.Name;

    public string Plural { get; } = spec.Plural ?? Naming.Plural(spec.Type.Name);

    public string Table { get; } = spec.Table ?? (spec.Plural is null ? Naming.Table(spec.Type.Name) : Naming.Snake(spec.Plural));

    public string? Schema => Spec.Schema;

    /// <summary>All columns in the order of declaration, foreign keys among them.</summary>
    public List<ColumnNode> Columns { get; } = [];

    /// <summary>The key's columns in the order of declaration.</summary>
    public IReadOnlyList<ColumnNode> Key => Columns.FindAll(column => column.IsKey);

    /// <summary>The foreign keys and one-to-one relations that it declares.</summary>
    public List<ReferenceEdge> References { get; } = [];

    /// <summary>Those that lead here.</summary>
    public List<ReferenceEdge> Referrers { get; } = [];

    /// <summary>The many-to-many relations that it declares.</summary>
    public List<LinkEdge> Links { get; } = [];

    /// <summary>Those that lead here.</summary>
    public List<LinkEdge> Linkers { get; } = [];
}

/// <summary>A column, declared or made for a foreign key.</summary>
internal sealed record ColumnNode
{
    /// <summary>The property's bare name.</summary>
    public required string Property { get; init; }

    /// <summary>The column's name.</summary>
    public required string Name { get; init; }

    public required ColumnType Type { get; init; }

    public required bool IsKey { get; init; }

    public string Accessibility { get; init; } = "public";

    public string? TypeName { get; init; }

    public InitSpec? Init { get; init; }

    public ColumnRole Role { get; init; }

    public bool IsSettable => Init is null;

    /// <summary>The relation whose key it holds; null for a declared column.</summary>
    public RelationSpec? Relation { get; init; }
}

/// <summary>A foreign key or one-to-one relation between two models.</summary>
/// <param name="From">The model that declares it.</param>
/// <param name="Spec">Its declaration.</param>
/// <param name="To">The model that it leads to.</param>
/// <param name="Columns">The columns that hold the key.</param>
/// <param name="Principal">The columns they refer to, in the same order.</param>
internal sealed record ReferenceEdge(ModelNode From, RelationSpec Spec, ModelNode To, IReadOnlyList<ColumnNode> Columns, IReadOnlyList<ColumnNode> Principal)
{
    public string Name => Spec.Property.Name;

    /// <summary>The name on the other side; null for none. A collision takes it away.</summary>
    public string? ReverseName { get; set; } = Spec.RelatedName switch
    {
        null => Spec.IsOneToOne ? From.Name : From.Plural,
        "+" => null,
        var name => name,
    };
}

/// <summary>A many-to-many relation between two models.</summary>
/// <param name="From">The model that declares it.</param>
/// <param name="Spec">Its declaration.</param>
/// <param name="To">The model that it leads to.</param>
/// <param name="Table">The table that holds the pairs.</param>
internal sealed record LinkEdge(ModelNode From, ManyToManySpec Spec, ModelNode To, LinkTable Table)
{
    public string Name => Spec.Property.Name;

    public bool IsSymmetrical => From == To && Spec.Symmetrical && Table.Through is null;

    /// <summary>
    /// The name on the other side; null for none, as a relation of a model with itself has where none is given. A collision takes it away.
    /// </summary>
    public string? ReverseName { get; set; } = Spec.RelatedName switch
    {
        null => From == To ? null : From.Plural,
        "+" => null,
        var name => name,
    };
}

/// <summary>The table of pairs.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">Its schema.</param>
/// <param name="Through">The model that it is the table of; null for a hidden one.</param>
/// <param name="Left">The columns that hold the declaring model's key.</param>
/// <param name="Right">The columns that hold the other model's key.</param>
internal sealed record LinkTable(string Name, string? Schema, ModelNode? Through, IReadOnlyList<LinkColumn> Left, IReadOnlyList<LinkColumn> Right)
{
    /// <summary>The through model's relation to the declaring model.</summary>
    public ReferenceEdge? LeftReference { get; init; }

    /// <summary>The through model's relation to the other model.</summary>
    public ReferenceEdge? RightReference { get; init; }
}

/// <summary>A column of a table of pairs, and the key column that it refers to.</summary>
internal sealed record LinkColumn(string Name, ColumnNode Principal);
