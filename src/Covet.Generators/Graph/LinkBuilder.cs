using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>The table behind a many-to-many relation: a hidden one, or that of the model in between.</summary>
internal static class LinkBuilder
{
    public static LinkTable? Build(ModelNode from, ManyToManySpec spec, ModelNode to, IReadOnlyDictionary<string, ModelNode> nodes, ProblemList problems)
    {
        if (spec.Through is null)
            return Hidden(from, spec, to);
        return nodes.TryGetValue(spec.Through, out var through) ? Visible(from, spec, to, through, problems) : null;
    }

    /// <summary>What keeps a pair of a table from being there twice. Keys that are made for each row collide with nothing.</summary>
    public static PairUniqueness Uniqueness(LinkTable table)
    {
        if (table.Through is not { } through)
            return PairUniqueness.PairOnly;
        var uniques = IndexChecks.UniquesOf(through).ToList();
        if (KeyPlan.SourceOf(through.Key) == KeySource.Program)
            uniques.Add(through.Key);
        var pair = new HashSet<ColumnNode>(table.LeftReference!.Columns.Concat(table.RightReference!.Columns));
        if (!uniques.Exists(pair.SetEquals))
            return PairUniqueness.None;
        return uniques.TrueForAll(pair.SetEquals) ? PairUniqueness.PairOnly : PairUniqueness.PairAmongOthers;
    }

    private static LinkTable Hidden(ModelNode from, ManyToManySpec spec, ModelNode to)
    {
        var isSelf = from == to;
        return new LinkTable(
            spec.Table ?? Naming.Snake(from.Name) + "_" + Naming.Snake(spec.Property.Name),
            from.Schema,
            Through: null,
            Columns(isSelf ? "from_" : "", from),
            Columns(isSelf ? "to_" : from.Name == to.Name ? "other_" : "", to));
    }

    private static List<LinkColumn> Columns(string prefix, ModelNode node) =>
        node.Key.Select(part => new LinkColumn(prefix + Naming.Snake(node.Name) + "_" + part.Name, part)).ToList();

    /// <summary>Of a model related to itself the first foreign key leads from, the second to.</summary>
    private static LinkTable? Visible(ModelNode from, ManyToManySpec spec, ModelNode to, ModelNode through, ProblemList problems)
    {
        var isSelf = from == to;
        var left = through.References.FindAll(reference => reference.To == from);
        var right = isSelf ? left : through.References.FindAll(reference => reference.To == to);
        var needed = isSelf ? 2 : 1;
        var wrong = left.Count != needed ? (left.Count, from) : right.Count != needed ? (right.Count, to) : default;
        if (wrong.Item2 is { } side)
        {
            problems.Add(
                RuleIds.Through, from, spec.Property.Name, from.Name, spec.Property.Name, through.Name, $"{wrong.Item1}", side.Name, isSelf ? "two" : "one");
            return null;
        }

        var (first, second) = (left[0], isSelf ? right[1] : right[0]);
        return new LinkTable(through.Table, through.Schema, through, Columns(first), Columns(second)) { LeftReference = first, RightReference = second };
    }

    private static List<LinkColumn> Columns(ReferenceEdge reference) =>
        reference.Columns.Select((column, index) => new LinkColumn(column.Name, reference.Principal[index])).ToList();
}
