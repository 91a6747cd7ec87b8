using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>
/// Finds what fills each member of a projection: a column (<c>Title</c>), a column behind relations to one row (<c>AuthorName</c>), and what is asked
/// of a relation's rows: their number (<c>CommentCount</c>), whether there are any (<c>HasComments</c>), an aggregate (<c>CommentIdMax</c>).
/// </summary>
internal static class ProjectionBuilder
{
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
        var source = ProjectionSource.Find(model, member.Name);
        var flaw = source is null ? ProjectionFlaws.Missing(model, member.Name) : ProjectionFlaws.Misfit(member, source);
        if (flaw is null)
            return Value(member, source!);
        problems.Add(RuleIds.ProjectionMember, spec.Type.MetadataName, member.Name, spec.Type.Name, member.Name, flaw);
        return null;
    }

    private static ProjectedValue Value(ProjectionMember member, ProjectionSource source) => new(
        member,
        source.Path.ToEquatable(),
        source.Function,
        source.Function == RelatedFunction.None ? null : source.Column?.Property,
        source.Type!.AsReference(member.Type.IsNullable),
        source.Owner.Type);
}
