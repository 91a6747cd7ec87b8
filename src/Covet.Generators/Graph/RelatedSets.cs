namespace Covet.Generators.Graph;

/// <summary>The relations of a model by the names they have on it, declared and reverse.</summary>
internal static class RelatedSets
{
    /// <summary>The model that a relation leads to, and whether to many; null if there is no such relation.</summary>
    public static (ModelNode Model, bool IsList)? Find(ModelNode node, string name)
    {
        if (node.References.Find(edge => edge.Name == name) is { } reference)
            return (reference.To, false);
        if (node.Referrers.Find(edge => edge.ReverseName == name) is { } referrer)
            return (referrer.From, !referrer.Spec.IsOneToOne);
        if (node.Links.Find(edge => edge.Name == name) is { } link)
            return (link.To, true);
        return node.Linkers.Find(edge => edge.ReverseName == name) is { } linker ? (linker.From, true) : null;
    }
}
