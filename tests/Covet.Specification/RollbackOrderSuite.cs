using Zoo;

namespace Covet.Specification;

/// <summary>A rollback makes instances what they were before the first of several steps, not between them.</summary>
/// <param name="fixture">The database.</param>
public abstract class RollbackOrderSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task What_a_set_created_is_new_again()
    {
        var branch = new Branch { Name = "main" };
        await Db.Branches.InsertAsync(branch);
        var (account, meter) = (new Account { Owner = "Ann" }, new Meter { Area = "a", Number = 1 });
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            var own = (await tx.Branches.FindAsync(branch.Id))!;
            await own.Accounts.CreateAsync(account);
            await own.Meters.CreateAsync(meter);
            Assert.Equal(1, account.Version);
            Assert.NotEqual(0u, meter.Stamp);
            throw new FormatException();
        }));
        AssertNew(account);
        Assert.Equal((0u, null), (meter.Stamp, meter.BranchId));
        await Assert.ThrowsAsync<InvalidOperationException>(() => account.ReloadAsync());
        await branch.Accounts.CreateAsync(account);
        await branch.Meters.CreateAsync(meter);
        Assert.Equal((1, 1), (await Db.Accounts.CountAsync(), await Db.Meters.CountAsync()));
    }

    [SkippableFact]
    public async Task What_a_set_failed_to_create_is_new_again()
    {
        var branch = new Branch { Name = "main" };
        await Db.Branches.InsertAsync(branch);
        await Db.Accounts.InsertAsync(new Account { Owner = "Ann" });
        var account = new Account { Owner = "Ann" };
        await Assert.ThrowsAsync<UniqueViolationException>(() => branch.Accounts.CreateAsync(account));
        AssertNew(account);
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_instance_that_was_upserted_twice_at_once_is_new_again(bool isRolledBack)
    {
        var account = new Account { Owner = "Ann" };
        if (isRolledBack)
        {
            await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
            {
                await tx.Accounts.UpsertManyAsync([account, account], a => a.Owner);
                Assert.NotEqual(0, account.Version);
                throw new FormatException();
            }));
        }
        else
        {
            await Assert.ThrowsAsync<InvalidValueException>(() => Db.Accounts.UpsertManyAsync([account, account, new Account { Owner = "\0" }], a => a.Owner));
        }
        AssertNew(account);
        Assert.Equal(0, await Db.Accounts.CountAsync());
    }

    private static void AssertNew(Account account)
        => Assert.Equal((0, 0, default(DateTimeOffset), null, null), (account.Id, account.Version, account.Opened, account.Touched, account.BranchId));
}
