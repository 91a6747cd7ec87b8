using System.Diagnostics;
using Covet.Graphs.Tests.Checks;
using Covet.Graphs.Tests.Programs;
using Covet.Graphs.Tests.Shapes;

namespace Covet.Graphs.Tests;

/// <summary>Models, rows and one prefetch.</summary>
public sealed record GraphCase(ModelSet Set, Data Data, Tree Tree)
{
    /// <summary>Cases with one thing less, what makes the most difference first.</summary>
    public IEnumerable<GraphCase> Smaller()
    {
        foreach (var tree in Without(Tree.Children, (children) => Tree with { Children = children }))
            yield return this with { Tree = tree };
        if (Tree.Start != Start.Query)
            yield return this with { Tree = Tree with { Start = Start.Query } };
        if (!Tree.Clauses.IsNone)
            yield return this with { Tree = Tree with { Clauses = new Clauses() } };
        foreach (var set in Sets())
            yield return new GraphCase(set, Data.For(set), Tree);
        foreach (var (model, rows) in Data.Rows)
        {
            for (int i = 0; i < rows.Count; i++)
                yield return this with { Data = Data.Without(Set, model, i) };
        }
    }

    private IEnumerable<ModelSet> Sets()
    {
        var used = Tree.Children.SelectMany(node => Used(Tree.Model, node)).ToHashSet();
        foreach (var link in Set.Links.Where(link => !used.Contains(link.Name)))
            yield return new ModelSet(Set.Models, Set.References, [.. Set.Links.Where(other => other != link)]);
        var needed = Set.Links.Where(link => link.Through is not null).SelectMany(link => new[] { link.Through!.Value.First.Name, link.Through.Value.Second.Name }).ToHashSet();
        foreach (var reference in Set.References.Where(reference => !used.Contains(reference.Name) && !needed.Contains(reference.Name) && !reference.IsKey))
            yield return new ModelSet(Set.Models, [.. Set.References.Where(other => other != reference)], Set.Links);
        foreach (var model in Set.Models.Where(model => model.Name != Tree.Model && !Set.Relations.Any(relation => relation.Model == model.Name || relation.Child == model.Name)))
            yield return new ModelSet([.. Set.Models.Where(other => other != model)], Set.References, Set.Links);
    }

    private IEnumerable<string> Used(string model, TreeNode node)
    {
        var relation = Set.Relation(model, node.Relation);
        return node.Children.SelectMany(child => Used(relation.Child, child)).Append(relation.Reference?.Name ?? relation.Link!.Name);
    }

    private static IEnumerable<T> Without<T>(IReadOnlyList<TreeNode> nodes, Func<IReadOnlyList<TreeNode>, T> with)
    {
        for (int i = 0; i < nodes.Count; i++)
        {
            int at = i;
            T Replaced(IEnumerable<TreeNode> by) => with([.. nodes.Take(at), .. by, .. nodes.Skip(at + 1)]);
            yield return Replaced([]);
            if (!nodes[i].Clauses.IsNone)
                yield return Replaced([nodes[i] with { Clauses = new Clauses() }]);
            if (nodes[i].IsTwice)
                yield return Replaced([nodes[i] with { IsTwice = false }]);
            if (nodes[i].IsIncluded)
                yield return Replaced([nodes[i] with { IsIncluded = false }]);
            foreach (var smaller in Without(nodes[i].Children, children => Replaced([nodes[at] with { Children = children }])))
                yield return smaller;
        }
    }
}

/// <summary>Looks for smaller cases that fail too, for a minute in all.</summary>
public sealed class Shrinking(IGraphDatabases databases)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Stopwatch _watch = new();

    /// <summary>Takes things away as long as the case fails.</summary>
    /// <returns>What is left, as text.</returns>
    public async Task<string> ShrinkAsync(GraphCase failing)
    {
        _watch.Start();
        if (_watch.Elapsed > Patience)
            return "That time went into other failures.";
        string? message = await FailureAsync(failing);
        if (message is null)
            return "It didn't fail again by itself.";
        for (bool found = true; found && _watch.Elapsed < Patience;)
        {
            found = false;
            foreach (var smaller in failing.Smaller())
            {
                if (_watch.Elapsed > Patience)
                    break;
                if (await FailureAsync(smaller) is not { } other)
                    continue;
                (failing, message, found) = (smaller, other, true);
                break;
            }
        }
        var rows = failing.Data.Rows.SelectMany(model => model.Value.Select((row, i) =>
            $"{model.Key} {i}: {row.Number}, {row.Note ?? "null"}, {string.Join(", ", row.Targets.Select(target => $"{target.Key} -> {target.Value}"))}"));
        var pairs = failing.Data.Pairs.Select(link => $"{link.Key}: {string.Join(" ", link.Value)}");
        return $"{message}\n{TreeSource.Show(failing.Tree)}\n{string.Join("\n", rows.Concat(pairs))}\n{ModelSource.Write(failing.Set)}";
    }

    /// <summary>What a case says when it fails; null when it passes.</summary>
    private async Task<string?> FailureAsync(GraphCase one)
    {
        try
        {
            var program = Compiler.Compile(one.Set, [one.Tree]);
            await databases.WithAsync(async provider =>
            {
                await using var db = program.Open(provider);
                await new GraphRun(one.Set, program, await NaiveRows.StoreAsync(one.Set, program, one.Data, db), db).CheckAsync(one.Tree, program.Trees[0]);
            });
            return null;
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }
}
