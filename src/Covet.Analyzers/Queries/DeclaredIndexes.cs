using Microsoft.CodeAnalysis;

namespace Covet.Analyzers.Queries;

/// <summary>Which properties of models lead an index, as their attributes say.</summary>
internal sealed class DeclaredIndexes
{
    private readonly HashSet<ISymbol?> _ofProperties = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol?> _references = new(SymbolEqualityComparer.Default);

    public DeclaredIndexes(Compilation compilation)
    {
        foreach (string name in new[] { "Covet.KeyAttribute", "Covet.UniqueAttribute", "Covet.IndexAttribute" })
            _ofProperties.Add(compilation.GetTypeByMetadataName(name));
        foreach (string name in new[] { "Covet.ForeignKeyAttribute", "Covet.OneToOneAttribute" })
            _references.Add(compilation.GetTypeByMetadataName(name));
    }

    /// <summary>Whether an index, a key or a foreign key begins with the property's column.</summary>
    public bool Leads(IPropertySymbol property)
        => property.Name == "Id"
            || property.GetAttributes().Any(attribute => _ofProperties.Contains(attribute.AttributeClass) || _references.Contains(attribute.AttributeClass))
            || property.ContainingType.GetAttributes().Any(attribute => _ofProperties.Contains(attribute.AttributeClass) && First(attribute) == property.Name)
            || property.ContainingType.GetMembers().OfType<IPropertySymbol>().Any(other => IsKeyOf(property, other));

    /// <summary>Whether few rows can be expected to have the same value.</summary>
    public static bool IsSelective(IPropertySymbol property)
    {
        var type = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var underlying] } ? underlying : property.Type;
        return type.SpecialType != SpecialType.System_Boolean && type.TypeKind != TypeKind.Enum;
    }

    /// <summary><c>AuthorId</c> is the key that Covet writes for <c>Author</c>.</summary>
    private bool IsKeyOf(IPropertySymbol property, IPropertySymbol reference)
        => property.Name.Length > reference.Name.Length && property.Name.StartsWith(reference.Name, StringComparison.Ordinal)
            && reference.GetAttributes().Any(attribute => _references.Contains(attribute.AttributeClass));

    private static string? First(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false, Values: [var first, ..] }] ? first.Value as string : null;
}
