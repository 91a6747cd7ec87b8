using Zoo;

namespace Covet.Specification;

/// <summary>Parts of dates and times are those of C#, in UTC, on every provider.</summary>
/// <param name="fixture">The database.</param>
public abstract class DateFunctionSuite(ProviderFixture fixture) : FunctionSuite(fixture)
{
    // Not the least values themselves: Npgsql sends those as -infinity.
    private static readonly DateTime[] Times =
    [
        new(2024, 2, 29, 23, 59, 59, 999, 999), new(1, 1, 2), new(9999, 12, 30, 23, 59, 59, 999, 999), new(1969, 12, 31, 23, 59, 59, 500), new(2026, 1, 4, 0, 0, 0, 0, 1),
        new(2026, 7, 5, 12, 30, 0),
    ];

    [SkippableFact]
    public async Task Instants_have_the_parts_of_UTC()
    {
        var instant = new DateTimeOffset(2024, 3, 1, 1, 29, 59, 999, 999, TimeSpan.FromHours(5.5));
        await GivenAsync(new Everything { Instant = instant });
        string utc = "t0.\"instant\" AT TIME ZONE 'UTC'";
        await AssertAsync(e => e.Instant.Year, 2024, "CAST(substr(t0.\"instant\", 1, 4) AS INTEGER)", $"CAST(EXTRACT(YEAR FROM {utc}) AS integer)");
        await AssertAsync(e => e.Instant.Month, 2, "CAST(substr(t0.\"instant\", 6, 2) AS INTEGER)", $"CAST(EXTRACT(MONTH FROM {utc}) AS integer)");
        await AssertAsync(e => e.Instant.Day, 29, "CAST(substr(t0.\"instant\", 9, 2) AS INTEGER)", $"CAST(EXTRACT(DAY FROM {utc}) AS integer)");
        await AssertAsync(
            e => e.Instant.DayOfYear, 60, "CAST(strftime('%j', substr(t0.\"instant\", 1, 10)) AS INTEGER)", $"CAST(EXTRACT(DOY FROM {utc}) AS integer)");
        await AssertAsync(
            e => e.Instant.DayOfWeek, DayOfWeek.Thursday, "CAST(strftime('%w', substr(t0.\"instant\", 1, 10)) AS INTEGER)",
            $"CAST(EXTRACT(DOW FROM {utc}) AS integer)");
        await AssertAsync(e => e.Instant.Date, new DateOnly(2024, 2, 29), "substr(t0.\"instant\", 1, 10)", $"CAST({utc} AS date)");
        await AssertAsync(e => e.Instant.Hour, 19, "CAST(substr(t0.\"instant\", 12, 2) AS INTEGER)", $"CAST(EXTRACT(HOUR FROM {utc}) AS integer)");
        await AssertAsync(e => e.Instant.Minute, 59, "CAST(substr(t0.\"instant\", 15, 2) AS INTEGER)", $"CAST(EXTRACT(MINUTE FROM {utc}) AS integer)");
        await AssertAsync(e => e.Instant.Second, 59, "CAST(substr(t0.\"instant\", 18, 2) AS INTEGER)", $"CAST(floor(EXTRACT(SECOND FROM {utc})) AS integer)");
        await AssertAsync(e => ((Expr<DateTimeOffset>)instant).Hour, 19, "CAST(substr(@p0, 12, 2) AS INTEGER)", "CAST(EXTRACT(HOUR FROM @p0 AT TIME ZONE 'UTC') AS integer)");
    }

    [SkippableFact]
    public async Task Every_date_and_time_has_the_parts_that_CSharp_finds()
    {
        foreach (var time in Times)
        {
            var instant = new DateTimeOffset(time, TimeSpan.Zero);
            var date = DateOnly.FromDateTime(time);
            await GivenAsync(new Everything
            {
                Instant = instant,
                MaybeInstant = instant,
                Clock = time,
                MaybeClock = time,
                Date = date,
                MaybeDate = date,
                Time = TimeOnly.FromDateTime(time),
                MaybeTime = TimeOnly.FromDateTime(time),
            });
            Assert.Equal(
                (time.Year, time.Month, time.Day, time.DayOfYear, time.DayOfWeek, date, time.Hour, time.Minute, time.Second),
                await Db.Everythings.Select(e => (e.Instant.Year, e.Instant.Month, e.Instant.Day, e.Instant.DayOfYear, e.Instant.DayOfWeek, e.Instant.Date,
                    e.Instant.Hour, e.Instant.Minute, e.Instant.Second)).SingleAsync());
            Assert.Equal(
                (time.Year, time.Month, time.Day, time.DayOfYear, time.DayOfWeek, date, time.Hour, time.Minute, time.Second),
                await Db.Everythings.Select(e => (e.Clock.Year, e.Clock.Month, e.Clock.Day, e.Clock.DayOfYear, e.Clock.DayOfWeek, e.Clock.Date,
                    e.Clock.Hour, e.Clock.Minute, e.Clock.Second)).SingleAsync());
            Assert.Equal(
                (time.Year, time.Month, time.Day, time.DayOfYear, time.DayOfWeek, date.DayNumber, time.Hour, time.Minute, time.Second),
                await Db.Everythings.Select(e => (e.Date.Year, e.Date.Month, e.Date.Day, e.Date.DayOfYear, e.Date.DayOfWeek, e.Date.DayNumber,
                    e.Time.Hour, e.Time.Minute, e.Time.Second)).SingleAsync());
            Assert.Equal(
                ((int?)time.Year, (int?)time.Month, (DayOfWeek?)time.DayOfWeek, (DateOnly?)date, (int?)time.Second, (int?)time.Hour, (int?)date.DayNumber, (int?)time.Minute),
                await Db.Everythings.Select(e => (e.MaybeInstant.Year, e.MaybeInstant.Month, e.MaybeInstant.DayOfWeek, e.MaybeInstant.Date, e.MaybeInstant.Second,
                    e.MaybeClock.Hour, e.MaybeDate.DayNumber, e.MaybeTime.Minute)).SingleAsync());
        }
    }

    [SkippableFact]
    public async Task Parts_of_nothing_are_null()
    {
        await GivenAsync(new Everything());
        Assert.Equal(
            ((int?)null, (DayOfWeek?)null, (DateOnly?)null, (int?)null),
            await Db.Everythings.Select(e => (e.MaybeInstant.Year, e.MaybeInstant.DayOfWeek, e.MaybeInstant.Date, e.MaybeInstant.Second)).SingleAsync());
        Assert.Equal(
            ((int?)null, (DayOfWeek?)null, (DateOnly?)null, (int?)null),
            await Db.Everythings.Select(e => (e.MaybeClock.Day, e.MaybeClock.DayOfWeek, e.MaybeClock.Date, e.MaybeTime.Hour)).SingleAsync());
        Assert.Equal(((int?)null, (int?)null), await Db.Everythings.Select(e => (e.MaybeDate.DayNumber, e.MaybeDate.DayOfYear)).SingleAsync());
    }

    [SkippableFact]
    public async Task Clocks_dates_and_times_of_day_have_their_own_forms()
    {
        await GivenAsync(new Everything { Clock = Times[0], Date = new DateOnly(2024, 2, 29), Time = new TimeOnly(23, 59, 58, 999, 999) });
        await AssertAsync(e => e.Clock.Year, 2024, "CAST(substr(t0.\"clock\", 1, 4) AS INTEGER)", "CAST(EXTRACT(YEAR FROM t0.\"clock\") AS integer)");
        await AssertAsync(e => e.Clock.Date, new DateOnly(2024, 2, 29), "substr(t0.\"clock\", 1, 10)", "CAST(t0.\"clock\" AS date)");
        await AssertAsync(e => e.Date.DayNumber, 738944, "CAST(julianday(t0.\"date\") - 1721425.5 AS INTEGER)", "t0.\"date\" - DATE '0001-01-01'");
        await AssertAsync(e => e.Time.Hour, 23, "CAST(substr(t0.\"time\", 1, 2) AS INTEGER)", "CAST(EXTRACT(HOUR FROM t0.\"time\") AS integer)");
        await AssertAsync(e => e.Time.Minute, 59, "CAST(substr(t0.\"time\", 4, 2) AS INTEGER)", "CAST(EXTRACT(MINUTE FROM t0.\"time\") AS integer)");
        await AssertAsync(e => e.Time.Second, 58, "CAST(substr(t0.\"time\", 7, 2) AS INTEGER)", "CAST(floor(EXTRACT(SECOND FROM t0.\"time\")) AS integer)");
    }

    [SkippableFact]
    public async Task Parts_are_compared_grouped_and_listed()
    {
        await Db.Everythings.InsertManyAsync(Times.Select(time => new Everything { Instant = new DateTimeOffset(time, TimeSpan.Zero), MaybeClock = time }));
        await Db.Everythings.InsertAsync(new Everything { Instant = new DateTimeOffset(2024, 5, 6, 0, 0, 0, TimeSpan.Zero) });
        Assert.Equal(2, await Db.Everythings.Where(e => e.Instant.DayOfWeek == DayOfWeek.Sunday).CountAsync());
        Assert.Equal(4, await Db.Everythings.Where(e => e.Instant.DayOfWeek.In(DayOfWeek.Sunday, DayOfWeek.Thursday)).CountAsync());
        Assert.Equal(5, await Db.Everythings.Where(e => e.MaybeClock.DayOfWeek != DayOfWeek.Sunday).CountAsync());
        Assert.Equal(2, await Db.Everythings.Where(e => e.Instant.Year == 2024 && e.Instant.Month >= 2).CountAsync());
        Assert.Equal(1, await Db.Everythings.Where(e => e.Instant.Date == new DateOnly(2024, 2, 29)).CountAsync());
        var years = await Db.Everythings.GroupBy(e => e.Instant.Year).Select(e => (e.Instant.Year, Sql.Count())).ToListAsync();
        Assert.Equal([(1, 1L), (1969, 1L), (2024, 2L), (2026, 2L), (9999, 1L)], years.Order());
    }
}
