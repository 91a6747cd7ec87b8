using System.Composition;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Relations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.CodeFixes.Relations;

/// <summary>COV2201, COV2202 and COV2203: the query, or the branch of its prefetch, that the instance comes from prefetches the relation.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class PrefetchCodeFix() : NodeCodeFix("Prefetch the relation with the query", RuleIds.UnloadedRelation, RuleIds.RelationInLoop, RuleIds.RequiredRelation)
{
    private protected override (SyntaxNode Old, SyntaxNode Repaired)? Repair(Diagnostic diagnostic, SyntaxNode reported, SemanticModel model, CancellationToken cancellationToken)
    {
        if (diagnostic.AdditionalLocations is not [{ SourceTree: var tree } location] || tree != reported.SyntaxTree
            || !diagnostic.Properties.TryGetValue(RelationUses.Relation, out string? relation)
            || reported.SyntaxTree.GetRoot(cancellationToken).FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax query
            || model.GetTypeInfo(query, cancellationToken).Type is not { Name: [var initial, ..] })
        {
            return null;
        }
        char parameter = char.ToLowerInvariant(initial);
        return (query, SyntaxFactory.ParseExpression($"{query.WithoutTrivia().ToFullString()}.Prefetch({parameter} => {parameter}.{relation})"));
    }
}
