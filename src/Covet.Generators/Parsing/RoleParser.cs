using Covet.Generators.Diagnostics;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary><c>[Version]</c>, <c>[CreatedAt]</c> and <c>[UpdatedAt]</c> become the <see cref="ColumnRole"/> of a column.</summary>
internal static class RoleParser
{
    private static readonly (string Attribute, ColumnRole Role)[] Roles =
    [
        (AttributeNames.Version, ColumnRole.Version), (AttributeNames.CreatedAt, ColumnRole.CreatedAt), (AttributeNames.UpdatedAt, ColumnRole.UpdatedAt),
    ];

    /// <summary>Whether an attribute says that Covet fills a property.</summary>
    public static bool IsFilled(IPropertySymbol property) => Roles.Any(role => property.Has(role.Attribute));

    /// <summary>What Covet fills a column with; what it can't is reported.</summary>
    public static ColumnRole Parse(IPropertySymbol property, ColumnType type, Findings findings)
    {
        var roles = RolesOf(property);
        if (roles.Count == 0)
            return ColumnRole.None;
        if ((roles.Count > 1 ? "it can be but one of them" : Unfit(roles[0], type)) is not { } reason)
            return roles[0];
        Report(property, roles[0], reason, findings);
        return ColumnRole.None;
    }

    /// <summary>Reports a property that is no column, and so is filled with nothing.</summary>
    public static void Refuse(IPropertySymbol property, Findings findings)
    {
        foreach (var role in RolesOf(property))
            Report(property, role, "it is no column: a column has a getter and a setter that its model can use", findings);
    }

    /// <summary>Reports all but the first column of each role.</summary>
    public static void CheckOnce(IEnumerable<(IPropertySymbol Property, ColumnRole Role)> columns, Findings findings)
    {
        var first = new Dictionary<ColumnRole, IPropertySymbol>();
        foreach (var (property, role) in columns.Where(column => column.Role != ColumnRole.None))
        {
            if (first.TryGetValue(role, out var other))
                Report(property, role, $"'{other.Name}' is it already", findings);
            else
                first.Add(role, property);
        }
    }

    private static List<ColumnRole> RolesOf(IPropertySymbol property) => Roles.Where(role => property.Has(role.Attribute)).Select(role => role.Role).ToList();

    private static string? Unfit(ColumnRole role, ColumnType type) => (role, type) switch
    {
        (ColumnRole.Version, { Mapping: Mapping.Plain, IsNullable: false, Stored: StoreKind.Int32 or StoreKind.Int64 or StoreKind.UInt32 }) => null,
        (ColumnRole.Version, _) => "its type has to be int or long, which Covet counts up, or uint, which is PostgreSQL's xmin",
        (_, { Mapping: Mapping.Plain, Stored: StoreKind.DateTimeOffset }) => null,
        (_, { Mapping: Mapping.Plain, Stored: StoreKind.DateTime }) => "a DateTime is a wall clock, and holds no instant. Make it a DateTimeOffset",
        _ => "its type has to be DateTimeOffset, or DateTimeOffset?",
    };

    private static void Report(IPropertySymbol property, ColumnRole role, string reason, Findings findings) =>
        findings.Add(RuleIds.Role, property.Name, property.ContainingType.Name, property.Name, role.ToString(), reason);
}
