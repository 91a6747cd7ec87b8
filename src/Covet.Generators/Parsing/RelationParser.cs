using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing;

/// <summary>The properties of one model that Covet implements: references, many-to-many sets and places for prefetches.</summary>
internal sealed class RelationParser(Compilation compilation, Findings findings, CancellationToken cancellationToken)
{
    private const string List = "System.Collections.Generic.IReadOnlyList`1";

    public static bool IsRelation(IPropertySymbol property) =>
        IsReference(property) || property.Has(AttributeNames.ManyToMany) || property.Has(AttributeNames.Into);

    /// <summary>Whether a property is a foreign key or a one-to-one relation.</summary>
    public static bool IsReference(IPropertySymbol property) => property.Has(AttributeNames.ForeignKey) || property.Has(AttributeNames.OneToOne);

    /// <summary>Whether a property is a many-to-many set, by its attribute or by its type.</summary>
    public static bool IsManyToMany(IPropertySymbol property) =>
        property.Has(AttributeNames.ManyToMany) || (IsManyToManyType(property.Type) && !IsRelation(property) && property.IsPartialDefinition);

    public RelationSpec? ParseReference(IPropertySymbol property)
    {
        if (ParseProperty(property) is not { } part)
            return null;
        if (property.Has(AttributeNames.ForeignKey) && property.Has(AttributeNames.OneToOne))
            return Misshapen<RelationSpec>(property, "is a [ForeignKey] and a [OneToOne] at once. Remove the one that it isn't");
        if (part.Setter.Length == 0 || property.GetMethod is null)
            return Misshapen<RelationSpec>(property, "needs a getter and a setter: { get; set; }");
        if (!IsModel(property, property.Type))
            return null;
        var isOneToOne = property.Has(AttributeNames.OneToOne);
        var attribute = property.Find(isOneToOne ? AttributeNames.OneToOne : AttributeNames.ForeignKey)!;
        return new RelationSpec
        {
            Property = part,
            Target = SymbolReader.MetadataNameOf((INamedTypeSymbol)property.Type),
            Type = new TypeRef(SymbolReader.Write(property.Type), IsValueType: false, ColumnTypeParser.IsNullable(property)),
            IsOneToOne = isOneToOne,
            IsKey = property.Has(AttributeNames.Key) || property.Has(AttributeNames.AnnotatedKey),
            RelatedName = attribute.Text("RelatedName"),
            To = attribute.Text("To"),
            Column = NameParser.ParseList(attribute.Text("Column"), property.Name, $"The column of '{property.ContainingType.Name}.{property.Name}'", findings),
            OnDelete = (OnDeleteAction)attribute.Number("OnDelete"),
            Default = attribute.Default("Default"),
        };
    }

    public ManyToManySpec? ParseManyToMany(IPropertySymbol property)
    {
        if (ParseProperty(property) is not { } part)
            return null;
        if (!IsManyToManyType(property.Type) || part.Setter.Length > 0)
            return Misshapen<ManyToManySpec>(property, "has to be a ManyToMany<Tag, TagQuery> (or ManyToMany<Tag, TagQuery, PostTag>) with a getter alone: { get; }");
        var arguments = ((INamedTypeSymbol)property.Type).TypeArguments;
        var through = arguments.Length == 3 ? arguments[2] : null;
        if (!IsModel(property, arguments[0]) || (through is not null && !IsModel(property, through)))
            return null;
        var attribute = property.Find(AttributeNames.ManyToMany);
        var relatedName = attribute?.Text("RelatedName");
        return new ManyToManySpec
        {
            Property = part,
            Target = SymbolReader.MetadataNameOf((INamedTypeSymbol)arguments[0]),
            Through = through is INamedTypeSymbol middle ? SymbolReader.MetadataNameOf(middle) : null,
            RelatedName = relatedName,
            Table = NameParser.Parse(attribute?.Text("Table"), property.Name, $"The table of '{property.ContainingType.Name}.{property.Name}'", findings),
            Symmetrical = attribute?.Flag("Symmetrical", otherwise: relatedName is null) ?? true,
        };
    }

    public IntoSpec? ParseInto(IPropertySymbol property)
    {
        if (ParseProperty(property) is not { } part)
            return null;
        var isList = property.Type is INamedTypeSymbol type && SymbolReader.MetadataNameOf(type.OriginalDefinition) == List;
        var element = isList ? ((INamedTypeSymbol)property.Type).TypeArguments[0] : property.Type;
        if (part.Setter.Length > 0 || property.GetMethod is null)
            return Misshapen<IntoSpec>(property, "is a place that prefetches fill: it has a getter alone: { get; }");
        if (!IsModel(property, element))
            return null;
        var isNullable = ColumnTypeParser.IsNullable(property);
        if (!isList && !isNullable)
            return Misshapen<IntoSpec>(property, $"is a place for one row or none, so its type has to be nullable: {element.Name}?");
        return new IntoSpec(
            part,
            property.Find(AttributeNames.Into)?.Positional(0) as string ?? "",
            new TypeRef(SymbolReader.Write(property.Type), IsValueType: false, isNullable),
            SymbolReader.MetadataNameOf((INamedTypeSymbol)element),
            isList);
    }

    private static bool IsManyToManyType(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "ManyToMany", Arity: 2 or 3, ContainingNamespace: { Name: "Covet", ContainingNamespace.IsGlobalNamespace: true } };

    private PartialPropertySpec? ParseProperty(IPropertySymbol property)
    {
        var syntax = property.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken)).OfType<PropertyDeclarationSyntax>().FirstOrDefault();
        if (syntax is null || !property.IsPartialDefinition || property.PartialImplementationPart is not null)
        {
            findings.Add(RuleIds.RelationNotPartial, property.Name, property.ContainingType.Name, property.Name);
            return null;
        }

        if (property.IsStatic)
            return Misshapen<PartialPropertySpec>(property, "is static, and a relation is of one instance. Remove the static modifier");

        var getter = syntax.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        var setter = syntax.AccessorList?.Accessors.FirstOrDefault(accessor => !accessor.IsKind(SyntaxKind.GetAccessorDeclaration));
        return new PartialPropertySpec(
            property.Name,
            string.Join(" ", syntax.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword)).Select(modifier => modifier.Text)),
            Write(setter))
        {
            Getter = Write(getter),
        };
    }

    private static string Write(AccessorDeclarationSyntax? accessor) =>
        accessor is null ? "" : string.Join(" ", accessor.Modifiers.Select(modifier => modifier.Text).Append(accessor.Keyword.Text));

    private bool IsModel(IPropertySymbol property, ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            findings.Add(RuleIds.RelationTypeUnknown, property.Name, property.ContainingType.Name, property.Name);
            return false;
        }

        if (type is INamedTypeSymbol named && named.Has(AttributeNames.Model) && SymbolEqualityComparer.Default.Equals(named.ContainingAssembly, compilation.Assembly))
            return true;
        findings.Add(RuleIds.NotAModel, property.Name, property.ContainingType.Name, property.Name, type.Name);
        return false;
    }

    private T? Misshapen<T>(IPropertySymbol property, string sentence)
        where T : class
    {
        findings.Add(RuleIds.RelationShape, property.Name, property.ContainingType.Name, property.Name, sentence);
        return null;
    }
}
