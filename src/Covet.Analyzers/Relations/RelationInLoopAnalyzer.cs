using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>COV2202: a relation is awaited in a loop over the instances of a query that could have loaded it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RelationInLoopAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.RelationInLoop];

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
            var awaited = block.Descendants().OfType<IAwaitOperation>().Select(operation => (Await: operation, Touch: Touch(operation, types))).Where(each => each.Touch is not null).ToList();
            if (awaited.Count == 0 || RelationUses.LoadsAnew(block))
                continue;
            var instances = new Instances(block, types, areItemsKept: false);
            foreach (var (operation, touch) in awaited)
            {
                var (instance, relation) = touch!.Value;
                if (IsOfLoop(operation, instance, instances) && instances.Of(instance) is { } loaded && RelationUses.Lacks(loaded, relation))
                    context.ReportDiagnostic(RelationUses.Report(Rules.RelationInLoop, relation, operation.Syntax, loaded));
            }
        }
    }

    /// <summary>The instance and relation of <c>await post.LoadAuthorAsync()</c>, <c>await user.Posts.AllAsync()</c> and <c>await user.Posts.CountAsync()</c>.</summary>
    private static (IOperation Instance, IPropertySymbol Relation)? Touch(IAwaitOperation operation, QueryTypes types)
    {
        if (Instances.Asked(operation.Operation) is not { Instance: { } receiver, TargetMethod: var method })
            return null;
        if (method.Name is "AllAsync" or "CountAsync" && types.IsRelated(receiver.Type) && QueryTypes.Unwrapped(receiver) is IPropertyReferenceOperation { Instance: { } owner } set)
            return (owner, set.Property);
        return types.IsModel(receiver.Type) && method.Name.StartsWith("Load", StringComparison.Ordinal) && method.Name.EndsWith("Async", StringComparison.Ordinal)
            && method.ContainingType.GetMembers(method.Name.Substring(4, method.Name.Length - 9)).OfType<IPropertySymbol>().FirstOrDefault() is { } relation
            ? (receiver, relation)
            : null;
    }

    /// <summary>Whether the instance is, or is reached from, the variable of a loop around the operation.</summary>
    private static bool IsOfLoop(IOperation operation, IOperation instance, Instances instances)
    {
        instance = QueryTypes.Unwrapped(instance);
        while (instance is IPropertyReferenceOperation { Instance: { } owner })
            instance = QueryTypes.Unwrapped(owner);
        if (instance is not ILocalReferenceOperation { Local: var local } || instances.LoopOf(local) is not { } loop)
            return false;
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (ReferenceEquals(parent, loop))
                return true;
        }
        return false;
    }
}
