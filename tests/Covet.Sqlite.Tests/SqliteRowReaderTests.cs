using Covet.Specification;

namespace Covet.Sqlite.Tests;

/// <summary>What a column holds is checked: SQLite would convert anything to anything.</summary>
public sealed class SqliteRowReaderTests() : ProviderSuite(new SqliteMemoryFixture())
{
    [Theory]
    [InlineData("NULL", "NULL")]
    [InlineData("'abc'", "the text 'abc'")]
    [InlineData("1.5", "a REAL")]
    [InlineData("x'0102'", "2 bytes")]
    public async Task A_wrong_kind_of_value_is_named_with_its_column(string value, string held)
    {
        var exception = await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<int>($"SELECT {value} AS views"));
        Assert.Equal($"Column views was read as an integer, but it holds {held}.", exception.Message);
    }

    [Fact]
    public async Task Integers_out_of_range_are_refused()
    {
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<int>("SELECT 2147483648"));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<short>("SELECT 32768"));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<TimeSpan>("SELECT 9223372036854775807"));
        Assert.Equal([int.MinValue], await ReadAsync<int>("SELECT -2147483648"));
    }

    [Fact]
    public async Task Nothing_is_read_as_something_else()
    {
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<string>("SELECT 1"));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<bool>("SELECT 'true'"));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<byte[]>("SELECT 'text'"));
    }

    [Fact]
    public async Task Decimals_come_from_every_kind_of_number()
    {
        Assert.Equal([5m, 0.25m, -1.5m, 1000m], await ReadAsync<decimal>("SELECT 5 UNION ALL SELECT 0.25 UNION ALL SELECT '-1.5' UNION ALL SELECT '1e3'"));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<decimal>("SELECT 'abc'"));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<decimal>("SELECT 1e300"));
    }

    [Theory]
    [InlineData("2024-02-29")]
    [InlineData("2024-02-29 00:00")]
    [InlineData("2024-02-29T00:00:00")]
    [InlineData("2024-02-29 00:00:00.0000000")]
    public async Task Dates_and_times_in_other_spellings(string text)
    {
        Assert.Equal([new DateTime(2024, 2, 29)], await ReadAsync<DateTime>($"SELECT '{text}'"));
        Assert.Equal([new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero)], await ReadAsync<DateTimeOffset>($"SELECT '{text}'"));
        Assert.Equal([new DateOnly(2024, 2, 29)], await ReadAsync<DateOnly>($"SELECT '{text}'"));
    }

    [Theory]
    [InlineData("2024-02-29T12:30:00Z", 0)]
    [InlineData("2024-02-29 14:30:00+02:00", 0)]
    [InlineData("2024-02-29 08:00:00-0430", 0)]
    [InlineData("2024-02-29 13:30:00.0000001+01", 1)]
    public async Task Instants_with_an_offset(string text, long ticks)
        => Assert.Equal([new DateTimeOffset(2024, 2, 29, 12, 30, 0, TimeSpan.Zero).AddTicks(ticks)], await ReadAsync<DateTimeOffset>($"SELECT '{text}'"));

    [Theory]
    [InlineData("")]
    [InlineData("2023-02-29")]
    [InlineData("2024-13-01")]
    [InlineData("2024-1-1")]
    [InlineData("2024-01-01 24:00:00")]
    [InlineData("2024-01-01 12")]
    [InlineData("2024-01-01 12:00:00.")]
    [InlineData("2024-01-01 12:00:00 CET")]
    [InlineData("2024-01-01 12:00:00+2:00")]
    [InlineData("2024-01-01 12:00:00.12345678")]
    public async Task What_is_no_time_is_refused(string text)
    {
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<DateTime>($"SELECT '{text}'"));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<DateTimeOffset>($"SELECT '{text}'"));
    }

    [Fact]
    public async Task Other_spellings_of_other_types()
    {
        Assert.Equal([Guid.Parse("0a1b2c3d-4e5f-6789-abcd-ef0123456789")], await ReadAsync<Guid>("SELECT '0a1b2c3d-4e5f-6789-ABCD-ef0123456789'"));
        Assert.Equal([new Guid([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16])], await ReadAsync<Guid>("SELECT x'0102030405060708090A0B0C0D0E0F10'"));
        Assert.Equal([new TimeSpan(1, 2, 3, 4, 500)], await ReadAsync<TimeSpan>("SELECT '1.02:03:04.5'"));
        Assert.Equal([new TimeOnly(12, 30)], await ReadAsync<TimeOnly>("SELECT '12:30'"));
        Assert.Equal([DateTime.UtcNow.Date], (await ReadAsync<DateTime>("SELECT CURRENT_TIMESTAMP")).ConvertAll(time => time.Date));
        await Assert.ThrowsAsync<InvalidCastException>(() => ReadAsync<Guid>("SELECT 'abc'"));
    }

    [Fact]
    public async Task A_text_with_a_NUL_character_that_another_program_wrote_is_read_whole()
        => Assert.Equal(["a\0b"], await ReadAsync<string>("SELECT 'a' || char(0) || 'b'"));

    [Fact]
    public async Task NaN_is_refused()
    {
        var exception = await Assert.ThrowsAsync<InvalidValueException>(() => ReadAsync<double>("SELECT @score", new Bound().Add("score", double.NaN)));
        Assert.Contains("@score", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_bytes_is_refused()
        => await Assert.ThrowsAsync<NotSupportedException>(() => ReadAsync<int>("SELECT @keys", new Bound().AddList<byte[]>("keys", [[1]])));

    [Fact]
    public async Task A_sum_beyond_decimals_fails_by_name()
    {
        await ExecuteAsync("CREATE TABLE t (a TEXT)");
        await ExecuteAsync("INSERT INTO t VALUES (@a), (@a)", new Bound().Add("a", decimal.MaxValue));
        var exception = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => ReadAsync<decimal?>("SELECT covet_sum(a) FROM t"));

        Assert.Contains("covet_sum", exception.Message, StringComparison.Ordinal);
        Assert.Equal([1], await ReadAsync<int>("SELECT 1"));
    }
}
