using Covet.Specification;
using Zoo;

namespace Covet.Sqlite.Tests;

/// <summary>The suite, and how SQLite makes keys.</summary>
public sealed class SqliteInsertManyTests() : InsertManySuite(new SqliteFixture())
{
    [Fact]
    public async Task Rows_that_a_trigger_suppresses_are_missed()
    {
        await ExecuteAsync("CREATE TRIGGER suppress BEFORE INSERT ON long_roots WHEN NEW.name LIKE '%7' BEGIN SELECT RAISE(IGNORE); END");
        var roots = Roots(100);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.LongRoots.InsertManyAsync(roots));
        Assert.Equal("The INSERT of 32 LongRoot rows gave only 29 keys back. Is a trigger or rule suppressing some?", exception.Message);
        Assert.Equal(0, await Db.LongRoots.CountAsync());
        Assert.All(roots, root => Assert.Equal(0, root.Id));
    }

    [Theory]
    [InlineData("CREATE TRIGGER echo AFTER INSERT ON long_roots WHEN NEW.name <> 'echo' BEGIN INSERT INTO long_roots (name) VALUES ('echo'); END")]
    [InlineData("CREATE TRIGGER echo BEFORE INSERT ON long_roots WHEN NEW.name <> 'echo' BEGIN INSERT INTO long_roots (name) VALUES ('echo'); END")]
    public async Task Each_row_gets_its_own_key_among_rows_of_a_trigger(string trigger)
    {
        await ExecuteAsync(trigger);
        await AssertOwnKeysAsync(Roots(1_000));
    }

    [Fact]
    public async Task Each_row_gets_its_own_key_where_keys_are_random()
    {
        await ExecuteAsync("PRAGMA foreign_keys = OFF; DROP TABLE long_roots; CREATE TABLE long_roots (id INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL) STRICT; PRAGMA foreign_keys = ON");
        // The greatest key is taken, so SQLite picks others at random.
        await Db.LongRoots.InsertAsync(new LongRoot { Id = long.MaxValue, Name = "echo" });
        var roots = Roots(1_000);
        await AssertOwnKeysAsync(roots);
        Assert.NotEqual(roots.Select(root => root.Id).Order(), roots.Select(root => root.Id));
    }

    private static List<LongRoot> Roots(int count) => Enumerable.Range(0, count).Select(i => new LongRoot { Name = $"root {i}" }).ToList();

    private async Task AssertOwnKeysAsync(List<LongRoot> roots)
    {
        await Db.LongRoots.InsertManyAsync(roots);
        var stored = await Db.LongRoots.Where(root => root.Name != "echo").ToListAsync();
        Assert.Equal(roots.Select(root => (root.Id, root.Name)).Order(), stored.Select(root => (root.Id, root.Name)).Order());
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var lease = new Lease(Provider, await Provider.OpenAsync(CancellationToken.None));
        await lease.ExecuteAsync(sql);
    }
}
