using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>COV2107: the one condition of a query compares columns of which none leads an index. Off unless it is switched on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnindexedConditionAnalyzer : DiagnosticAnalyzer
{
    private static readonly HashSet<string> Filters = new(StringComparer.Ordinal)
    {
        "Where", "FirstAsync", "FirstOrDefaultAsync", "SingleAsync", "SingleOrDefaultAsync", "CountAsync", "AnyAsync",
    };

    /// <summary>What leaves the rows that are looked for as they are.</summary>
    private static readonly HashSet<string> Neutral = new(StringComparer.Ordinal) { "All", "Include", "Prefetch", "Fetch", "SnapshotReads", "TagWith" };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.UnindexedCondition];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types)
            {
                var indexes = new DeclaredIndexes(start.Compilation);
                start.RegisterOperationAction(operation => Analyze(operation, types, indexes), OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, QueryTypes types, DeclaredIndexes indexes)
    {
        var call = (IInvocationOperation)context.Operation;
        if (!Filters.Contains(call.TargetMethod.Name) || !types.IsModelQuery(call.TargetMethod.ContainingType) || !types.IsCovets(call.TargetMethod) || Condition(call) is not var (row, condition))
            return;
        var chain = QueryChain.Before(call);
        if (chain.Source is not IPropertyReferenceOperation { Instance.Type: { } owner } table || !types.IsDatabase(owner) || ModelOf(table.Type, types) is not { } model)
            return;
        if (!chain.Calls.Take(chain.Calls.Count - 1).All(earlier => types.IsCovets(earlier.TargetMethod) && Neutral.Contains(earlier.TargetMethod.Name)) || IsFilteredFurther(call))
            return;
        var columns = new List<IPropertyReferenceOperation>();
        if (!AddCompared(condition, row, columns))
            return;
        var properties = columns.ConvertAll(column => model.GetMembers(column.Property.Name).OfType<IPropertySymbol>().FirstOrDefault());
        if (properties.TrueForAll(property => property is not null && DeclaredIndexes.IsSelective(property) && !indexes.Leads(property)))
            context.ReportDiagnostic(Diagnostic.Create(Rules.UnindexedCondition, columns[0].Syntax.GetLocation(), model.Name, columns[0].Property.Name));
    }

    private static (IParameterSymbol Row, IOperation Condition)? Condition(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (QueryTypes.Unwrapped(argument.Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var row], Body.Operations: [IReturnOperation { ReturnedValue: { } body }] } })
                return (row, body);
        }
        return null;
    }

    private static bool IsFilteredFurther(IInvocationOperation call)
    {
        for (var next = QueryChain.Next(call); next is not null; next = QueryChain.Next(next))
        {
            if (next.TargetMethod.Name.StartsWith("Where", StringComparison.Ordinal) || (Filters.Contains(next.TargetMethod.Name) && Condition(next) is not null))
                return true;
        }
        return false;
    }

    /// <summary>Adds the columns that a condition compares with values; false where it asks anything else.</summary>
    private static bool AddCompared(IOperation condition, IParameterSymbol row, List<IPropertyReferenceOperation> columns)
    {
        condition = QueryTypes.Unwrapped(condition);
        if (condition is not IBinaryOperation binary)
            return false;
        switch (binary.OperatorKind)
        {
            case BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And:
                return AddCompared(binary.LeftOperand, row, columns) && AddCompared(binary.RightOperand, row, columns);
            case BinaryOperatorKind.Equals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual:
                if (QueryTypes.Unwrapped(binary.LeftOperand) is not IPropertyReferenceOperation { Instance: { } instance } column
                    || QueryTypes.Unwrapped(instance) is not IParameterReferenceOperation { Parameter: var parameter } || !SymbolEqualityComparer.Default.Equals(parameter, row)
                    || binary.RightOperand.DescendantsAndSelf().Any(inner => inner is IParameterReferenceOperation { Parameter: var other } && SymbolEqualityComparer.Default.Equals(other, row)))
                {
                    return false;
                }
                columns.Add(column);
                return true;
            default:
                return false;
        }
    }

    private static ITypeSymbol? ModelOf(ITypeSymbol? query, QueryTypes types)
    {
        for (; query is INamedTypeSymbol named; query = named.BaseType)
        {
            if (named.TypeArguments.FirstOrDefault(types.IsModel) is { } model)
                return model;
        }
        return null;
    }
}
