using System.Collections.Immutable;
using Covet.Analyzers.Queries;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Covet.Analyzers.Relations;

/// <summary>What the rules of relations share.</summary>
internal static class RelationUses
{
    /// <summary>The name of the property in a diagnostic that holds the relation's name, for the code fix.</summary>
    public const string Relation = "Relation";

    /// <summary>Whether the property is a generated relation to one row, which has a method that loads it.</summary>
    public static bool IsRelation(IPropertySymbol property) => property.ContainingType.GetMembers($"Load{property.Name}Async").Length > 0;

    /// <summary>Whether instances are loaded or reloaded here in other ways than by their query.</summary>
    public static bool LoadsAnew(IOperation block)
        => block.Descendants().OfType<IInvocationOperation>().Any(call => call.TargetMethod.Name is "PrefetchAsync" or "ReloadAsync");

    /// <summary>The relations that the code loads, sets, drops or asks about itself.</summary>
    public static HashSet<string> Touched(IOperation block, QueryTypes types)
    {
        var touched = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in block.Descendants())
        {
            switch (operation)
            {
                case IInvocationOperation { TargetMethod.Name: var name, Instance.Type: var type } when types.IsModel(type) && name.StartsWith("Load", StringComparison.Ordinal) && name.EndsWith("Async", StringComparison.Ordinal):
                    touched.Add(name.Substring(4, name.Length - 9));
                    break;
                case IPropertyReferenceOperation property when types.IsRelated(property.Type) && property.Parent is not (IInvocationOperation { TargetMethod.Name: "All" } or IPropertyReferenceOperation { Property.Name: "Query" }):
                    touched.Add(property.Property.Name);
                    break;
                case IAssignmentOperation { Target: IPropertyReferenceOperation target } when types.IsModel(target.Property.Type):
                    touched.Add(target.Property.Name);
                    break;
            }
        }
        return touched;
    }

    /// <summary>Whether instances with these relations lack one; the instance that they were loaded through they know.</summary>
    public static bool Lacks(Loaded loaded, IPropertySymbol relation)
        => !loaded.Has(relation.Name) && !(loaded.Parent is not null && SymbolEqualityComparer.Default.Equals(loaded.Parent, relation.Type));

    public static Diagnostic Report(DiagnosticDescriptor rule, IPropertySymbol relation, SyntaxNode use, Loaded loaded)
        => Report(rule, relation, use, loaded, $"{relation.ContainingType.Name}.{relation.Name}", $".Prefetch(x => x.{relation.Name})");

    /// <summary>A report with what the code fix needs to know.</summary>
    public static Diagnostic Report(DiagnosticDescriptor rule, IPropertySymbol relation, SyntaxNode use, Loaded loaded, params object[] arguments)
        => Diagnostic.Create(
            rule,
            use.GetLocation(),
            loaded.Query is { } query ? [query.GetLocation()] : [],
            ImmutableDictionary<string, string?>.Empty.Add(Relation, relation.Name),
            arguments);
}
