using System.Composition;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.CodeFixes.Queries;

/// <summary>COV2103: the transaction's own database takes the outer one's place.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class InnerDatabaseCodeFix() : NodeCodeFix("Use the transaction's database", RuleIds.OuterDatabase)
{
    private protected override (SyntaxNode Old, SyntaxNode Repaired)? Repair(Diagnostic diagnostic, SyntaxNode reported, SemanticModel model, CancellationToken cancellationToken)
    {
        // An instance that the outer database loaded has to be loaded by the inner one: that is no matter of a name.
        if (QueryTypes.Of(model.Compilation) is not { } types || !types.IsDatabase(model.GetTypeInfo(reported, cancellationToken).Type))
            return null;
        foreach (var lambda in reported.Ancestors().OfType<LambdaExpressionSyntax>())
        {
            if (lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "TransactionAsync" } } })
                continue;
            var parameter = lambda switch
            {
                SimpleLambdaExpressionSyntax simple => simple.Parameter,
                ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [var first, ..] } => first,
                _ => null,
            };
            return parameter is null || parameter.Identifier.ValueText == "_" ? null : (reported, SyntaxFactory.IdentifierName(parameter.Identifier.WithoutTrivia()));
        }
        return null;
    }
}
