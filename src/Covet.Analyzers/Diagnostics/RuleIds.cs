namespace Covet.Analyzers.Diagnostics;

/// <summary>The ids of the rules, for the code fixes.</summary>
internal static class RuleIds
{
    public const string ConstantSql = "COV2001";

    public const string UnsafeSql = "COV2002";

    public const string UnusedQuery = "COV2101";

    public const string CountToKnowAny = "COV2102";

    public const string OuterDatabase = "COV2103";

    public const string UnorderedLimit = "COV2104";

    public const string IgnoredPrefetch = "COV2105";

    public const string MemoryQuery = "COV2106";

    public const string UnindexedCondition = "COV2107";

    public const string UnloadedRelation = "COV2201";

    public const string RelationInLoop = "COV2202";

    public const string RequiredRelation = "COV2203";

    public const string RequiresNoRelation = "COV2204";

    public const string UnreadPrefetch = "COV2205";

    public const string WallClockInstant = "COV2301";

    public const string UnboundedKey = "COV2302";

    public const string VagueRelatedName = "COV2303";
}
