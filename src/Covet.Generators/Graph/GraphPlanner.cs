using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>From all specs of an assembly to all plans.</summary>
internal static class GraphPlanner
{
    public static GraphResult Plan(ParsedSpecs parsed)
    {
        var graph = RelationGraph.Build(parsed.Models.Select(result => result.Spec).OfType<ModelSpec>());
        var problems = new ProblemList();
        var hints = new HintNames();
        var specs = Distinct(parsed.Databases.Select(result => result.Spec), spec => spec.Type);
        var projections = Distinct(parsed.Projections.Select(result => result.Spec), spec => spec.Type);
        var tables = specs.Count == 0 ? default : TableBuilder.Build(graph.Nodes).ToEquatable();
        return new GraphResult
        {
            Models = graph.Nodes.Select(node => PlanBuilder.Build(node, hints.For(node.Type))).ToEquatable(),
            Databases = specs.Select(spec => Database(spec, hints, graph, tables, problems)).ToEquatable(),
            Registry = graph.Nodes.Count == 0 ? null : new RegistryPlan(graph.Nodes.Select(node => node.Type.Global).ToEquatable()),
            Projections = projections.Select(spec => ProjectionBuilder.Build(spec, graph.Nodes, hints, problems)).OfType<ProjectionPlan>().ToEquatable(),
            Problems = parsed.Problems.Concat(graph.Problems).Concat(problems.All).Distinct().ToEquatable(),
        };
    }

    /// <summary>A type whose attribute stands on two of its parts is parsed twice.</summary>
    private static List<T> Distinct<T>(IEnumerable<T?> specs, Func<T, TypeSpec> type)
        where T : class => specs.OfType<T>().GroupBy(spec => type(spec).MetadataName, StringComparer.Ordinal).Select(same => same.First()).ToList();

    /// <summary>What every database class has: the members of its base class and those that are printed, by nothing else than their names.</summary>
    private static readonly string[] DatabaseMembers =
    [
        "Create", "Dispose", "DisposeAsync", "ExecuteAsync", "FetchMode", "OnCommit", "QueryAsync", "Record", "ScalarAsync", "ScalarsAsync", "Schema", "SchemaFacts", "SchemaScript", "Session",
        "SnapshotReads", "TimeProvider", "TransactionAsync",
    ];

    private static DatabasePlan Database(DatabaseSpec spec, HintNames hints, RelationGraph graph, EquatableArray<TablePlan> tables, ProblemList problems)
    {
        var taken = new HashSet<string>(spec.MemberNames.Concat(DatabaseMembers), StringComparer.Ordinal);
        var sets = new List<DatabaseSet>();
        foreach (var node in graph.Nodes.Where(node => Naming.IsIdentifier(node.Plural)))
        {
            if (taken.Add(node.Plural))
                sets.Add(new DatabaseSet(node.Plural, node.Type));
            else
                problems.Add(RuleIds.MemberCollision, node, null, spec.Type.Name, node.Plural, $"the table of '{node.Name}'");
        }

        return new DatabasePlan
        {
            Type = spec.Type,
            HintName = hints.For(spec.Type),
            Sets = sets.OrderBy(set => set.Name, StringComparer.Ordinal).ToEquatable(),
            Tables = tables,
        };
    }
}
