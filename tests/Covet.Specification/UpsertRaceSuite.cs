using Blog;

namespace Covet.Specification;

/// <summary>Many callers that write the same row at once.</summary>
/// <param name="fixture">The database.</param>
public abstract class UpsertRaceSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    private const int Callers = 24;

    [SkippableFact]
    public async Task Of_many_who_get_or_create_exactly_one_creates()
    {
        for (int round = 0; round < 5; round++)
        {
            string name = $"round {round}";
            var results = await AtOnceAsync(Db, (db, _) => db.Tags.GetOrCreateAsync(new Tag { Name = name }, t => t.Name));
            Assert.Single(results, result => result.Created);
            Assert.Single(results.Select(result => result.Model.Id).Distinct());
            Assert.Equal(1, await Db.Tags.CountAsync(t => t.Name == name));
        }
    }

    [SkippableFact]
    public async Task Of_many_who_update_or_create_exactly_one_creates_and_one_stays()
    {
        var results = await AtOnceAsync(Db, (db, i) => db.Users.UpdateOrCreateAsync(new User { Email = "race@example.org", Name = $"Racer {i}" }, u => u.Email));
        Assert.Single(results, result => result.Created);
        var user = await Db.Users.SingleAsync(u => u.Email == "race@example.org");
        Assert.All(results, result => Assert.Equal(user.Id, result.Model.Id));
        Assert.StartsWith("Racer ", user.Name, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Of_many_who_upsert_all_get_the_key_of_the_one_row()
    {
        var users = await AtOnceAsync(Db, async (db, i) =>
        {
            var user = new User { Email = "race@example.org", Name = $"Racer {i}" };
            await db.Users.UpsertAsync(user, u => u.Email);
            return user;
        });
        var row = await Db.Users.SingleAsync(u => u.Email == "race@example.org");
        Assert.All(users, user => Assert.Equal(row.Id, user.Id));
        Assert.Contains(row.Name, users.Select(user => user.Name));
    }

    [SkippableFact]
    public async Task Many_transactions_at_once_create_one()
    {
        var results = await AtOnceAsync(Db, (db, i) => db.TransactionAsync(async tx =>
        {
            await tx.Users.UpdateOrCreateAsync(new User { Email = $"{i}@example.org", Name = "own" }, u => u.Email);
            return await tx.Tags.GetOrCreateAsync(new Tag { Name = "shared" }, t => t.Name);
        }));
        Assert.Single(results, result => result.Created);
        Assert.Single(results.Select(result => result.Model.Id).Distinct());
        Assert.Equal(Callers, await Db.Users.CountAsync(u => u.Name == "own"));
    }

    [SkippableFact]
    public async Task Callers_who_upsert_the_same_rows_in_different_orders_do_not_wait_in_a_circle()
    {
        int[] numbers = [.. Enumerable.Range(0, 600)];
        var results = await AtOnceAsync(Db, async (db, i) =>
        {
            var tags = numbers.Select(number => new Tag { Name = $"tag {(i % 2 == 0 ? number : numbers.Length - 1 - number)}" }).ToList();
            await db.Tags.UpsertManyAsync(tags, t => t.Name);
            return tags;
        });
        var ids = await Db.Tags.Where(t => t.Name.StartsWith("tag ")).ToListAsync();
        Assert.Equal(numbers.Length, ids.Count);
        var byName = ids.ToDictionary(tag => tag.Name, tag => tag.Id);
        Assert.All(results.SelectMany(tags => tags), tag => Assert.Equal(byName[tag.Name], tag.Id));
    }

    [SkippableFact]
    public async Task Rows_that_others_delete_in_the_meantime_are_made_again()
    {
        var results = await AtOnceAsync(Db, async (db, i) =>
        {
            if (i % 3 > 0)
                return (await db.Tags.GetOrCreateAsync(new Tag { Name = "restless" }, t => t.Name)).Model.Id;
            return await db.ExecuteAsync($"DELETE FROM tags WHERE name = {"restless"}");
        });
        Assert.Equal(Callers, results.Length);
    }

    private static Task<T[]> AtOnceAsync<T>(BlogDb db, Func<BlogDb, int, Task<T>> call)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calls = Enumerable.Range(0, Callers).Select(i => Task.Run(async () =>
        {
            await start.Task;
            return await call(db, i);
        })).ToList();
        start.SetResult();
        return Task.WhenAll(calls);
    }
}
