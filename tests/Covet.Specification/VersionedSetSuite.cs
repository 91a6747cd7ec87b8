using Zoo;

namespace Covet.Specification;

/// <summary>Versions under the writes that read no row first: upserts, related sets, links.</summary>
/// <param name="fixture">The database.</param>
public abstract class VersionedSetSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task An_upsert_counts_up_and_gives_the_instance_what_the_row_has()
    {
        var first = new Account { Owner = "Ann", Balance = 1 };
        await Db.Accounts.UpsertAsync(first, a => a.Owner);
        Assert.Equal(1, first.Version);
        var second = new Account { Owner = "Ann", Balance = 2 };
        await AssertCostAsync(1, 1, () => Db.Accounts.UpsertAsync(second, a => a.Owner));
        Assert.Equal((first.Id, 2, first.Opened), (second.Id, second.Version, second.Opened));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Accounts.UpdateAsync(first));
        var third = new Account { Owner = "Ann", Balance = 3 };
        Assert.False((await Db.Accounts.UpdateOrCreateAsync(third, a => a.Owner)).Created);
        Assert.Equal((3, first.Opened), (third.Version, third.Opened));
        var fourth = new Account { Owner = "Ann" };
        var (found, created) = await Db.Accounts.GetOrCreateAsync(fourth, a => a.Owner);
        Assert.Equal((3, false, 0, default), (found.Version, created, fourth.Version, fourth.Opened));
        Account[] many = [new() { Owner = "Ann", Balance = 5 }, new() { Owner = "Bob" }];
        await Db.Accounts.UpsertManyAsync(many, a => a.Owner);
        Assert.Equal([(4, first.Opened), (1, many[1].Opened)], many.Select(a => (a.Version, a.Opened)));
        foreach (var account in many)
            await Db.Accounts.UpdateAsync(account);
        Assert.True((await Db.Accounts.GetOrCreateAsync(new Account { Owner = "Cid" }, a => a.Owner)).Created);
    }

    [SkippableFact]
    public async Task An_upsert_gives_the_instance_the_row_version()
    {
        var first = new Meter { Area = "North", Number = 1, Serial = "s" };
        await Db.Meters.UpsertAsync(first, m => m.Serial);
        await Db.Meters.UpdateAsync(first);
        var second = new Meter { Area = "North", Number = 1, Serial = "s", Reading = 2 };
        await Db.Meters.UpsertAsync(second, m => m.AreaAndNumber);
        await Db.Meters.UpdateAsync(second);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateAsync(first));
        await Db.Meters.UpsertManyAsync([first, new Meter { Area = "South", Number = 2 }], m => m.AreaAndNumber);
        await Db.Meters.UpdateAsync(first);
        Assert.False((await Db.Meters.UpdateOrCreateAsync(second, m => m.AreaAndNumber)).Created);
        await Db.Meters.UpdateAsync(second);
    }

    [SkippableFact]
    public async Task A_failed_upsert_leaves_the_instance_as_it_was()
    {
        await Db.Accounts.InsertAsync(new Account { Owner = "Ann" });
        var lost = new Account { Owner = "Ann", Balance = 3, BranchId = 99 };
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Accounts.UpsertAsync(lost, a => a.Owner));
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Accounts.UpsertManyAsync([lost], a => a.Owner));
        Assert.Equal((0, 0, default, null), (lost.Id, lost.Version, lost.Opened, lost.Touched));
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            lost.BranchId = null;
            await tx.Accounts.UpsertAsync(lost, a => a.Owner);
            Assert.Equal(2, lost.Version);
            throw new FormatException();
        }));
        Assert.Equal((0, 0, default, null), (lost.Id, lost.Version, lost.Opened, lost.Touched));
    }

    [SkippableFact]
    public async Task Writes_of_a_set_count_up_and_the_instances_know()
    {
        var (main, side) = await BranchesAsync();
        var (ann, bob) = (new Account { Owner = "Ann" }, new Account { Owner = "Bob" });
        await Db.Accounts.InsertManyAsync([ann, bob]);
        await AssertCostAsync(1, 1, () => main.Accounts.AddAsync(ann, bob));
        Assert.Equal((2, 2), (ann.Version, bob.Version));
        await main.Accounts.AllAsync();
        await AssertCostAsync(1, 1, () => main.Accounts.RemoveAsync(ann));
        Assert.Equal((3, null), (ann.Version, ann.BranchId));
        await side.Accounts.SetAsync([ann, bob, new Account { Owner = "Cid" }]);
        Assert.Equal((4, 3), (ann.Version, bob.Version));
        var loaded = await side.Accounts.AllAsync();
        await side.Accounts.SetAsync([ann]);
        Assert.Equal([4, 4, 2], loaded.OrderBy(a => a.Owner).Select(a => a.Version));
        Assert.Equal([side.Id, null, null], loaded.OrderBy(a => a.Owner).Select(a => a.BranchId));
        var left = (await side.Accounts.AllAsync())[0];
        await side.Accounts.ClearAsync();
        Assert.Equal((5, null), (left.Version, left.BranchId));
        foreach (var account in loaded.Where(a => a.Owner != "Ann").Append(left))
            await Db.Accounts.UpdateAsync(account);
        await main.Accounts.CreateAsync(new Account { Owner = "Dan" });
        Assert.Equal(1, (await main.Accounts.AllAsync())[0].Version);
    }

    [SkippableFact]
    public async Task Writes_of_a_set_give_row_versions_back()
    {
        var (main, side) = await BranchesAsync();
        var (a, b) = (new Meter { Area = "a", Number = 1 }, new Meter { Area = "b", Number = 2 });
        await Db.Meters.InsertManyAsync([a, b]);
        await AssertCostAsync(1, 1, () => main.Meters.AddAsync(a, b));
        await Db.Meters.UpdateAsync(a);
        await main.Meters.AllAsync();
        await main.Meters.RemoveAsync(a);
        await Db.Meters.UpdateAsync(a);
        await side.Meters.SetAsync([a, b]);
        await Db.Meters.UpdateAsync(b);
        var loaded = await side.Meters.AllAsync();
        await side.Meters.ClearAsync();
        foreach (var meter in loaded)
            await Db.Meters.UpdateAsync(meter);
        Assert.Equal(0, await side.Meters.Query.CountAsync());
    }

    [SkippableFact]
    public async Task A_stale_instance_that_is_moved_stays_stale()
    {
        var (main, _) = await BranchesAsync();
        await Db.Accounts.InsertAsync(new Account { Owner = "Ann" });
        await Db.Meters.InsertAsync(new Meter { Area = "a", Number = 1 });
        var (account, meter) = (await Db.Accounts.SingleAsync(), await Db.Meters.SingleAsync());
        await Db.Accounts.All().UpdateAsync(a => a.Balance.Set(100));
        await Db.Meters.All().UpdateAsync(m => m.Reading.Set(100));
        await main.Accounts.AddAsync(account);
        await main.Meters.AddAsync(meter);
        Assert.Equal((main.Id, main.Id), (account.BranchId, meter.BranchId));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Accounts.UpdateAsync(account));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateAsync(meter));
        Assert.Equal(100, await Db.Accounts.Select(a => a.Balance).SingleAsync());
    }

    [SkippableFact]
    public async Task A_rollback_takes_versions_of_moved_rows_back()
    {
        var (main, side) = await BranchesAsync();
        var account = await main.Accounts.CreateAsync(new Account { Owner = "Ann" });
        var meter = await main.Meters.CreateAsync(new Meter { Area = "a", Number = 1 });
        var (stamp, touched) = (meter.Stamp, account.Touched);
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            var there = (await tx.Branches.FindAsync(side.Id))!;
            await there.Accounts.AddAsync(account);
            await there.Meters.AddAsync(meter);
            await there.Accounts.RemoveAsync(account);
            Assert.Equal(3, account.Version);
            throw new FormatException();
        }));
        Assert.Equal((1, stamp, touched, main.Id, main.Id), (account.Version, meter.Stamp, account.Touched, account.BranchId, meter.BranchId));
        await Db.Accounts.UpdateAsync(account);
        await Db.Meters.UpdateAsync(meter);
    }

    [SkippableFact]
    public async Task Links_have_versions_and_times_of_their_own()
    {
        var (main, _) = await BranchesAsync();
        var (ann, bob) = (new Account { Owner = "Ann" }, new Account { Owner = "Bob" });
        await Db.Accounts.InsertManyAsync([ann, bob]);
        await AssertCostAsync(1, 1, () => main.Mandates.AddAsync(ann, bob));
        var mandates = await Db.Mandates.ToListAsync();
        Assert.All(mandates, mandate => Assert.True(mandate is { Version: > 0, Since.Year: > 2000 }));
        await main.Mandates.CreateAsync(new Account { Owner = "Cid" });
        Assert.Equal(3, await Db.Mandates.CountAsync());
    }

    [SkippableFact]
    public async Task A_row_version_is_read_wherever_columns_are()
    {
        var (main, _) = await BranchesAsync();
        Meter[] meters = [.. Enumerable.Range(1, 4).Select(i => new Meter { Area = "a", Number = i, Branch = main })];
        await Db.Meters.InsertManyAsync(meters);
        var stamp = meters[0].Stamp;
        Assert.Equal(stamp, (await Db.Meters.Include(m => m.Branch).FirstAsync()).Stamp);
        var loaded = await Db.Branches.Where(b => b.Id == main.Id).Prefetch(b => b.Meters.OrderBy(m => m.Number).Take(2)).SingleAsync();
        Assert.Equal(meters.Take(2).Select(m => m.Stamp), loaded.Meters.All().Select(m => m.Stamp));
        var north = Db.Meters.Where(m => m.Number < 3);
        Assert.Equal(4, (await north.Union(Db.Meters.Where(m => m.Number > 1)).ToListAsync()).Count);
        Assert.Equal(4, (await Db.Meters.OrderBy(m => m.Number).Skip(0).Take(10).Where(m => m.Stamp != 0u).ToListAsync()).Count);
        var raw = await Db.Meters.FromSql($"SELECT *{new RawExpression(IsSqlite ? "" : ", xmin")} FROM meters WHERE number = 1").SingleAsync();
        Assert.Equal(stamp, raw.Stamp);
        raw.Reading = 4;
        await Db.Meters.UpdateAsync(raw);
        await meters[0].ReloadAsync();
        Assert.Equal((4, raw.Stamp), (meters[0].Reading, meters[0].Stamp));
        Assert.Equal(raw.Stamp, (await Db.Meters.FindAsync("a", 1))!.Stamp);
        Assert.Equal(raw.Stamp, (await Db.Meters.FindManyAsync([("a", 1)]))[("a", 1)].Stamp);
    }

    private async Task<(Branch Main, Branch Side)> BranchesAsync()
    {
        var (main, side) = (new Branch { Name = "Main" }, new Branch { Name = "Side" });
        await Db.Branches.InsertManyAsync([main, side]);
        return (main, side);
    }
}
