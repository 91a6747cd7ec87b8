using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Covet.CodeFixes;

/// <summary>A repair that writes one node of the source anew.</summary>
public abstract class NodeCodeFix : CodeFixProvider
{
    private protected NodeCodeFix(string title, params string[] ids)
    {
        FixableDiagnosticIds = [.. ids];
        Title = title;
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    private string Title { get; }

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var document = context.Document;
        if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }
        foreach (var diagnostic in context.Diagnostics)
        {
            var reported = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (Repair(diagnostic, reported, model, context.CancellationToken) is var (old, repaired))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(Title, _ => Task.FromResult(document.WithSyntaxRoot(root.ReplaceNode(old, repaired.WithTriviaFrom(old)))), equivalenceKey: Title),
                    diagnostic);
            }
        }
    }

    /// <summary>What replaces what; null where there is no repair.</summary>
    private protected abstract (SyntaxNode Old, SyntaxNode Repaired)? Repair(Diagnostic diagnostic, SyntaxNode reported, SemanticModel model, CancellationToken cancellationToken);
}
