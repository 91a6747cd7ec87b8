using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>COV2105: relations are asked for on the way to something that has none.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredPrefetchAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.IgnoredPrefetch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types)
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, QueryTypes types)
    {
        var prefetch = (IInvocationOperation)context.Operation;
        if (prefetch.TargetMethod.Name is not ("Prefetch" or "Include") || !types.IsCovets(prefetch.TargetMethod))
            return;
        for (var next = QueryChain.Next(prefetch); next is not null && types.IsModelQuery(next.TargetMethod.ContainingType); next = QueryChain.Next(next))
        {
            bool ignores = next.TargetMethod.Name switch
            {
                "CountAsync" or "AnyAsync" or "GroupBy" or "AggregateAsync" or "Aggregate" => true,
                "Select" => prefetch.TargetMethod.Name == "Prefetch",
                _ => false,
            };
            if (ignores && prefetch.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.IgnoredPrefetch, access.Name.GetLocation(), prefetch.TargetMethod.Name, next.TargetMethod.Name));
                return;
            }
        }
    }
}
