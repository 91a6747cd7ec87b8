using Zoo;

namespace Covet.Specification;

/// <summary>What another program may have written and a member can't have, kind by kind: never a default value, never a raw exception.</summary>
/// <param name="fixture">The database.</param>
public abstract class UnreadableValueSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    /// <summary>What both databases can hold: the member, the value in SQL, its text.</summary>
    private static readonly (string Member, string Sql, string? Text)[] Everywhere =
    [
        ("Tiny", "200", "200"), ("Tiny", "NULL", null), ("Octet", "256", "256"), ("Octet", "-1", "-1"), ("UnsignedShort", "70000", "70000"), ("UnsignedNumber", "-1", "-1"),
        ("UnsignedLong", "-1", "-1"), ("Size", "256", "256"), ("MaybeSize", "-1", "-1"), ("MaybeOctet", "300", "300"), ("Number", "NULL", null), ("Flag", "NULL", null),
        ("Double", "NULL", null), ("Amount", "NULL", null), ("Text", "NULL", null), ("Guid", "NULL", null), ("Clock", "NULL", null), ("Instant", "NULL", null), ("Date", "NULL", null),
        ("Time", "NULL", null), ("Duration", "NULL", null), ("Bytes", "NULL", null), ("Address", "NULL", null), ("Isbn", "NULL", null), ("Letter", "NULL", null), ("Letter", "''", ""),
        ("Letter", "'ab'", "ab"), ("Mood", "'Angry'", "Angry"), ("Mood", "'wild'", "wild"), ("Mood", "'1'", "1"), ("Mood", "' 1'", " 1"), ("Mood", "'Calm,Wild'", "Calm,Wild"), ("Mood", "''", ""),
        ("Mood", "NULL", null), ("MaybeMood", "'Angry'", "Angry"), ("Address", "'[]'", "[]"), ("Address", "'null'", "null"), ("Address", "'\"x\"'", "\"x\""), ("MaybeAddress", "'7'", "7"),
        ("Amount", "'NaN'", "NaN"), ("Amount", "'Infinity'", "Infinity"), ("Amount", "'-Infinity'", "-Infinity"),
        ("Amount", "'79228162514264337593543950336'", "79228162514264337593543950336"), ("Time", "'24:00:00'", "24:00:00"),
    ];

    private static readonly (string Member, string Sql, string? Text)[] OnSqlite =
    [
        ("Number", "'abc'", "abc"), ("Number", "1.5", "1.5"), ("Number", "5000000000", "5000000000"), ("Number", "x'0102'", "x'0102'"), ("Short", "40000", "40000"), ("Flag", "'yes'", "yes"),
        ("Double", "'abc'", "abc"), ("Amount", "'abc'", "abc"), ("Amount", "1e300", "1.0e+300"), ("Text", "x'05'", "x'05'"), ("Guid", "'abc'", "abc"), ("Guid", "x'01'", "x'01'"), ("Clock", "'yesterday'", "yesterday"),
        ("Clock", "'2024-01-01T00:00:00Z'", "2024-01-01T00:00:00Z"), ("Instant", "'-0044-03-15 00:00:00'", "-0044-03-15 00:00:00"), ("Date", "'2024-13-01'", "2024-13-01"),
        ("Date", "20240101", "20240101"), ("Duration", "9223372036854775807", "9223372036854775807"), ("Duration", "'1 month'", "1 month"), ("Bytes", "'text'", "text"), ("Address", "'{'", "{"),
        ("MaybeNumber", "'abc'", "abc"), ("MaybeInstant", "'abc'", "abc"), ("Mood", "1", "1"), ("Size", "'Small'", "Small"),
    ];

    private static readonly (string Member, string Sql, string? Text)[] OnPostgres =
    [
        ("Amount", "0.00000000000000000000000000000001", "0.00000000000000000000000000000001"), ("Amount", "-1e40", "-10000000000000000000000000000000000000000"),
        ("Amount", "-12345678901234567890123456789012.0304", "-12345678901234567890123456789012.0304"), ("Date", "'0044-03-15 BC'", "0044-03-15 BC"), ("Date", "'0001-12-31 BC'", "0001-12-31 BC"),
        ("Date", "'12024-02-29'", "12024-02-29"), ("Clock", "'0044-03-15 01:02:03.5 BC'", "0044-03-15 01:02:03.500000 BC"), ("Clock", "'22222-12-31 23:59:59'", "22222-12-31 23:59:59"),
        ("Instant", "'0044-03-15 00:00:00 BC UTC'", "0044-03-15 00:00:00 BC"), ("Duration", "'1 month 2 days 03:04:05'", "1 months 2 days 03:04:05"),
        ("Duration", "'1000000000 days'", "0 months 1000000000 days 00:00:00"), ("MaybeDuration", "'-10675199 days -24:00'", "0 months -10675199 days -24:00:00"),
    ];

    [SkippableFact]
    public async Task Each_is_named_with_its_text()
    {
        foreach (var (member, sql, text) in Everywhere.Concat(IsSqlite ? OnSqlite : OnPostgres))
        {
            string column = ColumnOf(member);
            await Db.ExecuteAsync($"UPDATE everythings SET {Raw($"\"{column}\" = {sql}")}");
            var exception = await Record.ExceptionAsync(() => Db.Everythings.ToListAsync());
            Assert.True(exception is MappingException, $"{member} = {sql}: {exception}");
            var mapping = (MappingException)exception;
            Assert.Equal(("Everything", member, column, text, "Id 1"), (mapping.Model, mapping.Member, mapping.Column, mapping.Value, mapping.Key));
            Assert.NotNull(mapping.InnerException);
            Assert.StartsWith(
                $"Everything.{member} can't be read: column {column} of the Everything with Id 1 holds {(text is null ? "NULL" : $"'{text}'")}. ", mapping.Message, StringComparison.Ordinal);
            var filled = TypeSuite.Filled();
            filled.Id = 1;
            await Db.Everythings.UpdateAsync(filled);
            Assert.Equal(int.MinValue, (await Db.Everythings.SingleAsync()).Number);
        }
    }

    [SkippableFact]
    public async Task A_selected_column_that_is_never_null_is_no_null_of_C()
    {
        foreach (string member in new[] { "Text", "Bytes", "Address", "Isbn", "Number", "Mood" })
            await Db.ExecuteAsync($"UPDATE everythings SET {Raw($"\"{ColumnOf(member)}\" = NULL")}");
        await NullAsync("Text", () => Db.Everythings.Select(e => e.Text).ToListAsync());
        await NullAsync("Bytes", () => Db.Everythings.Select(e => (e.Id, e.Bytes)).ToListAsync());
        await NullAsync("Address", () => Db.Everythings.Select(e => e.Address).ToListAsync());
        await NullAsync("Isbn", () => Db.Everythings.Select(e => e.Isbn).ToListAsync());
        await NullAsync("Number", () => Db.Everythings.Select(e => e.Number).ToListAsync());
        await NullAsync("Mood", () => Db.Everythings.Select(e => e.Mood).ToListAsync());
    }

    [SkippableFact]
    public async Task A_number_is_not_made_another_one()
    {
        string Number(string text, string type) => IsSqlite ? text : $"CAST({text} AS {type})";
        Assert.Equal(float.PositiveInfinity, await Db.ScalarAsync<float>($"SELECT {Raw(Number(IsSqlite ? "9e999" : "'Infinity'", "double precision"))}"));
        Assert.Equal(0.1f, await Db.ScalarAsync<float>($"SELECT {Raw(Number("0.1", "double precision"))}"));
        await Assert.ThrowsAsync<MappingException>(() => Db.ScalarAsync<float>($"SELECT {Raw(Number("1e300", "double precision"))}"));
        var fraction = await Assert.ThrowsAsync<MappingException>(() => Db.ScalarAsync<int>($"SELECT {Raw(Number("1.5", "numeric"))}"));
        Assert.Equal("1.5", fraction.Value);
        await Assert.ThrowsAsync<MappingException>(() => Db.ScalarAsync<long>($"SELECT {Raw(Number("-0.5", "numeric"))}"));
        await Assert.ThrowsAsync<MappingException>(() => Db.ScalarAsync<short>($"SELECT {Raw(Number("70000", "numeric"))}"));
        Assert.Equal((2, 3L, (short)-4), (await WholeAsync<int>("2"), await WholeAsync<long>("3"), await WholeAsync<short>("-4")));

        Task<T> WholeAsync<T>(string text) => Db.ScalarAsync<T>($"SELECT {Raw(Number(text, "numeric(9, 2)"))}");
    }

    [SkippableFact]
    public async Task A_long_text_is_cut()
    {
        await Db.ExecuteAsync($"UPDATE everythings SET mood = {new string('x', 1000)}");
        var exception = await Assert.ThrowsAsync<MappingException>(() => Db.Everythings.SingleAsync());
        Assert.Equal(new string('x', 100) + "...", exception.Value);
    }

    [SkippableFact]
    public async Task A_wall_clock_is_not_read_from_a_column_of_instants_nor_the_other_way_round()
    {
        string instants = IsSqlite ? "'2024-01-01 00:00:00+02:00'" : "CAST('2024-01-01 00:00:00+02:00' AS timestamptz)";
        var exception = await Assert.ThrowsAsync<MappingException>(() => Db.Everythings.Select(_ => Raw(instants).As<DateTime>()).ToListAsync());
        Assert.Contains(IsSqlite ? "a date and time without offset" : "a wall clock without a zone", exception.Message, StringComparison.Ordinal);
        if (!IsSqlite)
            await Assert.ThrowsAsync<MappingException>(() => Db.ScalarAsync<DateTimeOffset>($"SELECT CAST('2024-01-01 00:00:00' AS timestamp)"));
    }

    [SkippableFact]
    public async Task The_last_time_is_infinity_where_there_is_one()
    {
        var row = (await Db.Everythings.SingleAsync())!;
        (row.Clock, row.Instant, row.Date, row.MaybeClock) = (DateTime.MaxValue, DateTimeOffset.MaxValue, DateOnly.MaxValue, DateTime.MinValue);
        await Db.Everythings.UpdateAsync(row);
        long below = IsSqlite ? 9 : 0;
        var read = await Db.Everythings.SingleAsync(e => e.Clock == DateTime.MaxValue && e.Instant == DateTimeOffset.MaxValue && e.MaybeClock == DateTime.MinValue);
        Assert.Equal(
            (DateTime.MaxValue.AddTicks(-below), DateTimeOffset.MaxValue.AddTicks(-below), DateOnly.MaxValue, (DateTime?)DateTime.MinValue),
            (read.Clock, read.Instant, read.Date, read.MaybeClock));
        if (!IsSqlite)
            Assert.Equal("infinity", await Db.ScalarAsync<string>($"SELECT CAST(instant AS text) FROM everythings WHERE NOT isfinite(clock)"));
    }

    [SkippableFact]
    public async Task Arrays_hold_no_null()
    {
        if (IsSqlite)
            return;
        await Db.Listings.InsertAsync(new Listing { Labels = ["a", ""], Numbers = [1, 2] });
        Assert.Equal(["a", ""], (await Db.Listings.SingleAsync()).Labels);
        foreach (var (shelf, member, reason) in new[] { (new Listing { Labels = ["a", null!] }, "Labels", "null (at 1)"), (new Listing { Labels = ["abcd"] }, "Labels", "4 characters"), (new Listing { Labels = ["\0"] }, "Labels", "NUL") })
        {
            var refused = await Assert.ThrowsAsync<InvalidValueException>(() => Db.Listings.InsertAsync(shelf));
            Assert.Equal(("Listing", member), (refused.Model, refused.Member));
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }
        Assert.Contains("4 characters", (await Assert.ThrowsAsync<InvalidValueException>(() => Db.Listings.All().UpdateAsync(s => s.Labels.Set(["abcd"])))).Message, StringComparison.Ordinal);
        await Db.ExecuteAsync($"UPDATE listings SET labels = ARRAY['a', NULL]");
        var exception = await Assert.ThrowsAsync<MappingException>(() => Db.Listings.ToListAsync());
        Assert.Equal(("Labels", "{a,NULL}"), (exception.Member, exception.Value));
        await Db.ExecuteAsync($"UPDATE listings SET labels = ARRAY['a'], numbers = ARRAY[1, NULL]");
        Assert.Equal("Numbers", (await Assert.ThrowsAsync<MappingException>(() => Db.Listings.ToListAsync())).Member);
    }

    /// <summary>One row in a table that holds whatever it is given, as far as the database allows.</summary>
    protected override async Task FillAsync()
    {
        await base.FillAsync();
        await Db.Everythings.InsertAsync(TypeSuite.Filled());
        if (IsSqlite)
        {
            await Db.ExecuteAsync($"CREATE TABLE loose AS SELECT * FROM everythings; DROP TABLE everythings; ALTER TABLE loose RENAME TO everythings");
            return;
        }
        foreach (var column in Info.Columns.Where(column => column.Property != "Id" && !column.IsNullable))
            await Db.ExecuteAsync($"ALTER TABLE everythings ALTER COLUMN {Raw($"\"{column.Name}\"")} DROP NOT NULL");
    }

#pragma warning disable COV2002 // The texts come from this suite.
    private static RawExpression Raw(string text) => RawExpression.Unsafe(text);
#pragma warning restore COV2002

    private static ModelInfo Info => ((IModel)new Everything()).Model;

    private static string ColumnOf(string member) => Info.Columns.Single(column => column.Property == member).Name;

    private static async Task NullAsync(string member, Func<Task> read)
    {
        var exception = await Assert.ThrowsAsync<MappingException>(read);
        Assert.Equal(("Everything", member, null), (exception.Model, exception.Member, exception.Value));
    }
}
