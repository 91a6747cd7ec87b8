using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Models;

/// <summary>COV2302: a text without a length is a key.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedKeyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnboundedKey];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!RunsOnSqliteAlone(start.Compilation) && ModelTypes.Of(start.Compilation) is { } types)
                start.RegisterSymbolAction(symbol => Analyze(symbol, types), SymbolKind.Property);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ModelTypes types)
    {
        var property = (IPropertySymbol)context.Symbol;
        if (property is { IsStatic: false, Type.SpecialType: SpecialType.System_String } && types.IsModel(property.ContainingType) && IsKey(property, types) && !types.HasLength(property) && !types.NamesType(property))
            context.ReportDiagnostic(Diagnostic.Create(Rules.UnboundedKey, property.Locations[0], property.ContainingType.Name, property.Name));
    }

    private static bool IsKey(IPropertySymbol property, ModelTypes types)
        => types.IsKey(property) || (property.Name == "Id" && !property.ContainingType.GetMembers().OfType<IPropertySymbol>().Any(types.IsKey));

    /// <summary>SQLite has no limit to run into.</summary>
    private static bool RunsOnSqliteAlone(Compilation compilation)
        => compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Covet.Sqlite") && !compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == "Covet.Npgsql");
}
