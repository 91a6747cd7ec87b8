using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.RawSql;

/// <summary>COV2002: SQL text that is built at run time and passed through the one gate for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsafeSqlAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnsafeSql];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        SqlTextCheck.Register(
            context,
            Rules.UnsafeSql,
            static (gates, parameter) => gates.IsUnsafe(parameter),
            static (gates, type, method) => method == "Unsafe" && gates.IsRawExpression(type));
    }
}
