using System.Text.RegularExpressions;
using Values;

namespace Covet.Snippets.Tests;

/// <summary>What docs/guides/values.md shows and says.</summary>
public abstract class ValuesSnippets(Databases databases) : IAsyncLifetime
{
    private ValuesDb? _db;

    public async Task InitializeAsync()
    {
        _db = new ValuesDb(await databases.OpenAsync());
        await _db.Schema.CreateAsync();
    }

    public Task DisposeAsync() => databases.DropAsync();

    [SkippableFact]
    public async Task A_value_that_is_refused()
    {
        var db = _db!;
        var exception = await Assert.ThrowsAsync<InvalidValueException>(() => db.Wares.InsertAsync(new Ware { Name = "too long" }));
        Assert.Equal(("Ware", "Name"), (exception.Model, exception.Member));
        Assert.Equal("Ware.Name has 8 characters, more than its column holds (5). Shorten it, or raise [MaxLength].", exception.Message);
    }

    [SkippableFact]
    public async Task Decimals()
    {
        var db = _db!;
        await db.Wares.InsertAsync(new Ware { Name = "five", Price = 999.99m, Weight = decimal.MaxValue });
        await Assert.ThrowsAsync<InvalidValueException>(() => db.Wares.InsertAsync(new Ware { Price = 0.005m }));     // not 0.01, nor 0.00
        await Assert.ThrowsAsync<InvalidValueException>(() => db.Wares.InsertAsync(new Ware { Price = 1000m }));
        await db.Wares.InsertAsync(new Ware { Name = "👍👍👍👍👍", Price = 1.500m });
        Assert.Equal([(999.99m, decimal.MaxValue), (1.5m, 0m)], await db.Wares.OrderBy(w => w.Id).Select(w => (w.Price, w.Weight)).ToListAsync());
        await Assert.ThrowsAsync<InvalidValueException>(() => db.Wares.InsertAsync(new Ware { Name = "five  " }));
    }

    [SkippableFact]
    public async Task A_value_that_can_t_be_read()
    {
        var db = _db!;
        await db.Wares.InsertAsync(new Ware { Name = "one" });
        await db.ExecuteAsync($"UPDATE wares SET state = 'Lost'");
        var exception = await Assert.ThrowsAsync<MappingException>(() => db.Wares.ToListAsync());
        Assert.Equal(("Ware", "State", "state", "Lost", "Id 1"), (exception.Model, exception.Member, exception.Column, exception.Value, exception.Key));
        Assert.Equal("Ware.State can't be read: column state of the Ware with Id 1 holds 'Lost'. No member of State is called so.", exception.Message);
    }

    [SkippableFact]
    public async Task Times_are_cut_and_found_again()
    {
        var db = _db!;
        var instant = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(1_234_567);
        await db.Everythings.InsertAsync(new Everything { Instant = instant, Clock = DateTime.SpecifyKind(instant.DateTime, DateTimeKind.Local), Duration = TimeSpan.FromTicks(-19), Time = new TimeOnly(19) });
        var read = await db.Everythings.SingleAsync(e => e.Instant == instant && e.Clock == instant.DateTime && e.Duration == TimeSpan.FromTicks(-19) && e.Time == new TimeOnly(19));
        Assert.Equal((instant.AddTicks(-7), TimeSpan.Zero, instant.DateTime.AddTicks(-7), DateTimeKind.Unspecified), (read.Instant, read.Instant.Offset, read.Clock, read.Clock.Kind));
        Assert.Equal((TimeSpan.FromTicks(-10), new TimeOnly(10)), (read.Duration, read.Time));
    }

    [SkippableFact]
    public async Task What_is_computed_is_the_database_s_own()
    {
        var db = _db!;
        await db.Wares.InsertAsync(new Ware { Name = "five", Price = 0.01m });
        if (db.Session.Provider.Dialect.SystemName == "sqlite")
        {
            await db.Wares.All().UpdateAsync(w => w.Name.Set(w.Name + "..."), w => w.Price.Set(w.Price * 0.5m));
            Assert.Equal([("five...", 0.005m)], await db.Wares.Select(w => (w.Name, w.Price)).ToListAsync());
            return;
        }
        Assert.Equal("22001", (await Assert.ThrowsAsync<DatabaseException>(() => db.Wares.All().UpdateAsync(w => w.Name.Set(w.Name + "...")))).Code);
        await db.Wares.All().UpdateAsync(w => w.Price.Set(w.Price * 0.5m));
        Assert.Equal([0.01m], await db.Wares.Select(w => w.Price).ToListAsync());
    }

    [SkippableFact]
    public void Each_type_has_the_column_that_the_guide_says()
    {
        bool isSqlite = _db!.Session.Provider.Dialect.SystemName == "sqlite";
        var rows = Regex.Matches(Guide.TextOf("values"), @"^\| (.+?) \| (.+?) \| (.+?) \|.*\|$", RegexOptions.Multiline).Skip(2).ToList();
        var columns = Regex.Matches(Regex.Match(_db.Schema.Script, "CREATE TABLE IF NOT EXISTS \"everythings\" \\((.*?)\n\\)", RegexOptions.Singleline).Groups[1].Value, "^    \"(.+?)\" (.+?)( COLLATE [\\w\"]+)? NOT NULL", RegexOptions.Multiline).Skip(1).ToList();
        Assert.Equal(columns.Count, rows.Count);
        Assert.All(rows.Zip(columns), pair => Assert.Equal(pair.First.Groups[isSqlite ? 3 : 2].Value, pair.Second.Groups[2].Value));
    }

    [SkippableFact]
    public void Every_snippet_of_the_guide_is_run_here()
    {
        string source = Guide.Unindented(Guide.SourceOf("ValuesSnippets"));
        var blocks = Regex.Matches(Guide.TextOf("values"), "^```csharp\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline);
        Assert.Equal(3, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(Guide.Unindented(block.Groups[1].Value), source, StringComparison.Ordinal));
    }
}

public sealed class SqliteValuesSnippets() : ValuesSnippets(new SqliteDatabases());

public sealed class PostgresValuesSnippets() : ValuesSnippets(new PostgresDatabases());
