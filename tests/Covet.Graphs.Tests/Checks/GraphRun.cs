using Covet.Graphs.Tests.Programs;
using Covet.Graphs.Tests.Shapes;
using Xunit.Sdk;

namespace Covet.Graphs.Tests.Checks;

/// <summary>Runs the prefetches of a program over rows in a database.</summary>
public sealed class GraphRun(ModelSet set, GraphProgram program, NaiveRows naive, Database db)
{
    /// <summary>Runs one prefetch, checks its graph and its cost, then the same again onto what is in memory.</summary>
    public async Task CheckAsync(Tree tree, TreeAccess access)
    {
        var first = new GraphCheck(set, program, naive, inMemory: false);
        List<object> roots = [];
        int chunks = 0;
        var cost = await CostAsync(async () => roots = await access.Load(db));
        first.CheckRoots(tree, roots);
        if (tree.Start != Start.Stream)
        {
            first.Check(tree, roots);
            Demand(cost, (1 + first.Statements, 1 + first.RoundTrips), "the first time");
            var second = new GraphCheck(set, program, naive, inMemory: true);
            cost = await CostAsync(() => access.Again(db, roots));
            second.Check(tree, roots);
            Demand(cost, (second.Statements, second.RoundTrips), "onto what is in memory");
            return;
        }
        var expected = (Statements: 1, RoundTrips: 1);
        bool hasCursor = db.Session.Provider.Dialect.HasCursors && tree.Children.Any(child => !child.IsIncluded || child.Children.Count > 0);
        foreach (object[] chunk in roots.Chunk(Tree.Chunk))
        {
            var check = new GraphCheck(set, program, naive, inMemory: false);
            check.Check(tree, chunk);
            // A cursor's next rows are fetched with a level, or by themselves where there is none.
            bool isFetchedAlone = hasCursor && check.Statements == 0 && chunk.Length == Tree.Chunk;
            expected = (expected.Statements + check.Statements, expected.RoundTrips + check.RoundTrips + (isFetchedAlone ? 1 : 0));
            chunks++;
        }
        Demand(cost, expected, $"in {chunks} chunks");
    }

    private async Task<(int Statements, int RoundTrips)> CostAsync(Func<Task> action)
    {
        using var log = db.Record();
        await action();
        return (log.Statements.Count, log.RoundTrips);
    }

    private static void Demand((int Statements, int RoundTrips) actual, (int Statements, int RoundTrips) expected, string when)
    {
        if (actual != expected)
            throw new XunitException($"It cost {actual.Statements} statements in {actual.RoundTrips} round trips {when}, and should have cost {expected.Statements} in {expected.RoundTrips}.");
    }
}
