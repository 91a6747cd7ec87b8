using Zoo;

namespace Covet.Npgsql.Tests;

/// <summary>What the order by code point is measured against: PostgreSQL's own, which follows a language.</summary>
public sealed class LinguisticOrderTests : IAsyncLifetime
{
    private readonly PostgresFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [SkippableFact]
    public async Task A_language_orders_differently_where_it_is_asked_for()
    {
        var db = new ZooDb(_fixture.Provider);
        await db.Schema.CreateAsync();
        Skip.If(await db.ScalarAsync<long>($"SELECT count(*) FROM pg_collation WHERE collname = 'en-US-x-icu'") == 0, "The server has no ICU.");
        await db.Everythings.InsertManyAsync(new[] { "b", "_", "B", "ä", "a" }.Select(text => new Everything { Text = text }));

        Assert.Equal(["B", "_", "a", "b", "ä"], await db.Everythings.OrderBy(e => e.Text).Select(e => e.Text).ToListAsync());
        Assert.Equal(
            ["_", "a", "ä", "b", "B"],
            await db.Everythings.OrderBy(e => RawExpression.Interpolated($"{e.Text} COLLATE \"en-US-x-icu\"")).Select(e => e.Text).ToListAsync());
    }

    [SkippableFact]
    public async Task A_column_of_another_collation_keeps_it()
    {
        var db = new ZooDb(_fixture.Provider);
        await db.ExecuteAsync($"CREATE TABLE words (text text)");
        await db.Schema.CreateAsync();

        Assert.Equal("default", await db.ScalarAsync<string>($"SELECT CAST(c.collname AS text) FROM pg_attribute a JOIN pg_collation c ON c.oid = a.attcollation WHERE a.attrelid = 'words'::regclass AND a.attname = 'text'"));
        Assert.Equal("C", await db.ScalarAsync<string>($"SELECT CAST(c.collname AS text) FROM pg_attribute a JOIN pg_collation c ON c.oid = a.attcollation WHERE a.attrelid = 'everythings'::regclass AND a.attname = 'text'"));
    }
}
