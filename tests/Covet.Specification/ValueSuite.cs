using System.Text;

namespace Covet.Specification;

/// <summary>Values go into a parameter and come out of a column as they were, on every database.</summary>
public abstract class ValueSuite(ProviderFixture fixture) : ProviderSuite(fixture)
{
    [SkippableFact]
    public Task Booleans() => RoundTripAsync(true, false);

    [SkippableFact]
    public Task Signed_bytes() => RoundTripAsync<sbyte>(0, sbyte.MinValue, sbyte.MaxValue);

    [SkippableFact]
    public Task Unsigned_bytes() => RoundTripAsync<byte>(0, byte.MaxValue);

    [SkippableFact]
    public Task Integers_of_16_bits() => RoundTripAsync<short>(0, short.MinValue, short.MaxValue);

    [SkippableFact]
    public Task Unsigned_integers_of_16_bits() => RoundTripAsync<ushort>(0, ushort.MaxValue);

    [SkippableFact]
    public Task Integers_of_32_bits() => RoundTripAsync(0, int.MinValue, int.MaxValue);

    [SkippableFact]
    public Task Unsigned_integers_of_32_bits() => RoundTripAsync<uint>(0, uint.MaxValue);

    [SkippableFact]
    public Task Integers_of_64_bits() => RoundTripAsync(0L, long.MinValue, long.MaxValue);

    [SkippableFact]
    public Task Unsigned_integers_of_64_bits() => RoundTripAsync<ulong>(0, long.MaxValue);

    [SkippableFact]
    public Task Floats() => RoundTripAsync(0f, 0.1f, float.MinValue, float.MaxValue, float.Epsilon, float.PositiveInfinity, float.NegativeInfinity);

    [SkippableFact]
    public Task Doubles() => RoundTripAsync(0d, 0.1, double.MinValue, double.MaxValue, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity);

    [SkippableFact]
    public Task Decimals() => RoundTripAsync(
        0m, -1m, 1.23m, 100m, decimal.MinValue, decimal.MaxValue, 0.0000000000000000000000000001m, 1234567890.1234567890123456789m);

    [SkippableFact]
    public Task Characters() => RoundTripAsync('a', '\'', 'é', '用', '\n', '\uFFFD');

    [SkippableFact]
    public Task Guids() => RoundTripAsync(Guid.Empty, Guid.AllBitsSet, Guid.Parse("0a1b2c3d-4e5f-6789-abcd-ef0123456789"));

    [SkippableFact]
    public Task Texts() => RoundTripAsync(
        "", " ", "it's \"quoted\" \\ `x`", "line\r\n\tline\u2028", "100%_[a-z].*", "@p0 :p ? $1 {0}", "Größe ß İ ı", "e\u0301 \u00e9",
        "👩‍👩‍👧 𝔘", "\uFEFF bom", "\uFFFF", "'; DROP TABLE stored;--", "007", "1e3");

    [SkippableFact]
    public Task A_text_of_a_megabyte() => RoundTripAsync(new string('\'', 500_000) + new StringBuilder().Insert(0, "ä", 500_000));

    [SkippableFact]
    public async Task Bytes()
    {
        byte[] all = [.. Enumerable.Range(0, 256).Select(i => (byte)i)];
        await RoundTripAsync([], [0], all, new byte[100_000]);
    }

    [SkippableFact]
    public Task Dates() => RoundTripAsync(DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29), new DateOnly(1582, 10, 10));

    [SkippableFact]
    public Task Times_of_day() => RoundTripAsync(
        TimeOnly.MinValue, new TimeOnly(23, 59, 59), new TimeOnly(12, 30), new TimeOnly(0, 0, 0, 0, 1), new TimeOnly(23, 59, 59, 999, 999), new TimeOnly(1, 2, 3, 500));

    [SkippableFact]
    public Task Durations() => RoundTripAsync(
        TimeSpan.Zero, new TimeSpan(1, 2, 3, 4, 5, 6), -new TimeSpan(400, 2, 3, 4, 5, 6), TimeSpan.FromMicroseconds(-1), TimeSpan.FromDays(36525),
        new TimeSpan(long.MaxValue - 7), new TimeSpan(long.MinValue + 8));

    [SkippableFact]
    public Task Wall_clock_times() => RoundTripAsync(
        DateTime.MinValue, new DateTime(9999, 12, 31, 23, 59, 59, 999, 999), new DateTime(2024, 2, 29, 12, 30, 15), new DateTime(1899, 12, 31),
        new DateTime(2024, 10, 27, 2, 30, 0, 0, 1), new DateTime(2024, 1, 1, 0, 0, 0, 500));

    [SkippableFact]
    public Task Instants() => RoundTripAsync(
        DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero),
        new DateTimeOffset(2024, 10, 27, 2, 30, 0, 0, 1, TimeSpan.FromHours(2)), new DateTimeOffset(1900, 1, 1, 0, 0, 0, TimeSpan.FromHours(-11.5)));

    [SkippableFact]
    public async Task Wall_clock_times_lose_their_kind_and_what_is_below_a_microsecond()
    {
        var utc = new DateTime(2024, 5, 6, 7, 8, 9, DateTimeKind.Utc).AddTicks(1_234_567);
        var read = await ScalarAsync<DateTime>("SELECT @value", new Bound().Add("value", utc));

        Assert.Equal(utc.AddTicks(-7), read);
        Assert.Equal(DateTimeKind.Unspecified, read.Kind);
        Assert.Equal(read, await ScalarAsync<DateTime>("SELECT @value", new Bound().Add("value", DateTime.SpecifyKind(utc, DateTimeKind.Local))));
    }

    [SkippableFact]
    public async Task One_instant_in_three_offsets_is_one_instant()
    {
        var instant = new DateTimeOffset(2024, 3, 31, 1, 30, 0, TimeSpan.Zero);
        DateTimeOffset[] spellings = [instant, instant.ToOffset(TimeSpan.FromHours(5.5)), instant.ToOffset(TimeSpan.FromHours(-8))];
        await CreateAsync<DateTimeOffset>();
        foreach (var spelling in spellings)
        {
            await ExecuteAsync("INSERT INTO stored VALUES (1, @value)", new Bound().Add("value", spelling));
            Assert.Equal(TimeSpan.Zero, (await ScalarAsync<DateTimeOffset>("SELECT @value", new Bound().Add("value", spelling))).Offset);
        }

        Assert.Equal(1, await ScalarAsync<long>("SELECT count(DISTINCT value) FROM stored"));
        Assert.Equal(3, await ScalarAsync<long>("SELECT count(*) FROM stored WHERE value = @value", new Bound().Add("value", spellings[1])));
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM stored WHERE value < @value", new Bound().Add("value", spellings[2])));
    }

    [SkippableFact]
    public async Task Times_are_ordered_by_time()
    {
        DateTime second = new(2024, 1, 1, 10, 0, 0);
        DateTime[] times = [second, second.AddMicroseconds(1), second.AddMilliseconds(250), second.AddMilliseconds(500), second.AddSeconds(1), second.AddDays(1)];
        await CreateAsync<DateTime>();
        foreach (var time in times.Reverse())
            await ExecuteAsync("INSERT INTO stored VALUES (1, @value)", new Bound().Add("value", time));

        Assert.Equal(times, await ReadAsync<DateTime>("SELECT value FROM stored ORDER BY value"));
    }

    [SkippableFact]
    public async Task Json_keeps_its_meaning()
    {
        const string Document = """{"name": "it's \"x\"", "tags": ["ä", "👍"], "none": null}""";
        string read = await ScalarAsync<string>("SELECT @value", new Bound().AddJson("value", Document));

        using var expected = System.Text.Json.JsonDocument.Parse(Document);
        using var actual = System.Text.Json.JsonDocument.Parse(read);
        Assert.True(System.Text.Json.JsonElement.DeepEquals(expected.RootElement, actual.RootElement), read);
        Assert.Null(await ScalarAsync<string?>("SELECT @value", new Bound().AddJson("value", null)));
    }

    private async Task RoundTripAsync<T>(params T[] values)
    {
        await CreateAsync<T>();
        for (int i = 0; i < values.Length; i++)
            await ExecuteAsync("INSERT INTO stored VALUES (@position, @value)", new Bound().Add("position", i).Add("value", values[i]));
        await ExecuteAsync("INSERT INTO stored VALUES (@position, @value)", new Bound().Add("position", values.Length).AddNull<T>("value"));

        Assert.Equal(values, await ReadAsync<T>("SELECT value FROM stored WHERE value IS NOT NULL ORDER BY position"));
        Assert.Equal(1, await ScalarAsync<long>("SELECT count(*) FROM stored WHERE value IS NULL"));
        string equal = $"SELECT position FROM stored WHERE value{(typeof(T) == typeof(decimal) ? Dialect.DecimalCollation : "")} = @value";
        for (int i = 0; i < values.Length; i++)
            Assert.Equal([i], await ReadAsync<int>(equal, new Bound().Add("value", values[i])));
    }

    private protected async Task CreateAsync<T>()
        => await ExecuteAsync($"CREATE TABLE stored (position {Dialect.TypeName(typeof(int))} NOT NULL, value {Dialect.TypeName(typeof(T))})");
}
