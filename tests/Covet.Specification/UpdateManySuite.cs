using Zoo;

namespace Covet.Specification;

/// <summary>Updates of many instances: any number, all or none.</summary>
/// <param name="fixture">The database.</param>
public abstract class UpdateManySuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task Any_number_is_written()
    {
        foreach (int count in new[] { 1, 2, 7, 8, 9, 501, 5_001 })
        {
            var roots = await GivenAsync(count);
            roots.ForEach(root => root.Name += "!");
            await Db.LongRoots.UpdateManyAsync(roots);
            var stored = await Db.LongRoots.ToListAsync();
            Assert.Equal(roots.Select(root => (root.Id, root.Name)).Order(), stored.Select(root => (root.Id, root.Name)).Order());
            await Db.LongRoots.All().DeleteAsync();
        }
        await AssertCostAsync(0, 0, () => Db.LongRoots.UpdateManyAsync([]));
    }

    [SkippableFact]
    public async Task The_statements_are_few_and_constant()
    {
        var roots = await GivenAsync(5_008);
        using var log = Db.Record();
        await Db.LongRoots.UpdateManyAsync(roots);
        Assert.Equal(IsSqlite ? (5_008, 11) : (2, 2), (log.Statements.Count, log.RoundTrips));
        Assert.Equal(5_008, log.Statements.Sum(statement => statement.Rows));
        Assert.Equal(
            IsSqlite
                ? "UPDATE \"long_roots\"\nSET \"name\" = @c0\nWHERE \"id\" = @c1"
                : "UPDATE \"long_roots\" AS t\nSET \"name\" = u.c0\nFROM unnest(@c0, @c1) AS u(c0, c1)\nWHERE t.\"id\" = u.c1\nRETURNING t.\"id\"",
            Assert.Single(log.Statements.Select(statement => statement.Text).Distinct()));
        await Db.LongRoots.UpdateManyAsync(roots.Take(7));
        Assert.Equal("UPDATE \"long_roots\"\nSET \"name\" = @c0\nWHERE \"id\" = @c1", log.Statements[^1].Text);
        Assert.Equal(["c0", "c1"], log.Statements[^1].ParameterNames);
    }

    [SkippableFact]
    public async Task Every_column_or_those_that_are_named()
    {
        var rows = Enumerable.Range(0, 50).Select(_ => new Everything()).ToList();
        await Db.Everythings.InsertManyAsync(rows);
        var filled = rows.ConvertAll(row =>
        {
            var other = TypeSuite.Filled();
            other.Id = row.Id;
            return other;
        });
        await Db.Everythings.UpdateManyAsync(filled, e => e.Text, e => e.MaybeAmount, e => e.MaybeAddress, e => e.MaybeIsbn);
        var some = await Db.Everythings.ToListAsync();
        Assert.All(some, row => Assert.Equal(
            (filled[0].Text, filled[0].MaybeAmount, filled[0].MaybeAddress, filled[0].MaybeIsbn, 0, (int?)null),
            (row.Text, row.MaybeAmount, row.MaybeAddress, row.MaybeIsbn, row.Number, row.MaybeNumber)));
        await Db.Everythings.UpdateManyAsync(filled);
        Assert.All(await Db.Everythings.ToListAsync(), row => TypeSuite.AssertEqual(filled[0], row));
        await Db.Everythings.UpdateManyAsync(rows, [e => e.MaybeText, e => e.MaybeInstant], CancellationToken.None);
        Assert.All(await Db.Everythings.ToListAsync(), row => Assert.Equal((null, null, filled[0].MaybeClock), (row.MaybeText, row.MaybeInstant, row.MaybeClock)));
    }

    [SkippableTheory]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(6_000)]
    public async Task Rows_that_are_gone_are_named_and_nothing_is_written(int count)
    {
        var roots = await GivenAsync(count);
        await Db.LongRoots.Where(root => root.Id.In(roots[1].Id, roots[^1].Id)).DeleteAsync();
        roots.ForEach(root => root.Name = "new");
        var exception = await Assert.ThrowsAsync<RowNotFoundException>(() => Db.LongRoots.UpdateManyAsync(roots));
        Assert.Equal("LongRoot", exception.Model);
        Assert.Equal([roots[1].Id, roots[^1].Id], exception.Keys);
        Assert.False(await Db.LongRoots.Where(root => root.Name == "new").AnyAsync());
    }

    [SkippableFact]
    public async Task What_is_wrong_is_said_before_anything_is_sent()
    {
        var roots = await GivenAsync(20);
        using var log = Db.Record();
        await Assert.ThrowsAsync<ArgumentNullException>(() => Db.LongRoots.UpdateManyAsync(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => Db.LongRoots.UpdateManyAsync([roots[0], null!]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.LongRoots.UpdateManyAsync([new LongRoot()]));
        await Assert.ThrowsAsync<ArgumentException>(() => Db.LongRoots.UpdateManyAsync(roots, []));
        await Assert.ThrowsAsync<ArgumentException>(() => Db.LongRoots.UpdateManyAsync(roots, root => root.Id));
        var twice = await Assert.ThrowsAsync<ArgumentException>(() => Db.LongRoots.UpdateManyAsync([roots[0], roots[1], roots[0]]));
        Assert.Contains($"LongRoot {roots[0].Id} is given twice", twice.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Db.PairRoots.UpdateManyAsync([new PairRoot { Area = "a", Number = 1 }, new PairRoot { Area = "a", Number = 1 }]));
        roots[^1].Name = "\0";
        var refusal = await Assert.ThrowsAsync<InvalidValueException>(() => Db.LongRoots.UpdateManyAsync(roots));
        Assert.Equal(("LongRoot", "Name"), (refusal.Model, refusal.Member));
        Assert.Empty(log.Statements);
    }

    [SkippableTheory]
    [InlineData(3)]
    [InlineData(3_000)]
    public async Task Versions_are_compared_and_counted(int count)
    {
        var accounts = Enumerable.Range(0, count).Select(i => new Account { Owner = $"{i}" }).ToList();
        await Db.Accounts.InsertManyAsync(accounts);
        int version = accounts[0].Version;
        var stale = await Db.Accounts.ToListAsync();
        accounts.ForEach(account => account.Balance = 5);
        await Db.Accounts.UpdateManyAsync(accounts, account => account.Balance);
        Assert.All(accounts, account => Assert.Equal((version + 1, true), (account.Version, account.Touched is not null)));
        Assert.All(await Db.Accounts.ToListAsync(), account => Assert.Equal((version + 1, 5, true), (account.Version, account.Balance, account.Touched is not null)));
        await Db.Accounts.UpdateManyAsync(accounts);
        Assert.All(accounts, account => Assert.Equal(version + 2, account.Version));

        var before = stale.ConvertAll(account => (account.Version, account.Touched));
        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Accounts.UpdateManyAsync([accounts[0], .. stale.Where(account => account.Id != accounts[0].Id)]));
        Assert.Equal(count - 1, exception.Keys.Count);
        Assert.Equal(before, stale.ConvertAll(account => (account.Version, account.Touched)));
        Assert.Equal(version + 2, accounts[0].Version);
        Assert.Equal(version + 2, (await Db.Accounts.FindAsync(accounts[0].Id))!.Version);
    }

    [SkippableTheory]
    [InlineData(3)]
    [InlineData(3_000)]
    public async Task Versions_that_the_database_makes_are_compared_and_taken_over(int count)
    {
        var meters = Enumerable.Range(0, count).Select(i => new Meter { Area = "a", Number = i }).ToList();
        await Db.Meters.InsertManyAsync(meters);
        Assert.All(await Db.Meters.ToListAsync(), meter => Assert.Equal(meters[meter.Number].Stamp, meter.Stamp));
        var stale = await Db.Meters.ToListAsync();
        meters.ForEach(meter => meter.Reading = meter.Number);
        await Db.Meters.UpdateManyAsync(meters);
        Assert.All(await Db.Meters.ToListAsync(), meter => Assert.Equal((meters[meter.Number].Stamp, meter.Number), (meter.Stamp, meter.Reading)));
        await Db.Meters.UpdateManyAsync(meters, meter => meter.Reading);
        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateManyAsync(stale));
        Assert.Equal(stale.Select(meter => (meter.Area, meter.Number)).Order(), exception.Keys.Cast<(string, int)>().Order());
    }

    [SkippableFact]
    public async Task In_a_transaction_it_is_a_savepoint()
    {
        var accounts = Enumerable.Range(0, 20).Select(i => new Account { Owner = $"{i}" }).ToList();
        await Db.Accounts.InsertManyAsync(accounts);
        int version = accounts[0].Version;
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Accounts.UpdateManyAsync(accounts);
            Assert.Equal(version + 1, accounts[5].Version);
            accounts[1].Owner = accounts[2].Owner;
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.Accounts.UpdateManyAsync(accounts));
            Assert.Equal(20, await tx.Accounts.CountAsync());
            throw new FormatException();
        }));
        Assert.All(accounts, account => Assert.Equal(version, account.Version));
        Assert.All(await Db.Accounts.ToListAsync(), account => Assert.Equal(version, account.Version));
    }

    private async Task<List<LongRoot>> GivenAsync(int count)
    {
        var roots = Enumerable.Range(0, count).Select(i => new LongRoot { Name = $"root {i}" }).ToList();
        await Db.LongRoots.InsertManyAsync(roots);
        return roots;
    }
}
