using Zoo;

namespace Covet.Specification;

/// <summary>Prefetches that follow a relation between rows of one model to any depth.</summary>
/// <param name="fixture">The database.</param>
public abstract class RecursivePrefetchSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task A_tree_of_any_depth_is_one_statement()
    {
        await TreeAsync();
        List<Employee> tops = [];
        await AssertCostAsync(2, 2, async () => tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive()).ToListAsync());
        using var log = Db.Record();
        Assert.Equal("a(b(d(f) e) c) x(y)", Shown(tops));
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task The_statement_walks_keys_and_reads_the_rows_once()
    {
        await TreeAsync();
        using var log = Db.Record();
        await Db.Employees.Where(e => e.Boss == null).Prefetch(e => e.Reports.Where(r => r.Name != "q").Recursive(maxDepth: 2)).ToListAsync();
        string list = IsSqlite ? "IN (SELECT value FROM json_each(@keys))" : "= ANY(@keys)";
        string ran =
            "WITH RECURSIVE \"covet_t1\" (\"id\", \"covet_depth\") AS (" +
            $"SELECT t2.\"id\", 1 FROM \"employees\" AS t2 WHERE t2.\"boss_id\" {list} AND t2.\"name\" <> @p0 " +
            "UNION SELECT t4.\"id\", t3.\"covet_depth\" + 1 FROM \"covet_t1\" AS t3, \"employees\" AS t4 " +
            "WHERE t4.\"boss_id\" = t3.\"id\" AND t3.\"covet_depth\" < @p1 AND t4.\"name\" <> @p2) " +
            "SELECT t0.\"id\", t0.\"name\", t0.\"boss_id\" FROM \"employees\" AS t0 WHERE t0.\"id\" IN (SELECT \"id\" FROM \"covet_t1\") ORDER BY t0.\"id\"";
        Assert.Equal(ran, log.Statements[1].Text);
    }

    [SkippableFact]
    public async Task The_depth_may_be_limited_and_the_last_level_stays_not_loaded()
    {
        await TreeAsync();
        var tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive(maxDepth: 2)).ToListAsync();
        var b = tops[0].Reports.All()[0];
        Assert.Equal(["d", "e"], b.Reports.All().Select(e => e.Name));
        Assert.All(b.Reports.All(), e => Assert.False(e.Reports.IsLoaded));
        Assert.Throws<RelationNotLoadedException>(() => b.Reports.All()[0].Reports.All());
        Assert.Empty(tops[0].Reports.All()[1].Reports.All());
        tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive(maxDepth: 1)).ToListAsync();
        Assert.Equal(["b", "c"], tops[0].Reports.All().Select(e => e.Name));
        Assert.False(tops[0].Reports.All()[0].Reports.IsLoaded);
    }

    [SkippableFact]
    public async Task A_condition_applies_to_each_level_and_hides_what_is_below()
    {
        await TreeAsync();
        var tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports.Where(r => r.Name != "d" && r.Boss.Name != "x").Recursive()).ToListAsync();
        Assert.Equal("a(b(e) c) x", Shown(tops));
    }

    [SkippableFact]
    public async Task Line_16_each_level_keeps_the_order()
    {
        await TreeAsync();
        var tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive().OrderByDescending(r => r.Name)).ToListAsync();
        Assert.Equal("a(c b(e d(f))) x(y)", Shown(tops));
    }

    [SkippableFact]
    public async Task Line_24_children_know_their_parent()
    {
        await TreeAsync();
        var tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive()).ToListAsync();
        using var log = Db.Record();
        AssertBosses(tops);
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task All_ancestors_are_one_statement()
    {
        await TreeAsync();
        List<Employee> all = [];
        await AssertCostAsync(2, 2, async () => all = await Db.Employees.Where(e => e.Name.In("f", "e", "y")).OrderBy(e => e.Name).Prefetch(e => e.Boss.Recursive()).ToListAsync());
        using var log = Db.Record();
        Assert.Equal(["e b a", "f d b a", "y x"], all.Select(Upwards));
        Assert.Same(all[0].Boss, all[1].Boss!.Boss);
        Assert.Empty(log.Statements);
        all = await Db.Employees.Where(e => e.Name == "f").Prefetch(e => e.Boss.Recursive(maxDepth: 2)).ToListAsync();
        Assert.Equal("b", all[0].Boss!.Boss!.Name);
        Assert.Throws<RelationNotLoadedException>(() => all[0].Boss!.Boss!.Boss);
    }

    [SkippableFact]
    public async Task What_is_prefetched_inside_is_loaded_for_all_levels_at_once()
    {
        var staff = await TreeAsync();
        await staff["f"].Friends.AddAsync(staff["y"], staff["c"]);
        List<Employee> tops = [];
        await AssertCostAsync(3, 3, async () => tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id)
            .Prefetch(e => e.Reports.Recursive().Prefetch(r => r.Friends)).ToListAsync());
        Assert.Equal(["c", "y"], tops[0].Reports.All()[0].Reports.All()[0].Reports.All()[0].Friends.All().Select(f => f.Name));
        Assert.Empty(tops[0].Reports.All()[0].Friends.All());
        Assert.False(tops[0].Friends.IsLoaded);
    }

    [SkippableFact]
    public async Task Includes_are_joined_for_all_levels()
    {
        await TreeAsync();
        List<Employee> all = [];
        await AssertCostAsync(2, 2, async () => all = await Db.Employees.OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive().Include(r => r.Boss.Boss)).ToListAsync());
        Assert.Equal("a", all[1].Boss!.Name);
        Assert.Equal("b", all.Single(e => e.Name == "f").Boss!.Boss!.Name);
        Assert.Equal("a(b(d(f) e) c)", Shown([all[0]]));
    }

    [SkippableFact]
    public async Task Rows_that_it_starts_from_stand_for_themselves_in_the_tree()
    {
        await TreeAsync();
        var all = await Db.Employees.OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive()).ToListAsync();
        Assert.Equal("a(b(d(f) e) c) b(d(f) e) c d(f) e f x(y) y", Shown(all));
        Assert.Same(all.Single(e => e.Name == "d"), all[1].Reports.All()[0]);
        AssertBosses(all);
        all = await Db.Employees.OrderBy(e => e.Id).Prefetch(e => e.Boss.Recursive()).ToListAsync();
        Assert.Equal("f d b a", Upwards(all.Single(e => e.Name == "f")));
        Assert.Same(all[0], all[1].Boss);
    }

    [SkippableFact]
    public async Task Instances_in_memory_take_the_tree_and_take_it_anew()
    {
        var staff = await TreeAsync();
        var tops = await Db.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports).ToListAsync();
        await AssertCostAsync(1, 1, () => Db.Employees.PrefetchAsync(tops, e => e.Reports.Recursive()));
        Assert.Equal("a(b(d(f) e) c) x(y)", Shown(tops));
        await Db.Employees.InsertAsync(new Employee { Name = "z", Boss = staff["y"] });
        await Db.Employees.PrefetchAsync(tops, e => e.Reports.Recursive());
        Assert.Equal("a(b(d(f) e) c) x(y(z))", Shown(tops));
        AssertBosses(tops);
        await AssertCostAsync(0, 0, () => Db.Employees.PrefetchAsync([], e => e.Reports.Recursive()));
    }

    [SkippableFact]
    public async Task Line_22_two_instances_of_a_row_both_receive_the_tree()
    {
        await TreeAsync();
        Employee[] twice = [await Db.Employees.SingleAsync(e => e.Name == "a"), await Db.Employees.SingleAsync(e => e.Name == "a")];
        await Db.Employees.PrefetchAsync(twice, e => e.Reports.Recursive());
        Assert.Equal("a(b(d(f) e) c) a(b(d(f) e) c)", Shown(twice));
        Assert.Same(twice[0], twice[1].Reports.All()[0].Boss);
    }

    [SkippableFact]
    public async Task A_foreign_key_that_was_set_in_memory_stays_as_it_was_set()
    {
        var staff = await TreeAsync();
        var all = await Db.Employees.OrderBy(e => e.Id).ToListAsync();
        var f = all.Single(e => e.Name == "f");
        f.BossId = staff["x"].Id;
        await Db.Employees.PrefetchAsync(all, e => e.Reports.Recursive());
        Assert.Equal(staff["x"].Id, f.BossId);
        await Db.Employees.UpdateAsync(f);
        Assert.Equal(staff["x"].Id, (await Db.Employees.SingleAsync(e => e.Name == "f")).BossId);
    }

    [SkippableFact]
    public async Task A_circle_ends()
    {
        var staff = await TreeAsync();
        staff["a"].Boss = staff["f"];
        await Db.Employees.UpdateAsync(staff["a"]);
        var a = await Db.Employees.Where(e => e.Name == "a").Prefetch(e => e.Reports.Recursive()).SingleAsync();
        var f = a.Reports.All()[0].Reports.All()[0].Reports.All()[0];
        Assert.Same(a, f.Reports.All().Single());
        Assert.Same(f, a.Boss);
        a = await Db.Employees.Where(e => e.Name == "a").Prefetch(e => e.Reports.Recursive(maxDepth: 50)).SingleAsync();
        Assert.Same(a, a.Reports.All()[0].Reports.All()[0].Reports.All()[0].Reports.All().Single());
        a = await Db.Employees.Where(e => e.Name == "a").Prefetch(e => e.Boss.Recursive()).SingleAsync();
        Assert.Same(a, a.Boss!.Boss!.Boss!.Boss);
        var self = new Employee { Name = "self" };
        await Db.Employees.InsertAsync(self);
        self.Boss = self;
        await Db.Employees.UpdateAsync(self);
        self = await Db.Employees.Where(e => e.Name == "self").Prefetch(e => e.Reports.Recursive(), e => e.Boss.Recursive()).SingleAsync();
        Assert.Same(self, self.Reports.All().Single());
        Assert.Same(self, self.Boss);
    }

    [SkippableFact]
    public async Task Ten_thousand_levels_are_not_too_deep()
    {
        const int Depth = 10_000;
        await Db.Places.InsertManyAsync(Enumerable.Range(0, Depth + 1).Select(i => new Place { Code = $"{i}", WithinCode = i == 0 ? null : $"{i - 1}" }));
        var place = await Db.Places.Where(p => p.Code == "0").Prefetch(p => p.Places.Recursive()).SingleAsync();
        int depth = 0;
        for (; place.Places.All() is [var inner]; place = inner)
            depth++;
        Assert.Equal(Depth, depth);
        Assert.Equal($"{Depth}", place.Code);
        var deepest = await Db.Places.Where(p => p.Code == $"{Depth}").Prefetch(p => p.Within.Recursive()).SingleAsync();
        for (; deepest.Within is { } outer; deepest = outer)
            depth--;
        Assert.Equal(0, depth);
    }

    [SkippableFact]
    public async Task Keys_of_several_columns_and_unique_columns_are_followed_too()
    {
        var root = new Folder { Drive = 1, Name = "root" };
        var (bin, usr) = (new Folder { Drive = 1, Name = "bin", Parent = root }, new Folder { Drive = 2, Name = "usr", Parent = root });
        await Db.Folders.InsertManyAsync([root, bin, usr, new Folder { Drive = 1, Name = "usr" }, new Folder { Drive = 2, Name = "deep", Parent = usr }]);
        root = await Db.Folders.Where(f => f.Name == "root").Prefetch(f => f.Folders.Recursive()).SingleAsync();
        Assert.Equal([(1, "bin", 0), (2, "usr", 1)], root.Folders.All().Select(f => (f.Drive, f.Name, f.Folders.All().Count)));
        var deep = await Db.Folders.Where(f => f.Name == "deep").Prefetch(f => f.Parent.Recursive(maxDepth: 5)).SingleAsync();
        Assert.Equal("root", deep.Parent!.Parent!.Name);
        Assert.Null(deep.Parent.Parent.Parent);

        await Db.Places.InsertManyAsync([new Place { Code = "eu" }, new Place { Code = "it", WithinCode = "eu" }, new Place { Code = "rome", WithinCode = "it" }, new Place { Code = "fr", WithinCode = "eu" }]);
        var europe = await Db.Places.Where(p => p.Code == "eu").Prefetch(p => p.Places.Recursive()).SingleAsync();
        Assert.Equal(["it", "fr"], europe.Places.All().Select(p => p.Code));
        Assert.Equal(["rome"], europe.Places.All()[0].Places.All().Select(p => p.Code));
        Assert.Empty(europe.Places.All()[1].Places.All());
        Assert.Same(europe, europe.Places.All()[1].Within);
    }

    [SkippableFact]
    public async Task One_to_one_relations_are_lists_in_both_directions()
    {
        var one = new Chapter { Title = "one" };
        var two = new Chapter { Title = "two", Previous = one };
        await Db.Chapters.InsertManyAsync([one]);
        await Db.Chapters.InsertAsync(two);
        await Db.Chapters.InsertAsync(new Chapter { Title = "three", Previous = two });
        one = await Db.Chapters.Where(c => c.Title == "one").Prefetch(c => c.Next.Recursive()).SingleAsync();
        Assert.Equal("three", one.Next!.Next!.Title);
        Assert.Null(one.Next.Next.Next);
        Assert.Same(one, one.Next.Previous);
        var three = await Db.Chapters.Where(c => c.Title == "three").Prefetch(c => c.Previous.Recursive()).SingleAsync();
        Assert.Equal("one", three.Previous!.Previous!.Title);
        Assert.Same(three.Previous, three.Previous.Previous.Next);
    }

    [SkippableFact]
    public async Task Pairs_are_followed_to_all_who_are_connected()
    {
        var staff = await TreeAsync();
        await staff["a"].Friends.AddAsync(staff["b"], staff["c"]);
        await staff["c"].Friends.AddAsync(staff["b"], staff["d"]);
        await staff["d"].Friends.AddAsync(staff["e"]);
        Employee a = null!;
        await AssertCostAsync(2, 2, async () => a = await Db.Employees.Where(e => e.Name == "a").Prefetch(e => e.Friends.Recursive()).SingleAsync());
        Assert.Equal(["b", "c"], a.Friends.All().Select(f => f.Name));
        var c = a.Friends.All()[1];
        Assert.Equal(["a", "b", "d"], c.Friends.All().Select(f => f.Name));
        Assert.Same(a, c.Friends.All()[0]);
        Assert.Same(a.Friends.All()[0], c.Friends.All()[1]);
        Assert.Equal(["d"], c.Friends.All()[2].Friends.All()[1].Friends.All().Select(f => f.Name));
        a = await Db.Employees.Where(e => e.Name == "a").Prefetch(e => e.Friends.OrderByDescending(f => f.Name).Recursive(maxDepth: 2)).SingleAsync();
        Assert.Equal(["d", "b", "a"], a.Friends.All()[0].Friends.All().Select(f => f.Name));
        Assert.False(a.Friends.All()[0].Friends.All()[0].Friends.IsLoaded);
        a = await Db.Employees.Where(e => e.Name == "a").Prefetch(e => e.Friends.Where(f => f.Name != "c").Recursive()).SingleAsync();
        Assert.Equal(["b"], a.Friends.All().Select(f => f.Name));
        Assert.Equal(["a"], a.Friends.All()[0].Friends.All().Select(f => f.Name));
    }

    [SkippableFact]
    public async Task A_tree_below_other_relations_and_in_a_place_of_its_own()
    {
        var (bike, wheel, spoke) = (new Part { Name = "bike" }, new Part { Name = "wheel" }, new Part { Name = "spoke" });
        await Db.Parts.InsertManyAsync([bike, wheel, spoke]);
        await Db.PartUses.InsertManyAsync([new PartUse { Whole = bike, Piece = wheel, Quantity = 2 }, new PartUse { Whole = wheel, Piece = spoke, Quantity = 36 }]);
        List<PartUse> uses = [];
        await AssertCostAsync(3, 3, async () => uses = await Db.PartUses.OrderBy(u => u.Id).Prefetch(u => u.Whole.Prefetch(w => w.Parts.Recursive().Into(w.MainParts))).ToListAsync());
        Assert.Equal("spoke", uses[0].Whole.MainParts[0].MainParts[0].Name);
        Assert.Same(uses[1].Whole, uses[0].Whole.MainParts[0]);
        Assert.False(uses[0].Whole.Parts.IsLoaded);
    }

    [SkippableFact]
    public async Task The_rows_of_all_levels_can_be_locked()
    {
        await TreeAsync();
        await Db.TransactionAsync(async tx =>
        {
            var tops = await tx.Employees.Where(e => e.Boss == null).OrderBy(e => e.Id).Prefetch(e => e.Reports.Recursive().ForUpdate()).ToListAsync();
            Assert.Equal("a(b(d(f) e) c) x(y)", Shown(tops));
        });
    }

    [SkippableFact]
    public async Task Line_11_and_12_the_same_tree_twice_merges_and_another_one_throws()
    {
        await TreeAsync();
        await AssertCostAsync(3, 3, () => Db.Employees.Prefetch(e => e.Reports.Recursive(), e => e.Reports.Recursive().Prefetch(r => r.Friends)).ToListAsync());
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => Db.Employees.Prefetch(e => e.Reports, e => e.Reports.Recursive()).ToListAsync());
        Assert.Contains("Employee.Reports twice", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Db.Employees.Prefetch(e => e.Reports.Recursive(2), e => e.Reports.Recursive()).ToListAsync());
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task What_cannot_be_followed_is_refused_before_anything_is_sent()
    {
        var staff = await TreeAsync();
        using var log = Db.Record();
        Refused<InvalidOperationException>("query of Employee rows", () => Db.Employees.Recursive());
        Refused<InvalidOperationException>("query of Employee rows", () => staff["a"].Reports.Query.Recursive(2));
        Refused<InvalidOperationException>("Country.Citizens leads from Country to Traveller", () => Db.Countries.Prefetch(c => c.Citizens.Recursive()));
        Refused<ArgumentOutOfRangeException>("maxDepth", () => Db.Employees.Prefetch(e => e.Reports.Recursive(0)));
        Refused<ArgumentException>("Skip and Take", () => Db.Employees.Prefetch(e => e.Reports.Recursive().Take(3)));
        Refused<ArgumentException>("Skip and Take", () => Db.Employees.Prefetch(e => e.Reports.Skip(3).Recursive()));
        Refused<ArgumentException>("leads to one row", () => Db.Employees.Prefetch(e => e.Boss.Take(1).Recursive()));
        Refused<ArgumentException>("Remove the inner one", () => Db.Employees.Prefetch(e => e.Reports.Prefetch(r => r.Reports).Recursive()));
        Assert.Empty(log.Statements);
    }

    /// <summary>a over b and c, b over d and e, d over f; x over y.</summary>
    private async Task<Dictionary<string, Employee>> TreeAsync()
    {
        var staff = new Dictionary<string, Employee>();
        foreach (var (name, boss) in new[] { ("a", ""), ("b", "a"), ("c", "a"), ("d", "b"), ("e", "b"), ("f", "d"), ("x", ""), ("y", "x") })
        {
            staff[name] = new Employee { Name = name, Boss = staff.GetValueOrDefault(boss) };
            await Db.Employees.InsertAsync(staff[name]);
        }
        return staff;
    }

    private static string Shown(IEnumerable<Employee> employees)
        => string.Join(' ', employees.Select(e => e.Reports.All().Count == 0 ? e.Name : $"{e.Name}({Shown(e.Reports.All())})"));

    private static string Upwards(Employee employee) => employee.Boss is { } boss ? $"{employee.Name} {Upwards(boss)}" : employee.Name;

    private static void AssertBosses(IReadOnlyList<Employee> bosses)
    {
        foreach (var boss in bosses)
        {
            Assert.All(boss.Reports.All(), report => Assert.Same(boss, report.Boss));
            AssertBosses(boss.Reports.All());
        }
    }

    private static void Refused<TException>(string message, Func<object> action) where TException : Exception
        => Assert.Contains(message, Assert.Throws<TException>(action).Message, StringComparison.Ordinal);
}
