using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>Describes an <c>init</c> accessor.</summary>
internal static class InitParser
{
    private static readonly SymbolDisplayFormat Constrained = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public static InitSpec Parse(IPropertySymbol property)
    {
        var (declared, owner) = (property.OriginalDefinition, property.ContainingType.OriginalDefinition);
        var value = WriteWithNull(declared.Type);
        var written = SymbolReader.Write(owner);
        return new InitSpec(
            written,
            value,
            List(owner.TypeParameters.Select(parameter => parameter.Name)),
            owner.ToDisplayString(Constrained).Substring(written.Length),
            List(property.ContainingType.TypeArguments.Select(WriteWithNull)));
    }

    private static string WriteWithNull(ITypeSymbol type) => SymbolReader.Write(type) + (type.NullableAnnotation == NullableAnnotation.Annotated && !type.IsValueType ? "?" : "");

    private static string List(IEnumerable<string> types) => string.Join(", ", types) is { Length: > 0 } list ? $"<{list}>" : "";
}
