using Covet.Generators.Diagnostics;

namespace Covet.Generators.Graph;

/// <summary>Indexes and unique constraints: what they name has to exist.</summary>
internal static class IndexChecks
{
    public static void Run(ModelNode node, ProblemList problems)
    {
        foreach (var index in node.Spec.Indexes)
        {
            foreach (var property in index.Properties.Where(property => ColumnsOf(node, property).Count == 0))
                problems.Add(RuleIds.UnknownMember, node, index.Member, $"An index of '{node.Name}'", property, $"no column of '{node.Name}'");
            if (index.Properties.Count == 0)
                problems.Add(RuleIds.UnknownMember, node, index.Member, $"An index of '{node.Name}'", "", "no column");
            if (index.Name is not null && Naming.Flaw(index.Name) is { } flaw)
                problems.Add(RuleIds.Identifier, node, index.Member, $"An index of '{node.Name}'", index.Name, flaw);
        }
    }

    /// <summary>The columns that a name in an index means: those of a property, or all of a relation's.</summary>
    public static IReadOnlyList<ColumnNode> ColumnsOf(ModelNode node, string property) =>
        node.Columns.FindAll(column => column.Property == property || column.Relation?.Property.Name == property);
}
