using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Covet.Analyzers.Diagnostics;

/// <summary>The catalogue of what Covet's analyzers report. Ids are never used again.</summary>
internal static class Rules
{
    public static readonly DiagnosticDescriptor ConstantSql = Create(
        id: RuleIds.ConstantSql,
        Sql,
        DiagnosticSeverity.Error,
        "SQL text isn't constant",
        "SQL text has to be constant, but {0}. RawExpression.Interpolated($\"...\") makes values parameters; text that has to be built goes through RawExpression.Unsafe.");

    public static readonly DiagnosticDescriptor UnsafeSql = Create(
        id: RuleIds.UnsafeSql,
        Sql,
        DiagnosticSeverity.Warning,
        "SQL text is built at run time",
        "This SQL is built at run time: {0}. RawExpression.Interpolated($\"...\") makes values parameters; suppress this where nothing of the text comes from a user, and say why.");

    public static readonly DiagnosticDescriptor UnusedQuery = Create(
        id: RuleIds.UnusedQuery,
        Queries,
        DiagnosticSeverity.Warning,
        "A query or command is never run to its end",
        "Nothing happens here as written: {0}");

    public static readonly DiagnosticDescriptor CountToKnowAny = Create(
        id: RuleIds.CountToKnowAny,
        Queries,
        DiagnosticSeverity.Info,
        "All rows are counted to learn whether there is one",
        "The database counts all rows to tell whether there is one. {0} ends at the first.");

    public static readonly DiagnosticDescriptor OuterDatabase = Create(
        id: RuleIds.OuterDatabase,
        Queries,
        DiagnosticSeverity.Warning,
        "The outer database is used inside a transaction",
        "{0} another connection than the transaction's: what it does isn't part of it, and may have to wait for its end. {1}.");

    public static readonly DiagnosticDescriptor UnorderedLimit = Create(
        id: RuleIds.UnorderedLimit,
        Queries,
        DiagnosticSeverity.Warning,
        "Some rows are taken without an order",
        "{0} takes some of the rows, and no order says which: it may be others each time. Put OrderBy before it.");

    public static readonly DiagnosticDescriptor IgnoredPrefetch = Create(
        id: RuleIds.IgnoredPrefetch,
        Queries,
        DiagnosticSeverity.Info,
        "Relations are asked for and not loaded",
        "{0} has no effect: {1} gives no instances that could have relations. Remove it.");

    public static readonly DiagnosticDescriptor MemoryQuery = Create(
        id: RuleIds.MemoryQuery,
        Queries,
        DiagnosticSeverity.Info,
        "Rows are fetched to be sifted in memory",
        "{0} runs in memory, over all rows that {1} has fetched. {2} lets the database do that, so that no more travels than is wanted.");

    public static readonly DiagnosticDescriptor UnindexedCondition = Create(
        id: RuleIds.UnindexedCondition,
        Queries,
        DiagnosticSeverity.Info,
        "A condition is on a column without an index",
        "No column of this condition has an index, so the database reads all rows of '{0}'. If they are many, give '{0}.{1}' one with [Index].",
        isEnabledByDefault: false);

    public static readonly DiagnosticDescriptor UnloadedRelation = Create(
        id: RuleIds.UnloadedRelation,
        Relations,
        DiagnosticSeverity.Warning,
        "A relation is read that its query doesn't load",
        "{0} isn't loaded by the query that the instance comes from, and reading it sends none: it throws RelationNotLoadedException. Add {1} to the query.");

    public static readonly DiagnosticDescriptor RelationInLoop = Create(
        id: RuleIds.RelationInLoop,
        Relations,
        DiagnosticSeverity.Warning,
        "A relation is asked for in a loop",
        "{0} is asked for in a loop over instances of a query: one more query, or one for each instance. Add {1} to the query.");

    public static readonly DiagnosticDescriptor RequiredRelation = Create(
        id: RuleIds.RequiredRelation,
        Relations,
        DiagnosticSeverity.Warning,
        "A required relation isn't loaded",
        "'{0}' requires {1} of its parameter '{2}', and {3}");

    public static readonly DiagnosticDescriptor RequiresNoRelation = Create(
        id: RuleIds.RequiresNoRelation,
        Relations,
        DiagnosticSeverity.Warning,
        "Requires names no relation",
        "'{0}' is no relation of '{1}', so callers aren't checked for it. Name a relation.");

    public static readonly DiagnosticDescriptor UnreadPrefetch = Create(
        id: RuleIds.UnreadPrefetch,
        Relations,
        DiagnosticSeverity.Info,
        "A relation is prefetched and not read",
        "'{0}' is loaded, the instances don't leave this member, and nothing in it reads '{0}'. Leave it out of the Prefetch.");

    public static readonly DiagnosticDescriptor WallClockInstant = Create(
        id: RuleIds.WallClockInstant,
        Models,
        DiagnosticSeverity.Info,
        "A moment is kept as a wall clock",
        "'{0}.{1}' is a DateTime, which is stored as the digits of a clock without its zone. If it is a moment, make it a DateTimeOffset.");

    public static readonly DiagnosticDescriptor UnboundedKey = Create(
        id: RuleIds.UnboundedKey,
        Models,
        DiagnosticSeverity.Info,
        "A text is a key and has no length",
        "'{0}.{1}' is a text in a key, without a limit: PostgreSQL refuses one that is too long for an index page only when it is written. Add [MaxLength(...)].");

    public static readonly DiagnosticDescriptor VagueRelatedName = Create(
        id: RuleIds.VagueRelatedName,
        Models,
        DiagnosticSeverity.Info,
        "The reverse name doesn't say which relation it is",
        "'{0}.{1}' has no RelatedName, so its reverse on '{2}' is named after '{0}' alone, which {3}. Give it one, or none with RelatedName = \"+\".");

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        ConstantSql,
        UnsafeSql,
        UnusedQuery,
        CountToKnowAny,
        OuterDatabase,
        UnorderedLimit,
        IgnoredPrefetch,
        MemoryQuery,
        UnindexedCondition,
        UnloadedRelation,
        RelationInLoop,
        RequiredRelation,
        RequiresNoRelation,
        UnreadPrefetch,
        WallClockInstant,
        UnboundedKey,
        VagueRelatedName,
    ];

    private const string Sql = "Covet.Sql";

    private const string Queries = "Covet.Queries";

    private const string Relations = "Covet.Relations";

    private const string Models = "Covet.Models";

    private static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, string title, string message, bool isEnabledByDefault = true) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabledByDefault,
        helpLinkUri: $"docs/rules/{id}.md");
}
