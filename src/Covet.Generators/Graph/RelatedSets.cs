namespace Covet.Generators.Graph;

/// <summary>The relations of a model by the names they have on it, declared and reverse.</summary>
internal static class RelatedSets
{
    /// <summary>The relation of a name; null if there is none.</summary>
    public static NamedRelation? Find(ModelNode node, string name) => Of(node).FirstOrDefault(relation => relation.Name == name);

    /// <summary>All relations with an accessor.</summary>
    public static IEnumerable<NamedRelation> Of(ModelNode node) =>
        node.References.Select(edge => new NamedRelation(edge.Name, edge.To, IsList: false, edge.Spec.Type.IsNullable))
            .Concat(node.Referrers.Where(edge => edge.ReverseName is not null).Select(edge => new NamedRelation(edge.ReverseName!, edge.From, !edge.Spec.IsOneToOne, IsOptional: true)))
            .Concat(node.Links.Select(edge => new NamedRelation(edge.Name, edge.To, IsList: true, IsOptional: true)))
            .Concat(node.Linkers.Where(edge => edge.ReverseName is not null).Select(edge => new NamedRelation(edge.ReverseName!, edge.From, IsList: true, IsOptional: true)));
}

/// <summary>What a relation leads to.</summary>
/// <param name="Name">The name of its accessor.</param>
/// <param name="Model">The model of its rows.</param>
/// <param name="IsList">Whether it leads to many.</param>
/// <param name="IsOptional">Whether it may lead nowhere.</param>
internal sealed record NamedRelation(string Name, ModelNode Model, bool IsList, bool IsOptional)
{
    /// <summary>Whether a word names one of many rows: <c>Comment</c> of <c>Comments</c>.</summary>
    public bool IsSingular(string word) => word.Length > 0 && IsList && (Naming.Plural(word) == Name || (word == Model.Name && Name == Model.Plural));
}
