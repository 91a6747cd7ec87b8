using System.Composition;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.CodeFixes.Queries;

/// <summary>COV2101: <c>query.Where(...);</c> becomes <c>query = query.Where(...);</c>, where the variable takes it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class KeptQueryCodeFix() : NodeCodeFix("Keep the new query in the variable", RuleIds.UnusedQuery)
{
    private protected override (SyntaxNode Old, SyntaxNode Repaired)? Repair(Diagnostic diagnostic, SyntaxNode reported, SemanticModel model, CancellationToken cancellationToken)
    {
        if (reported is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax } call)
            return null;
        ExpressionSyntax receiver = call;
        while (receiver is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
            receiver = access.Expression;
        if (receiver is not IdentifierNameSyntax variable
            || model.GetSymbolInfo(variable, cancellationToken).Symbol is not (ILocalSymbol { IsForEach: false, IsUsing: false } or IParameterSymbol { RefKind: not (RefKind.In or RefKind.RefReadOnlyParameter) })
            || model.GetTypeInfo(variable, cancellationToken).Type is not { } type
            || !model.ClassifyConversion(call, type).IsImplicit)
        {
            return null;
        }
        return (call, SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName(variable.Identifier.WithoutTrivia()), SyntaxFactory.Token(SyntaxKind.EqualsToken).WithLeadingTrivia(SyntaxFactory.Space).WithTrailingTrivia(SyntaxFactory.Space), call.WithoutTrivia()));
    }
}
