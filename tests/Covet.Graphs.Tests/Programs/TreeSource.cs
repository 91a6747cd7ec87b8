using System.Text;
using Covet.Graphs.Tests.Shapes;

namespace Covet.Graphs.Tests.Programs;

/// <summary>Writes prefetches as C#.</summary>
public static class TreeSource
{
    /// <summary>An expression that makes a <see cref="TreeAccess"/>.</summary>
    public static string Access(Tree tree)
    {
        string table = Reference.Plural(tree.Model);
        string query = $"((GraphDb)d).{table}.All(){Write(tree.Clauses)}{(tree.Clauses.Order is null ? ".OrderBy(x => x)" : "")}{Includes(tree.Children)}";
        string load = tree.Start switch
        {
            Start.Query => $"return [.. await {query}{Prefetch(tree.Children)}.ToListAsync()];",
            Start.Later => $"var rows = await {query}.ToListAsync(); await ((GraphDb)d).{table}.PrefetchAsync(rows, {Branches(tree)}); return [.. rows];",
            _ => $"var rows = new List<object>(); await foreach (var row in {query}{Prefetch(tree.Children)}.Stream({Tree.Chunk})) rows.Add(row); return rows;",
        };
        return $$"""
            new TreeAccess(
                async d => { {{load}} },
                (d, rows) => ((GraphDb)d).{{table}}.PrefetchAsync(rows.Cast<{{tree.Model}}>(), {{Branches(tree)}}))
            """;
    }

    /// <summary>The prefetch as a user would write it.</summary>
    public static string Show(Tree tree) => $"db.{Reference.Plural(tree.Model)}{Write(tree.Clauses)}{Includes(tree.Children)}{Prefetch(tree.Children)} ({tree.Start})";

    private static string Branches(Tree tree)
    {
        var branches = tree.Children.SelectMany(Lambdas).ToList();
        return $"new Func<{tree.Model}Prefetch, PrefetchBranch>[] {{ {string.Join(", ", branches)} }}";
    }

    private static string Prefetch(IReadOnlyList<TreeNode> nodes)
    {
        var branches = nodes.SelectMany(Lambdas).ToList();
        return branches.Count == 0 ? "" : $".Prefetch({string.Join(", ", branches)})";
    }

    private static IEnumerable<string> Lambdas(TreeNode node)
    {
        if (node.IsIncluded && !HasBranches(node))
            yield break;
        string beyond = Prefetch(node.Children);
        if (node.IsTwice)
            yield return $"x => x.{node.Relation}";
        yield return $"x => x.{node.Relation}{Write(node.Clauses)}{(node.IsIncluded ? "" : Includes(node.Children))}{beyond}";
    }

    private static bool HasBranches(TreeNode node) => node.Children.Any(child => !child.IsIncluded || HasBranches(child));

    /// <summary>The paths of what is included, to the end of each.</summary>
    private static string Includes(IReadOnlyList<TreeNode> nodes)
    {
        var paths = nodes.Where(node => node.IsIncluded).SelectMany(Paths).ToList();
        return paths.Count == 0 ? "" : $".Include({string.Join(", ", paths.Select(path => $"x => x.{path}"))})";
    }

    private static IEnumerable<string> Paths(TreeNode node)
    {
        var beyond = node.Children.Where(child => child.IsIncluded).SelectMany(Paths).ToList();
        return beyond.Count == 0 ? [node.Relation] : beyond.Select(path => $"{node.Relation}.{path}");
    }

    private static string Write(Clauses clauses)
    {
        var text = new StringBuilder();
        if (clauses.Filter is { } filter)
            text.Append($".Where(x => {filter})");
        if (clauses.Order is { } order)
            text.Append($".OrderBy{(order.Descending ? "Descending" : "")}(x => x.Number){(order.IsTotal ? ".ThenBy(x => x)" : "")}");
        if (clauses.Skip > 0)
            text.Append($".Skip({clauses.Skip})");
        if (clauses.Take is { } take)
            text.Append($".Take({take})");
        return text.ToString();
    }
}
