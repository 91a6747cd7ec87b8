using Covet.Graphs.Tests.Programs;
using Covet.Graphs.Tests.Shapes;
using Xunit.Sdk;

namespace Covet.Graphs.Tests.Checks;

/// <summary>Compares the graph that a prefetch left in memory with the naive one, and says what it should have cost.</summary>
/// <param name="set">The models.</param>
/// <param name="program">Their compiled program.</param>
/// <param name="naive">All rows.</param>
/// <param name="inMemory">Whether the same prefetch had run before, so that only what is filtered is loaded anew.</param>
public sealed class GraphCheck(ModelSet set, GraphProgram program, NaiveRows naive, bool inMemory)
{
    private readonly HashSet<int> _levels = [];
    private readonly Dictionary<object, (string Model, HashSet<string> Relations)> _met = new(ReferenceEqualityComparer.Instance);

    /// <summary>The statements beyond the roots'.</summary>
    public int Statements { get; private set; }

    /// <summary>The round trips beyond the roots'.</summary>
    public int RoundTrips => _levels.Count;

    /// <summary>Asserts that the roots are the rows that were asked for.</summary>
    public void CheckRoots(Tree tree, IReadOnlyList<object> roots) => Compare(tree.Model, tree.Model, naive.All(tree.Model), tree.Clauses, roots);

    /// <summary>Asserts the graph beyond the roots.</summary>
    public void Check(Tree tree, IReadOnlyList<object> roots)
    {
        Meet(tree.Model, roots, tree.Children);
        foreach (var node in tree.Children)
            Check(node, set.Relation(tree.Model, node.Relation), roots, 1, tree.Model, isFresh: !inMemory);
        foreach (var (instance, (model, relations)) in _met)
        {
            foreach (var access in program.RelationList.Where(access => access.Model == model && !relations.Contains(access.Name)))
                Demand(access.IsLoaded?.Invoke(instance) != true, model, $"{access.Name} is loaded, and nobody asked for it");
        }
    }

    /// <param name="node">What was loaded.</param>
    /// <param name="relation">Its relation.</param>
    /// <param name="parents">The parents, each instance once.</param>
    /// <param name="depth">The level, from 1 on.</param>
    /// <param name="path">How a failure names the parents.</param>
    /// <param name="isFresh">Whether the parents were loaded by this prefetch.</param>
    private void Check(TreeNode node, RelationShape relation, IReadOnlyList<object> parents, int depth, string path, bool isFresh)
    {
        path += "." + node.Relation;
        isFresh |= !node.IsPlain;
        if (isFresh && !node.IsIncluded && parents.Any(parent => naive.KeyFor(relation, parent) is not null))
        {
            Statements++;
            _levels.Add(depth);
        }
        var instances = new Dictionary<object, object>();
        var children = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var parent in parents)
        {
            var found = ReadAll(relation, parent, path);
            Compare(path, relation.Child, naive.Of(relation, parent), relation.IsToMany ? node.Clauses : node.Clauses with { Order = null }, found);
            foreach (var child in found)
            {
                object one = node.IsIncluded ? child : instances.GetValueOrDefault(program.Models[relation.Child].Key(child), child);
                Demand(ReferenceEquals(one, child), path, $"row {Show(relation.Child, child)} is two instances");
                instances[program.Models[relation.Child].Key(child)] = child;
                children.Add(child);
                CheckBack(node, relation, parent, child, parents, path);
            }
        }
        Meet(relation.Child, children, node.Children);
        if (children.Count == 0)
            return;
        foreach (var beyond in node.Children)
            Check(beyond, set.Relation(relation.Child, beyond.Relation), [.. children], depth + 1, path, isFresh);
    }

    private List<object> ReadAll(RelationShape relation, object parent, string path)
    {
        var access = program.Relations[(relation.Model, relation.Name)];
        Demand(access.IsLoaded?.Invoke(parent) != false, path, $"it isn't loaded for {Show(relation.Model, parent)}");
        try
        {
            return [.. access.Read(parent)];
        }
        catch (RelationNotLoadedException exception)
        {
            throw new XunitException($"{path}: {exception.Message}", exception);
        }
    }

    /// <summary>The children know their parent, unless the branch loaded that relation itself.</summary>
    private void CheckBack(TreeNode node, RelationShape relation, object parent, object child, IReadOnlyList<object> parents, string path)
    {
        if (relation.Back is not { } back || node.Children.Any(beyond => beyond.Relation == back))
            return;
        var known = ReadAll(set.Relation(relation.Child, back), child, $"{path}.{back}");
        var key = program.Models[relation.Model].Key(parent);
        var twins = parents.Where(other => program.Models[relation.Model].Key(other).Equals(key));
        Demand(known.Count == 1 && twins.Contains(known[0], ReferenceEqualityComparer.Instance), path, $"{Show(relation.Child, child)} doesn't know its parent {Show(relation.Model, parent)}");
    }

    private void Compare(string path, string model, IEnumerable<object> rows, Clauses clauses, IReadOnlyList<object> found)
    {
        var access = program.Models[model];
        var kept = rows.Where(row => clauses.Filter?.Keeps(access.Number(row), access.Note(row)) != false).ToList();
        if (clauses.Order is { } order)
            kept = [.. order.Descending ? kept.OrderByDescending(access.Number) : kept.OrderBy(access.Number)];
        var left = kept.Skip(clauses.Skip).Take(clauses.Take ?? int.MaxValue).ToList();
        var (expected, actual) = (left.ConvertAll(row => Show(model, row)), found.Select(row => Show(model, row)).ToList());
        if (clauses.Order is null && clauses.IsLimited)
        {
            // Without an order, any rows will do, but so many.
            var all = kept.ConvertAll(row => Show(model, row));
            Demand(actual.Count == expected.Count && actual.TrueForAll(all.Remove), path, $"{Lines(actual)}\nare not {expected.Count} of\n{Lines(kept.Select(row => Show(model, row)))}");
            return;
        }
        if (clauses.Order is { IsTotal: false })
        {
            Demand(found.Select(access.Number).SequenceEqual(left.Select(access.Number)), path, $"{Lines(actual)}\nare not in the order of\n{Lines(expected)}");
            expected.Sort(StringComparer.Ordinal);
            actual.Sort(StringComparer.Ordinal);
        }
        Demand(actual.SequenceEqual(expected), path, $"{Lines(actual)}\nshould be\n{Lines(expected)}");
    }

    private void Meet(string model, IEnumerable<object> instances, IReadOnlyList<TreeNode> nodes)
    {
        foreach (var instance in instances)
        {
            if (!_met.TryGetValue(instance, out var met))
                _met[instance] = met = (model, []);
            met.Relations.UnionWith(nodes.Select(node => node.Relation));
        }
    }

    private string Show(string model, object row) => $"{model}({string.Join(", ", program.Models[model].Columns(row).Select(value => value ?? "null"))})";

    private static string Lines(IEnumerable<string> rows) => string.Join("\n", rows.Select(row => "  " + row).DefaultIfEmpty("  nothing"));

    private static void Demand(bool holds, string path, string message)
    {
        if (!holds)
            throw new XunitException($"{path}: {message}");
    }
}
