using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>COV2205: a relation is loaded onto instances that stay in the member, and nothing there reads it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadPrefetchAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Terminals = new(StringComparer.Ordinal)
    {
        "ToListAsync", "ToArrayAsync", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "FindAsync", "Stream",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnreadPrefetch];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types)
                start.RegisterOperationBlockAction(block => Analyze(block, types));
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, QueryTypes types)
    {
        foreach (var block in context.OperationBlocks)
        {
            var branches = block.Descendants().OfType<IInvocationOperation>().Where(call => IsRunHere(call, types)).SelectMany(Branches).ToList();
            if (branches.Count == 0 || RelationUses.LoadsAnew(block) || new Escapes(types).Any(block))
                continue;
            var read = RelationUses.Touched(block, types);
            foreach (var property in block.Descendants().OfType<IPropertyReferenceOperation>())
            {
                if (property.Instance is { } instance && types.IsModel(instance.Type))
                    read.Add(property.Property.Name);
            }
            foreach (var branch in branches)
            {
                if (!read.Contains(branch.Property.Name))
                    context.ReportDiagnostic(Diagnostic.Create(Rules.UnreadPrefetch, branch.Syntax.GetLocation(), branch.Property.Name));
            }
        }
    }

    /// <summary>Whether it is the prefetch of a query that begins with a table and is run right away, not of a branch or of a query for others.</summary>
    private static bool IsRunHere(IInvocationOperation prefetch, QueryTypes types)
    {
        if (prefetch.TargetMethod.Name != "Prefetch" || !types.IsCovets(prefetch.TargetMethod) || QueryChain.Before(prefetch).Source is not IPropertyReferenceOperation { Instance: { } source } || !types.IsDatabase(source.Type))
            return false;
        IOperation last = prefetch;
        while (QueryChain.Next(last) is { } next)
        {
            if (Terminals.Contains(next.TargetMethod.Name))
                return true;
            if (!types.IsModelQuery(next.Type))
                return false;
            last = next;
        }
        while (last.Parent is IConversionOperation)
            last = last.Parent;
        return last.Parent is IForEachLoopOperation;
    }

    /// <summary>The relations that it loads, where they keep their names: those with a place of their own are left out.</summary>
    private static IEnumerable<IPropertyReferenceOperation> Branches(IInvocationOperation prefetch)
    {
        foreach (var body in QueryReader.Lambdas(prefetch) ?? [])
        {
            var branch = QueryTypes.Unwrapped(body);
            if (branch is IInvocationOperation last)
            {
                var chain = QueryChain.Before(last);
                if (chain.Calls.Any(call => call.TargetMethod.Name == "Into"))
                    continue;
                branch = chain.Source;
            }
            if (branch is IPropertyReferenceOperation { Instance: { } columns } relation && QueryTypes.Unwrapped(columns) is IParameterReferenceOperation)
                yield return relation;
        }
    }
}
