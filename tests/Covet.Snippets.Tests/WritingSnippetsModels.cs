using Bank;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/writing.md: what a model says of its writes.</summary>
/// <param name="databases">The databases.</param>
public abstract class WritingSnippetsModels(Databases databases) : GuideSnippets(Guide.Writing, databases)
{
    [SkippableFact]
    public async Task Two_who_write_the_same_row()
    {
        await using var db = await BankAsync();
        await db.Wallets.InsertAsync(new Wallet { Owner = "Ann", Balance = 100 });
        using var log = db.Record();

        Wallet mine = await db.Wallets.SingleAsync(a => a.Owner == "Ann");
        Wallet theirs = await db.Wallets.SingleAsync(a => a.Owner == "Ann");
        theirs.Balance -= 30;
        await db.Wallets.UpdateAsync(theirs);
        try
        {
            mine.Balance -= 50;
            await db.Wallets.UpdateAsync(mine);                            // would have lost theirs
        }
        catch (ConcurrencyException)
        {
            await mine.ReloadAsync();
            mine.Balance -= 50;
            await db.Wallets.UpdateAsync(mine);
        }

        if (!IsSqlite)
            Guide.Writing.AssertSql(nameof(Two_who_write_the_same_row), [log.Statements[2].Text]);
        Assert.Equal((20, 3), await db.Wallets.Select(a => (a.Balance, a.Version)).SingleAsync());
        var stale = new Wallet { Id = mine.Id, Owner = "Ann" };
        AssertSays((await Assert.ThrowsAsync<ConcurrencyException>(() => db.Wallets.UpdateAsync(stale))).Message);
    }

    [SkippableFact]
    public async Task When_a_row_was_written()
    {
        var clock = new FixedClock();
        await using var db = new BankDb(await OpenAsync()) { TimeProvider = clock };
        await db.Schema.CreateAsync();
        using var log = db.Record();

        var wallet = new Wallet { Owner = "Ann" };
        await db.Wallets.InsertAsync(wallet);                             // OpenedAt, ChangedAt: now
        clock.Now += TimeSpan.FromHours(1);
        await db.Wallets.Where(a => a.Owner == "Ann").UpdateAsync(a => a.Balance.Set(a.Balance + 5));      // changed_at, and the version

        if (!IsSqlite)
            Guide.Writing.AssertSql(nameof(When_a_row_was_written), [log.Statements[1].Text]);
        Assert.Equal(FixedClock.Start, wallet.OpenedAt);
        await wallet.ReloadAsync();
        Assert.Equal((FixedClock.Start, FixedClock.Start.AddHours(1), 2), (wallet.OpenedAt, wallet.ChangedAt, wallet.Version));
    }

    [SkippableFact]
    public async Task Before_and_after()
    {
        await using var db = await BankAsync();
        using var log = db.Record();

        var wallet = new Wallet { Owner = " Ann " };
        await db.Wallets.InsertAsync(wallet);                             // OnSaving has trimmed the name

        AssertRan(log, 1, 1);
        Assert.Equal("Ann", await db.Wallets.Select(a => a.Owner).SingleAsync());
        wallet.Balance = -1;
        AssertSays((await Assert.ThrowsAsync<InvalidOperationException>(() => db.Wallets.UpdateAsync(wallet))).Message);
        Assert.Equal(0, await db.Wallets.Select(a => a.Balance).SingleAsync());
    }

    [SkippableFact]
    public async Task What_a_column_can_t_hold()
    {
        await using var db = await BankAsync();
        using var log = db.Record();

        await db.Wallets.InsertAsync(new Wallet { Owner = "Ann", Balance = 1.25m });
        var refused = await Assert.ThrowsAsync<InvalidValueException>(() => db.Wallets.InsertAsync(new Wallet { Owner = "Bea", Balance = 1.234m }));

        AssertRan(log, 1, 1);
        AssertSays(refused.Message);
    }

    private async Task<BankDb> BankAsync()
    {
        var db = new BankDb(await OpenAsync());
        await db.Schema.CreateAsync();
        return db;
    }

    private sealed class FixedClock : TimeProvider
    {
        public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

        public DateTimeOffset Now { get; set; } = Start;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
