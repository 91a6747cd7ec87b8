namespace Covet.Graphs.Tests.Shapes;

/// <summary>What a model's key is made of.</summary>
public enum KeyKind
{
    Int,
    Long,
    Guid,
    Text,
    Enum,
    Composite,

    /// <summary>A one-to-one relation is the key.</summary>
    Owner,

    /// <summary>Two foreign keys are the key.</summary>
    Pair,
}

/// <summary>A model; each also has a number, a note that may be null, and a unique text.</summary>
public sealed record ModelShape(string Name, KeyKind Key);

/// <summary>A foreign key or one-to-one relation. Its name occurs once in a set of models.</summary>
/// <param name="Model">The model that declares it.</param>
/// <param name="Name">The property.</param>
/// <param name="Target">The model that it leads to.</param>
/// <param name="RelatedName">What the declaration says of the reverse: a name, "+", or nothing.</param>
public sealed record Reference(string Model, string Name, string Target, string? RelatedName)
{
    public bool IsOneToOne { get; init; }

    public bool IsRequired { get; init; }

    public bool IsKey { get; init; }

    /// <summary>Whether it leads to the target's unique text instead of its key.</summary>
    public bool IsToSlug { get; init; }

    /// <summary>The reverse property; null where there is none.</summary>
    public string? ReverseName => RelatedName switch
    {
        "+" => null,
        null => IsOneToOne ? Model : Plural(Model),
        _ => RelatedName,
    };

    public static string Plural(string model) => model + (model[^1] == 'x' ? "es" : "s");
}

/// <summary>A many-to-many relation, through a hidden table or through a model. Its name occurs once in a set of models.</summary>
public sealed record Link(string Model, string Name, string Target, string? ReverseName)
{
    public bool IsSymmetrical { get; init; }

    /// <summary>The references of the model in between that lead to the two sides; null where the table is hidden.</summary>
    public (Reference First, Reference Second)? Through { get; init; }
}

/// <summary>Models that relate to each other, before they are written as C#.</summary>
public sealed class ModelSet(IReadOnlyList<ModelShape> models, IReadOnlyList<Reference> references, IReadOnlyList<Link> links)
{
    public IReadOnlyList<ModelShape> Models { get; } = [.. models];

    public IReadOnlyList<Reference> References { get; } = [.. references];

    public IReadOnlyList<Link> Links { get; } = [.. links];

    /// <summary>All relations, each as its parent sees it.</summary>
    public IReadOnlyList<RelationShape> Relations { get; } = [.. RelationShape.Of(references, links)];

    public ModelShape Model(string name) => Models.First(model => model.Name == name);

    public RelationShape Relation(string model, string name) => Relations.First(relation => relation.Model == model && relation.Name == name);

    public IEnumerable<Reference> ReferencesOf(string model) => References.Where(reference => reference.Model == model);

    /// <summary>The properties of a model's key, with their C# types.</summary>
    public List<(string Property, string Type)> KeyOf(string model) => Model(model).Key switch
    {
        KeyKind.Int => [("Id", "int")],
        KeyKind.Long => [("Id", "long")],
        KeyKind.Guid => [("Id", "Guid")],
        KeyKind.Text => [("Code", "string")],
        KeyKind.Enum => [("Grade", "Grade")],
        KeyKind.Composite => [("Area", "string"), ("Rank", "int")],
        _ => [.. ReferencesOf(model).Where(reference => reference.IsKey).SelectMany(Columns).Select(column => (column.Here, column.Type))],
    };

    /// <summary>The properties of a foreign key, each with the one that it refers to.</summary>
    public List<(string Here, string There, string Type)> Columns(Reference reference)
    {
        if (reference.IsToSlug)
            return [(reference.Name + "Slug", "Slug", "string")];
        var key = KeyOf(reference.Target);
        return key.ConvertAll(part => (reference.Name + (key.Count > 1 ? part.Property : "Id"), part.Property, part.Type));
    }
}
