using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers;

/// <summary>What the variables of a piece of code are set to, anywhere in it: the order doesn't matter, so closures and loops don't either.</summary>
internal sealed class Writes
{
    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _unknown = new(SymbolEqualityComparer.Default);

    public Writes(IOperation root)
    {
        foreach (var operation in root.DescendantsAndSelf())
            Visit(operation);
    }

    /// <summary>Whether the variable is also set in a way that isn't seen: by reference, by a pattern, by taking something apart.</summary>
    public bool IsUnknown(ISymbol variable) => _unknown.Contains(variable);

    /// <summary>All values that the variable is set to.</summary>
    public IReadOnlyList<IOperation> Of(ISymbol variable) => _values.TryGetValue(variable, out var values) ? values : [];

    private void Visit(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation declarator:
                Declare(declarator);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                Lose(assignment.Target);
                Lose(assignment.Value);
                break;
            case ISimpleAssignmentOperation assignment:
                Write(assignment.Target, assignment.Value);
                break;
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } assignment:
                Write(assignment.Target, assignment.Value);
                break;
            case ICoalesceAssignmentOperation assignment:
                Write(assignment.Target, assignment.Value);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                Lose(deconstruction.Target);
                break;
            case IAssignmentOperation assignment:
                Lose(assignment.Target);
                break;
            case IIncrementOrDecrementOperation increment:
                Lose(increment.Target);
                break;
            case IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } argument:
                Lose(argument.Value);
                break;
            case IDynamicInvocationOperation invocation:
                Lose(invocation.Arguments);
                break;
            case IDynamicObjectCreationOperation creation:
                Lose(creation.Arguments);
                break;
            case IAddressOfOperation address:
                Lose(address.Reference);
                break;
            case IForEachLoopOperation loop:
                Lose(loop.LoopControlVariable);
                break;
            case IDeclarationPatternOperation { DeclaredSymbol: { } symbol }:
                _unknown.Add(symbol);
                break;
            case IRecursivePatternOperation { DeclaredSymbol: { } symbol }:
                _unknown.Add(symbol);
                break;
            case IListPatternOperation { DeclaredSymbol: { } symbol }:
                _unknown.Add(symbol);
                break;
            case IInvalidOperation invalid:
                Lose(invalid.ChildOperations);
                break;
        }
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer() is not { } initializer)
            return;
        if (declarator.Symbol.RefKind == RefKind.None)
        {
            Add(declarator.Symbol, initializer.Value);
            return;
        }
        _unknown.Add(declarator.Symbol);
        Lose(initializer.Value);
    }

    private void Write(IOperation target, IOperation value)
    {
        if (Variable(target) is { } symbol)
            Add(symbol, value);
        else
            Lose(target);
    }

    private void Add(ISymbol symbol, IOperation value)
    {
        if (!_values.TryGetValue(symbol, out var values))
            _values.Add(symbol, values = []);
        values.Add(value);
    }

    private void Lose(IEnumerable<IOperation> operations)
    {
        foreach (var operation in operations)
            Lose(operation);
    }

    private void Lose(IOperation operation)
    {
        foreach (var inner in operation.DescendantsAndSelf())
        {
            if (Variable(inner) is { } symbol)
                _unknown.Add(symbol);
            else if (inner is IVariableDeclaratorOperation declarator)
                _unknown.Add(declarator.Symbol);
        }
    }

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}
