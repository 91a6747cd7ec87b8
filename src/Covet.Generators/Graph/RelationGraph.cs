using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>
/// All models of an assembly and what leads from one to another. Building it reads as its steps: nodes, columns with keys, references, link tables,
/// checks.
/// </summary>
internal sealed class RelationGraph
{
    private readonly ProblemList _problems = new();

    private RelationGraph()
    {
    }

    /// <summary>The models, ordered by name.</summary>
    public List<ModelNode> Nodes { get; private set; } = [];

    public IReadOnlyList<Problem> Problems => _problems.All;

    public static RelationGraph Build(IEnumerable<ModelSpec> specs)
    {
        var graph = new RelationGraph();
        graph.AddNodes(specs);
        graph.AddColumns();
        graph.AddLinks();
        GraphChecks.Run(graph.Nodes, graph._problems);
        return graph;
    }

    private void AddNodes(IEnumerable<ModelSpec> specs)
    {
        Nodes = specs
            .GroupBy(spec => spec.Type.MetadataName, StringComparer.Ordinal)
            .Select(declarations => new ModelNode(declarations.First()))
            .OrderBy(node => node.Type.MetadataName, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Models without a key leave the graph here, and with them the relations that lead to them.</summary>
    private void AddColumns()
    {
        var byName = Nodes.ToDictionary(node => node.Type.MetadataName, StringComparer.Ordinal);
        var builder = new ColumnBuilder(byName, _problems);
        var keyed = new List<ModelNode>();
        ModelFailureException.ForEach(Nodes, node =>
        {
            if (builder.TryBuild(node))
                keyed.Add(node);
        });
        Nodes = keyed;
        ModelFailureException.ForEach(Nodes, node =>
        {
            foreach (var relation in node.Spec.Members.Select(member => member.Relation).OfType<RelationSpec>())
                AddReference(node, relation, byName, builder);
        });
    }

    private void AddReference(ModelNode node, RelationSpec relation, Dictionary<string, ModelNode> byName, ColumnBuilder builder)
    {
        var own = node.Columns.FindAll(column => column.Relation == relation);
        if (own.Count == 0 || builder.Reference(node, relation) is not { } reference)
            return;
        var target = byName[relation.Target];
        if (!IsFree(node, relation, own))
        {
            node.Columns.RemoveAll(column => column.Relation == relation);
            return;
        }

        if (relation.OnDelete == OnDeleteAction.SetNull && !relation.Type.IsNullable)
            _problems.Add(RuleIds.SetNullOnRequired, node, relation.Property.Name, node.Name, relation.Property.Name, target.Name);
        if (DefaultChecks.Flaw(relation, own) is { } flaw)
            _problems.Add(RuleIds.Default, node, relation.Property.Name, node.Name, relation.Property.Name, flaw);
        var edge = new ReferenceEdge(node, relation, target, own, reference.Principal);
        node.References.Add(edge);
        target.Referrers.Add(edge);
    }

    /// <summary>Whether the key properties of a relation have names that the class doesn't use yet.</summary>
    private bool IsFree(ModelNode node, RelationSpec relation, List<ColumnNode> columns)
    {
        var taken = columns.Find(column =>
            node.Spec.MemberNames.Contains(column.Property) || node.Columns.Exists(other => other != column && other.Property == column.Property));
        if (taken is null)
            return true;
        _problems.Add(RuleIds.MemberCollision, node, relation.Property.Name, node.Name, taken.Property, $"the key of '{relation.Property.Name}'");
        return false;
    }

    private void AddLinks()
    {
        var byName = Nodes.ToDictionary(node => node.Type.MetadataName, StringComparer.Ordinal);
        ModelFailureException.ForEach(Nodes, node =>
        {
            foreach (var spec in node.Spec.ManyToManys)
                AddLink(node, spec, byName);
        });
    }

    private void AddLink(ModelNode node, ManyToManySpec spec, Dictionary<string, ModelNode> byName)
    {
        if (!byName.TryGetValue(spec.Target, out var target) || LinkBuilder.Build(node, spec, target, byName, _problems) is not { } table)
            return;
        var edge = new LinkEdge(node, spec, target, table);
        node.Links.Add(edge);
        target.Linkers.Add(edge);
    }
}
