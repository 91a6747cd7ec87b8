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

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        ConstantSql,
        UnsafeSql,
    ];

    private const string Sql = "Covet.Sql";

    private static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, string title, string message) => new(
        id,
        title,
        message,
        category,
        severity,
        isEnabledByDefault: true,
        helpLinkUri: $"docs/rules/{id}.md");
}
