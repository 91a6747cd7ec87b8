using Zoo;

namespace Covet.Specification;

/// <summary>Inserts of many instances: any number, all or none, each with its own key.</summary>
/// <param name="fixture">The database.</param>
public abstract class InsertManySuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    /// <summary>A row that a test has fail.</summary>
    private const int Bad = 70_000;

    private const int Many = 100_000;

    [SkippableFact]
    public async Task Any_number_gets_its_keys()
    {
        foreach (int count in new[] { 1, 2, 7, 8, 9, 31, 32, 33, 41, 159, 160, 161, 500, 501, 4_999, 5_000, 5_001, 5_007, 5_008 })
        {
            var roots = Roots(count);
            await Db.LongRoots.InsertManyAsync(roots);
            await AssertStoredAsync(roots);
            await Db.LongRoots.All().DeleteAsync();
        }
        await AssertCostAsync(0, 0, () => Db.LongRoots.InsertManyAsync([]));
    }

    [SkippableFact]
    public async Task Any_number_keeps_the_keys_that_it_has()
    {
        foreach (int count in new[] { 1, 7, 8, 32, 41, 999, 1_000, 1_001, 5_001 })
        {
            var roots = Roots(count, firstKey: 10);
            await Db.LongRoots.InsertManyAsync(roots);
            Assert.Equal(Enumerable.Range(10, count).Select(id => (long)id), roots.Select(root => root.Id));
            await AssertStoredAsync(roots);
            await Db.LongRoots.All().DeleteAsync();
        }
    }

    [SkippableFact]
    public async Task A_hundred_thousand_go_in_few_round_trips_and_tell_how_far_they_are()
    {
        var roots = Roots(Many);
        var progress = new Reports();
        using (var log = Db.Record())
        {
            await Db.LongRoots.InsertManyAsync(roots, progress);
            Assert.Equal(20, log.RoundTrips);
            Assert.Equal(Many, log.Statements.Sum(statement => statement.Rows));
            Assert.Equal(IsSqlite ? Many / 32 : 20, log.Statements.Count);
        }
        Assert.Equal((20, Many), (progress.Counts.Count, progress.Counts[^1]));
        Assert.Equal(progress.Counts.Order().Distinct(), progress.Counts);
        await AssertStoredAsync(roots);

        var keyed = Roots(Many, firstKey: 1_000_000);
        progress = new Reports();
        using (var log = Db.Record())
        {
            await Db.LongRoots.InsertManyAsync(keyed, progress);
            Assert.Equal(Many, log.Statements.Sum(statement => statement.Rows));
            if (!IsSqlite)
                Assert.Equal(("COPY \"long_roots\" (\"id\", \"name\") FROM STDIN (FORMAT BINARY)", 2), (Assert.Single(log.Statements).Text, log.RoundTrips));
        }
        Assert.Equal(Many, progress.Counts[^1]);
        Assert.Equal(progress.Counts.Order().Distinct(), progress.Counts);
        Assert.Equal(2 * Many, await Db.LongRoots.CountAsync());
    }

    [SkippableFact]
    public async Task The_statements_are_few_and_constant()
    {
        using var log = Db.Record();
        await Db.LongRoots.InsertManyAsync(Roots(7));
        Assert.Equal(7, log.Statements.Count);
        Assert.All(log.Statements, statement => Assert.Equal("INSERT INTO \"long_roots\" (\"name\")\nVALUES (@name)\nRETURNING \"id\"", statement.Text));
        await Db.LongRoots.InsertManyAsync(Roots(8));
        Assert.Equal(
            IsSqlite
                ? "INSERT INTO \"long_roots\" (\"name\")\nVALUES (?1),\n(?2),\n(?3),\n(?4),\n(?5),\n(?6),\n(?7),\n(?8)\nRETURNING \"id\""
                : "INSERT INTO \"long_roots\" (\"name\")\nSELECT c0\nFROM unnest(@c0) WITH ORDINALITY AS rows(c0, place)\nORDER BY place\nRETURNING \"id\"",
            log.Statements[^1].Text);
        Assert.Equal((8L, "name"), (log.Statements[^1].Rows, Assert.Single(log.Statements[^1].ParameterNames)));
        await Db.PairRoots.InsertManyAsync(Enumerable.Range(0, 8).Select(i => new PairRoot { Area = "a", Number = i, Name = "b" }));
        Assert.Equal(
            IsSqlite
                ? "INSERT INTO \"pair_roots\" (\"area\", \"number\", \"name\")\nVALUES (" + string.Join("),\n(", Enumerable.Range(0, 8).Select(i => $"?{(3 * i) + 1}, ?{(3 * i) + 2}, ?{(3 * i) + 3}")) + ")"
                : "INSERT INTO \"pair_roots\" (\"area\", \"number\", \"name\")\nSELECT c0, c1, c2\nFROM unnest(@c0, @c1, @c2) WITH ORDINALITY AS rows(c0, c1, c2, place)\nORDER BY place",
            log.Statements[^1].Text);
        Assert.Equal((8L, 9), (log.Statements[^1].Rows, log.RoundTrips + 6));
    }

    [SkippableFact]
    public async Task Those_with_a_key_go_before_those_without()
    {
        foreach (int count in new[] { 4, 100, 3_000 })
        {
            var roots = Roots(count);
            for (int i = 0; i < count; i += 2)
                roots[i].Id = 1_000_000 + (10 * i);
            var progress = new Reports();
            await Db.LongRoots.InsertManyAsync(roots, progress);
            Assert.Equal(count, progress.Counts[^1]);
            Assert.All(roots.Where((_, i) => i % 2 == 0), root => Assert.True(root.Id >= 1_000_000));
            await AssertStoredAsync(roots);
            await Db.LongRoots.All().DeleteAsync();
        }
    }

    [SkippableFact]
    public async Task Keys_of_every_kind()
    {
        foreach (int count in new[] { 3, 50, 1_200 })
        {
            var guids = Enumerable.Range(0, count).Select(i => new GuidRoot { Name = $"{i}" }).ToList();
            await Db.GuidRoots.InsertManyAsync(guids);
            Assert.Equal(guids.Select(root => (root.Id, root.Name)).Order(), (await Db.GuidRoots.ToListAsync()).Select(root => (root.Id, root.Name)).Order());
            var texts = Enumerable.Range(0, count).Select(i => new TextRoot { Code = $"key '{i}'", Name = $"{i}" }).ToList();
            await Db.TextRoots.InsertManyAsync(texts);
            Assert.Equal(texts.Select(root => (root.Code, root.Name)).Order(), (await Db.TextRoots.ToListAsync()).Select(root => (root.Code, root.Name)).Order());
            var pairs = Enumerable.Range(0, count).Select(i => new PairRoot { Area = $"{i % 7}", Number = i, Name = $"{i}" }).ToList();
            await Db.PairRoots.InsertManyAsync(pairs);
            Assert.Equal(pairs.Select(root => (root.Area, root.Number, root.Name)).Order(), (await Db.PairRoots.ToListAsync()).Select(root => (root.Area, root.Number, root.Name)).Order());
            await Db.GuidRoots.All().DeleteAsync();
            await Db.TextRoots.All().DeleteAsync();
            await Db.PairRoots.All().DeleteAsync();
        }
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_key_that_is_taken_leaves_nothing_behind(int firstKey)
    {
        await Db.TextRoots.InsertAsync(new TextRoot { Code = $"{Bad}" });
        var codes = Enumerable.Range(0, Many).Select(i => new TextRoot { Code = $"{i}" }).ToList();
        var violation = await Assert.ThrowsAsync<UniqueViolationException>(() => Db.TextRoots.InsertManyAsync(codes));
        Assert.Equal("TextRoot", violation.Model);
        Assert.Equal(1, await Db.TextRoots.CountAsync());

        // Two rows of the same foreign key, which is one-to-one.
        var root = new LongRoot { Name = "root" };
        await Db.LongRoots.InsertAsync(root);
        var leaves = Enumerable.Range(0, Many).Select(i => new LongLeaf { Id = firstKey == 0 ? 0 : firstKey + i, Twin = i is 5 or Bad ? root : null }).ToList();
        await Assert.ThrowsAsync<UniqueViolationException>(() => Db.LongLeaves.InsertManyAsync(leaves));
        Assert.Equal(0, await Db.LongLeaves.CountAsync());
        Assert.All(leaves, leaf => Assert.True((firstKey > 0 || leaf.Id == 0) && ((IModel)leaf).Source is null));
        leaves[Bad].Twin = null;
        await Db.LongLeaves.InsertManyAsync(leaves);
        Assert.Equal(Many, await Db.LongLeaves.CountAsync());
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task A_value_that_is_refused_leaves_nothing_behind(int firstKey)
    {
        var roots = Roots(Many, firstKey);
        roots[Bad].Name = "a\0b";
        var refusal = await Assert.ThrowsAsync<InvalidValueException>(() => Db.LongRoots.InsertManyAsync(roots));
        Assert.Equal(("LongRoot", "Name"), (refusal.Model, refusal.Member));
        Assert.Equal(0, await Db.LongRoots.CountAsync());
        Assert.All(roots, root => Assert.True(firstKey > 0 || root.Id == 0));
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task Cancelled_in_the_middle_it_leaves_nothing_behind(int firstKey)
    {
        using var source = new CancellationTokenSource();
        var roots = Roots(Many, firstKey);
        var progress = new Reports { Told = count => CancelAt(count, source) };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.LongRoots.InsertManyAsync(roots, progress, source.Token));
        Assert.InRange(progress.Counts[^1], 20_000, Many - 1);
        Assert.Equal(0, await Db.LongRoots.CountAsync());
        Assert.All(roots, root => Assert.True((firstKey > 0 || root.Id == 0) && ((IModel)root).Source is null));
        await Db.LongRoots.InsertManyAsync(roots);
        Assert.Equal(Many, await Db.LongRoots.CountAsync());
    }

    [SkippableTheory]
    [InlineData(0)]
    [InlineData(10)]
    public async Task In_a_transaction_it_is_a_savepoint(int firstKey)
    {
        var first = Roots(2_000, firstKey);
        var second = Roots(2_000, firstKey == 0 ? 0 : 10_000);
        await Db.TransactionAsync(async tx =>
        {
            await tx.LongRoots.InsertManyAsync(first);
            var failing = Roots(2_000, firstKey == 0 ? 0 : 10_000);
            failing[1_500].Name = "\ud800";
            await Assert.ThrowsAsync<InvalidValueException>(() => tx.LongRoots.InsertManyAsync(failing));
            failing[1_500].Name = "fine";
            failing[1_500].Id = first[0].Id;
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.LongRoots.InsertManyAsync(failing));
            using var source = new CancellationTokenSource();
            var progress = new Reports { Told = _ => source.Cancel() };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => tx.LongRoots.InsertManyAsync(Roots(20_000, firstKey == 0 ? 0 : 50_000), progress, source.Token));
            await tx.LongRoots.InsertManyAsync(second);
        });
        Assert.Equal(4_000, await Db.LongRoots.CountAsync());
        await AssertStoredAsync([.. first, .. second]);
    }

    [SkippableFact]
    public async Task Large_rows_go_few_at_a_time()
    {
        var roots = Enumerable.Range(0, 40).Select(i => new LongRoot { Name = new string((char)('a' + (i % 26)), 1_000_000 + i) }).ToList();
        using (var log = Db.Record())
        {
            await Db.LongRoots.InsertManyAsync(roots);
            Assert.Equal(IsSqlite ? 2 : 8, log.Statements.Count); // 17, 17, and the last 6 one by one
        }
        roots.ForEach(root => root.Name += "!");
        await Db.LongRoots.UpdateManyAsync(roots);
        var stored = await Db.LongRoots.OrderBy(root => root.Id).Select(root => (root.Id, root.Name)).ToListAsync();
        Assert.Equal(roots.Select(root => (root.Id, root.Name)), stored);
    }

    [SkippableFact]
    public async Task Whoever_is_told_may_fail()
    {
        foreach (int firstKey in new[] { 0, 10 })
        {
            var progress = new Reports { Told = _ => throw new FormatException() };
            await Assert.ThrowsAsync<FormatException>(() => Db.LongRoots.InsertManyAsync(Roots(20_000, firstKey), progress));
            Assert.Equal(0, await Db.LongRoots.CountAsync());
        }
    }

    [SkippableFact]
    public async Task Related_sets_insert_many_too()
    {
        var root = new LongRoot { Name = "root" };
        await Db.LongRoots.InsertAsync(root);
        var leaves = Enumerable.Range(0, 3_000).Select(i => new LongLeaf { Name = $"{i}" }).ToArray();
        using (var log = Db.Record())
        {
            await root.Leaves.AddAsync(leaves);
            Assert.Equal(1, log.RoundTrips);
        }
        Assert.Equal(leaves.Select(leaf => (leaf.Id, leaf.Name)), (await root.Leaves.Query.OrderBy(leaf => leaf.Id).ToListAsync()).Select(leaf => (leaf.Id, leaf.Name)));
    }

    private static void CancelAt(long count, CancellationTokenSource source)
    {
        if (count >= 20_000)
            source.Cancel();
    }

    private static List<LongRoot> Roots(int count, int firstKey = 0)
        => Enumerable.Range(0, count).Select(i => new LongRoot { Id = firstKey == 0 ? 0 : firstKey + i, Name = $"root {i}" }).ToList();

    private async Task AssertStoredAsync(IReadOnlyList<LongRoot> roots)
    {
        var stored = await Db.LongRoots.Select(root => (root.Id, root.Name)).ToListAsync();
        Assert.Equal(roots.Select(root => (root.Id, root.Name)).Order(), stored.Order());
        Assert.All(roots, root => Assert.NotNull(((IModel)root).Source));
    }

    /// <summary>Notes what it is told, at once.</summary>
    private sealed class Reports : IProgress<long>
    {
        public List<long> Counts { get; } = [];

        public Action<long> Told { get; init; } = static _ => { };

        public void Report(long value)
        {
            Counts.Add(value);
            Told(value);
        }
    }
}
