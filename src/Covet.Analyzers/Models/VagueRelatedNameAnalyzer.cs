using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Models;

/// <summary>COV2303: the reverse of a foreign key has a name by default that doesn't say which relation it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VagueRelatedNameAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.VagueRelatedName];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (ModelTypes.Of(start.Compilation) is { } types)
                start.RegisterSymbolAction(symbol => Analyze(symbol, types), SymbolKind.Property);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ModelTypes types)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (types.ReferenceOf(property) is not { } reference || ModelTypes.Named(reference, "RelatedName") is not null || property is not { ContainingType: { } model, Type: INamedTypeSymbol target } || !types.IsModel(model))
            return;
        string? flaw = SymbolEqualityComparer.Default.Equals(model, target)
            ? types.IsForeignKey(reference) ? "doesn't say in which direction it leads" : null
            : Other(property, types) is { } other ? $"sounds like those of '{model.Name}.{other.Name}' too" : null;
        if (flaw is not null)
            context.ReportDiagnostic(Diagnostic.Create(Rules.VagueRelatedName, property.Locations[0], model.Name, property.Name, target.Name, flaw));
    }

    /// <summary>Another reference to the same model, whose reverse has a name that was chosen.</summary>
    private static IPropertySymbol? Other(IPropertySymbol property, ModelTypes types)
    {
        foreach (var member in property.ContainingType.GetMembers())
        {
            if (member is IPropertySymbol other && !ReferenceEquals(other, property) && other.Name != property.Name && SymbolEqualityComparer.Default.Equals(other.Type, property.Type)
                && types.ReferenceOf(other) is { } reference && ModelTypes.Named(reference, "RelatedName") is not (null or "+"))
            {
                return other;
            }
        }
        return null;
    }
}
