using Covet.Analyzers.Relations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>Instances that the outer database loaded before a transaction, and that ask it inside: an instance's sets go by the database that it came from.</summary>
internal static class OuterInstances
{
    /// <param name="work">The transaction's delegate.</param>
    /// <param name="types">Covet's types.</param>
    /// <param name="isOuter">Whether an operation is the database that the transaction was opened on.</param>
    public static IEnumerable<IOperation> Uses(IAnonymousFunctionOperation work, QueryTypes types, Func<IOperation, bool> isOuter)
    {
        var uses = work.Body.Descendants().OfType<ILocalReferenceOperation>().Where(reference => types.IsModel(reference.Type) && Asks(reference, types)).ToList();
        if (uses.Count == 0)
            return [];
        IOperation root = work;
        while (root.Parent is { } parent)
            root = parent;
        var writes = new Writes(root);
        var collections = root.Descendants().OfType<IForEachLoopOperation>()
            .Where(loop => loop.LoopControlVariable is IVariableDeclaratorOperation)
            .ToDictionary(loop => (ISymbol)((IVariableDeclaratorOperation)loop.LoopControlVariable).Symbol, loop => loop.Collection, SymbolEqualityComparer.Default);
        var handedOn = new HashSet<ISymbol>(
            work.Body.Descendants().OfType<ILocalReferenceOperation>().Where(reference => Outermost(reference).Parent is IArgumentOperation).Select(reference => reference.Local), SymbolEqualityComparer.Default);
        return uses.Where(use => LoadedBy(use) is { } database && isOuter(database));

        IOperation? LoadedBy(ILocalReferenceOperation variable)
        {
            if (handedOn.Contains(variable.Local))
                return null;
            if (collections.TryGetValue(variable.Local, out var collection))
                return QueryTypes.Unwrapped(collection) is ILocalReferenceOperation list ? LoadedBy(list) : null;
            return !writes.IsUnknown(variable.Local) && writes.Of(variable.Local) is [var value] ? DatabaseOf(value, types) : null;
        }
    }

    /// <summary>Whether the instance certainly sends something here: a write of a set, a query of one, a reload. What may be in memory doesn't.</summary>
    private static bool Asks(ILocalReferenceOperation instance, QueryTypes types) => instance.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: "ReloadAsync" } reload => ReferenceEquals(reload.Instance, instance),
        IPropertyReferenceOperation set when types.IsRelated(set.Type) => set.Parent switch
        {
            IInvocationOperation call => ReferenceEquals(call.Instance, set) && call.TargetMethod.Name is not ("All" or "AllAsync" or "CountAsync"),
            IPropertyReferenceOperation { Property.Name: "Query" } => true,
            _ => false,
        },
        _ => false,
    };

    /// <summary>The database of an awaited query, as it is written.</summary>
    private static IOperation? DatabaseOf(IOperation value, QueryTypes types)
        => QueryTypes.Unwrapped(value) is IAwaitOperation { Operation: var awaited } && Instances.Asked(awaited) is { } terminal && types.IsModelQuery(terminal.TargetMethod.ContainingType)
            && QueryChain.Before(terminal).Source is IPropertyReferenceOperation { Instance: { } database } && types.IsDatabase(database.Type)
            ? QueryTypes.Unwrapped(database)
            : null;

    private static IOperation Outermost(IOperation operation)
    {
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation;
    }
}
