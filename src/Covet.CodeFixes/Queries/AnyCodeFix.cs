using System.Composition;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.CodeFixes.Queries;

/// <summary>COV2102: <c>await query.CountAsync() > 0</c> becomes <c>await query.AnyAsync()</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AnyCodeFix() : NodeCodeFix("Ask with AnyAsync", RuleIds.CountToKnowAny)
{
    private protected override (SyntaxNode Old, SyntaxNode Repaired)? Repair(Diagnostic diagnostic, SyntaxNode reported, SemanticModel model, CancellationToken cancellationToken)
    {
        if (reported is not BinaryExpressionSyntax comparison
            || model.GetOperation(comparison, cancellationToken) is not IBinaryOperation operation
            || CountAnalyzer.Counted(operation) is not { } count
            || count.Call.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } call)
        {
            return null;
        }
        var any = call.WithExpression(access.WithName(SyntaxFactory.IdentifierName("AnyAsync"))).WithoutTrivia();
        ExpressionSyntax awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), any);
        return (comparison, count.IsNone ? SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, awaited) : awaited);
    }
}
