using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;

namespace Covet.Analyzers.Relations;

/// <summary>The relations that parameters require of what is handed to them, as <c>[Requires]</c> declares them.</summary>
internal sealed class Requirements
{
    private readonly INamedTypeSymbol _attribute;
    private readonly QueryTypes _types;

    private Requirements(INamedTypeSymbol attribute, QueryTypes types)
    {
        _attribute = attribute;
        _types = types;
    }

    /// <summary>The requirements of a compilation; null where none can be declared.</summary>
    public static Requirements? Of(Compilation compilation, QueryTypes types)
        => compilation.GetTypeByMetadataName("Covet.RequiresAttribute") is { } attribute ? new Requirements(attribute, types) : null;

    /// <summary>The parameter's attribute; null where it has none.</summary>
    public AttributeData? AttributeOf(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, _attribute))
                return attribute;
        }
        return null;
    }

    /// <summary>The paths of relations that a parameter's attribute names, in its order.</summary>
    public static IEnumerable<string> Paths(AttributeData attribute)
        => attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, IsNull: false, Values: var values }] ? values.Select(value => value.Value as string ?? "") : [];

    /// <summary>What instances have that are handed to the parameter; null where it requires nothing.</summary>
    public Loaded? Declared(IParameterSymbol parameter)
    {
        if (AttributeOf(parameter) is not { } attribute || ModelOf(parameter.Type) is not { } model)
            return null;
        var declared = new Loaded(query: null, parent: null) { IsDeclared = true };
        foreach (string path in Paths(attribute))
        {
            var (owner, at) = (model, declared);
            foreach (string name in path.Split('.'))
            {
                if (Relation(owner, name) is not { } relation || ModelOf(relation.Type) is not { } target)
                    break;
                if (at.Beyond(name) is not { } beyond)
                    at.Add(name, beyond = new Loaded(query: null, parent: _types.IsRelated(relation.Type) ? owner : null) { IsDeclared = true });
                (owner, at) = (target, beyond);
            }
        }
        return declared;
    }

    /// <summary>The model of an instance, a sequence of instances, or a related set.</summary>
    public ITypeSymbol? ModelOf(ITypeSymbol type) => type switch
    {
        _ when _types.IsModel(type) => type,
        IArrayTypeSymbol { ElementType: var element } => _types.IsModel(element) ? element : null,
        INamedTypeSymbol named when _types.IsRelated(named) => named.TypeArguments.Concat(named.BaseType?.TypeArguments ?? []).FirstOrDefault(_types.IsModel),
        INamedTypeSymbol named => named.AllInterfaces.Append(named).Where(IsSequence).Select(sequence => sequence.TypeArguments[0]).FirstOrDefault(_types.IsModel),
        _ => null,
    };

    /// <summary>The relation of a model by its name; null if there is none.</summary>
    public IPropertySymbol? Relation(ITypeSymbol model, string name)
    {
        for (var type = model; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers(name))
            {
                if (member is IPropertySymbol property && (_types.IsRelated(property.Type) || RelationUses.IsRelation(property)))
                    return property;
            }
        }
        return null;
    }

    private static bool IsSequence(INamedTypeSymbol type) => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T;
}
