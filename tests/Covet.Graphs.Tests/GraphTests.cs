using System.Collections.Concurrent;
using System.Diagnostics;
using Covet.Graphs.Tests.Shapes;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Covet.Graphs.Tests;

/// <summary>
/// Random models, random rows and random prefetches give the graphs that naive loading gives. The same ones in every run: a failure names its
/// seed and is shrunk.
/// </summary>
public sealed class GraphTests(ITestOutputHelper output)
{
    private const int ModelSets = 28;
    private const int TreesEach = 12;
    private const int DataEach = 2;
    private const int LeastGraphs = 500;

    private static readonly Lazy<GraphSet>[] Sets = [.. Enumerable.Range(0, ModelSets).Select(seed => new Lazy<GraphSet>(() => GraphSet.Make((ulong)seed, TreesEach)))];

    [SkippableFact]
    public Task Graphs_on_SQLite_are_those_of_naive_loading() => RunAsync(new SqliteGraphs());

    [SkippableFact]
    public async Task Graphs_on_PostgreSQL_are_those_of_naive_loading()
    {
        await using var databases = new PostgresGraphs();
        await RunAsync(databases);
    }

    [Fact]
    public void Every_kind_of_relation_is_prefetched_over_every_kind_of_key()
    {
        var loaded = Sets.SelectMany(set => set.Value.Prefetched).CountBy(kind => kind).ToDictionary();
        foreach (var relation in Enum.GetValues<RelationKind>())
        {
            string[] keys = [.. Enum.GetNames<KeyKind>(), .. relation == RelationKind.Many ? (string[])[] : ["Slug"]];
            output.WriteLine($"{relation}: {string.Join(", ", keys.Select(key => $"{key} {loaded.GetValueOrDefault((relation, key))}"))}");
            Assert.All(keys, key => Assert.True(loaded.ContainsKey((relation, key)), $"No {relation} over {key} is prefetched."));
        }
    }

    private async Task RunAsync(IGraphDatabases databases)
    {
        var watch = Stopwatch.StartNew();
        int graphs = 0;
        var shrinking = new Shrinking(databases);
        var failures = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Sets, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (lazy, _) =>
        {
            try
            {
                for (int i = 0; i < DataEach; i++)
                    Interlocked.Add(ref graphs, await lazy.Value.RunAsync(i, databases, shrinking));
            }
            catch (XunitException exception)
            {
                failures.Add(exception.Message);
            }
        });
        output.WriteLine($"{graphs} graphs of {ModelSets} sets of models, {watch.Elapsed.TotalSeconds:0.0}s");
        Assert.True(failures.IsEmpty, $"{failures.Count} sets of models fail.\n\n{string.Join("\n\n", failures)}");
        Assert.True(graphs >= LeastGraphs, $"Only {graphs} graphs were compared.");
    }
}
