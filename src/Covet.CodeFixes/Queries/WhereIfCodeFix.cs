using System.Composition;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.CodeFixes.Queries;

/// <summary>
/// The compiler's error for a C# bool in a condition, where it is a test for null: <c>Where(p => name != null &amp;&amp; p.Name == name)</c>, or <c>name == null || p.Name == name</c>, becomes
/// <c>WhereIf(name, (p, name) => p.Name == name)</c>.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class WhereIfCodeFix() : NodeCodeFix("Filter only where there is a value (WhereIf)", ObsoleteConversion)
{
    /// <summary>A use of what is obsolete as an error, as the conversion of a bool to a condition is.</summary>
    private const string ObsoleteConversion = "CS0619";

    private protected override (SyntaxNode Old, SyntaxNode Repaired)? Repair(Diagnostic diagnostic, SyntaxNode reported, SemanticModel model, CancellationToken cancellationToken)
    {
        if (reported.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not SimpleLambdaExpressionSyntax { ExpressionBody: BinaryExpressionSyntax condition } lambda
            || lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "Where" } access } where }
            || !condition.Left.Span.Contains(reported.Span)
            || Tested(condition) is not { } value
            || model.GetSymbolInfo(value, cancellationToken).Symbol is not (ILocalSymbol or IParameterSymbol)
            || model.GetTypeInfo(value, cancellationToken).Type is not { } type
            || QueryTypes.Of(model.Compilation) is not { } types
            || model.GetSymbolInfo(where, cancellationToken).Symbol is not IMethodSymbol { ContainingType: var query } || !types.IsModelQuery(query))
        {
            return null;
        }
        var right = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T ? WithoutValue(condition.Right, value) : condition.Right;
        string name = value.Identifier.Text;
        var arguments = SyntaxFactory.ParseArgumentList($"({name}, ({lambda.Parameter.Identifier.Text}, {name}) => {right.WithoutTrivia().ToFullString()})");
        return (where, where.WithExpression(access.WithName(SyntaxFactory.IdentifierName("WhereIf"))).WithArgumentList(arguments));
    }

    /// <summary>The variable that the left side tests: for a value before <c>&amp;&amp;</c>, for none before <c>||</c>.</summary>
    private static IdentifierNameSyntax? Tested(BinaryExpressionSyntax condition) => (condition.Kind(), Unwrapped(condition.Left)) switch
    {
        (SyntaxKind.LogicalAndExpression, BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression, Left: IdentifierNameSyntax value, Right.RawKind: (int)SyntaxKind.NullLiteralExpression }) => value,
        (SyntaxKind.LogicalAndExpression, IsPatternExpressionSyntax { Expression: IdentifierNameSyntax value, Pattern: UnaryPatternSyntax { Pattern: var pattern } }) when IsNull(pattern) => value,
        (SyntaxKind.LogicalAndExpression, MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax value, Name.Identifier.Text: "HasValue" }) => value,
        (SyntaxKind.LogicalOrExpression, BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Left: IdentifierNameSyntax value, Right.RawKind: (int)SyntaxKind.NullLiteralExpression }) => value,
        (SyntaxKind.LogicalOrExpression, IsPatternExpressionSyntax { Expression: IdentifierNameSyntax value, Pattern: var pattern }) when IsNull(pattern) => value,
        _ => null,
    };

    private static bool IsNull(PatternSyntax pattern) => pattern is ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.NullLiteralExpression };

    private static ExpressionSyntax Unwrapped(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax { Expression: var inner })
            expression = inner;
        return expression;
    }

    /// <summary>The lambda gets the value itself, not a nullable one.</summary>
    private static ExpressionSyntax WithoutValue(ExpressionSyntax condition, IdentifierNameSyntax value)
        => condition.ReplaceNodes(
            condition.DescendantNodes().OfType<MemberAccessExpressionSyntax>().Where(access => access is { Name.Identifier.Text: "Value", Expression: IdentifierNameSyntax owner } && owner.Identifier.Text == value.Identifier.Text),
            (access, _) => SyntaxFactory.IdentifierName(value.Identifier.Text).WithTriviaFrom(access));
}
