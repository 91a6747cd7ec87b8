using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Relations;

/// <summary>COV2204: <c>[Requires]</c> names what is no relation of the parameter's model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiresAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.RequiresNoRelation];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types && Requirements.Of(start.Compilation, types) is { } requirements)
                start.RegisterSyntaxNodeAction(node => Analyze(node, requirements), SyntaxKind.Parameter);
        });
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, Requirements requirements)
    {
        var syntax = (ParameterSyntax)context.Node;
        if (syntax.AttributeLists.Count == 0
            || context.SemanticModel.GetDeclaredSymbol(syntax, context.CancellationToken) is not IParameterSymbol parameter
            || requirements.AttributeOf(parameter) is not { } attribute)
        {
            return;
        }
        int position = 0;
        foreach (string path in Requirements.Paths(attribute))
        {
            if (FirstUnknown(parameter.Type, path, requirements) is var (name, owner))
                context.ReportDiagnostic(Diagnostic.Create(Rules.RequiresNoRelation, LocationOf(attribute, position) ?? syntax.GetLocation(), name, owner));
            position++;
        }
    }

    /// <summary>The first name on a path that is no relation, and the type that hasn't got it.</summary>
    private static (string Name, string Owner)? FirstUnknown(ITypeSymbol type, string path, Requirements requirements)
    {
        foreach (string name in path.Split('.'))
        {
            var model = requirements.ModelOf(type);
            if (model is null || requirements.Relation(model, name) is not { } relation)
                return (name, (model ?? type).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
            type = relation.Type;
        }
        return null;
    }

    private static Location? LocationOf(AttributeData attribute, int position)
        => attribute.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: var arguments } && position < arguments.Count ? arguments[position].GetLocation() : null;
}
