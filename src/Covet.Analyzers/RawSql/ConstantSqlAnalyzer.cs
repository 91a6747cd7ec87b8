using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.RawSql;

/// <summary>COV2001: SQL text that isn't proven to be built from constants.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantSqlAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.ConstantSql];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        SqlTextCheck.Register(
            context,
            Rules.ConstantSql,
            static (gates, parameter) => gates.TakesConstant(parameter),
            static (gates, type, method) => method is null ? gates.IsRawExpression(type) : method == "AppendLiteral" && gates.IsHandler(type));
    }
}
