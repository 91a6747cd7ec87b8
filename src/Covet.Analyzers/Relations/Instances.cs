using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>Which query of the same member an instance comes from, and so what it has loaded.</summary>
internal sealed class Instances
{
    private const int MaximalDepth = 16;

    private readonly IOperation _root;
    private readonly QueryTypes _types;
    private readonly Writes _writes;
    private readonly Uses _uses;
    private readonly Requirements? _requirements;
    private readonly Dictionary<ISymbol, IForEachLoopOperation> _loops = new(SymbolEqualityComparer.Default);
    private int _depth;

    /// <param name="root">The member's body.</param>
    /// <param name="types">Covet's types.</param>
    /// <param name="areItemsKept">Whether an instance that is handed to other code is no longer known.</param>
    /// <param name="requirements">What parameters require, where they are taken at their word: for having what they require, and for reading it alone.</param>
    public Instances(IOperation root, QueryTypes types, bool areItemsKept, Requirements? requirements = null)
    {
        _root = root;
        _types = types;
        _writes = new Writes(root);
        _uses = new Uses(root, types, areItemsKept, requirements);
        _requirements = requirements;
        foreach (var loop in root.Descendants().OfType<IForEachLoopOperation>())
        {
            if (loop.LoopControlVariable is IVariableDeclaratorOperation declarator)
                _loops[declarator.Symbol] = loop;
        }
    }

    /// <summary>The loop whose variable it is; null for any other.</summary>
    public IForEachLoopOperation? LoopOf(ISymbol variable) => _loops.TryGetValue(variable, out var loop) ? loop : null;

    /// <summary>What the instances of an argument have loaded, one or many; null where that isn't known.</summary>
    public Loaded? HandedOn(IOperation argument) => _types.IsModel(QueryTypes.Unwrapped(argument).Type) ? Of(argument) : ElementsOf(argument);

    /// <summary>What an instance has loaded; null where that isn't known.</summary>
    public Loaded? Of(IOperation instance)
    {
        if (_depth >= MaximalDepth)
            return null;
        _depth++;
        instance = QueryTypes.Unwrapped(instance);
        var loaded = instance switch
        {
            ILocalReferenceOperation { Local: var local } when _loops.TryGetValue(local, out var loop) => _uses.AreKnown(local, isItem: true) ? ElementsOf(loop.Collection) : null,
            ILocalReferenceOperation { Local: var local } when _uses.AreKnown(local, isItem: true) && Value(local) is { } value => Of(value),
            IAwaitOperation { Operation: var awaited } => One(awaited),
            IPropertyReferenceOperation { Arguments: [_], Instance: { } list } => ElementsOf(list),
            IArrayElementReferenceOperation { ArrayReference: var array } => ElementsOf(array),
            IPropertyReferenceOperation { Instance: { } owner, Property: var property } when _types.IsModel(property.Type) => Of(owner)?.Beyond(property.Name),
            IConditionalAccessInstanceOperation => Receiver(instance) is { } receiver ? Of(receiver) : null,
            IParameterReferenceOperation { Parameter: var parameter } => Sequence(parameter, instance) is { } sequence ? ElementsOf(sequence) : Declared(parameter),
            _ => null,
        };
        _depth--;
        return loaded;
    }

    private Loaded? ElementsOf(IOperation collection)
    {
        if (_depth >= MaximalDepth)
            return null;
        _depth++;
        collection = QueryTypes.Unwrapped(collection);
        var loaded = collection switch
        {
            _ when _types.IsModelQuery(collection.Type) => Query(collection),
            ILocalReferenceOperation { Local: var local } when _uses.AreKnown(local, isItem: false) && Value(local) is { } value => ElementsOf(value),
            IParameterReferenceOperation { Parameter: var parameter } => Declared(parameter),
            IAwaitOperation { Operation: var awaited } => Many(awaited),
            IInvocationOperation { TargetMethod.Name: "All", Instance: { } set } when _types.IsRelated(set.Type) => OfSet(set),
            IInvocationOperation { TargetMethod: { Name: "Stream" } method, Instance: { } query } when _types.IsModelQuery(method.ContainingType) => Query(query),
            IInvocationOperation { TargetMethod.Name: "Where" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Take" or "Skip" or "Reverse" or "ToList" or "ToArray" } call
                when Uses.IsOfSequences(call.TargetMethod) => ElementsOf(call.Arguments[0].Value),
            _ => null,
        };
        _depth--;
        return loaded;
    }

    private Loaded? Declared(IParameterSymbol parameter)
        => _requirements is not null && _uses.AreKnown(parameter, isItem: false) && !_writes.IsUnknown(parameter) && _writes.Of(parameter).Count == 0 ? _requirements.Declared(parameter) : null;

    private Loaded? One(IOperation awaited) => Asked(awaited) switch
    {
        { Instance: { } query, TargetMethod: { Name: "FirstAsync" or "FirstOrDefaultAsync" or "SingleAsync" or "SingleOrDefaultAsync" or "FindAsync" } method } when _types.IsModelQuery(method.ContainingType) => Query(query),
        { TargetMethod: var method } => QueryMethods.Read(method, _types),
        null => null,
    };

    private Loaded? Many(IOperation awaited) => Asked(awaited) switch
    {
        { Instance: { } query, TargetMethod: { Name: "ToListAsync" or "ToArrayAsync" } method } when _types.IsModelQuery(method.ContainingType) => Query(query),
        // What wasn't loaded is now, with nothing beyond it.
        { Instance: { } set, TargetMethod.Name: "AllAsync" } when _types.IsRelated(set.Type) && QueryTypes.Unwrapped(set) is IPropertyReferenceOperation { Instance: { } owner } property
            => Of(owner) is { } loaded ? loaded.Has(property.Property.Name) ? loaded.Beyond(property.Property.Name) : new Loaded(query: null, owner.Type) : null,
        { TargetMethod: var method } => QueryMethods.Read(method, _types),
        null => null,
    };

    private Loaded? OfSet(IOperation set)
        => QueryTypes.Unwrapped(set) is IPropertyReferenceOperation { Instance: { } owner } property ? Of(owner)?.Beyond(property.Property.Name) : null;

    private Loaded? Query(IOperation query)
        => QueryReader.Read(query, _types, source => source is ILocalReferenceOperation { Local: var local } && Value(local) is { } value && _depth < MaximalDepth ? Deeper(() => Query(value)) : null);

    private Loaded? Deeper(Func<Loaded?> read)
    {
        _depth++;
        var loaded = read();
        _depth--;
        return loaded;
    }

    /// <summary>The one value of a variable that is set once.</summary>
    private IOperation? Value(ILocalSymbol local) => !_writes.IsUnknown(local) && _writes.Of(local) is [var value] ? value : null;

    /// <summary>The call that is awaited, without ConfigureAwait.</summary>
    internal static IInvocationOperation? Asked(IOperation awaited)
    {
        awaited = QueryTypes.Unwrapped(awaited);
        if (awaited is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task })
            awaited = QueryTypes.Unwrapped(task);
        return awaited as IInvocationOperation;
    }

    private static IOperation? Receiver(IOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull.DescendantsAndSelf().Contains(instance))
                return access.Operation;
        }
        return null;
    }

    /// <summary>What a lambda's parameter is an element of, where the lambda is handed to LINQ.</summary>
    private IOperation? Sequence(IParameterSymbol parameter, IOperation reference)
    {
        for (var parent = reference.Parent; parent is not null && !ReferenceEquals(parent, _root); parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation lambda && SymbolEqualityComparer.Default.Equals(lambda.Symbol, parameter.ContainingSymbol))
            {
                return parameter.Ordinal == 0 && lambda.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } && Uses.IsOfSequences(call.TargetMethod)
                    ? call.Arguments[0].Value
                    : null;
            }
        }
        return null;
    }
}
