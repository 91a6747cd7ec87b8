using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Parsing;

/// <summary>Names in the database that attributes give. One that can't be is reported and left out, so that no output holds it.</summary>
internal static class NameParser
{
    public static string? Parse(string? name, string? member, string what, Findings findings)
    {
        if (name is null || DatabaseNames.Flaw(name) is not { } flaw)
            return name;
        findings.Add(RuleIds.Identifier, member, what, DatabaseNames.Shown(name), flaw);
        return null;
    }

    /// <summary>Several names, separated by commas.</summary>
    public static string? ParseList(string? names, string? member, string what, Findings findings) =>
        names is null || names.Split(',').All(name => Parse(name.Trim(), member, what, findings) is not null) ? names : null;

    /// <summary>A piece of SQL, of any length.</summary>
    public static string? ParseSql(string? sql, string? member, string what, Findings findings)
    {
        if (sql is null || !DatabaseNames.HasUnseen(sql))
            return sql;
        findings.Add(RuleIds.Identifier, member, what, DatabaseNames.Shown(sql), DatabaseNames.Unseen);
        return null;
    }
}
