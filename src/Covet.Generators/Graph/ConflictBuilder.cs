using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>What rows of a model can't have in common: its key, its unique columns, its unique sets of columns.</summary>
internal static class ConflictBuilder
{
    public static IEnumerable<ConflictPlan> Build(ModelNode node, EquatableArray<ColumnPlan> columns)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var sets = Sets(node).Where(set => set.Count > 0).Select(set => set.Select(column => columns.First(plan => plan.Property == column.Property)).ToEquatable());
        foreach (var set in sets.Distinct())
        {
            var name = string.Join("And", set.Select(column => column.Property));
            while (!names.Add(name))
                name += "_";
            yield return new ConflictPlan(name, set);
        }
    }

    private static IEnumerable<IReadOnlyList<ColumnNode>> Sets(ModelNode node)
    {
        var uniques = node.Spec.Indexes.Where(index => index.IsUnique).Select(index => ColumnsOf(node, index));
        var references = node.References.Where(edge => edge.Spec.IsOneToOne).Select(edge => edge.Columns);
        return new[] { node.Key }.Concat(uniques).Concat(references);
    }

    /// <summary>Nothing for an index that names what isn't there, which is reported elsewhere.</summary>
    private static List<ColumnNode> ColumnsOf(ModelNode node, IndexSpec index)
    {
        var columns = index.Properties.Select(property => IndexChecks.ColumnsOf(node, property)).ToList();
        return columns.Exists(each => each.Count == 0) ? [] : columns.SelectMany(each => each).Distinct().ToList();
    }
}
