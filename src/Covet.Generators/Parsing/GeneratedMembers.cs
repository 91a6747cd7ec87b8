using Covet.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>The members that Covet writes into a model and its columns, which none of the user's can be called. What is in their way is left out.</summary>
internal static class GeneratedMembers
{
    /// <summary>The members of every model: types nested in it, and a method.</summary>
    private static readonly string[] OfModel = ["ModelFacts", "ModelRelations", "ModelPlaces", "ModelConflicts", "ReloadAsync"];

    /// <summary>The members of every set of columns that can't be hidden.</summary>
    private static readonly string[] OfColumns = ["KeyColumns", "KeyEquals", "KeyIn"];

    /// <summary>The types that members of a model are written into once more, by their names.</summary>
    private static readonly string[] Holders = ["Columns", "Conflicts", "Prefetch"];

    /// <summary>Reports members that leave no room for those of every model.</summary>
    public static void Check(INamedTypeSymbol type, IEnumerable<string> memberNames, Findings findings)
    {
        foreach (var name in memberNames.Intersect(OfModel))
            findings.Add(RuleIds.MemberCollision, name, type.Name, name, "every model");
    }

    /// <summary>Whether a property can be written into the types beside its model; one that can't is reported.</summary>
    public static bool HasRoom(IPropertySymbol property, INamedTypeSymbol type, Findings findings)
    {
        var name = property.Name;
        if (OfColumns.Contains(name))
            findings.Add(RuleIds.MemberCollision, name, type.Name + "Columns", name, "every model");
        else if (Holders.Any(holder => name == type.Name + holder))
            findings.Add(RuleIds.Identifier, name, $"The member of '{type.Name}'", name, "Covet writes a type of that name, and writes the member into it. Rename it");
        else if (RelationParser.IsReference(property) && LoadMethodOf(property, type) is { } method)
            findings.Add(RuleIds.MemberCollision, name, type.Name, method, $"'{name}'");
        else
            return true;
        return false;
    }

    private static string? LoadMethodOf(IPropertySymbol property, INamedTypeSymbol type)
    {
        var method = $"Load{property.Name}Async";
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers(method).IsEmpty)
                return method;
        }

        return null;
    }
}
