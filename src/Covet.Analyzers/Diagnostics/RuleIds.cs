namespace Covet.Analyzers.Diagnostics;

/// <summary>The ids of the rules, for the code fixes.</summary>
internal static class RuleIds
{
    public const string ConstantSql = "COV2001";

    public const string UnsafeSql = "COV2002";
}
