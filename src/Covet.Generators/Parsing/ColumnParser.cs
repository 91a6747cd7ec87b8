using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>A property becomes a <see cref="ColumnSpec"/>.</summary>
internal static class ColumnParser
{
    /// <summary>
    /// Whether a property is stored: generated code can read and set it, and it is public or says by an attribute that it is a column.
    /// </summary>
    public static bool IsColumn(IPropertySymbol property, INamedTypeSymbol model, Compilation compilation) =>
        property is { IsStatic: false, IsIndexer: false, GetMethod: { } getter, SetMethod: { } setter, ExplicitInterfaceImplementations.IsEmpty: true }
        && (property.DeclaredAccessibility == Accessibility.Public || IsMarked(property))
        && compilation.IsSymbolAccessibleWithin(setter, model)
        && compilation.IsSymbolAccessibleWithin(getter, compilation.Assembly);

    public static ColumnSpec? Parse(IPropertySymbol property, Findings findings)
    {
        if (ColumnTypeParser.Parse(property, findings) is not { } type)
            return null;
        var role = RoleParser.Parse(property, type, findings);
        var column = property.Find(AttributeNames.Column) ?? property.Find(AttributeNames.AnnotatedColumn);
        var what = $"The column of '{property.ContainingType.Name}.{property.Name}'";
        var typeName = NameParser.ParseSql(column?.Text("TypeName"), property.Name, $"The type of '{property.ContainingType.Name}.{property.Name}'", findings);
        LimitParser.CheckClock(property, type, typeName, findings);
        return new ColumnSpec
        {
            Name = property.Name,
            Type = role == ColumnRole.Version && type.Stored == StoreKind.UInt32 ? type with { Stored = StoreKind.RowVersion } : type,
            Accessibility = property.DeclaredAccessibility == Accessibility.Public ? "public" : "internal",
            Column = NameParser.Parse(column?.Positional(0) as string, property.Name, what, findings),
            TypeName = typeName,
            IsKey = property.Has(AttributeNames.Key) || property.Has(AttributeNames.AnnotatedKey),
            Role = role,
            Init = property.SetMethod!.IsInitOnly ? InitParser.Parse(property) : null,
        };
    }

    private static bool IsMarked(IPropertySymbol property) =>
        property.Has(AttributeNames.Column) || property.Has(AttributeNames.AnnotatedColumn) || property.Has(AttributeNames.Key) || property.Has(AttributeNames.AnnotatedKey)
        || RoleParser.IsFilled(property);
}
