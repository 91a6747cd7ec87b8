using System.Collections.Immutable;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>COV2103: inside a transaction's delegate the database is used that the transaction was opened on, which is another connection.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OuterDatabaseAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.OuterDatabase];

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
        var transaction = (IInvocationOperation)context.Operation;
        if (transaction is not { TargetMethod.Name: "TransactionAsync", Instance: { } instance } || !types.IsDatabase(transaction.TargetMethod.ContainingType))
            return;
        var opened = QueryTypes.Unwrapped(instance);
        if (Variable(opened) is not { } database || IsTransaction(opened) || WorkOf(transaction) is not { Symbol.Parameters: [var inner, ..] } work)
            return;
        foreach (var operation in work.Body.Descendants())
        {
            if (operation.Parent is not INameOfOperation && SymbolEqualityComparer.Default.Equals(Variable(operation), database) && IsSame(Owner(operation), Owner(opened)) && !RunsAfterwards(operation, work))
                context.ReportDiagnostic(Diagnostic.Create(Rules.OuterDatabase, operation.Syntax.GetLocation(), $"'{operation.Syntax}' is", $"Use '{inner.Name}'"));
        }
        foreach (var use in OuterInstances.Uses(work, types, database => IsSame(database, opened)).Where(use => !RunsAfterwards(use, work)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Rules.OuterDatabase, use.Syntax.GetLocation(), $"'{use.Syntax}' was loaded by '{opened.Syntax}' and asks it,", $"Load it with '{inner.Name}', or write through '{inner.Name}'"));
        }
    }

    private static IAnonymousFunctionOperation? WorkOf(IInvocationOperation transaction)
    {
        foreach (var argument in transaction.Arguments)
        {
            if (QueryTypes.Unwrapped(argument.Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda })
                return lambda;
        }
        return null;
    }

    /// <summary>Whether it stands in a callback that runs when the transaction has been committed.</summary>
    private static bool RunsAfterwards(IOperation operation, IAnonymousFunctionOperation work)
    {
        for (var parent = operation.Parent; parent is not null && !ReferenceEquals(parent, work); parent = parent.Parent)
        {
            if (parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "OnCommit" } } })
                return true;
        }
        return false;
    }

    /// <summary>Whether it is what another transaction's delegate got: then it is the same connection.</summary>
    private static bool IsTransaction(IOperation database)
    {
        if (database is not IParameterReferenceOperation { Parameter.ContainingSymbol: var owner })
            return false;
        for (var parent = database.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, owner))
                return lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "TransactionAsync" } } };
        }
        return false;
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.Length: 0 } property => property.Property,
        _ => null,
    };

    private static IOperation? Owner(IOperation operation) => (operation as IMemberReferenceOperation)?.Instance;

    /// <summary>Whether two members belong to the same object, as far as variables show it.</summary>
    private static bool IsSame(IOperation? one, IOperation? other) => (one, other) switch
    {
        (null, null) => true,
        (IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }) => true,
        (not null, not null) => Variable(one) is { } variable && SymbolEqualityComparer.Default.Equals(variable, Variable(other)) && IsSame(Owner(one), Owner(other)),
        _ => false,
    };
}
