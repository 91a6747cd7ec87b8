using Covet.Generators.Diagnostics;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>References that go round in a circle: of rows that each need another one first, and of deletes that cascade.</summary>
internal static class CycleChecks
{
    public static void Run(IReadOnlyList<ModelNode> nodes, ProblemList problems)
    {
        foreach (var cycle in ReferenceCycles.Find(nodes, IsNeeded))
            Report(RuleIds.RequiredCycle, cycle, problems);
        foreach (var cycle in ReferenceCycles.Find(nodes, static edge => edge.Spec.OnDelete == OnDeleteAction.Cascade && edge.From != edge.To))
            Report(RuleIds.CascadeCycle, cycle, problems);
    }

    /// <summary>Whether a row has to be there before the one that refers to it. A row whose key the program gives can refer to itself.</summary>
    private static bool IsNeeded(ReferenceEdge edge) =>
        !edge.Spec.Type.IsNullable && (edge.From != edge.To || KeyPlan.SourceOf(edge.Principal) == KeySource.Database);

    private static void Report(string rule, IReadOnlyList<ReferenceEdge> cycle, ProblemList problems)
    {
        var path = string.Join(" -> ", cycle.Select(edge => $"{edge.From.Name}.{edge.Name}").Append(cycle[0].From.Name));
        var last = cycle[cycle.Count - 1];
        problems.Add(rule, cycle[0].From, cycle[0].Name, path, $"{last.From.Name}.{last.Name}");
    }
}
