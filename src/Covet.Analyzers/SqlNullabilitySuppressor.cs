using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers;

/// <summary>
/// Silences the compiler's null warnings on SQL expressions: after <c>p.Editor != null</c> it takes <c>p.Editor</c> for a reference that may
/// be null, though it is a path of columns and never is.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SqlNullabilitySuppressor : DiagnosticSuppressor
{
    private const string Justification = "A path of columns is SQL: comparing it with null tests the database's value, not the reference.";

    private static readonly SuppressionDescriptor Dereference = new("COVS0001", "CS8602", Justification);
    private static readonly SuppressionDescriptor Argument = new("COVS0002", "CS8604", Justification);

    /// <inheritdoc/>
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [Dereference, Argument];

    /// <inheritdoc/>
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        if (context.Compilation.GetTypeByMetadataName("Covet.SqlExpression") is not { } sqlExpression)
            return;
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is not { } tree)
                continue;
            var node = tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            if (node is not ExpressionSyntax expression)
                continue;
            var type = context.GetSemanticModel(tree).GetTypeInfo(expression, context.CancellationToken).Type;
            if (DerivesFrom(type, sqlExpression))
                context.ReportSuppression(Suppression.Create(diagnostic.Id == Dereference.SuppressedDiagnosticId ? Dereference : Argument, diagnostic));
        }
    }

    private static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type, ancestor))
                return true;
        }
        return false;
    }
}
