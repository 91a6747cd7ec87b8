using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>How a property's type is stored. The first strategy that applies decides.</summary>
internal static class ColumnTypeParser
{
    private const string ConverterInterface = "Covet.IValueConverter`2";

    private delegate ColumnType? Strategy(IPropertySymbol property, TypeRef clr, ITypeSymbol core);

    private static readonly Strategy[] Strategies = [ParseConverter, ParseJson, ParseEnum, ParsePlain, ParseArray];

    public static ColumnType? Parse(IPropertySymbol property, Findings findings)
    {
        var core = CoreOf(property.Type);
        if (core.TypeKind != TypeKind.Error && core.TypeKind is not (TypeKind.Pointer or TypeKind.FunctionPointer) && !core.IsRefLikeType)
        {
            var clr = new TypeRef(SymbolReader.Write(core), core.IsValueType, IsNullable(property));
            foreach (var strategy in Strategies)
            {
                if (strategy(property, clr, core) is { } type)
                    return LimitParser.Parse(property, type, findings);
            }
        }

        findings.Add(RuleIds.UnsupportedType, property.Name, property.ContainingType.Name, property.Name, ReasonFor(property, core));
        return null;
    }

    /// <summary>Whether a property may be null. Where nullable annotations are off, a reference may be, unless it is required or a key.</summary>
    public static bool IsNullable(IPropertySymbol property) =>
        property.Type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
        || (property.Type.IsReferenceType && property.NullableAnnotation switch
        {
            NullableAnnotation.Annotated => !property.Has(AttributeNames.AnnotatedRequired),
            NullableAnnotation.NotAnnotated => false,
            _ => !property.IsRequired && !property.Has(AttributeNames.AnnotatedRequired) && !IsKey(property),
        });

    private static bool IsKey(IPropertySymbol property) => property.Name == "Id" || property.Has(AttributeNames.Key) || property.Has(AttributeNames.AnnotatedKey);

    /// <summary>The type without <see cref="Nullable{T}"/>.</summary>
    public static ITypeSymbol CoreOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static ColumnType? ParseConverter(IPropertySymbol property, TypeRef clr, ITypeSymbol core)
    {
        var converter = property.Find(AttributeNames.Converter)?.AttributeClass?.TypeArguments[0];
        var stored = converter?.AllInterfaces
            .Where(type => SymbolReader.MetadataNameOf(type.OriginalDefinition) == ConverterInterface)
            .FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(type.TypeArguments[0], core))?.TypeArguments[1];
        return stored is not null && PlainKind(stored) is { } kind
            ? new ColumnType
            {
                Clr = clr,
                Mapping = Mapping.Converter,
                Stored = kind,
                StoredType = SymbolReader.Write(stored),
                Converter = SymbolReader.Write(converter!),
            }
            : null;
    }

    private static ColumnType? ParseJson(IPropertySymbol property, TypeRef clr, ITypeSymbol core) =>
        property.Find(AttributeNames.Json) is { } json
            ? new ColumnType
            {
                Clr = clr,
                Mapping = Mapping.Json,
                Stored = StoreKind.String,
                StoredType = "string",
                JsonContext = json.Type("Context") is { } context ? SymbolReader.Write(context) : null,
            }
            : null;

    private static ColumnType? ParseEnum(IPropertySymbol property, TypeRef clr, ITypeSymbol core)
    {
        if (property.Has(AttributeNames.Converter) || core is not INamedTypeSymbol { EnumUnderlyingType: { } number })
            return null;
        return property.Has(AttributeNames.Text)
            ? new ColumnType { Clr = clr, Mapping = Mapping.EnumText, Stored = StoreKind.String, StoredType = "string", IsFlags = core.Has(AttributeNames.Flags) }
            : new ColumnType { Clr = clr, Mapping = Mapping.EnumNumber, Stored = PlainKind(number)!.Value, StoredType = SymbolReader.Write(number) };
    }

    private static ColumnType? ParsePlain(IPropertySymbol property, TypeRef clr, ITypeSymbol core) =>
        !property.Has(AttributeNames.Converter) && PlainKind(core) is { } kind
            ? new ColumnType { Clr = clr, Mapping = Mapping.Plain, Stored = kind, StoredType = clr.Name }
            : null;

    private static ColumnType? ParseArray(IPropertySymbol property, TypeRef clr, ITypeSymbol core) =>
        !property.Has(AttributeNames.Converter) && core is IArrayTypeSymbol { Rank: 1, ElementNullableAnnotation: not NullableAnnotation.Annotated } array
        && PlainKind(array.ElementType) is { } kind
            ? new ColumnType { Clr = clr, Mapping = Mapping.Array, Stored = kind, StoredType = SymbolReader.Write(array.ElementType) }
            : null;

    private static StoreKind? PlainKind(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Boolean => StoreKind.Boolean,
        SpecialType.System_SByte => StoreKind.SByte,
        SpecialType.System_Byte => StoreKind.Byte,
        SpecialType.System_Int16 => StoreKind.Int16,
        SpecialType.System_UInt16 => StoreKind.UInt16,
        SpecialType.System_Int32 => StoreKind.Int32,
        SpecialType.System_UInt32 => StoreKind.UInt32,
        SpecialType.System_Int64 => StoreKind.Int64,
        SpecialType.System_UInt64 => StoreKind.UInt64,
        SpecialType.System_Single => StoreKind.Single,
        SpecialType.System_Double => StoreKind.Double,
        SpecialType.System_Decimal => StoreKind.Decimal,
        SpecialType.System_String => StoreKind.String,
        SpecialType.System_Char => StoreKind.Char,
        SpecialType.System_DateTime => StoreKind.DateTime,
        _ => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } ? StoreKind.Bytes : SystemKind(type),
    };

    private static StoreKind? SystemKind(ITypeSymbol type) =>
        type is INamedTypeSymbol named ? SymbolReader.MetadataNameOf(named) switch
        {
            "System.Guid" => StoreKind.Guid,
            "System.DateTimeOffset" => StoreKind.DateTimeOffset,
            "System.DateOnly" => StoreKind.DateOnly,
            "System.TimeOnly" => StoreKind.TimeOnly,
            "System.TimeSpan" => StoreKind.TimeSpan,
            _ => null,
        }
        : null;

    private static string ReasonFor(IPropertySymbol property, ITypeSymbol core)
    {
        var name = core.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        if (core.TypeKind == TypeKind.Error)
            return $"its type '{name}' is not known while Covet runs";
        if (property.Has(AttributeNames.Converter))
            return $"its converter has to implement IValueConverter<{name}, T>, where T is a type that needs no converter";
        if (ElementOf(core) is { } element && element.Has(AttributeNames.Model))
        {
            var owner = property.ContainingType.Name;
            return $"a list of '{element.Name}' is the other end of a relation, and Covet writes it. Remove '{property.Name}', and declare the relation on '{element.Name}': "
                + $"[ForeignKey(RelatedName = \"{property.Name}\")] public partial {owner} {owner} {{ get; set; }}";
        }

        return core.Has(AttributeNames.Model)
            ? $"'{name}' is a model, so this is a relation. Make it partial and mark it with [ForeignKey] or [OneToOne]"
            : $"Covet stores no '{name}'. Mark it with [Json], [Converter<T>] or [NotMapped]";
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { TypeArguments: [var argument] } => argument,
        _ => null,
    };
}
