using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>Reads off a query's calls which relations its instances have. What can't be read off is null: it may have any.</summary>
internal static class QueryReader
{
    /// <param name="query">The last call of the query, or its source.</param>
    /// <param name="types">Covet's types.</param>
    /// <param name="source">What a source that isn't a table or a relation stands for.</param>
    public static Loaded? Read(IOperation query, QueryTypes types, Func<IOperation, Loaded?> source)
    {
        query = QueryTypes.Unwrapped(query);
        if (query is not IInvocationOperation last)
            return Source(query, query.Syntax, types, source);
        var chain = QueryChain.Before(last);
        var loaded = Source(chain.Source, query.Syntax, types, source);
        return loaded is not null && chain.Calls.All(call => Apply(call, loaded, types)) ? loaded : null;
    }

    private static Loaded? Source(IOperation operation, SyntaxNode query, QueryTypes types, Func<IOperation, Loaded?> source)
    {
        if (operation is not IPropertyReferenceOperation { Instance: { } instance } property || !types.IsModelQuery(property.Type))
            return source(operation);
        if (types.IsDatabase(instance.Type))
            return new Loaded(query, parent: null);
        // Rows of a related set know the instance that the set belongs to.
        return types.IsRelated(instance.Type) && QueryTypes.Unwrapped(instance) is IPropertyReferenceOperation set ? new Loaded(query, set.Instance?.Type) : null;
    }

    /// <summary>Whether it is known what the call does to the relations.</summary>
    private static bool Apply(IInvocationOperation call, Loaded loaded, QueryTypes types)
    {
        if (!types.IsCovets(call.TargetMethod))
            return IsNeutral(call.TargetMethod);
        if (!types.IsModelQuery(call.TargetMethod.ContainingType))
            return false;
        return call.TargetMethod.Name switch
        {
            "Prefetch" => Lambdas(call) is { } branches && branches.TrueForAll(branch => AddBranch(branch, loaded, types)),
            "Include" => Lambdas(call) is { } paths && paths.TrueForAll(path => AddPath(path, loaded)),
            _ => true,
        };
    }

    /// <summary>Whether a method of the user's filters and orders, and does nothing else.</summary>
    private static bool IsNeutral(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences.Length != 1)
            return false;
        var declaration = method.DeclaringSyntaxReferences[0].GetSyntax();
        return declaration.DescendantNodes(node => node is not LambdaExpressionSyntax).OfType<InvocationExpressionSyntax>().All(call =>
            (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.Text is { } member ? IsClause(member) : call.Expression is IdentifierNameSyntax name && IsClause(name.Identifier.Text));
    }

    private static bool IsClause(string method)
        => method is "Where" or "WhereIf" or "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending" or "Skip" or "Take";

    private static bool AddBranch(IOperation body, Loaded loaded, QueryTypes types)
    {
        body = QueryTypes.Unwrapped(body);
        var calls = body is IInvocationOperation last ? QueryChain.Before(last) : (QueryChain?)null;
        if ((calls?.Source ?? body) is not IPropertyReferenceOperation { Instance: IParameterReferenceOperation or IConversionOperation } relation)
            return false;
        Loaded? beyond = new(body.Syntax, ParentOf(relation));
        foreach (var call in calls?.Calls ?? [])
        {
            switch (call.TargetMethod.Name)
            {
                case "Into" when types.IsCovets(call.TargetMethod):
                    return true;
                case "Recursive":
                    beyond = null;
                    break;
                default:
                    if (beyond is not null && !Apply(call, beyond, types))
                        beyond = null;
                    break;
            }
        }
        loaded.Add(relation.Property.Name, beyond);
        return true;
    }

    /// <summary>The model whose relation it is: that of the query which the branch's lambda is handed to.</summary>
    private static ITypeSymbol? ParentOf(IPropertyReferenceOperation relation)
    {
        bool isOutside = false;
        for (var parent = relation.Parent; parent is not null; parent = parent.Parent)
        {
            isOutside |= parent is IAnonymousFunctionOperation;
            if (isOutside && parent is IInvocationOperation call)
                return call.TargetMethod.ContainingType.TypeArguments.FirstOrDefault();
        }
        return null;
    }

    private static bool AddPath(IOperation body, Loaded loaded)
    {
        var names = new List<string>();
        var operation = QueryTypes.Unwrapped(body);
        while (operation is IPropertyReferenceOperation { Instance: { } instance } property)
        {
            names.Add(property.Property.Name);
            operation = QueryTypes.Unwrapped(instance);
        }
        if (operation is not IParameterReferenceOperation)
            return false;
        var target = loaded;
        for (int i = names.Count - 1; i >= 0 && target is not null; i--)
        {
            if (!target.Has(names[i]))
                target.Add(names[i], new Loaded(query: null, parent: null));
            target = target.Beyond(names[i]);
        }
        return true;
    }

    /// <summary>What the lambdas among the arguments return; null where an argument is something else.</summary>
    public static List<IOperation>? Lambdas(IInvocationOperation call)
    {
        var bodies = new List<IOperation>();
        foreach (var argument in call.Arguments)
        {
            var elements = QueryTypes.Unwrapped(argument.Value) switch
            {
                ICollectionExpressionOperation collection => collection.Elements,
                IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
                var single => [single],
            };
            foreach (var element in elements)
            {
                if (QueryTypes.Unwrapped(element) is not IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Body.Operations: [IReturnOperation { ReturnedValue: { } body }] } })
                    return null;
                bodies.Add(body);
            }
        }
        return bodies;
    }
}
