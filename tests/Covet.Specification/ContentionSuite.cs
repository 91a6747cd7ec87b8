using System.Data;
using Zoo;

namespace Covet.Specification;

/// <summary>Many who write the same rows at once lose no update, where a transaction with retries or a version guards them.</summary>
/// <param name="fixture">The database.</param>
public abstract class ContentionSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    private const int Writers = 8;
    private const int Accounts = 4;
    private const int Opening = 1000;

    private static readonly TransactionOptions Guarded = new()
    {
        IsolationLevel = IsolationLevel.RepeatableRead,
        Retry = new TransactionRetry(1000) { FirstPause = TimeSpan.FromMilliseconds(2), LongestPause = TimeSpan.FromMilliseconds(100) },
    };

    /// <summary>How many of the database's connections are in a transaction at the moment; 0 where it can't say.</summary>
    protected abstract Task<int> InTransactionAsync();

    [SkippableFact]
    public async Task Two_counters_that_are_read_and_written_back_end_at_the_right_sum()
    {
        await FillAccountsAsync();
        var retries = new List<int>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 10; i++)
            {
                int runs = 0;
                await Db.TransactionAsync(
                    async tx =>
                    {
                        runs++;
                        var accounts = await tx.Accounts.Where(a => a.Id <= 2).OrderBy(a => a.Id).ToListAsync();
                        foreach (var account in writer % 2 == 0 ? accounts : Enumerable.Reverse(accounts))
                        {
                            account.Balance++;
                            await tx.Accounts.UpdateAsync(account, a => a.Balance);
                        }
                    },
                    Guarded);
                lock (retries)
                    retries.Add(runs - 1);
            }
        })));
        Assert.Equal([Opening + 40, Opening + 40], await Db.Accounts.Where(a => a.Id <= 2).OrderBy(a => a.Id).Select(a => a.Balance).ToListAsync());
        if (!IsSqlite)
            Assert.NotEqual(0, retries.Sum());
    }

    [SkippableFact]
    [Trait("Category", "Long")]
    public async Task For_30_seconds_8_writers_and_8_readers_lose_no_update_and_no_connection()
    {
        var branch = await FillAccountsAsync();
        var provider = new InterposedProvider(Provider, new Interposition());
        var db = Open(provider);
        using var end = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var deposits = new int[Writers];
        var (transfers, reads) = (new int[Writers], new int[Writers]);
        var writers = Enumerable.Range(0, Writers).Select(number => Task.Run(async () =>
        {
            var dice = new Random(number);
            while (!end.IsCancellationRequested)
            {
                if (dice.Next(2) == 0)
                {
                    await TransferAsync(db, dice);
                    transfers[number]++;
                }
                else
                {
                    await DepositAsync(db, number, dice);
                    deposits[number]++;
                }
            }
        }));
        var readers = Enumerable.Range(0, Writers).Select(number => Task.Run(async () =>
        {
            while (!end.IsCancellationRequested)
            {
                await ReadAsync(db, branch, number);
                reads[number]++;
            }
        }));
        await Task.WhenAll(writers.Concat(readers));

        // What transfers move stays, and each deposit went to the account and to nothing else.
        var all = await db.Accounts.OrderBy(a => a.Id).ToListAsync();
        Assert.Equal(Accounts * Opening, all.Where(a => a.Id <= Accounts).Sum(a => a.Balance));
        Assert.Equal(deposits.Sum(), all.Where(a => a.Id > Accounts).Sum(a => a.Balance));
        Assert.All(deposits.Concat(transfers).Concat(reads), count => Assert.NotEqual(0, count));
        Assert.Equal(0, provider.ConnectionsOut);
        Assert.Equal(0, await InTransactionAsync());
    }

    /// <summary>Moves money between two accounts: read and written back in a transaction that runs again when others were there meanwhile.</summary>
    private static Task TransferAsync(ZooDb db, Random dice)
    {
        int from = dice.Next(1, Accounts + 1);
        int to = (from % Accounts) + 1;
        int amount = dice.Next(1, 10);
        return db.TransactionAsync(
            async tx =>
            {
                var payer = await tx.Accounts.SingleAsync(a => a.Id == from);
                var payee = await tx.Accounts.SingleAsync(a => a.Id == to);
                payer.Balance -= amount;
                payee.Balance += amount;
                await tx.Accounts.UpdateAsync(payer);
                await tx.Accounts.UpdateAsync(payee);
            },
            Guarded);
    }

    /// <summary>Adds one to an account that others share, without a transaction: the version says when it has to be done again.</summary>
    private static async Task DepositAsync(ZooDb db, int number, Random dice)
    {
        int id = Accounts + 1 + (number % 2);
        var account = await db.Accounts.SingleAsync(a => a.Id == id);
        while (true)
        {
            account.Balance++;
            try
            {
                await db.Accounts.UpdateAsync(account);
                return;
            }
            catch (ConcurrencyException)
            {
                await Task.Delay(dice.Next(5));
                await account.ReloadAsync();
            }
        }
    }

    /// <summary>Sees no transfer by half: in one statement, in a graph of two, in a transaction of several.</summary>
    private static async Task ReadAsync(ZooDb db, int branch, int number)
    {
        int sum = (number % 3) switch
        {
            0 => (await db.Accounts.Where(a => a.Id <= Accounts).ToListAsync()).Sum(a => a.Balance),
            1 => (await db.Branches.Where(b => b.Id == branch).Prefetch(b => b.Accounts).SingleAsync()).Accounts.All().Sum(a => a.Balance),
            _ => await db.TransactionAsync(
                async tx =>
                {
                    int total = 0;
                    for (int id = 1; id <= Accounts; id++)
                        total += (await tx.Accounts.SingleAsync(a => a.Id == id)).Balance;
                    return total;
                },
                new TransactionOptions { IsolationLevel = IsolationLevel.Snapshot, IsReadOnly = true }),
        };
        Assert.Equal(Accounts * Opening, sum);
    }

    private async Task<int> FillAccountsAsync()
    {
        var branch = new Branch { Name = "one" };
        await Db.Branches.InsertAsync(branch);
        for (int id = 1; id <= Accounts; id++)
            await Db.Accounts.InsertAsync(new Account { Id = id, Owner = $"transfers {id}", Balance = Opening, Branch = branch });
        for (int id = Accounts + 1; id <= Accounts + 2; id++)
            await Db.Accounts.InsertAsync(new Account { Id = id, Owner = $"deposits {id}" });
        return branch.Id;
    }
}
