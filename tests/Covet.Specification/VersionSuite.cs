using Zoo;

namespace Covet.Specification;

/// <summary>Optimistic concurrency: writes of one instance, whose row others write too.</summary>
/// <param name="fixture">The database.</param>
public abstract class VersionSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task A_number_begins_with_one_and_is_compared_and_counted_up()
    {
        var account = new Account { Owner = "Ann", Balance = 10 };
        await Db.Accounts.InsertAsync(account);
        Assert.Equal(1, account.Version);
        account.Balance = 20;
        using var log = Db.Record();
        await Db.Accounts.UpdateAsync(account);
        await Db.Accounts.UpdateAsync(account, a => a.Balance);
        await Db.Accounts.DeleteAsync(account);
        Assert.Equal(
            [
                "UPDATE \"accounts\"\nSET \"owner\" = @owner, \"balance\" = @balance, \"opened\" = @opened, \"touched\" = @touched, \"branch_id\" = @branch_id, "
                    + "\"version\" = \"version\" + 1\nWHERE \"id\" = @id AND \"version\" = @version",
                "UPDATE \"accounts\" SET \"balance\" = @p0, \"touched\" = @p1, \"version\" = \"version\" + 1 WHERE \"id\" = @p2 AND \"version\" = @p3",
                "DELETE FROM \"accounts\" WHERE \"id\" = @id AND \"version\" = @version",
            ],
            log.Statements.Select(statement => statement.Text));
        Assert.Equal(3, account.Version);
        Assert.Equal(0, await Db.Accounts.CountAsync());
    }

    [SkippableFact]
    public async Task A_row_version_is_the_databases_own()
    {
        var meter = new Meter { Area = "North", Number = 1 };
        await Db.Meters.InsertAsync(meter);
        uint first = meter.Stamp;
        Assert.NotEqual(0u, first);
        meter.Reading = 5;
        using var log = Db.Record();
        await Db.Meters.UpdateAsync(meter);
        uint second = meter.Stamp;
        await Db.Meters.UpdateAsync(meter, m => m.Reading);
        string count = IsSqlite ? ", \"xmin\" = \"xmin\" + 1" : "";
        Assert.Equal(
            [
                $"UPDATE \"meters\"\nSET \"reading\" = @reading, \"serial\" = @serial, \"branch_id\" = @branch_id{count}\n"
                    + "WHERE \"area\" = @area AND \"number\" = @number AND \"xmin\" = @xmin\nRETURNING \"xmin\"",
                $"UPDATE \"meters\" SET \"reading\" = @p0{count} WHERE \"area\" = @p1 AND \"number\" = @p2 AND \"xmin\" = @p3 RETURNING \"xmin\"",
            ],
            log.Statements.Select(statement => statement.Text));
        Assert.Equal(3, new[] { first, second, meter.Stamp }.Distinct().Count());
        Assert.Equal((5, meter.Stamp), await Db.Meters.Select(m => (m.Reading, m.Stamp)).SingleAsync());
        await Db.Meters.DeleteAsync(meter);
        Assert.Equal(0, await Db.Meters.CountAsync());
        Assert.Equal(IsSqlite, Db.Schema.Script.Contains("xmin", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Who_writes_a_stale_instance_is_told()
    {
        await Db.Accounts.InsertAsync(new Account { Owner = "Ann", Balance = 10 });
        var (mine, theirs) = (await Db.Accounts.SingleAsync(), await Db.Accounts.SingleAsync());
        theirs.Balance = 11;
        await Db.Accounts.UpdateAsync(theirs);
        mine.Balance = 12;
        var touched = mine.Touched;
        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Accounts.UpdateAsync(mine));
        Assert.Equal(("Account", mine.Id), (exception.Model, Assert.Single(exception.Keys)));
        Assert.Contains($"Account {mine.Id}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("ReloadAsync", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Accounts.UpdateAsync(mine, a => a.Balance));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Accounts.DeleteAsync(mine));
        Assert.Equal((1, 12, touched), (mine.Version, mine.Balance, mine.Touched));
        Assert.NotNull(((IModel)mine).Source);
        Assert.Equal(11, await Db.Accounts.Select(a => a.Balance).SingleAsync());

        await mine.ReloadAsync();
        mine.Balance += 1;
        await Db.Accounts.UpdateAsync(mine);
        Assert.Equal((12, 3), await Db.Accounts.Select(a => (a.Balance, a.Version)).SingleAsync());
    }

    [SkippableFact]
    public async Task Who_writes_a_stale_instance_of_a_row_version_is_told()
    {
        await Db.Meters.InsertAsync(new Meter { Area = "North", Number = 7 });
        var (mine, theirs) = (await Db.Meters.SingleAsync(), await Db.Meters.SingleAsync());
        await Db.Meters.UpdateAsync(theirs, m => m.Reading);
        uint stamp = mine.Stamp;
        var exception = await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateAsync(mine));
        Assert.Equal(("North", 7), Assert.Single(exception.Keys));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateAsync(mine, m => m.Reading));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.DeleteAsync(mine));
        Assert.Equal(stamp, mine.Stamp);
        await Db.Meters.DeleteAsync(theirs);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateAsync(mine));
    }

    [SkippableFact]
    public async Task A_row_without_a_version_that_is_gone_has_its_key_named()
    {
        var branch = new Branch { Name = "Main" };
        await Db.Branches.InsertAsync(branch);
        await Db.Branches.All().DeleteAsync();
        foreach (var write in new[] { () => Db.Branches.UpdateAsync(branch), () => Db.Branches.UpdateAsync(branch, b => b.Name), () => Db.Branches.DeleteAsync(branch), () => branch.ReloadAsync() })
        {
            ConcurrencyException exception = await Assert.ThrowsAsync<RowNotFoundException>(write);
            Assert.Equal(("Branch", branch.Id), (exception.Model, Assert.Single(exception.Keys)));
            Assert.Contains($"Branch {branch.Id}", exception.Message, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task A_record_that_nothing_sets_has_a_version()
    {
        var memo = new Memo { Text = "a" };
        await Db.Memos.InsertAsync(memo);
        Assert.Equal(1L, memo.Version);
        var other = await Db.Memos.SingleAsync();
        Assert.Equal(memo.Written, other.Written);
        memo.Text = "b";
        await Db.Memos.UpdateAsync(memo);
        Assert.Equal(2L, memo.Version);
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Memos.UpdateAsync(other));
        await other.ReloadAsync();
        Assert.Equal(("b", 2L), (other.Text, other.Version));
    }

    [SkippableFact]
    public async Task Many_inserted_ones_have_their_versions()
    {
        var accounts = Enumerable.Range(0, 20).Select(i => new Account { Owner = $"o{i}" }).ToList();
        await Db.Accounts.InsertManyAsync(accounts);
        var meters = Enumerable.Range(0, 20).Select(i => new Meter { Area = "a", Number = i }).ToList();
        await Db.Meters.InsertManyAsync(meters);
        var tickets = Enumerable.Range(0, 20).Select(i => new Ticket { Title = $"t{i}", Id = i < 5 ? 100 + i : 0 }).ToList();
        await Db.Tickets.InsertManyAsync(tickets);
        Assert.All(accounts, account => Assert.Equal(1, account.Version));
        Assert.All(meters, meter => Assert.NotEqual(0u, meter.Stamp));
        foreach (var ticket in tickets)
        {
            Assert.Equal(ticket.Title, (await Db.Tickets.FindAsync(ticket.Id))!.Title);
            await Db.Tickets.UpdateAsync(ticket);
        }
        await Db.Accounts.UpdateAsync(accounts[7]);
        await Db.Meters.UpdateAsync(meters[7]);
    }

    [SkippableFact]
    public async Task Writes_of_a_query_count_it_up_and_cant_set_it()
    {
        var branch = new Branch { Name = "Main" };
        await Db.Branches.InsertAsync(branch);
        var account = new Account { Owner = "Ann", Balance = 1, Branch = branch };
        var meter = new Meter { Area = "North", Number = 1, Reading = 1 };
        await Db.Accounts.InsertAsync(account);
        await Db.Meters.InsertAsync(meter);
        using (var log = Db.Record())
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Db.Accounts.All().UpdateAsync(a => a.Version.Set(7)));
            var exception = await Assert.ThrowsAsync<ArgumentException>(() => Db.Accounts.UpdateAsync(account, a => a.Balance, a => a.Version));
            Assert.Contains("Account.Version", exception.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<ArgumentException>(() => Db.Meters.All().UpdateAsync(m => m.Stamp.Set(7u)));
            Assert.Empty(log.Statements);
        }
        Assert.Equal(1, await Db.Accounts.All().UpdateAsync(a => a.Balance.Set(a.Balance + 1)));
        Assert.Equal(1, await Db.Accounts.All().UpdateAsync(a => a.Owner.Set(a.Branch.Name)));
        Assert.Equal(1, await Db.Meters.Where(m => m.Stamp == meter.Stamp).UpdateAsync(m => m.Reading.Set(m.Reading + 1)));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Accounts.UpdateAsync(account));
        await Assert.ThrowsAsync<ConcurrencyException>(() => Db.Meters.UpdateAsync(meter));
        Assert.Equal((2, 3), await Db.Accounts.Select(a => (a.Balance, a.Version)).SingleAsync());
    }

    [SkippableFact]
    public async Task A_rollback_takes_versions_back()
    {
        var account = new Account { Owner = "Ann" };
        var meter = new Meter { Area = "North", Number = 1 };
        await Db.Accounts.InsertAsync(account);
        await Db.Meters.InsertAsync(meter);
        var (stamp, touched, created) = (meter.Stamp, account.Touched, new Account { Owner = "New" });
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            account.Balance = 5;
            await tx.Accounts.UpdateAsync(account);
            await tx.Accounts.UpdateAsync(account, a => a.Balance);
            await tx.Meters.UpdateAsync(meter);
            await tx.Accounts.InsertAsync(created);
            Assert.Equal((3, 1), (account.Version, created.Version));
            throw new FormatException();
        }));
        Assert.Equal((1, stamp, touched), (account.Version, meter.Stamp, account.Touched));
        Assert.Equal((0, 0, default, null), (created.Id, created.Version, created.Opened, created.Touched));
        await Db.Accounts.UpdateAsync(account);
        await Db.Meters.UpdateAsync(meter);
        await Db.Accounts.InsertAsync(created);
    }

    [SkippableFact]
    public async Task No_update_is_lost_where_many_write_one_row()
    {
        await Db.Accounts.InsertAsync(new Account { Owner = "Ann" });
        await Db.Meters.InsertAsync(new Meter { Area = "North", Number = 1 });
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var account = await Db.Accounts.SingleAsync();
            var meter = await Db.Meters.SingleAsync();
            for (int i = 0; i < 5; i++)
            {
                await AgainAsync(account.ReloadAsync, () => Db.Accounts.UpdateAsync(account), () => account.Balance++);
                await AgainAsync(meter.ReloadAsync, () => Db.Meters.UpdateAsync(meter, m => m.Reading), () => meter.Reading++);
            }
        })));
        Assert.Equal((30, 31), await Db.Accounts.Select(a => (a.Balance, a.Version)).SingleAsync());
        Assert.Equal(30, await Db.Meters.Select(m => m.Reading).SingleAsync());
    }

    private static async Task AgainAsync(Func<CancellationToken, Task> reload, Func<Task> update, Action change)
    {
        while (true)
        {
            change();
            try
            {
                await update();
                return;
            }
            catch (ConcurrencyException)
            {
                await reload(CancellationToken.None);
            }
        }
    }
}
