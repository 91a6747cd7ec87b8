using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>The calls that make one query, from its source on: <c>db.Posts</c>, then <c>Where</c>, then <c>Take</c>.</summary>
internal readonly struct QueryChain
{
    private QueryChain(IOperation source, List<IInvocationOperation> calls)
    {
        Source = source;
        Calls = calls;
    }

    /// <summary>What the first call is made on.</summary>
    public IOperation Source { get; }

    /// <summary>The calls, in their order; the one that the chain was asked for is the last.</summary>
    public IReadOnlyList<IInvocationOperation> Calls { get; }

    /// <summary>Whether the source is a table or a relation, and so neither filtered nor ordered.</summary>
    public bool StartsBare(QueryTypes types)
        => Source is IPropertyReferenceOperation { Instance: { } instance } property
            && types.IsModelQuery(property.Type)
            && (types.IsDatabase(instance.Type) || types.IsRelated(instance.Type) || instance.Type is { IsValueType: true, Name: var name } && name.EndsWith("Prefetch", StringComparison.Ordinal));

    /// <summary>The calls up to and with this one.</summary>
    public static QueryChain Before(IInvocationOperation last)
    {
        var calls = new List<IInvocationOperation>();
        IOperation operation = last;
        while (operation is IInvocationOperation call)
        {
            calls.Add(call);
            var receiver = call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null);
            if (receiver is null)
                break;
            operation = QueryTypes.Unwrapped(receiver);
        }
        calls.Reverse();
        return new QueryChain(operation, calls);
    }

    /// <summary>The call that is made on this one's result, if one is right away.</summary>
    public static IInvocationOperation? Next(IOperation call)
    {
        var operation = call;
        while (operation.Parent is IConversionOperation or IParenthesizedOperation)
            operation = operation.Parent;
        return operation.Parent switch
        {
            IInvocationOperation next when ReferenceEquals(next.Instance, operation) => next,
            IArgumentOperation { Parent: IInvocationOperation { TargetMethod.IsExtensionMethod: true } next } argument when ReferenceEquals(next.Arguments[0], argument) => next,
            _ => null,
        };
    }
}
