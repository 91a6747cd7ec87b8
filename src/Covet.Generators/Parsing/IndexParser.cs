using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary><c>[Unique]</c> and <c>[Index]</c> become <see cref="IndexSpec"/>s.</summary>
internal static class IndexParser
{
    public static IEnumerable<IndexSpec> ParseClass(INamedTypeSymbol type) => Parse(type, member: null);

    public static IEnumerable<IndexSpec> ParseProperty(IPropertySymbol property) => Parse(property, property.Name);

    private static IEnumerable<IndexSpec> Parse(ISymbol symbol, string? member)
    {
        foreach (var unique in symbol.FindAll(AttributeNames.Unique))
            yield return new IndexSpec(PropertiesOf(unique, member), unique.Text("Name"), IsUnique: true, IsConstraint: true, member);
        foreach (var index in symbol.FindAll(AttributeNames.Index))
            yield return new IndexSpec(PropertiesOf(index, member), index.Text("Name"), index.Flag("Unique", otherwise: false), IsConstraint: false, member);
    }

    private static EquatableArray<string> PropertiesOf(AttributeData attribute, string? member) =>
        (member is null ? attribute.Texts() : [member, .. attribute.Texts()]).ToEquatable();
}
