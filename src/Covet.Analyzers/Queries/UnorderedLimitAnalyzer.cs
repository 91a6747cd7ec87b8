using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>COV2104: some of the rows are taken, and no order says which.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnorderedLimitAnalyzer : DiagnosticAnalyzer
{
    /// <summary>What neither orders nor makes other rows; after any other call the rows may have an order.</summary>
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal)
    {
        "All", "Where", "WhereIf", "Include", "Prefetch", "Fetch", "SnapshotReads", "TagWith", "Skip", "Take", "Select", "Into",
    };

    private static readonly HashSet<string> RowTerminals = new(StringComparer.Ordinal) { "ToListAsync", "ToArrayAsync", "FirstAsync", "FirstOrDefaultAsync", "Stream" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnorderedLimit];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types)
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Invocation);
        });
    }

    private static void Analyze(OperationAnalysisContext context, QueryTypes types)
    {
        var call = (IInvocationOperation)context.Operation;
        string name = call.TargetMethod.Name;
        bool isFirst = name is "FirstAsync" or "FirstOrDefaultAsync";
        if (!isFirst && name is not ("Skip" or "Take") || !types.IsCovets(call.TargetMethod) || !types.IsQuery(call.TargetMethod.ContainingType))
            return;
        var chain = QueryChain.Before(call);
        if (!chain.StartsBare(types))
            return;
        foreach (var earlier in chain.Calls.Take(chain.Calls.Count - 1))
        {
            if (!types.IsCovets(earlier.TargetMethod) || !Neutral.Contains(earlier.TargetMethod.Name) || earlier.TargetMethod.Name is "Skip" or "Take")
                return;
            // The first of a few that were looked for is often the only one.
            if (isFirst && earlier.TargetMethod.Name is "Where" or "WhereIf")
                return;
        }
        if (isFirst ? call.Arguments.Any(argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate) : !GivesRows(call, types))
            return;
        context.ReportDiagnostic(Diagnostic.Create(Rules.UnorderedLimit, NameOf(call), name));
    }

    /// <summary>Whether the rows themselves come: in a list, a stream, or the branch of a prefetch. How many there are doesn't depend on the order.</summary>
    private static bool GivesRows(IInvocationOperation call, QueryTypes types)
    {
        IInvocationOperation last = call;
        while (QueryChain.Next(last) is { } next)
        {
            if (RowTerminals.Contains(next.TargetMethod.Name))
                return true;
            if (!types.IsCovets(next.TargetMethod) || !Neutral.Contains(next.TargetMethod.Name))
                return false;
            last = next;
        }
        IOperation operation = last;
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent is IForEachLoopOperation
            || (operation.Parent is IReturnOperation && QueryChain.Before(last).Source is IPropertyReferenceOperation { Instance: IParameterReferenceOperation { Type.IsValueType: true } });
    }

    private static Location NameOf(IInvocationOperation call)
        => call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access }
            ? access.Name.GetLocation()
            : call.Syntax.GetLocation();
}
