using Zoo;

namespace Covet.Specification;

/// <summary>Every kind of relation over every kind of key, prefetched in both directions.</summary>
/// <param name="fixture">The database.</param>
public abstract class KeyedRelationSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    private static readonly string[] Texts = ["it's", "\"B\"", "é 日"];

    [SkippableFact]
    public async Task Keys_of_64_bits_relate_in_every_way()
    {
        var roots = Three(i => new LongRoot { Id = 5_000_000_000 - i, Name = $"root {i}" });
        var leaves = Three(i => new LongLeaf { Id = 5_000_000_000 - i, Name = $"leaf {i}" });
        await Db.LongRoots.InsertManyAsync(roots);
        foreach (var (leaf, root, twin) in Related(leaves, roots))
            (leaf.Root, leaf.Twin) = (root, twin);
        await Db.LongLeaves.InsertManyAsync(leaves);
        await leaves[0].Links.AddAsync(roots[0], roots[2]);
        await leaves[2].Links.AddAsync(roots[2]);
        await AssertAsync(
            () => Db.LongLeaves.OrderBy(l => l.Name).Prefetch(l => l.Root, l => l.Twin, l => l.Links).ToListAsync(),
            leaf => leaf.Root, leaf => leaf.Twin, leaf => leaf.Links.All(),
            () => Db.LongRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves, r => r.Twin, r => r.Linked).ToListAsync(),
            root => root.Leaves.All(), root => root.Twin, root => root.Linked.All());
        await AssertCostAsync(5, 3, () => Db.LongRoots.Prefetch(r => r.Leaves.Prefetch(l => l.Links), r => r.Twin.Prefetch(t => t.Root)).ToListAsync());
        await AssertCostAsync(2, 2, async () => Assert.Equal(
            ["leaf 1", null, null],
            (await Db.LongRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves.OrderByDescending(l => l.Name).Take(1)).ToListAsync()).Select(r => r.Leaves.All().SingleOrDefault()?.Name)));
    }

    [SkippableFact]
    public async Task Guids_relate_in_every_way()
    {
        var roots = Three(i => new GuidRoot { Id = new Guid(9 - i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Name = $"root {i}" });
        var leaves = Three(i => new GuidLeaf { Id = new Guid(9 - i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), Name = $"leaf {i}" });
        await Db.GuidRoots.InsertManyAsync(roots);
        foreach (var (leaf, root, twin) in Related(leaves, roots))
            (leaf.Root, leaf.Twin) = (root, twin);
        await Db.GuidLeaves.InsertManyAsync(leaves);
        await leaves[0].Links.AddAsync(roots[0], roots[2]);
        await leaves[2].Links.AddAsync(roots[2]);
        await AssertAsync(
            () => Db.GuidLeaves.OrderBy(l => l.Name).Prefetch(l => l.Root, l => l.Twin, l => l.Links).ToListAsync(),
            leaf => leaf.Root, leaf => leaf.Twin, leaf => leaf.Links.All(),
            () => Db.GuidRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves, r => r.Twin, r => r.Linked).ToListAsync(),
            root => root.Leaves.All(), root => root.Twin, root => root.Linked.All());
        await AssertCostAsync(5, 3, () => Db.GuidRoots.Prefetch(r => r.Leaves.Prefetch(l => l.Links), r => r.Twin.Prefetch(t => t.Root)).ToListAsync());
        await AssertCostAsync(2, 2, async () => Assert.Equal(
            ["leaf 1", null, null],
            (await Db.GuidRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves.OrderByDescending(l => l.Name).Take(1)).ToListAsync()).Select(r => r.Leaves.All().SingleOrDefault()?.Name)));
    }

    [SkippableFact]
    public async Task Texts_relate_in_every_way()
    {
        var roots = Three(i => new TextRoot { Code = Texts[i], Name = $"root {i}" });
        var leaves = Three(i => new TextLeaf { Code = Texts[i], Name = $"leaf {i}" });
        await Db.TextRoots.InsertManyAsync(roots);
        foreach (var (leaf, root, twin) in Related(leaves, roots))
            (leaf.Root, leaf.Twin) = (root, twin);
        await Db.TextLeaves.InsertManyAsync(leaves);
        await leaves[0].Links.AddAsync(roots[0], roots[2]);
        await leaves[2].Links.AddAsync(roots[2]);
        await AssertAsync(
            () => Db.TextLeaves.OrderBy(l => l.Name).Prefetch(l => l.Root, l => l.Twin, l => l.Links).ToListAsync(),
            leaf => leaf.Root, leaf => leaf.Twin, leaf => leaf.Links.All(),
            () => Db.TextRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves, r => r.Twin, r => r.Linked).ToListAsync(),
            root => root.Leaves.All(), root => root.Twin, root => root.Linked.All());
        await AssertCostAsync(5, 3, () => Db.TextRoots.Prefetch(r => r.Leaves.Prefetch(l => l.Links), r => r.Twin.Prefetch(t => t.Root)).ToListAsync());
        await AssertCostAsync(2, 2, async () => Assert.Equal(
            ["leaf 1", null, null],
            (await Db.TextRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves.OrderByDescending(l => l.Name).Take(1)).ToListAsync()).Select(r => r.Leaves.All().SingleOrDefault()?.Name)));
    }

    [SkippableFact]
    public async Task Enums_through_a_converter_relate_in_every_way()
    {
        var roots = Three(i => new RankRoot { Rank = (Rank)i, Name = $"root {i}" });
        var leaves = Three(i => new RankLeaf { Rank = (Rank)i, Name = $"leaf {i}" });
        await Db.RankRoots.InsertManyAsync(roots);
        foreach (var (leaf, root, twin) in Related(leaves, roots))
            (leaf.Root, leaf.Twin) = (root, twin);
        await Db.RankLeaves.InsertManyAsync(leaves);
        await leaves[0].Links.AddAsync(roots[0], roots[2]);
        await leaves[2].Links.AddAsync(roots[2]);
        await AssertAsync(
            () => Db.RankLeaves.OrderBy(l => l.Name).Prefetch(l => l.Root, l => l.Twin, l => l.Links).ToListAsync(),
            leaf => leaf.Root, leaf => leaf.Twin, leaf => leaf.Links.All(),
            () => Db.RankRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves, r => r.Twin, r => r.Linked).ToListAsync(),
            root => root.Leaves.All(), root => root.Twin, root => root.Linked.All());
        await AssertCostAsync(5, 3, () => Db.RankRoots.Prefetch(r => r.Leaves.Prefetch(l => l.Links), r => r.Twin.Prefetch(t => t.Root)).ToListAsync());
        await AssertCostAsync(2, 2, async () => Assert.Equal(
            ["leaf 1", null, null],
            (await Db.RankRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves.OrderByDescending(l => l.Name).Take(1)).ToListAsync()).Select(r => r.Leaves.All().SingleOrDefault()?.Name)));
    }

    [SkippableFact]
    public async Task Keys_of_two_columns_relate_in_every_way()
    {
        var roots = Three(i => new PairRoot { Area = i < 2 ? "a" : "b", Number = i % 2, Name = $"root {i}" });
        var leaves = Three(i => new PairLeaf { Area = i < 2 ? "a" : "b", Number = i % 2, Name = $"leaf {i}" });
        await Db.PairRoots.InsertManyAsync(roots);
        foreach (var (leaf, root, twin) in Related(leaves, roots))
            (leaf.Root, leaf.Twin) = (root, twin);
        await Db.PairLeaves.InsertManyAsync(leaves);
        await leaves[0].Links.AddAsync(roots[0], roots[2]);
        await leaves[2].Links.AddAsync(roots[2]);
        await AssertAsync(
            () => Db.PairLeaves.OrderBy(l => l.Name).Prefetch(l => l.Root, l => l.Twin, l => l.Links).ToListAsync(),
            leaf => leaf.Root, leaf => leaf.Twin, leaf => leaf.Links.All(),
            () => Db.PairRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves, r => r.Twin, r => r.Linked).ToListAsync(),
            root => root.Leaves.All(), root => root.Twin, root => root.Linked.All());
        await AssertCostAsync(5, 3, () => Db.PairRoots.Prefetch(r => r.Leaves.Prefetch(l => l.Links), r => r.Twin.Prefetch(t => t.Root)).ToListAsync());
        await AssertCostAsync(2, 2, async () => Assert.Equal(
            ["leaf 1", null, null],
            (await Db.PairRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves.OrderByDescending(l => l.Name).Take(1)).ToListAsync()).Select(r => r.Leaves.All().SingleOrDefault()?.Name)));
    }

    [SkippableFact]
    public async Task Unique_columns_relate_in_every_way()
    {
        var roots = Three(i => new SlugRoot { Slug = Texts[i], Name = $"root {i}" });
        var leaves = Three(i => new SlugLeaf { Name = $"leaf {i}" });
        await Db.SlugRoots.InsertManyAsync(roots);
        foreach (var (leaf, root, twin) in Related(leaves, roots))
            (leaf.Root, leaf.Twin) = (root, twin);
        await Db.SlugLeaves.InsertManyAsync(leaves);
        await leaves[0].Links.AddAsync(roots[0], roots[2]);
        await leaves[2].Links.AddAsync(roots[2]);
        await AssertAsync(
            () => Db.SlugLeaves.OrderBy(l => l.Name).Prefetch(l => l.Root, l => l.Twin, l => l.Links).ToListAsync(),
            leaf => leaf.Root, leaf => leaf.Twin, leaf => leaf.Links.All(),
            () => Db.SlugRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves, r => r.Twin, r => r.Linked).ToListAsync(),
            root => root.Leaves.All(), root => root.Twin, root => root.Linked.All());
        await AssertCostAsync(5, 3, () => Db.SlugRoots.Prefetch(r => r.Leaves.Prefetch(l => l.Links), r => r.Twin.Prefetch(t => t.Root)).ToListAsync());
        await AssertCostAsync(2, 2, async () => Assert.Equal(
            ["leaf 1", null, null],
            (await Db.SlugRoots.OrderBy(r => r.Name).Prefetch(r => r.Leaves.OrderByDescending(l => l.Name).Take(1)).ToListAsync()).Select(r => r.Leaves.All().SingleOrDefault()?.Name)));
    }

    private static T[] Three<T>(Func<int, T> make) => [make(0), make(1), make(2)];

    /// <summary>Whom each leaf leads to: two to the first root, one to nobody; one has a twin.</summary>
    private static IEnumerable<(TLeaf Leaf, TRoot? Root, TRoot? Twin)> Related<TLeaf, TRoot>(TLeaf[] leaves, TRoot[] roots) where TRoot : class
        => [(leaves[0], roots[0], null), (leaves[1], roots[0], roots[1]), (leaves[2], null, null)];

    private async Task AssertAsync<TLeaf, TRoot>(
        Func<Task<List<TLeaf>>> loadLeaves, Func<TLeaf, TRoot?> rootOf, Func<TLeaf, TRoot?> twinOf, Func<TLeaf, IEnumerable<TRoot>> linksOf,
        Func<Task<List<TRoot>>> loadRoots, Func<TRoot, IEnumerable<TLeaf>> leavesOf, Func<TRoot, TLeaf?> twinOfRoot, Func<TRoot, IEnumerable<TLeaf>> linkedOf)
        where TLeaf : class, INamed
        where TRoot : class, INamed
    {
        List<TLeaf> leaves = [];
        await AssertCostAsync(4, 2, async () => leaves = await loadLeaves());
        Assert.Equal(["root 0", "root 0", null], leaves.Select(leaf => rootOf(leaf)?.Name));
        Assert.Same(rootOf(leaves[0]), rootOf(leaves[1]));
        Assert.Equal([null, "root 1", null], leaves.Select(leaf => twinOf(leaf)?.Name));
        Assert.Same(leaves[1], twinOfRoot(twinOf(leaves[1])!));
        Assert.Equal([["root 0", "root 2"], [], ["root 2"]], leaves.Select(leaf => Names(linksOf(leaf))));
        Assert.Same(linksOf(leaves[2]).Single(), linksOf(leaves[0]).Single(root => root.Name == "root 2"));

        List<TRoot> roots = [];
        await AssertCostAsync(4, 2, async () => roots = await loadRoots());
        Assert.Equal([["leaf 0", "leaf 1"], [], []], roots.Select(root => Names(leavesOf(root))));
        Assert.All(leavesOf(roots[0]), leaf => Assert.Same(roots[0], rootOf(leaf)));
        Assert.Equal([null, "leaf 1", null], roots.Select(root => twinOfRoot(root)?.Name));
        Assert.Same(roots[1], twinOf(twinOfRoot(roots[1])!));
        Assert.Equal([["leaf 0"], [], ["leaf 0", "leaf 2"]], roots.Select(root => Names(linkedOf(root))));
    }

    private static IEnumerable<string> Names(IEnumerable<INamed> rows) => rows.Select(row => row.Name).Order(StringComparer.Ordinal);
}
