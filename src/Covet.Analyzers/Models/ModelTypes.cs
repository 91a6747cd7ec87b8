using Microsoft.CodeAnalysis;

namespace Covet.Analyzers.Models;

/// <summary>The attributes that make a model, as the rules for models ask about them.</summary>
internal sealed class ModelTypes
{
    private readonly INamedTypeSymbol _model;
    private readonly INamedTypeSymbol? _column;
    private readonly INamedTypeSymbol? _key;
    private readonly INamedTypeSymbol? _maxLength;
    private readonly INamedTypeSymbol? _foreignKey;
    private readonly INamedTypeSymbol? _oneToOne;

    private ModelTypes(Compilation compilation, INamedTypeSymbol model)
    {
        _model = model;
        _column = compilation.GetTypeByMetadataName("Covet.ColumnAttribute");
        _key = compilation.GetTypeByMetadataName("Covet.KeyAttribute");
        _maxLength = compilation.GetTypeByMetadataName("Covet.MaxLengthAttribute");
        _foreignKey = compilation.GetTypeByMetadataName("Covet.ForeignKeyAttribute");
        _oneToOne = compilation.GetTypeByMetadataName("Covet.OneToOneAttribute");
    }

    /// <summary>The types that a compilation sees; null where it has no models.</summary>
    public static ModelTypes? Of(Compilation compilation)
        => compilation.GetTypeByMetadataName("Covet.ModelAttribute") is { } model ? new ModelTypes(compilation, model) : null;

    public bool IsModel(INamedTypeSymbol type) => Find(type, _model) is not null;

    public bool IsKey(IPropertySymbol property) => Find(property, _key) is not null;

    public bool HasLength(IPropertySymbol property) => Find(property, _maxLength) is not null;

    /// <summary>Whether the column's type is named, and so was thought about.</summary>
    public bool NamesType(IPropertySymbol property) => Find(property, _column) is { } column && Named(column, "TypeName") is not null;

    /// <summary>The attribute that makes the property a reference to one row; null for any other property.</summary>
    public AttributeData? ReferenceOf(IPropertySymbol property) => Find(property, _foreignKey) ?? Find(property, _oneToOne);

    /// <summary>Whether the attribute makes a foreign key; a one-to-one relation of a model with itself needs a name, and the generator says so.</summary>
    public bool IsForeignKey(AttributeData reference) => SymbolEqualityComparer.Default.Equals(reference.AttributeClass, _foreignKey);

    /// <summary>What an attribute's property is set to; null where it isn't.</summary>
    public static string? Named(AttributeData attribute, string property)
    {
        foreach (var argument in attribute.NamedArguments)
        {
            if (argument.Key == property)
                return argument.Value.Value as string;
        }
        return null;
    }

    private static AttributeData? Find(ISymbol symbol, INamedTypeSymbol? type)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, type))
                return attribute;
        }
        return null;
    }
}
