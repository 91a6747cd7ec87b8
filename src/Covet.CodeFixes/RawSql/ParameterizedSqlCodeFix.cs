using System.Collections.Immutable;
using System.Composition;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.RawSql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.CodeFixes.RawSql;

/// <summary>
/// COV2001 and COV2002: text that is put together becomes <c>RawExpression.Interpolated($"...")</c>, its values parameters. Not where a part isn't a value:
/// the name of a table stays the author's business.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ParameterizedSqlCodeFix : CodeFixProvider
{
    private const string Title = "Make the values parameters";
    private const string Interpolated = "Interpolated";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.ConstantSql, RuleIds.UnsafeSql];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model
            || SqlGates.Of(model.Compilation) is not { } gates)
        {
            return;
        }
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax text
                && GateOf(text) is { } gate
                && Replacement(gate, text, model, gates, context.CancellationToken) is { } replacement)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(gate, replacement.WithTriviaFrom(gate)))), equivalenceKey: Title),
                    diagnostic);
            }
        }
    }

    /// <summary>The call whose only argument the text is.</summary>
    private static ExpressionSyntax? GateOf(ExpressionSyntax text)
    {
        var node = text;
        while (node.Parent is ParenthesizedExpressionSyntax or PostfixUnaryExpressionSyntax)
            node = (ExpressionSyntax)node.Parent;
        return node.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1, Parent: InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax } list }
            ? list.Parent as ExpressionSyntax
            : null;
    }

    private static InvocationExpressionSyntax? Replacement(
        ExpressionSyntax gate, ExpressionSyntax text, SemanticModel model, SqlGates gates, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(gate, cancellationToken).Symbol is not IMethodSymbol { Parameters.Length: 1 } method || !gates.IsRawExpression(method.ContainingType))
            return null;
        string type = method.ContainingType.ToMinimalDisplayString(model, gate.SpanStart);
        if (SqlParts.Of(text, model, gates, cancellationToken)?.ToInterpolatedString(type) is not { } interpolated)
            return null;
        ExpressionSyntax target = gate switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.WithName(SyntaxFactory.IdentifierName(Interpolated)),
            ObjectCreationExpressionSyntax creation => SyntaxFactory.ParseExpression($"{creation.Type.WithoutTrivia()}.{Interpolated}"),
            _ => SyntaxFactory.ParseExpression($"{type}.{Interpolated}"),
        };
        return SyntaxFactory.InvocationExpression(target, SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Argument(interpolated))));
    }
}
