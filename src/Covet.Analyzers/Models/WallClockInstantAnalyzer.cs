using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Models;

/// <summary>COV2301: a DateTime is named like a moment.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WallClockInstantAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.WallClockInstant];

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
        if (IsDateTime(property.Type) && NamesMoment(property.Name) && property is { IsStatic: false, SetMethod: not null } && types.IsModel(property.ContainingType) && !types.NamesType(property))
            context.ReportDiagnostic(Diagnostic.Create(Rules.WallClockInstant, property.Locations[0], property.ContainingType.Name, property.Name));
    }

    /// <summary>When something happened is a moment; <c>StartsAt</c> may be a clock on a wall.</summary>
    private static bool NamesMoment(string name) => name.EndsWith("edAt", StringComparison.Ordinal) || name.EndsWith("Utc", StringComparison.Ordinal);

    private static bool IsDateTime(ITypeSymbol type) => type.SpecialType == SpecialType.System_DateTime
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [{ SpecialType: SpecialType.System_DateTime }] };
}
