using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Queries;

/// <summary>Covet's types, and what analyzers ask about them.</summary>
internal sealed class QueryTypes
{
    private static readonly string[] QueryNames =
        ["Covet.SelectQuery", "Covet.Selection`1", "Covet.Grouping`1", "Covet.Joined`2", "Covet.WrittenRows`2"];

    private readonly HashSet<ISymbol> _queries = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol _database;
    private readonly INamedTypeSymbol? _branch;
    private readonly INamedTypeSymbol? _related;
    private readonly INamedTypeSymbol? _model;

    private QueryTypes(Compilation compilation, INamedTypeSymbol database)
    {
        _database = database;
        _branch = compilation.GetTypeByMetadataName("Covet.PrefetchBranch");
        _related = compilation.GetTypeByMetadataName("Covet.RelatedCollection`2");
        _model = compilation.GetTypeByMetadataName("Covet.Infrastructure.IModel") ?? compilation.GetTypeByMetadataName("Covet.IModel");
        foreach (string name in QueryNames)
        {
            if (compilation.GetTypeByMetadataName(name) is { } type)
                _queries.Add(type);
        }
    }

    /// <summary>The types that a compilation sees; null where it doesn't use Covet.</summary>
    public static QueryTypes? Of(Compilation compilation)
        => compilation.GetTypeByMetadataName("Covet.Database") is { } database ? new QueryTypes(compilation, database) : null;

    /// <summary>Whether the type is a query, in any of its forms.</summary>
    public bool IsQuery(ITypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (_queries.Contains(type.OriginalDefinition))
                return true;
        }
        return false;
    }

    /// <summary>Whether the type is the query of a model.</summary>
    public bool IsModelQuery(ITypeSymbol? type) => Derives(type, _branch);

    public bool IsDatabase(ITypeSymbol? type) => Derives(type, _database);

    /// <summary>Whether the type is a model's related set.</summary>
    public bool IsRelated(ITypeSymbol? type) => Derives(type, _related);

    public bool IsModel(ITypeSymbol? type) => _model is not null && type is INamedTypeSymbol { TypeKind: TypeKind.Class } named && named.AllInterfaces.Contains(_model, SymbolEqualityComparer.Default);

    /// <summary>Whether the type is a model, or a list, a task, a set or a function of models.</summary>
    public bool HoldsModels(ITypeSymbol? type)
        => IsModel(type) || (type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(HoldsModels)) || (type is IArrayTypeSymbol { ElementType: var element } && HoldsModels(element));

    /// <summary>Whether the method is Covet's own, not one that a user wrote on a generated type.</summary>
    public bool IsCovets(ISymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, _database.ContainingAssembly);

    /// <summary>Whether calling the method asks the database: Covet's, or generated for a table or a model.</summary>
    public bool Asks(IMethodSymbol method)
        => IsCovets(method) || IsQuery(method.ContainingType) || IsDatabase(method.ContainingType) || IsModel(method.ContainingType);

    private static bool Derives(ITypeSymbol? type, ITypeSymbol? ancestor)
    {
        if (ancestor is null)
            return false;
        for (; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, ancestor))
                return true;
        }
        return false;
    }

    /// <summary>The operation without conversions and parentheses around it.</summary>
    public static IOperation Unwrapped(IOperation operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The function that an operation stands in: a lambda, a local function, or the member.</summary>
    public static IMethodSymbol? FunctionAround(IOperation operation, ISymbol member)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation local:
                    return local.Symbol;
            }
        }
        return member as IMethodSymbol;
    }
}
