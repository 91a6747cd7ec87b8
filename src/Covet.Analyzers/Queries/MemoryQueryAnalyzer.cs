using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Covet.Analyzers.Relations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>COV2106: all rows of a query are fetched, and all that is done with them is to count them, to filter them or to take some, in memory.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MemoryQueryAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Calls before or after which a filter, a limit and a count mean the same.</summary>
    private static readonly HashSet<string> Movable = new(StringComparer.Ordinal)
    {
        "All", "Where", "WhereIf", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Include", "Prefetch", "Fetch", "SnapshotReads", "TagWith", "Select",
    };

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.MemoryQuery];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (QueryTypes.Of(start.Compilation) is { } types)
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.Invocation, OperationKind.PropertyReference);
        });
    }

    private static void Analyze(OperationAnalysisContext context, QueryTypes types)
    {
        var (rows, instead) = context.Operation switch
        {
            IInvocationOperation { TargetMethod: var method } call when Instead(method.Name) is { } other && Uses.IsOfSequences(method) && IsSql(call, types) => (call.Arguments[0].Value, other),
            IPropertyReferenceOperation { Property.Name: "Count" or "Length", Arguments.Length: 0, Instance: { } list } => (list, "CountAsync instead"),
            _ => default,
        };
        if (rows is null || Fetch(QueryTypes.Unwrapped(rows)) is not { } fetch || !types.IsQuery(fetch.TargetMethod.ContainingType))
            return;
        var chain = QueryChain.Before(fetch);
        if (!chain.StartsBare(types) || !chain.Calls.Take(chain.Calls.Count - 1).All(call => types.IsCovets(call.TargetMethod) && Movable.Contains(call.TargetMethod.Name)))
            return;
        var expression = (context.Operation.Syntax as InvocationExpressionSyntax)?.Expression ?? context.Operation.Syntax;
        context.ReportDiagnostic(Diagnostic.Create(
            Rules.MemoryQuery, expression is MemberAccessExpressionSyntax access ? access.Name.GetLocation() : expression.GetLocation(), NameOf(context.Operation), fetch.TargetMethod.Name, instead));
    }

    private static string NameOf(IOperation operation) => operation is IInvocationOperation call ? call.TargetMethod.Name : ((IPropertyReferenceOperation)operation).Property.Name;

    private static string? Instead(string method) => method switch
    {
        "Where" or "Skip" or "Take" => $"{method} before it",
        "Count" or "LongCount" => "CountAsync instead",
        "Any" or "First" or "FirstOrDefault" or "Single" or "SingleOrDefault" => $"{method}Async instead",
        _ => null,
    };

    /// <summary>Whether the database can do the same: what a lambda asks is asked of columns.</summary>
    private static bool IsSql(IInvocationOperation call, QueryTypes types)
    {
        foreach (var argument in call.Arguments.Skip(1))
        {
            var value = QueryTypes.Unwrapped(argument.Value);
            if (value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: [var row], Body.Operations: [IReturnOperation { ReturnedValue: { } body }] } })
            {
                if (!types.IsModel(row.Type) || !IsCondition(body, row, types))
                    return false;
            }
            else if (value.Type?.SpecialType != SpecialType.System_Int32)
            {
                return false;
            }
        }
        return true;
    }

    private static bool IsCondition(IOperation operation, IParameterSymbol row, QueryTypes types) => operation switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => IsCondition(both.LeftOperand, row, types) && IsCondition(both.RightOperand, row, types),
        IBinaryOperation
        {
            OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
                or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual,
        } comparison => IsValue(comparison.LeftOperand, row, types) && IsValue(comparison.RightOperand, row, types),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => IsCondition(not.Operand, row, types),
        IParenthesizedOperation parenthesized => IsCondition(parenthesized.Operand, row, types),
        IPropertyReferenceOperation { Type.SpecialType: SpecialType.System_Boolean } flag => IsColumn(flag, row, types),
        _ => false,
    };

    private static bool IsValue(IOperation operation, IParameterSymbol row, QueryTypes types)
    {
        operation = QueryTypes.Unwrapped(operation);
        return operation.ConstantValue.HasValue || operation is ILocalReferenceOperation or IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation }
            || operation is IParameterReferenceOperation { Parameter: var parameter } && !SymbolEqualityComparer.Default.Equals(parameter, row)
            || operation is IPropertyReferenceOperation property && IsColumn(property, row, types);
    }

    /// <summary><c>p.Views</c>, and <c>p.Author.Name</c>: properties that can be set are columns.</summary>
    private static bool IsColumn(IPropertyReferenceOperation property, IParameterSymbol row, QueryTypes types)
        => property.Property.SetMethod is not null && !types.IsModel(property.Type) && property.Instance is { } instance && IsRow(QueryTypes.Unwrapped(instance), row, types);

    private static bool IsRow(IOperation operation, IParameterSymbol row, QueryTypes types) => operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => SymbolEqualityComparer.Default.Equals(parameter, row),
        IPropertyReferenceOperation { Instance: { } instance } property => types.IsModel(property.Type) && IsRow(QueryTypes.Unwrapped(instance), row, types),
        _ => false,
    };

    /// <summary>The call that fetches rows which nothing else uses.</summary>
    private static IInvocationOperation? Fetch(IOperation rows) => rows switch
    {
        IAwaitOperation { Operation: var awaited } => Instances.Asked(awaited) is { TargetMethod.Name: "ToListAsync" or "ToArrayAsync" } fetch ? fetch : null,
        ILocalReferenceOperation local => Only(local) is { } value ? Fetch(value) : null,
        _ => null,
    };

    /// <summary>What a variable is declared with that is used once.</summary>
    private static IOperation? Only(ILocalReferenceOperation reference)
    {
        if (reference.Local is not { DeclaringSyntaxReferences: [var declaration] } || declaration.GetSyntax() is not VariableDeclaratorSyntax { Initializer.Value: AwaitExpressionSyntax })
            return null;
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;
        IVariableDeclaratorOperation? declarator = null;
        foreach (var operation in root.Descendants())
        {
            if (operation is IInvalidOperation || (operation is ILocalReferenceOperation other && !ReferenceEquals(other, reference) && SymbolEqualityComparer.Default.Equals(other.Local, reference.Local)))
                return null;
            if (operation is IVariableDeclaratorOperation found && SymbolEqualityComparer.Default.Equals(found.Symbol, reference.Local))
                declarator = found;
        }
        return declarator?.GetVariableInitializer() is { } initializer && RunsOnce(reference, declarator) ? QueryTypes.Unwrapped(initializer.Value) : null;
    }

    /// <summary>Whether no loop and no function stands between the variable and its use.</summary>
    private static bool RunsOnce(IOperation reference, IVariableDeclaratorOperation declarator)
    {
        var scope = declarator.Parent;
        while (scope is not (null or IBlockOperation))
            scope = scope.Parent;
        for (var (child, parent) = (reference, reference.Parent); parent is not null && !ReferenceEquals(parent, scope); (child, parent) = (parent, parent.Parent))
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation || (parent is ILoopOperation && !(parent is IForEachLoopOperation each && ReferenceEquals(each.Collection, child))))
                return false;
        }
        return true;
    }
}
