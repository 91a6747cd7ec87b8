using Zoo;

namespace Covet.Specification;

/// <summary>Values inside JSON documents are found by any path, on every provider.</summary>
/// <param name="fixture">The database.</param>
public abstract class JsonSuite(ProviderFixture fixture) : FunctionSuite(fixture)
{
    private static readonly string[] Names = ["a.b", "$", "\"", "[0]", "\\", "", "'", "%_", "a b", "é👍", "$.a", "null", "{}", "a,b", "\\\"", "\n", "0"];

    [SkippableFact]
    public async Task Every_type_is_read_from_a_document()
    {
        var id = Guid.NewGuid();
        await GivenAsync(
            $$"""
            {"text": "it's \"ä\" \\ 👍", "yes": true, "no": false, "int": -7, "long": 9223372036854775807, "double": 0.1, "big": 1e300,
             "amount": 79228162514264337593543950335, "cents": 0.10, "id": "{{id}}", "digits": "42"}
            """);
        await AssertAsync(e => e.Address.JsonValue<string>("text"), "it's \"ä\" \\ 👍", "covet_json(t0.\"address\", @p0, 'text')", "(t0.\"address\" #>> @p0) COLLATE \"C\"");
        await AssertAsync(e => e.Address.JsonValue<bool>("yes"), true, "covet_json(t0.\"address\", @p0, 'boolean')", "CAST(t0.\"address\" #>> @p0 AS boolean)");
        await AssertAsync(e => e.Address.JsonValue<int>("int"), -7, "covet_json(t0.\"address\", @p0, 'integer')", "CAST(t0.\"address\" #>> @p0 AS integer)");
        await AssertAsync(e => e.Address.JsonValue<long>("long"), long.MaxValue, "covet_json(t0.\"address\", @p0, 'integer')", "CAST(t0.\"address\" #>> @p0 AS bigint)");
        await AssertAsync(
            e => e.Address.JsonValue<double>("double"), 0.1, "covet_json(t0.\"address\", @p0, 'real')", "CAST(t0.\"address\" #>> @p0 AS double precision)");
        await AssertAsync(
            e => e.Address.JsonValue<decimal>("amount"), decimal.MaxValue, "covet_json(t0.\"address\", @p0, 'numeric')", "CAST(t0.\"address\" #>> @p0 AS numeric)");
        await AssertAsync(e => e.Address.JsonValue<Guid>("id"), id, "covet_json(t0.\"address\", @p0, 'uuid')", "CAST(t0.\"address\" #>> @p0 AS uuid)");
        await AssertAsync(e => e.Address.JsonValue<bool?>("no"), false);
        await AssertAsync(e => e.Address.JsonValue<double?>("big"), 1e300);
        await AssertAsync(e => e.Address.JsonValue<int>("digits"), 42);
        await AssertAsync(e => e.Address.JsonValue<string?>("long"), "9223372036854775807");
        await AssertHoldsAsync(e => e.Address.JsonValue<decimal>("cents") == 0.1m && e.Address.JsonValue<decimal>("cents") * 3m == 0.3m);
        await AssertHoldsAsync(e => e.Address.JsonValue<Guid>("id") == id && e.Address.JsonValue<Guid?>("id").In(id) && e.Address.JsonValue<bool>("yes") == true);
        await AssertHoldsAsync(e => e.Address.JsonValue<string>("text").Contains("'") && e.Address.JsonValue<int>("int") < 0 && e.Address.JsonValue<decimal>("amount") > 9m);
        await Assert.ThrowsAsync<DatabaseException>(() => Db.Everythings.Select(e => e.Address.JsonValue<int>("text")).ToListAsync());
        await Assert.ThrowsAsync<DatabaseException>(() => Db.Everythings.Select(e => e.Address.JsonValue<Guid>("int")).ToListAsync());
    }

    [SkippableFact]
    public async Task A_path_leads_through_members_and_elements()
    {
        await GivenAsync("""{"a": {"b": [{"c": "x"}, [1, 2, 3], null]}, "n": null, "s": "text", "0": "zero", "t": {"u": 1, "v": [true]}, "t": {"u": 2}}""");
        await AssertAsync(e => e.Address.JsonValue<string>("a", "b", 0, "c"), "x", "covet_json(t0.\"address\", @p0, 'text')", "(t0.\"address\" #>> @p0) COLLATE \"C\"");
        await AssertAsync(e => e.Address.JsonValue<int>("a", "b", 1, 2), 3);
        await AssertAsync(e => e.Address.JsonValue<int?>("t", "u"), 2);
        await AssertAsync(e => e.Address.JsonValue<string?>("a", "b", 2), null);
        await AssertAsync(e => e.Address.JsonValue<int?>("a", "b", 3), null);
        await AssertAsync(e => e.Address.JsonValue<int?>("a", "b", 1, 2, 0), null);
        await AssertAsync(e => e.Address.JsonValue<int?>("a", "b", "c"), null);
        await AssertAsync(e => e.Address.JsonValue<string?>("n"), null);
        await AssertAsync(e => e.Address.JsonValue<string?>("n", "m"), null);
        await AssertAsync(e => e.Address.JsonValue<string?>("s", "m"), null);
        await AssertAsync(e => e.Address.JsonValue<string?>("s", 0), null);
        await AssertAsync(e => e.Address.JsonValue<string?>("A"), null);
        await AssertAsync(e => e.MaybeAddress.JsonValue<Guid?>("a"), null);
        await AssertAsync(e => e.MaybeAddress.JsonValue<string?>(), null);
        await AssertHoldsAsync(e => e.Address.JsonValue<string>("s", "m") == "x", expected: false);
        await AssertHoldsAsync(e => e.Address.JsonValue<int>("missing") != 1 && e.Address.JsonValue<string>("n") == null && e.MaybeAddress.JsonValue<int>("a") != 3);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Everythings.Select(e => e.Address.JsonValue<int>("missing")).ToListAsync());
        Assert.Contains("JsonValue<Int32?>", exception.Message, StringComparison.Ordinal);
        await GivenAsync("\"alone\"");
        await AssertAsync(e => e.Address.JsonValue<string>(), "alone");
        await GivenAsync("[10, 20]");
        await AssertAsync(e => e.Address.JsonValue<int>(1), 20);
    }

    [SkippableFact]
    public async Task Members_may_have_any_name()
    {
        var document = Names.Select((name, i) => KeyValuePair.Create(name, i)).ToDictionary();
        await GivenAsync(System.Text.Json.JsonSerializer.Serialize(document));
        foreach (var (name, i) in document)
            await AssertAsync(e => e.Address.JsonValue<int?>(name), i);
        await AssertAsync(e => e.Address.JsonValue<int?>(0), document["0"]);
        await AssertAsync(e => e.Address.JsonValue<int?>("a"), null);
        await AssertAsync(e => e.Address.JsonValue<int?>("$.a.b"), null);
        Assert.Single(Names.Select(name => Db.Everythings.Where(e => e.Address.JsonValue<int>(name) == 1).ToSql()).Distinct());
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Everythings.Select(e => e.Address.JsonValue<int>(-1)));
        Assert.Throws<ArgumentNullException>(() => Db.Everythings.Select(e => e.Address.JsonValue<int>((string)null!)));
        Assert.Throws<ArgumentException>(() => Db.Everythings.Select(e => e.Address.JsonValue<int>(default(JsonStep))));
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.Everythings.Select(e => e.Address.JsonValue<int>("a\0")).ToListAsync());
    }

    [SkippableFact]
    public async Task What_Covet_wrote_is_found()
    {
        await GivenAsync(new Everything { Address = new Address("Straße 'é'", 7), MaybeAddress = new Address("x", -1) });
        await AssertAsync(e => e.Address.JsonValue<string>("Street"), "Straße 'é'");
        await AssertAsync(e => e.MaybeAddress.JsonValue<int?>("Number"), -1);
        Assert.Equal([7], await Db.Everythings.OrderBy(e => e.Address.JsonValue<int>("Number")).Select(e => e.Address.JsonValue<int>("Number")).ToListAsync());
    }

    [SkippableFact]
    public void Other_columns_and_other_types_are_refused()
    {
        var column = Assert.Throws<NotSupportedException>(() => Db.Everythings.Select(e => e.Text.JsonValue<int>("a")));
        Assert.Contains("Everything.Text", column.Message, StringComparison.Ordinal);
        Assert.Contains("Everything.Flag", Assert.Throws<NotSupportedException>(() => Db.Everythings.Select(e => e.Flag.JsonValue<int>("a"))).Message, StringComparison.Ordinal);
        var type = Assert.Throws<NotSupportedException>(() => Db.Everythings.Select(e => e.Address.JsonValue<DateTime>("a")));
        Assert.Contains("Everything.Address", type.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Db.Everythings.Select(e => e.Address.JsonValue<Address>("a")));
    }

    private async Task GivenAsync(string json)
    {
        await GivenAsync(new Everything());
        if (IsSqlite)
            await Db.ExecuteAsync($"UPDATE everythings SET address = {json}");
        else
            await Db.ExecuteAsync($"UPDATE everythings SET address = CAST({json} AS jsonb)");
    }
}
