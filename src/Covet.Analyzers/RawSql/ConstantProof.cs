using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.RawSql;

/// <summary>
/// Proves that a text is built from constants alone, whichever way the program runs: by all values of each variable that it is made of. What isn't proven is
/// doubted, and the doubt names what it is about.
/// </summary>
internal sealed class ConstantProof(SqlGates gates, CancellationToken cancellationToken)
{
    private const int MaximalDepth = 64;

    private readonly Dictionary<IOperation, Writes> _writes = [];
    private readonly HashSet<ISymbol> _assumed = new(SymbolEqualityComparer.Default);
    private int _depth;

    /// <summary>What keeps the value from being constant, as a part of a sentence; null if it is constant.</summary>
    public string? Doubt(IOperation value)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (value.ConstantValue.HasValue)
            return null;
        if (_depth >= MaximalDepth)
            return $"'{Texts.Shortened(value.Syntax)}' leads too far to be followed";
        _depth++;
        string? doubt = value switch
        {
            IConversionOperation { OperatorMethod: null } conversion => Doubt(conversion.Operand),
            IParenthesizedOperation parenthesized => Doubt(parenthesized.Operand),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => OfSum(sum),
            IInterpolatedStringOperation text => First(text.Parts.Select(Hole)),
            IConditionalOperation { WhenFalse: { } whenFalse } choice => Doubt(choice.WhenTrue) ?? Doubt(whenFalse),
            ICoalesceOperation choice => Doubt(choice.Value) ?? Doubt(choice.WhenNull),
            ISwitchExpressionOperation choice => First(choice.Arms.Select(arm => arm.Value)),
            ISimpleAssignmentOperation { IsRef: false } assignment => Doubt(assignment.Value),
            ICoalesceAssignmentOperation assignment => Doubt(assignment.Target) ?? Doubt(assignment.Value),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } assignment
                => Doubt(assignment.Target) ?? Doubt(assignment.Value),
            ILocalReferenceOperation local => OfVariable(local.Local, local),
            IParameterReferenceOperation parameter => OfParameter(parameter),
            IFieldReferenceOperation field => OfField(field.Field),
            IPropertyReferenceOperation property => OfProperty(property.Property),
            IInvocationOperation invocation => OfMethod(invocation.TargetMethod),
            // What throws gives no text, and what doesn't compile is the compiler's business.
            IThrowOperation or IInvalidOperation => null,
            _ => $"'{Texts.Shortened(value.Syntax)}' isn't",
        };
        _depth--;
        return doubt;
    }

    private string? First(IEnumerable<IOperation?> values)
    {
        foreach (var value in values)
        {
            if (value is not null && Doubt(value) is { } doubt)
                return doubt;
        }
        return null;
    }

    private static IOperation? Hole(IInterpolatedStringContentOperation part) => (part as IInterpolationOperation)?.Expression;

    /// <summary>Along the left side, which long sums are deep on.</summary>
    private string? OfSum(IBinaryOperation sum)
    {
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, ConstantValue.HasValue: false } inner)
        {
            if (Doubt(inner.RightOperand) is { } doubt)
                return doubt;
            left = inner.LeftOperand;
        }
        return Doubt(left);
    }

    /// <summary>A variable is as constant as all that is written to it; while that is looked at, it counts as constant itself.</summary>
    private string? OfVariable(ISymbol variable, IOperation reference)
    {
        if (!_assumed.Add(variable))
            return null;
        var writes = WritesIn(Root(reference));
        if (writes.IsUnknown(variable))
            return $"'{variable.Name}' may be set to anything";
        var values = writes.Of(variable);
        return values.Count == 0 && variable is ILocalSymbol ? $"'{variable.Name}' isn't set to a constant" : First(values);
    }

    private string? OfParameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        string? doubt = parameter.ContainingSymbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda => IsGiven(lambda, parameter, reference) ? null : $"'{parameter.Name}' is a lambda's parameter",
            IMethodSymbol method when gates.TakesConstant(parameter) && IsCalledAsDeclared(method, parameter) => null,
            _ => $"'{parameter.Name}' is a parameter",
        };
        return doubt ?? OfVariable(parameter, reference);
    }

    /// <summary>Whether the delegate that the lambda becomes takes a constant.</summary>
    private bool IsGiven(IMethodSymbol lambda, IParameterSymbol parameter, IOperation reference)
    {
        for (var operation = reference.Parent; operation is not null; operation = operation.Parent)
        {
            if (operation is IAnonymousFunctionOperation function && SymbolEqualityComparer.Default.Equals(function.Symbol, lambda))
            {
                return function.Parent is IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod: { } invoke } }
                    && parameter.Ordinal < invoke.Parameters.Length
                    && gates.TakesConstant(invoke.Parameters[parameter.Ordinal]);
            }
        }
        return false;
    }

    /// <summary>Whether no caller reaches the method through a declaration that promises less.</summary>
    private bool IsCalledAsDeclared(IMethodSymbol method, IParameterSymbol parameter)
    {
        for (var overridden = method.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (!gates.IsMarked(overridden.Parameters[parameter.Ordinal]))
                return false;
        }
        // The parameter of a primary constructor is a variable of the whole type, which may be written anywhere in it.
        if (method is { MethodKind: MethodKind.Constructor, ContainingType: var type } && gates.Declarations.BodyOf(method) is null && type.DeclaringSyntaxReferences.Length > 0)
            return false;
        if (method.MethodKind is not (MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation) || method.ContainingType is null)
            return true;
        foreach (var declared in method.ContainingType.AllInterfaces.SelectMany(contract => contract.GetMembers()).OfType<IMethodSymbol>())
        {
            if (declared.Parameters.Length == method.Parameters.Length
                && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(declared), method)
                && !gates.IsMarked(declared.Parameters[parameter.Ordinal]))
            {
                return false;
            }
        }
        return true;
    }

    private string? OfField(IFieldSymbol field)
    {
        if (field is { Name: "Empty", ContainingType.SpecialType: SpecialType.System_String })
            return null;
        return field.IsReadOnly && gates.Declarations.IsInSource(field) && field.DeclaringSyntaxReferences.Length > 0
            ? OfReadOnly(field)
            : $"'{field.Name}' is a field";
    }

    private string? OfProperty(IPropertySymbol property)
    {
        if (property is { Name: "NewLine", ContainingType: { Name: "Environment", ContainingNamespace.Name: "System" } })
            return null;
        if (property is not { IsIndexer: false, SetMethod: null, GetMethod: { } getter } || !CanBeFollowed(getter))
            return $"'{property.Name}' is a property";
        if (property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)))
            return getter.DeclaringSyntaxReferences.Length > 0 && gates.Declarations.BodyOf(getter) is null ? OfReadOnly(property) : $"'{property.Name}' is a property";
        return OfReturns(getter, $"'{property.Name}' is a property");
    }

    /// <summary>A member that only its type's initializers and constructors set.</summary>
    private string? OfReadOnly(ISymbol member)
    {
        if (!_assumed.Add(member))
            return null;
        int count = 0;
        if (gates.Declarations.InitializerOf(member) is { } initializer)
        {
            count++;
            if (Doubt(initializer) is { } doubt)
                return doubt;
        }
        foreach (var body in gates.Declarations.Setters(member))
        {
            var writes = WritesIn(body);
            if (writes.IsUnknown(member))
                return $"'{member.Name}' may be set to anything";
            count += writes.Of(member).Count;
            if (First(writes.Of(member)) is { } doubt)
                return doubt;
        }
        return count == 0 ? $"'{member.Name}' isn't set to a constant" : null;
    }

    private string? OfMethod(IMethodSymbol method)
    {
        string doubt = method.Name.Length == 0 || method.MethodKind == MethodKind.DelegateInvoke ? "a delegate's result isn't" : $"'{method.Name}()' is a method's result";
        return method.MethodKind is MethodKind.Ordinary or MethodKind.LocalFunction && CanBeFollowed(method) ? OfReturns(method, doubt) : doubt;
    }

    /// <summary>Whether what the call runs is the body that is declared, which returns texts and nothing else.</summary>
    private bool CanBeFollowed(IMethodSymbol method)
        => gates.Declarations.IsInSource(method)
            && method is { IsAbstract: false, IsExtern: false, IsAsync: false, ReturnsByRef: false, ReturnsByRefReadonly: false, ReturnType.SpecialType: SpecialType.System_String }
            && (method is { IsVirtual: false, IsOverride: false } || method.IsSealed || method.ContainingType.IsSealed)
            && method.ContainingType.TypeKind != TypeKind.Interface;

    private string? OfReturns(IMethodSymbol method, string doubt)
    {
        if (!_assumed.Add(method.OriginalDefinition))
            return null;
        if (gates.Declarations.BodyOf((method.PartialImplementationPart ?? method).OriginalDefinition) is not { } body)
            return doubt;
        var returned = new List<IOperation>();
        Collect(body, returned);
        return returned.Count == 0 ? doubt : First(returned);
    }

    /// <summary>What a body returns, not what the functions inside it do.</summary>
    private static void Collect(IOperation body, List<IOperation> returned)
    {
        foreach (var operation in body.Descendants())
        {
            if (operation is IReturnOperation { Kind: OperationKind.Return, ReturnedValue: { } value } && ReferenceEquals(FunctionOf(operation, body), body))
                returned.Add(value);
        }
    }

    private static IOperation FunctionOf(IOperation operation, IOperation body)
    {
        var function = operation.Parent;
        while (function is not (null or ILocalFunctionOperation or IAnonymousFunctionOperation) && !ReferenceEquals(function, body))
            function = function.Parent;
        return function ?? body;
    }

    private Writes WritesIn(IOperation root)
    {
        if (!_writes.TryGetValue(root, out var writes))
            _writes.Add(root, writes = new Writes(root));
        return writes;
    }

    private static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
