namespace Covet.Graphs.Tests.Shapes;

/// <summary>How a relation looks from its parent.</summary>
public enum RelationKind
{
    Forward,
    ReverseOne,
    ReverseMany,
    Many,
}

/// <summary>A relation as its parent sees it.</summary>
/// <param name="Model">The parent.</param>
/// <param name="Name">The property.</param>
/// <param name="Child">The model that it leads to.</param>
/// <param name="Kind">How it looks.</param>
public sealed record RelationShape(string Model, string Name, string Child, RelationKind Kind)
{
    /// <summary>The foreign key behind it; null in a many-to-many relation.</summary>
    public Reference? Reference { get; init; }

    /// <summary>The many-to-many relation behind it.</summary>
    public Link? Link { get; init; }

    /// <summary>Whether it is the reverse of the declared one.</summary>
    public bool IsReverse { get; init; }

    public bool IsToMany => Kind is RelationKind.ReverseMany or RelationKind.Many;

    /// <summary>Whether its row may be left out.</summary>
    public bool IsOptional => Kind == RelationKind.ReverseOne || Reference is { IsRequired: false };

    /// <summary>The child's property that leads back to the parent, where Covet fills it by itself.</summary>
    public string? Back => (Kind, Reference) switch
    {
        (RelationKind.Forward, { IsOneToOne: true } reference) => reference.ReverseName,
        (RelationKind.ReverseOne or RelationKind.ReverseMany, { } reference) => reference.Name,
        _ => null,
    };

    public static IEnumerable<RelationShape> Of(IEnumerable<Reference> references, IEnumerable<Link> links)
    {
        foreach (var reference in references)
        {
            yield return new RelationShape(reference.Model, reference.Name, reference.Target, RelationKind.Forward) { Reference = reference };
            var kind = reference.IsOneToOne ? RelationKind.ReverseOne : RelationKind.ReverseMany;
            if (reference.ReverseName is { } name)
                yield return new RelationShape(reference.Target, name, reference.Model, kind) { Reference = reference, IsReverse = true };
        }
        foreach (var link in links)
        {
            yield return new RelationShape(link.Model, link.Name, link.Target, RelationKind.Many) { Link = link };
            if (link.ReverseName is { } name)
                yield return new RelationShape(link.Target, name, link.Model, RelationKind.Many) { Link = link, IsReverse = true };
        }
    }
}
