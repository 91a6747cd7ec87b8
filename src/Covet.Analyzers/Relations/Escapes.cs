using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>Whether instances of models leave a member, so that code elsewhere may read their relations.</summary>
internal sealed class Escapes(QueryTypes types)
{
    /// <summary>Whether one leaves, or may: what isn't known to keep it here lets it go.</summary>
    public bool Any(IOperation block)
    {
        foreach (var operation in block.Descendants())
        {
            if (operation is IInvalidOperation || (operation is IPropertyReferenceOperation property && RunsCode(property)) || (types.HoldsModels(operation.Type) && !Stays(operation)))
                return true;
        }
        return false;
    }

    /// <summary>Whether the property is the author's own, and may read relations of its instance.</summary>
    private bool RunsCode(IPropertyReferenceOperation property)
        => property.Instance is { } instance && types.IsModel(instance.Type) && property.Property.SetMethod is null && !types.IsRelated(property.Type) && !RelationUses.IsRelation(property.Property);

    private bool Stays(IOperation operation) => operation is not IDelegateCreationOperation { Target: IMethodReferenceOperation } && operation.Parent switch
    {
        // user != null compares objects.
        IConversionOperation { Parent: IBinaryOperation } => true,
        // Their own type says whether they still hold it.
        IConversionOperation or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation or IConditionalOperation => types.HoldsModels(operation.Parent.Type),
        IConditionalAccessOperation or IMemberReferenceOperation or INameOfOperation or IBinaryOperation or IIsPatternOperation or IForEachLoopOperation or IVariableInitializerOperation => true,
        IArrayElementReferenceOperation element => ReferenceEquals(element.ArrayReference, operation),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation } => true,
        IExpressionStatementOperation => operation is ISimpleAssignmentOperation { Target: ILocalReferenceOperation },
        IInvocationOperation call => ReferenceEquals(call.Instance, operation) && IsCovets(call.TargetMethod),
        IArgumentOperation { Parent: IInvocationOperation call } => Uses.IsOfSequences(call.TargetMethod) || types.IsCovets(call.TargetMethod) || types.IsModelQuery(call.TargetMethod.ContainingType),
        IReturnOperation => IsLinqs(operation.Parent),
        IDelegateCreationOperation => true,
        _ => false,
    };

    private bool IsCovets(IMethodSymbol method)
        => method.Name is "ConfigureAwait" || types.IsCovets(method) || types.IsModelQuery(method.ContainingType)
            || (types.IsModel(method.ContainingType) && method.Name.StartsWith("Load", StringComparison.Ordinal) && method.Name.EndsWith("Async", StringComparison.Ordinal));

    /// <summary>Whether it is returned by a lambda that LINQ calls, whose result is looked at by itself.</summary>
    private static bool IsLinqs(IOperation returned)
    {
        for (var parent = returned.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda)
                return lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } && Uses.IsOfSequences(call.TargetMethod);
            if (parent is ILocalFunctionOperation)
                return false;
        }
        return false;
    }
}
