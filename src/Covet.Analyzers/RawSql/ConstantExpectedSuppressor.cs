using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.RawSql;

/// <summary>
/// Silences .NET's own rule for constant arguments where COV2001 judges: it wants a constant expression, and would refuse text that is proven constant.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ConstantExpectedSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor Descriptor = new("COVS0003", "CA1857", "COV2001 looks at SQL text, and follows it further.");

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Descriptor];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (SqlGates.Of(context.Compilation) is not { } gates)
            return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan);
            if (node.FirstAncestorOrSelf<ArgumentSyntax>() is { } argument
                && context.GetSemanticModel(tree).GetOperation(argument, context.CancellationToken) is IArgumentOperation { Parameter: { } parameter }
                && gates.TakesConstant(parameter))
            {
                context.ReportSuppression(Suppression.Create(Descriptor, diagnostic));
            }
        }
    }
}
