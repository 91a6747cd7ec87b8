using System.Globalization;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>The questions about names and attributes that all parsers ask. Half-written attributes answer null, never an exception.</summary>
internal static class SymbolReader
{
    private static readonly SymbolDisplayFormat Written = SymbolDisplayFormat.FullyQualifiedFormat.WithMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.UseSpecialTypes
        | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The name that a type is found by: <c>Blog.Outer+User</c>.</summary>
    public static string MetadataNameOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is { } container)
            return MetadataNameOf(container) + "+" + type.MetadataName;
        return NameOf(type.ContainingNamespace) is { Length: > 0 } space ? space + "." + type.MetadataName : type.MetadataName;
    }

    private static string NameOf(INamespaceSymbol? space) =>
        space is null or { IsGlobalNamespace: true } ? "" : NameOf(space.ContainingNamespace) is { Length: > 0 } outer ? outer + "." + space.Name : space.Name;

    /// <summary>The type as it is written from anywhere, without a nullable annotation of its own.</summary>
    public static string Write(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(Written);

    public static bool Has(this ISymbol symbol, string attribute) => symbol.Find(attribute) is not null;

    public static AttributeData? Find(this ISymbol symbol, string attribute) => symbol.FindAll(attribute).FirstOrDefault();

    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Where(data => data.AttributeClass is { } type && attribute.EndsWith(type.MetadataName, StringComparison.Ordinal) && MetadataNameOf(type.OriginalDefinition) == attribute);

    /// <summary>A named text argument; null where it is absent or half-written.</summary>
    public static string? Text(this AttributeData attribute, string name) => attribute.Named(name) as string;

    public static bool Flag(this AttributeData attribute, string name, bool otherwise) => attribute.Named(name) as bool? ?? otherwise;

    public static int Number(this AttributeData attribute, string name) => attribute.Named(name) as int? ?? 0;

    /// <summary>A named argument of any type that is to be a column's default; null where it is absent, half-written or null.</summary>
    public static DefaultSpec? Default(this AttributeData attribute, string name) => attribute.Named(name) switch
    {
        null => null,
        string text => new DefaultSpec(text, DatabaseNames.HasUnseen(text) ? DefaultKind.Other : DefaultKind.Text),
        sbyte or byte or short or ushort or int or uint or long or ulong => new DefaultSpec(Invariant((IFormattable)attribute.Named(name)!), DefaultKind.Number),
        var other => new DefaultSpec(other.ToString(), DefaultKind.Other),
    };

    /// <summary>A named type argument; null where it is absent or unknown.</summary>
    public static ITypeSymbol? Type(this AttributeData attribute, string name) => attribute.Named(name) is ITypeSymbol { TypeKind: not TypeKind.Error } type ? type : null;

    /// <summary>A positional argument; null where it is absent, half-written or a list.</summary>
    public static object? Positional(this AttributeData attribute, int index) =>
        index < attribute.ConstructorArguments.Length ? Value(attribute.ConstructorArguments[index]) : null;

    /// <summary>The texts of a <c>params</c> argument.</summary>
    public static IEnumerable<string> Texts(this AttributeData attribute)
    {
        var argument = attribute.ConstructorArguments.FirstOrDefault();
        var values = argument.Kind == TypedConstantKind.Array && !argument.Values.IsDefault ? argument.Values : [];
        return values.Select(Value).OfType<string>();
    }

    private static string Invariant(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static object? Named(this AttributeData attribute, string name) =>
        attribute.NamedArguments.Where(argument => argument.Key == name).Select(argument => Value(argument.Value)).FirstOrDefault();

    private static object? Value(TypedConstant constant) =>
        constant.Kind is TypedConstantKind.Primitive or TypedConstantKind.Enum or TypedConstantKind.Type ? constant.Value : null;
}
