namespace Covet.Infrastructure;

/// <summary>Checks the branches of a prefetch and merges them into a tree: each relation once, but for places of its own.</summary>
internal static class PrefetchTree
{
    /// <summary>Checks one branch as soon as it is given.</summary>
    public static PrefetchBranch Checked(ModelInfo model, PrefetchBranch branch)
    {
        ArgumentNullException.ThrowIfNull(branch);
        var relation = branch.Relation;
        if (relation is null || branch.Owner is not null || relation.Parent != model)
        {
            throw new ArgumentException(
                $"A branch of a prefetch of {model.Name} must start from a relation of {model.Name}, as in Prefetch(x => x.Posts); this one is a " +
                $"{branch}. Start from the lambda's parameter, not from the database.", nameof(branch));
        }
        if (!relation.IsToMany && branch.IsLimited)
            throw new ArgumentException($"{relation} leads to one row: Skip and Take mean nothing there. Remove them.", nameof(branch));
        if (!relation.IsToMany && !relation.IsOptional && branch.Conditions.Length > 0 && branch.Place is null)
        {
            throw new ArgumentException(
                $"{relation} is required, so it can't be left out by a filter. Filter the {model.Name} rows instead, as in Where(x => x.{relation.Name}...), " +
                "or load into a place of its own with Into.", nameof(branch));
        }
        if (branch.IsSnapshot is not null)
            throw new ArgumentException($"A graph is read in one snapshot or in none, so SnapshotReads doesn't belong to {relation}: say it of the query that is run.", nameof(branch));
        if (branch.Source is not null)
            throw new ArgumentException($"{relation} can't be prefetched from raw SQL. Use Where with a RawExpression.", nameof(branch));
        if (branch is { Lock: not null, IsLimited: true })
            throw new ArgumentException($"The rows of {relation} are limited per parent, so they can't be locked. Leave ForUpdate out, or Take.", nameof(branch));
        if (branch.Recursion is not null)
            DemandTree(relation, branch);
        if (branch.Place is { } place && place.RelationName != relation.Name)
            throw new ArgumentException($"{model.Name}.{place.Name} is declared for {model.Name}.{place.RelationName}, not for {relation}.", nameof(branch));
        return branch;
    }

    public static List<PrefetchNode> Build(Database database, IReadOnlyList<PrefetchBranch> branches)
    {
        var nodes = new List<PrefetchNode>(branches.Count);
        foreach (var branch in branches)
            Merge(database, nodes, branch);
        return nodes;
    }

    private static void Merge(Database database, List<PrefetchNode> nodes, PrefetchBranch branch)
    {
        QueryRun.DemandLock(database, branch.Lock);
        var node = nodes.Find(other => other.Relation == branch.Relation && other.Place == branch.Place);
        if (node is null)
        {
            node = new PrefetchNode(branch.Relation!, branch);
            nodes.Add(node);
        }
        else if (!AreAlike(node.Branch!, branch))
        {
            throw new ArgumentException(
                $"The prefetch names {branch.Relation} twice with different options, and both would fill {branch.Place?.Name ?? branch.Relation!.Name}. " +
                $"Combine them into one, or give one a place of its own: .Into(x.{branch.Relation!.Name}...) with a property marked [Into(nameof({branch.Relation}))].");
        }
        foreach (var child in branch.Branches)
            Merge(database, node.Children, child);
    }

    /// <summary>Whether two branches load the same rows into the same place, so that they can be one.</summary>
    private static bool AreAlike(PrefetchBranch one, PrefetchBranch other)
        => one == other || (one.IsWhole && other.IsWhole && one.Recursion == other.Recursion);

    private static void DemandTree(Relation relation, PrefetchBranch branch)
    {
        if (branch.IsLimited)
        {
            throw new ArgumentException(
                $"{relation} is followed by Recursive(), where Skip and Take would cut branches off at any level. Remove them, or limit the levels: Recursive(maxDepth: 3).", nameof(branch));
        }
        if (Array.Exists(branch.Branches, inner => inner.Relation == relation && inner.Place == branch.Place))
        {
            throw new ArgumentException(
                $"{relation} is followed by Recursive(), which loads it on every level, and is prefetched inside once more. Remove the inner one.", nameof(branch));
        }
    }
}
