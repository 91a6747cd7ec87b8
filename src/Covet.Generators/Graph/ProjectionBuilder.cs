using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>
/// Finds what fills each member of a projection: a column (<c>Title</c>), a column behind relations to one row (<c>AuthorName</c>), the number of rows
/// of a relation (<c>CommentsCount</c>).
/// </summary>
internal static class ProjectionBuilder
{
    private const string Count = "Count";

    public static ProjectionPlan? Build(ProjectionSpec spec, IReadOnlyList<ModelNode> nodes, HintNames hints, ProblemList problems)
    {
        if (nodes.FirstOrDefault(node => node.Type.MetadataName == spec.Model) is not { } model)
            return null;
        var values = spec.Members.Select(member => Value(spec, member, model, problems)).ToList();
        return values.Contains(null)
            ? null
            : new ProjectionPlan { Type = spec.Type, HintName = hints.For(spec.Type), Model = model.Type, Values = values.OfType<ProjectedValue>().ToEquatable() };
    }

    private static ProjectedValue? Value(ProjectionSpec spec, ProjectionMember member, ModelNode model, ProblemList problems)
    {
        var found = Find(model, member.Name, [], isOptional: false);
        var reason = found is null
            ? $"'{model.Name}' has no column, relation or count of that name"
            : Misfit(member, found);
        if (reason is null)
            return new ProjectedValue(member, found!.Path.ToEquatable(), found.Column?.Type, found.Owner.Type);
        problems.Add(RuleIds.ProjectionMember, spec.Type.MetadataName, member.Name, spec.Type.Name, member.Name, reason);
        return null;
    }

    private static Source? Find(ModelNode node, string name, IReadOnlyList<string> path, bool isOptional)
    {
        if (node.Columns.Find(column => column.Property == name) is { } column)
            return new Source([.. path, name], column, node, isOptional);
        foreach (var (relation, target, isNullable) in ToOne(node).Where(relation => IsPrefix(relation.Name, name)).OrderByDescending(relation => relation.Name.Length))
        {
            if (Find(target, name.Substring(relation.Length), [.. path, relation], isOptional || isNullable) is { } found)
                return found;
        }

        var counted = name.EndsWith(Count, StringComparison.Ordinal) ? name.Substring(0, name.Length - Count.Length) : "";
        return RelatedSets.Find(node, counted) is { IsList: true } ? new Source([.. path, counted], null, node, IsOptional: false) : null;
    }

    private static bool IsPrefix(string relation, string name) => name.Length > relation.Length && name.StartsWith(relation, StringComparison.Ordinal);

    private static IEnumerable<(string Name, ModelNode Target, bool IsNullable)> ToOne(ModelNode node) =>
        node.References.Select(edge => (edge.Name, edge.To, edge.Spec.Type.IsNullable))
            .Concat(node.Referrers.Where(edge => edge is { ReverseName: not null, Spec.IsOneToOne: true }).Select(edge => (edge.ReverseName!, edge.From, true)));

    private static string? Misfit(ProjectionMember member, Source source)
    {
        var path = string.Join(".", source.Path);
        if (source.Column is not { } column)
            return member.Type is { Name: "int" or "long", IsNullable: false } ? null : $"the number of rows of '{path}' is an int or a long";
        if (column.Type.Clr.Name != member.Type.Name)
            return $"'{path}' is of type '{column.Type.Clr.Name}'";
        return (column.Type.IsNullable || source.IsOptional) && !member.Type.IsNullable ? $"'{path}' may be NULL. Make its type nullable" : null;
    }

    private sealed record Source(IReadOnlyList<string> Path, ColumnNode? Column, ModelNode Owner, bool IsOptional);
}
