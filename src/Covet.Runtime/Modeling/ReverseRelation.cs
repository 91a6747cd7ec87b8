namespace Covet;

/// <summary>A relation seen from the model that it leads to.</summary>
/// <param name="RelatedModel">The model that declares the relation.</param>
/// <param name="RelatedField">The property that declares it.</param>
/// <param name="Type">Its kind.</param>
/// <param name="RelatedName">The name of the accessor on this model; <c>+</c> when there is none.</param>
public sealed record ReverseRelation(Type RelatedModel, string RelatedField, RelationType Type, string RelatedName);
