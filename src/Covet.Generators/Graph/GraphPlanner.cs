using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>From all specs of an assembly to all plans.</summary>
internal static class GraphPlanner
{
    /// <summary>The plans; a model that Covet fails on leaves, and is reported.</summary>
    public static GraphResult Plan(ParsedSpecs parsed)
    {
        var problems = new ProblemList();
        var models = parsed.Models.Select(result => result.Spec).OfType<ModelSpec>().ToList();
        while (true)
        {
            try
            {
                return Plan(parsed, models, problems);
            }
            catch (ModelFailureException failure)
            {
                models.RemoveAll(model => model.Type.MetadataName == failure.Type.MetadataName);
                problems = new ProblemList(problems.All.Where(problem => problem.Rule == RuleIds.Failure));
                problems.Add(RuleIds.Failure, failure.Type.MetadataName, null, failure.Type.Name, failure.Message);
            }
        }
    }

    /// <summary>Nothing but the problem that the language is too old, on the first class.</summary>
    public static GraphResult Refuse(ParsedSpecs parsed, string version) => new()
    {
        Models = default,
        Databases = default,
        Projections = default,
        Registry = null,
        Problems = parsed.First is { } first ? new([new Problem(RuleIds.LanguageVersion, first, null, new([version]))]) : default,
    };

    private static GraphResult Plan(ParsedSpecs parsed, IEnumerable<ModelSpec> models, ProblemList problems)
    {
        var graph = RelationGraph.Build(models);
        var hints = new HintNames();
        var specs = Distinct(parsed.Databases.Select(result => result.Spec), spec => spec.Type);
        var projections = Distinct(parsed.Projections.Select(result => result.Spec), spec => spec.Type);
        var tables = specs.Count == 0 ? default : TableBuilder.Build(graph.Nodes).ToEquatable();
        return new GraphResult
        {
            Models = Models(graph, hints).ToEquatable(),
            Databases = specs.Select(spec => Database(spec, hints, graph, tables, problems)).ToEquatable(),
            Registry = graph.Nodes.Count == 0 ? null : new RegistryPlan(graph.Nodes.Select(node => node.Type.Global).ToEquatable()),
            Projections = projections.Select(spec => Projection(spec, graph.Nodes, hints, problems)).OfType<ProjectionPlan>().ToEquatable(),
            Problems = parsed.Problems.Concat(graph.Problems).Concat(problems.All).Distinct().ToEquatable(),
        };
    }

    private static List<ModelPlan> Models(RelationGraph graph, HintNames hints)
    {
        var plans = new List<ModelPlan>();
        ModelFailureException.ForEach(graph.Nodes, node => plans.Add(PlanBuilder.Build(node, hints.For(node.Type))));
        return plans;
    }

    private static ProjectionPlan? Projection(ProjectionSpec spec, IReadOnlyList<ModelNode> nodes, HintNames hints, ProblemList problems)
    {
        try
        {
            return ProjectionBuilder.Build(spec, nodes, hints, problems);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            problems.Add(RuleIds.Failure, spec.Type.MetadataName, null, spec.Type.Name, exception.Message);
            return null;
        }
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
        var sets = new Dictionary<string, ModelNode>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes.Where(node => Identifiers.IsValid(node.Plural)))
        {
            if (taken.Contains(node.Plural))
                problems.Add(RuleIds.MemberCollision, node, null, spec.Type.Name, node.Plural, $"the table of '{node.Name}'");
            else if (sets.TryGetValue(node.Plural, out var other))
                problems.Add(RuleIds.PluralCollision, node, null, Unlike(other, node), Unlike(node, other), spec.Type.Name, node.Plural, node.Type.Surroundings + node.Plural);
            else
                sets.Add(node.Plural, node);
        }

        return new DatabasePlan
        {
            Type = spec.Type,
            HintName = hints.For(spec.Type),
            Sets = sets.OrderBy(set => set.Key, StringComparer.Ordinal).Select(set => new DatabaseSet(set.Key, set.Value.Type)).ToEquatable(),
            Tables = tables,
        };
    }

    /// <summary>What tells a model from another one: its name, or its whole name.</summary>
    private static string Unlike(ModelNode node, ModelNode other) => node.Name == other.Name ? node.Type.MetadataName.Replace('+', '.') : node.Name;
}
