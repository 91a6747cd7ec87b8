using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>Whether all that a member does with a variable is to read it, so that nothing else loads its relations.</summary>
internal sealed class Uses
{
    private readonly QueryTypes _types;
    private readonly bool _areItemsKept;
    private readonly Requirements? _requirements;
    private readonly HashSet<ISymbol> _handedOn = new(SymbolEqualityComparer.Default);

    public Uses(IOperation root, QueryTypes types, bool areItemsKept, Requirements? requirements)
    {
        _types = types;
        _areItemsKept = areItemsKept;
        _requirements = requirements;
        foreach (var operation in root.Descendants())
        {
            if (Variable(operation) is { } variable && !IsRead(operation))
                _handedOn.Add(variable);
        }
    }

    /// <summary>Whether the variable's instances are seen all the time.</summary>
    public bool AreKnown(ISymbol variable, bool isItem) => !_handedOn.Contains(variable) || (isItem && !_areItemsKept);

    /// <summary>Whether the method is LINQ's on sequences in memory.</summary>
    public static bool IsOfSequences(IMethodSymbol method)
        => method is { IsExtensionMethod: true, ContainingType: { Name: "Enumerable", ContainingNamespace: { Name: "Linq", ContainingNamespace.Name: "System" } } };

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private bool IsRead(IOperation reference)
    {
        var operation = reference;
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent switch
        {
            // An element may be handed on where the list isn't.
            IPropertyReferenceOperation { Arguments.Length: > 0 } element => ReferenceEquals(element.Instance, operation) && IsRead(element),
            IArrayElementReferenceOperation element => ReferenceEquals(element.ArrayReference, operation) && IsRead(element),
            IMemberReferenceOperation member => ReferenceEquals(member.Instance, operation),
            IForEachLoopOperation or IBinaryOperation or IIsPatternOperation or IInterpolationOperation or IReturnOperation => true,
            IConditionalAccessOperation access => access.WhenNotNull is not IInvocationOperation { Instance: IConditionalAccessInstanceOperation },
            // Its target, not its value.
            ISimpleAssignmentOperation assignment => ReferenceEquals(assignment.Target, operation),
            IInvocationOperation call when ReferenceEquals(call.Instance, operation) => call.TargetMethod.Name.StartsWith("Load", StringComparison.Ordinal) && _types.IsModel(call.TargetMethod.ContainingType),
            IArgumentOperation { Parameter: { } parameter } when _requirements?.AttributeOf(parameter) is not null => true,
            IArgumentOperation { Parent: IInvocationOperation call } argument => IsOfSequences(call.TargetMethod) && ReferenceEquals(call.Arguments[0], argument) && EndsInReading(call),
            _ => false,
        };
    }

    /// <summary>Whether LINQ gives no instance out of the variable to other code.</summary>
    private bool EndsInReading(IInvocationOperation call)
    {
        IOperation operation = call;
        while (operation.Parent is IConversionOperation or IArgumentOperation { Parent: IInvocationOperation } or IInvocationOperation)
        {
            if (operation.Parent is IInvocationOperation outer && !IsOfSequences(outer.TargetMethod))
                return !_types.HoldsModels(operation.Type);
            operation = operation.Parent;
        }
        return operation.Parent is IForEachLoopOperation || !_types.HoldsModels(operation.Type);
    }
}
