using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary><c>[Unique]</c> and <c>[Index]</c> become <see cref="IndexSpec"/>s.</summary>
internal static class IndexParser
{
    public static IEnumerable<IndexSpec> ParseClass(INamedTypeSymbol type, Findings findings) => Parse(type, member: null, type, findings);

    public static IEnumerable<IndexSpec> ParseProperty(IPropertySymbol property, Findings findings) => Parse(property, property.Name, property.ContainingType, findings);

    private static IEnumerable<IndexSpec> Parse(ISymbol symbol, string? member, INamedTypeSymbol type, Findings findings)
    {
        foreach (var unique in symbol.FindAll(AttributeNames.Unique))
            yield return new IndexSpec(PropertiesOf(unique, member), NameOf(unique, member, type, findings), IsUnique: true, IsConstraint: true, member);
        foreach (var index in symbol.FindAll(AttributeNames.Index))
            yield return new IndexSpec(PropertiesOf(index, member), NameOf(index, member, type, findings), index.Flag("Unique", otherwise: false), IsConstraint: false, member);
    }

    private static string? NameOf(AttributeData attribute, string? member, INamedTypeSymbol type, Findings findings) =>
        NameParser.Parse(attribute.Text("Name"), member, $"An index of '{type.Name}'", findings);

    private static EquatableArray<string> PropertiesOf(AttributeData attribute, string? member) =>
        (member is null ? attribute.Texts() : [member, .. attribute.Texts()]).ToEquatable();
}
