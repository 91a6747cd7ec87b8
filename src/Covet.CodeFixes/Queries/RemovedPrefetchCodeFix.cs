using System.Composition;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.CodeFixes.Queries;

/// <summary>COV2105: the call without effect goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemovedPrefetchCodeFix() : NodeCodeFix("Remove the call without effect", RuleIds.IgnoredPrefetch)
{
    private protected override (SyntaxNode Old, SyntaxNode Repaired)? Repair(Diagnostic diagnostic, SyntaxNode reported, SemanticModel model, CancellationToken cancellationToken)
        => reported.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { Expression: MemberAccessExpressionSyntax access } call ? (call, access.Expression) : null;
}
