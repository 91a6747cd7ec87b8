using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>COV2203: instances are handed to a parameter that requires a relation of them which they don't have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RequiredRelationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.RequiredRelation];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types && Requirements.Of(start.Compilation, types) is { } requirements)
                start.RegisterOperationBlockAction(block => Analyze(block, types, requirements));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, QueryTypes types, Requirements requirements)
    {
        foreach (var block in context.OperationBlocks)
        {
            var arguments = block.Descendants().OfType<IArgumentOperation>().Where(argument => argument.Parameter is { } parameter && requirements.AttributeOf(parameter) is not null).ToList();
            if (arguments.Count == 0 || RelationUses.LoadsAnew(block))
                continue;
            var instances = new Instances(block, types, areItemsKept: true, requirements);
            var touched = RelationUses.Touched(block, types);
            foreach (var argument in arguments)
                Check(context, argument, instances, requirements, touched);
        }
    }

    private static void Check(OperationBlockAnalysisContext context, IArgumentOperation argument, Instances instances, Requirements requirements, HashSet<string> touched)
    {
        var parameter = argument.Parameter!;
        if (requirements.ModelOf(parameter.Type) is not { } model || instances.HandedOn(argument.Value) is not { } loaded)
            return;
        foreach (string path in Requirements.Paths(requirements.AttributeOf(parameter)!))
        {
            if (FirstLack(path, model, loaded, requirements) is not var (relation, at) || touched.Contains(relation.Name))
                continue;
            string lack = at.IsDeclared
                ? $"its argument isn't required to have it. Add nameof({relation.ContainingType.Name}.{relation.Name}) to the [Requires] of '{argument.Value.Syntax}'"
                : $"the query that its argument comes from doesn't load it. Add .Prefetch(x => x.{relation.Name}) to the query";
            context.ReportDiagnostic(RelationUses.Report(
                Rules.RequiredRelation, relation, argument.Value.Syntax, at, NameOf(parameter.ContainingSymbol), $"{relation.ContainingType.Name}.{relation.Name}", parameter.Name, lack));
        }
    }

    /// <summary>The first relation on a path that instances don't have, and what those have that lack it.</summary>
    private static (IPropertySymbol Relation, Loaded At)? FirstLack(string path, ITypeSymbol model, Loaded loaded, Requirements requirements)
    {
        foreach (string name in path.Split('.'))
        {
            if (requirements.Relation(model, name) is not { } relation)
                return null;
            if (RelationUses.Lacks(loaded, relation))
                return (relation, loaded);
            if (loaded.Beyond(name) is not { } beyond || requirements.ModelOf(relation.Type) is not { } target)
                return null;
            (model, loaded) = (target, beyond);
        }
        return null;
    }

    private static string NameOf(ISymbol function) => function is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType.Name: var type } ? type : function.Name;
}
