using Zoo;

namespace Covet.Specification;

/// <summary>The times that writes fill in, by a clock that the test sets.</summary>
/// <param name="fixture">The database.</param>
public abstract class StampSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Clock _clock = new();

    protected override ZooDb Open(IDatabaseProvider provider) => new(provider) { TimeProvider = _clock };

    [SkippableFact]
    public async Task An_insert_and_an_update_fill_in_when_they_are()
    {
        _clock.Now = Start.AddTicks(1234567);
        var account = new Account { Owner = "Ann" };
        await Db.Accounts.InsertAsync(account);
        var inserted = Start.AddTicks(1234560);
        Assert.Equal((inserted, inserted), (account.Opened, account.Touched));
        await AssertStoredAsync(account);
        _clock.Now = new DateTimeOffset(2026, 3, 2, 1, 0, 0, TimeSpan.FromHours(2));
        await Db.Accounts.UpdateAsync(account);
        Assert.Equal((inserted, _clock.Now, TimeSpan.Zero), (account.Opened, account.Touched, account.Touched!.Value.Offset));
        await AssertStoredAsync(account);
        _clock.Now += TimeSpan.FromDays(1);
        await Db.Accounts.UpdateAsync(account, a => a.Balance);
        Assert.Equal(_clock.Now, account.Touched);
        await AssertStoredAsync(account);
    }

    [SkippableFact]
    public async Task What_is_set_already_stays_at_an_import()
    {
        Account[] accounts = [new() { Owner = "Ann", Opened = Start.AddYears(-5) }, new() { Owner = "Bob" }];
        await Db.Accounts.InsertManyAsync(accounts);
        Assert.Equal([Start.AddYears(-5), Start], accounts.Select(a => a.Opened));
        Assert.All(accounts, account => Assert.Equal(Start, account.Touched));
        foreach (var account in accounts)
            await AssertStoredAsync(account);
        var memo = new Memo { Text = "a", Written = Start.AddDays(-1) };
        await Db.Memos.InsertAsync(memo);
        Assert.Equal(Start.AddDays(-1), memo.Written);
    }

    [SkippableFact]
    public async Task A_write_of_a_query_says_when_unless_it_is_told()
    {
        await Db.Accounts.InsertAsync(new Account { Owner = "Ann" });
        _clock.Now += TimeSpan.FromDays(1);
        await Db.Accounts.All().UpdateAsync(a => a.Balance.Set(1));
        Assert.Equal((Start, (DateTimeOffset?)_clock.Now), await Db.Accounts.Select(a => (a.Opened, a.Touched)).SingleAsync());
        await Db.Accounts.All().UpdateAsync(a => a.Touched.Set(Start.AddYears(1)));
        Assert.Equal(Start.AddYears(1), await Db.Accounts.Select(a => a.Touched).SingleAsync());
        var account = await Db.Accounts.SingleAsync();
        await Db.Accounts.UpdateAsync(account, a => a.Touched, a => a.Balance);
        Assert.Equal(Start.AddYears(1), await Db.Accounts.Select(a => a.Touched).SingleAsync());
    }

    [SkippableFact]
    public async Task An_upsert_keeps_when_the_row_was_inserted()
    {
        await Db.Accounts.UpsertAsync(new Account { Owner = "Ann" }, a => a.Owner);
        _clock.Now += TimeSpan.FromDays(1);
        var second = new Account { Owner = "Ann", Opened = Start.AddYears(-1) };
        await Db.Accounts.UpsertAsync(second, a => a.Owner);
        Assert.Equal((Start, _clock.Now), (second.Opened, second.Touched));
        await AssertStoredAsync(second);
        _clock.Now += TimeSpan.FromDays(1);
        await Db.Accounts.UpsertManyAsync([second], a => a.Owner);
        await AssertStoredAsync(second);
        await Db.Accounts.UpdateOrCreateAsync(second, a => a.Owner);
        Assert.Equal((Start, _clock.Now), (second.Opened, second.Touched));
        await AssertStoredAsync(second);
    }

    [SkippableFact]
    public async Task Writes_of_a_set_say_when_for_the_rows_that_they_write()
    {
        var branch = new Branch { Name = "Main" };
        await Db.Branches.InsertAsync(branch);
        var (ann, bob) = (new Account { Owner = "Ann" }, new Account { Owner = "Bob" });
        await Db.Accounts.InsertManyAsync([ann, bob]);
        _clock.Now += TimeSpan.FromDays(1);
        await branch.Accounts.AddAsync(ann);
        Assert.Equal((_clock.Now, Start), (ann.Touched, bob.Touched));
        _clock.Now += TimeSpan.FromDays(1);
        await branch.Accounts.SetAsync([ann, bob]);
        Assert.Equal((Start.AddDays(1), _clock.Now), (ann.Touched, bob.Touched));
        await AssertStoredAsync(ann);
        await AssertStoredAsync(bob);
        _clock.Now += TimeSpan.FromDays(1);
        var cid = await branch.Accounts.CreateAsync(new Account { Owner = "Cid" });
        Assert.Equal((_clock.Now, _clock.Now), (cid.Opened, cid.Touched));
        await branch.Accounts.RemoveAsync(ann);
        Assert.Equal(_clock.Now, ann.Touched);
        await AssertStoredAsync(ann);
        await branch.Mandates.AddAsync(ann);
        Assert.Equal(_clock.Now, await Db.Mandates.Select(m => m.Since).SingleAsync());
    }

    [SkippableFact]
    public async Task A_write_that_fails_leaves_times_as_they_were()
    {
        var account = new Account { Owner = "Ann" };
        await Db.Accounts.InsertAsync(account);
        var lost = new Account { Owner = "Ann" };
        await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Accounts.InsertAsync(lost));
        await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Accounts.InsertManyAsync([new() { Owner = "New" }, lost]));
        Assert.Equal((0, 0, default, null), (lost.Id, lost.Version, lost.Opened, lost.Touched));
        _clock.Now += TimeSpan.FromDays(1);
        account.BranchId = 99;
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Accounts.UpdateAsync(account));
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Accounts.UpdateAsync(account, a => a.BranchId));
        Assert.Equal((1, Start, 99), (account.Version, account.Touched, account.BranchId));
    }

    [SkippableFact]
    public async Task A_transaction_has_the_clock_of_its_database()
    {
        var ticket = new Ticket { Title = "a" };
        await Db.TransactionAsync(tx => tx.TransactionAsync(nested => nested.Tickets.InsertAsync(ticket)));
        Assert.Equal(Start, ticket.ChangedAt);
        Assert.Equal(Start, (await Db.Tickets.SingleAsync()).ChangedAt);
    }

    private async Task AssertStoredAsync(Account account)
    {
        var stored = (await Db.Accounts.FindAsync(account.Id))!;
        Assert.Equal((stored.Opened, stored.Touched, stored.Version), (account.Opened, account.Touched, account.Version));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
    }
}
