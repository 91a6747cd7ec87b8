using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>What a property says of how much its column holds, and whether its column is what its type means.</summary>
internal static class LimitParser
{
    /// <summary>The longest varchar of PostgreSQL.</summary>
    private const int LongestText = 10_485_760;

    /// <summary>The most digits of PostgreSQL's numeric.</summary>
    private const int MostDigits = 1000;

    /// <summary>The type with its limits; one that can't be is reported and left out.</summary>
    public static ColumnType Parse(IPropertySymbol property, ColumnType type, Findings findings)
    {
        if (property.Find(AttributeNames.MaxLength) is { } own)
            type = WithLength(property, type, own.Positional(0) as int?, findings);
        else if (property.Find(AttributeNames.AnnotatedMaxLength)?.Positional(0) is int and > 0 and var length && IsText(type))
            type = type with { MaxLength = length };
        return property.Find(AttributeNames.Precision) is { } precision
            ? WithDigits(property, type, precision.Positional(0) as int?, precision.Positional(1) as int? ?? 0, findings)
            : type;
    }

    /// <summary>Reports a wall clock in a column of instants, and the other way round: the database would shift them by the zone of its session.</summary>
    public static void CheckClock(IPropertySymbol property, ColumnType type, string? typeName, Findings findings)
    {
        if (typeName is null || IsInstant(typeName) is not { } isInstant)
            return;
        if (type.Stored == StoreKind.DateTime && isInstant)
            findings.Add(RuleIds.ClockMismatch, property.Name, property.ContainingType.Name, property.Name, "DateTime, a wall clock without a zone", typeName, "instants", "DateTimeOffset");
        if (type.Stored == StoreKind.DateTimeOffset && !isInstant)
            findings.Add(RuleIds.ClockMismatch, property.Name, property.ContainingType.Name, property.Name, "DateTimeOffset, an instant", typeName, "wall clocks without a zone", "DateTime");
    }

    private static ColumnType WithLength(IPropertySymbol property, ColumnType type, int? length, Findings findings)
    {
        var flaw = !IsText(type) ? "has a [MaxLength] and is stored as no text. Remove it"
            : length is < 1 or > LongestText ? $"has a [MaxLength] of {length}. Give one of 1 to {LongestText}"
            : null;
        if (flaw is null)
            return type with { MaxLength = length };
        findings.Add(RuleIds.Limit, property.Name, property.ContainingType.Name, property.Name, flaw);
        return type;
    }

    private static ColumnType WithDigits(IPropertySymbol property, ColumnType type, int? precision, int scale, Findings findings)
    {
        var flaw = type is not { Stored: StoreKind.Decimal, Mapping: Mapping.Plain or Mapping.Converter } ? "has a [Precision] and is stored as no decimal. Remove it"
            : precision is < 1 or > MostDigits ? $"has a [Precision] of {precision} digits. Give 1 to {MostDigits}"
            : scale < 0 || scale > precision ? $"has a [Precision] of {precision} digits, {scale} of them behind the point. Give a scale of 0 to {precision}"
            : null;
        if (flaw is null)
            return type with { Precision = precision, Scale = scale };
        findings.Add(RuleIds.Limit, property.Name, property.ContainingType.Name, property.Name, flaw);
        return type;
    }

    private static bool IsText(ColumnType type) => type is { Stored: StoreKind.String, Mapping: not Mapping.Json };

    /// <summary>Whether a type of PostgreSQL is one of instants; null where it is no timestamp.</summary>
    private static bool? IsInstant(string typeName)
    {
        var name = typeName.Trim();
        if (name.StartsWith("timestamptz", StringComparison.OrdinalIgnoreCase))
            return true;
        return name.StartsWith("timestamp", StringComparison.OrdinalIgnoreCase) ? name.EndsWith("with time zone", StringComparison.OrdinalIgnoreCase) : null;
    }
}
