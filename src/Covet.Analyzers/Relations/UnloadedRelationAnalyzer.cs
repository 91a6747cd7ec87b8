using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>COV2201: a relation is read on an instance whose query, in the same member, didn't load it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnloadedRelationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnloadedRelation];

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
            var reads = block.Descendants().OfType<IPropertyReferenceOperation>().Where(property => IsRead(property, types)).ToList();
            if (reads.Count == 0 || RelationUses.LoadsAnew(block))
                continue;
            var instances = new Instances(block, types, areItemsKept: true);
            var touched = RelationUses.Touched(block, types);
            foreach (var read in reads)
            {
                if (!touched.Contains(read.Property.Name) && instances.Of(read.Instance!) is { } loaded && RelationUses.Lacks(loaded, read.Property))
                    context.ReportDiagnostic(RelationUses.Report(Rules.UnloadedRelation, read.Property, read.Syntax, loaded));
            }
        }
    }

    /// <summary>Whether the relation has to be in memory here: <c>post.Author</c>, or <c>user.Posts.All()</c>.</summary>
    private static bool IsRead(IPropertyReferenceOperation property, QueryTypes types)
    {
        if (property.Instance is null || !types.IsModel(property.Instance.Type) || property.Parent is INameOfOperation)
            return false;
        return types.IsRelated(property.Type)
            ? property.Parent is IInvocationOperation { TargetMethod.Name: "All" }
            : types.IsModel(property.Type) && RelationUses.IsRelation(property.Property) && !(property.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, property));
    }
}
