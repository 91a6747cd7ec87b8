using Covet.Generators.Diagnostics;

namespace Covet.Generators.Graph;

/// <summary>Indexes and unique constraints: what they name has to exist, and what they say of a column.</summary>
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
        }
    }

    /// <summary>The columns that a name in an index means: those of a property, or all of a relation's.</summary>
    public static IReadOnlyList<ColumnNode> ColumnsOf(ModelNode node, string property) =>
        node.Columns.FindAll(column => column.Property == property || column.Relation?.Property.Name == property);

    /// <summary>Whether a column is the whole key, or has a unique index of its own.</summary>
    public static bool IsUnique(ModelNode node, ColumnNode column) =>
        IsOnly(node.Key, column) || UniquesOf(node).Any(columns => IsOnly(columns, column));

    /// <summary>The columns of each unique index and constraint besides the key.</summary>
    public static IEnumerable<IReadOnlyList<ColumnNode>> UniquesOf(ModelNode node) =>
        node.Spec.Indexes.Where(index => index.IsUnique).Select(index => (IReadOnlyList<ColumnNode>)index.Properties.SelectMany(property => ColumnsOf(node, property)).ToList())
            .Concat(node.References.Where(edge => edge.Spec.IsOneToOne).Select(edge => edge.Columns));

    private static bool IsOnly(IReadOnlyList<ColumnNode> columns, ColumnNode column) => columns.Count == 1 && columns[0] == column;
}
