using Covet.Graphs.Tests.Checks;
using Covet.Graphs.Tests.Programs;
using Covet.Graphs.Tests.Shapes;
using Xunit.Sdk;

namespace Covet.Graphs.Tests;

/// <summary>One random set of models, compiled with random prefetches.</summary>
public sealed class GraphSet
{
    private readonly ulong _seed;
    private readonly ModelSet _set;
    private readonly List<Tree> _trees;
    private readonly GraphProgram _program;

    private GraphSet(ulong seed, ModelSet set, List<Tree> trees, GraphProgram program) => (_seed, _set, _trees, _program) = (seed, set, trees, program);

    /// <summary>Makes one that is the same for the same seed. Each model is where prefetches start, one after the other.</summary>
    public static GraphSet Make(ulong seed, int trees)
    {
        var set = RandomModels.Make(new Dice(0, seed));
        var starts = set.Models.Where(model => set.Relations.Any(relation => relation.Model == model.Name)).ToList();
        var random = Enumerable.Range(0, trees).Select(i => RandomTrees.Make(set, starts[i % starts.Count].Name, new Dice((uint)i + 1, seed))).ToList();
        try
        {
            return new GraphSet(seed, set, random, Compiler.Compile(set, random));
        }
        catch (XunitException exception)
        {
            throw new XunitException($"Models of seed {seed} don't compile:\n{exception.Message}\n{ModelSource.Write(set)}", exception);
        }
    }

    /// <summary>Each relation of each prefetch: its kind, and the kind of key that it goes by.</summary>
    public IEnumerable<(RelationKind Relation, string Key)> Prefetched => _trees.SelectMany(tree => tree.Children.SelectMany(node => KindsOf(tree.Model, node)));

    /// <summary>Runs all prefetches over random rows.</summary>
    /// <returns>How many graphs were compared.</returns>
    public async Task<int> RunAsync(int rows, IGraphDatabases databases, Shrinking shrinking)
    {
        var data = RandomData.Make(_set, new Dice(1000 + (uint)rows, _seed));
        await databases.WithAsync(async provider =>
        {
            await using var db = _program.Open(provider);
            var run = new GraphRun(_set, _program, await NaiveRows.StoreAsync(_set, _program, data, db), db);
            foreach (var (tree, access) in _trees.Zip(_program.Trees))
            {
                try
                {
                    await run.CheckAsync(tree, access);
                }
                catch (Exception exception)
                {
                    var smaller = await shrinking.ShrinkAsync(new GraphCase(_set, data, tree));
                    throw new XunitException($"Models of seed {_seed}, rows {rows}: {TreeSource.Show(tree)}\n{exception.Message}\n\nSmaller:\n{smaller}", exception);
                }
            }
        });
        return _trees.Count;
    }

    private IEnumerable<(RelationKind Relation, string Key)> KindsOf(string model, TreeNode node)
    {
        var relation = _set.Relation(model, node.Relation);
        string key = relation.Reference switch
        {
            null => $"{_set.Model(relation.Model).Key}",
            { IsToSlug: true } => "Slug",
            var reference => $"{_set.Model(reference.Target).Key}",
        };
        return node.Children.SelectMany(child => KindsOf(relation.Child, child)).Prepend((relation.Kind, key));
    }
}
