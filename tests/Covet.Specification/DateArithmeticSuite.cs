using Zoo;

namespace Covet.Specification;

/// <summary>Sums and differences of dates and times are those of C#, to the microsecond, whatever the session's time zone.</summary>
/// <param name="fixture">The database.</param>
public abstract class DateArithmeticSuite(ProviderFixture fixture) : FunctionSuite(fixture)
{
    private static readonly DateTimeOffset Leap = new(2024, 2, 29, 23, 59, 59, 999, 999, TimeSpan.Zero);

    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    [SkippableFact]
    public async Task Durations_are_added_and_subtracted()
    {
        var duration = new TimeSpan(3, 4, 5, 6, 7, 8);
        await GivenAsync(new Everything { Instant = Leap, Clock = Leap.DateTime, Duration = duration });
        await AssertAsync(
            e => e.Instant + Microsecond, Leap + Microsecond, "covet_add_time(t0.\"instant\", @p0)",
            "((t0.\"instant\" AT TIME ZONE 'UTC') + @p0) AT TIME ZONE 'UTC'");
        await AssertAsync(
            e => e.Instant - e.Duration, Leap - duration, "covet_add_time(t0.\"instant\", -t0.\"duration\")",
            "((t0.\"instant\" AT TIME ZONE 'UTC') - t0.\"duration\") AT TIME ZONE 'UTC'");
        await AssertAsync(e => e.Clock + e.Duration, Leap.DateTime + duration, "covet_add_time(t0.\"clock\", t0.\"duration\")", "t0.\"clock\" + t0.\"duration\"");
        await AssertAsync(e => e.Clock - duration, Leap.DateTime - duration, "covet_add_time(t0.\"clock\", -@p0)", "t0.\"clock\" - @p0");
        await AssertAsync(e => e.Instant - (-duration), Leap + duration);
        await AssertAsync(e => e.Instant + e.MaybeDuration, null);
        await AssertAsync(e => e.MaybeInstant + duration, null);
        await AssertAsync(e => e.MaybeInstant - e.Duration, null);
        await AssertAsync(e => e.MaybeClock + e.MaybeDuration, null);
        await AssertHoldsAsync(e => e.Instant + TimeSpan.FromDays(1) > Leap && e.Clock - duration < e.Clock && e.Instant + Microsecond == Leap + Microsecond);
        var ends = new[] { new DateTimeOffset(1, 1, 1, 0, 0, 1, TimeSpan.Zero), new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, 998, TimeSpan.Zero), DateTimeOffset.UnixEpoch.AddMicroseconds(-1) };
        foreach (var end in ends)
        {
            await GivenAsync(new Everything { Instant = end, MaybeInstant = end, MaybeClock = end.DateTime, MaybeDuration = Microsecond });
            await AssertAsync(e => e.Instant + Microsecond, end + Microsecond);
            await AssertAsync(e => e.MaybeInstant + e.MaybeDuration, end + Microsecond);
            await AssertAsync(e => e.MaybeClock + Microsecond, end.DateTime + Microsecond);
            await AssertAsync(e => e.MaybeInstant + Microsecond - e.MaybeDuration, end);
        }
    }

    [SkippableFact]
    public async Task Differences_are_durations()
    {
        var earlier = new DateTimeOffset(1969, 12, 31, 23, 59, 59, 500, 1, TimeSpan.Zero);
        await GivenAsync(new Everything { Instant = Leap, MaybeInstant = earlier, Clock = Leap.DateTime, MaybeClock = earlier.DateTime });
        await AssertAsync(e => e.Instant - e.MaybeInstant, Leap - earlier, "covet_elapsed(t0.\"instant\", t0.\"maybe_instant\")", "t0.\"instant\" - t0.\"maybe_instant\"");
        await AssertAsync(e => e.MaybeInstant - e.Instant, earlier - Leap);
        await AssertAsync(e => e.Instant - e.Instant, TimeSpan.Zero);
        await AssertAsync(e => e.Instant - earlier, Leap - earlier, "covet_elapsed(t0.\"instant\", @p0)", "t0.\"instant\" - @p0");
        await AssertAsync(e => earlier - e.Instant, earlier - Leap);
        await AssertAsync(e => e.MaybeInstant - Leap, earlier - Leap);
        await AssertAsync(e => Leap - e.MaybeInstant, Leap - earlier);
        await AssertAsync(e => e.Clock - e.MaybeClock, Leap - earlier, "covet_elapsed(t0.\"clock\", t0.\"maybe_clock\")", "t0.\"clock\" - t0.\"maybe_clock\"");
        await AssertAsync(e => e.MaybeClock - e.MaybeClock, TimeSpan.Zero);
        await AssertHoldsAsync(e => e.Instant - earlier == Leap - earlier && e.Instant - e.MaybeInstant > TimeSpan.FromDays(365) && e.MaybeClock - e.Clock < TimeSpan.Zero);
        await GivenAsync(new Everything { Instant = new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero), MaybeInstant = DateTimeOffset.MinValue.AddDays(1) });
        await AssertAsync(e => e.Instant - e.MaybeInstant, new DateTimeOffset(9999, 12, 31, 23, 59, 59, 999, 999, TimeSpan.Zero) - DateTimeOffset.MinValue.AddDays(1));
        await AssertAsync(e => e.MaybeClock - e.Clock, null);
    }

    [SkippableFact]
    public async Task Years_and_months_end_where_the_month_ends()
    {
        await GivenAsync(new Everything { Instant = Leap, Clock = new DateTime(2026, 1, 31, 1, 2, 3), Date = new DateOnly(2026, 12, 31), Number = 1 });
        await AssertAsync(
            e => e.Instant.AddYears(1), Leap.AddYears(1), "covet_add_months(t0.\"instant\", 12 * @p0)",
            "((t0.\"instant\" AT TIME ZONE 'UTC') + make_interval(years => @p0)) AT TIME ZONE 'UTC'");
        await AssertAsync(
            e => e.Clock.AddMonths(e.Number), new DateTime(2026, 2, 28, 1, 2, 3), "covet_add_months(t0.\"clock\", t0.\"number\")",
            "t0.\"clock\" + make_interval(months => t0.\"number\")");
        await AssertAsync(
            e => e.Date.AddMonths(-e.Number), new DateOnly(2026, 11, 30), "substr(covet_add_months(t0.\"date\", @p0 - t0.\"number\"), 1, 10)",
            "CAST(t0.\"date\" + make_interval(months => @p0 - t0.\"number\") AS date)");
        foreach (int months in new[] { 0, 1, -1, 12, 13, -11, 25, 95000 })
        {
            await AssertAsync(e => e.Instant.AddMonths(months), Leap.AddMonths(months));
            await AssertAsync(e => e.Clock.AddMonths(months), new DateTime(2026, 1, 31, 1, 2, 3).AddMonths(months));
            await AssertAsync(e => e.Date.AddMonths(months), new DateOnly(2026, 12, 31).AddMonths(months));
        }
        await AssertAsync(e => e.Clock.AddYears(-2025), new DateTime(1, 1, 31, 1, 2, 3));
        await AssertAsync(e => e.Date.AddYears(2), new DateOnly(2028, 12, 31));
        await AssertAsync(e => e.MaybeInstant.AddMonths(1), null);
        await AssertAsync(e => e.MaybeClock.AddYears(1), null);
        await AssertAsync(e => e.MaybeDate.AddMonths(e.Number), null);
    }

    [SkippableFact]
    public async Task Days_hours_minutes_and_seconds_are_added()
    {
        await GivenAsync(new Everything { Instant = Leap, Clock = Leap.DateTime, Date = new DateOnly(2024, 2, 29), MaybeDate = new DateOnly(1, 1, 2), Number = -1 });
        await AssertAsync(
            e => e.Instant.AddDays(1), Leap.AddDays(1), "covet_add_time(t0.\"instant\", 86400000000 * @p0)",
            "((t0.\"instant\" AT TIME ZONE 'UTC') + make_interval(days => @p0)) AT TIME ZONE 'UTC'");
        await AssertAsync(
            e => e.Date.AddDays(e.Number), new DateOnly(2024, 2, 28), "substr(covet_add_time(t0.\"date\", 86400000000 * t0.\"number\"), 1, 10)",
            "CAST(t0.\"date\" + make_interval(days => t0.\"number\") AS date)");
        await AssertAsync(e => e.Clock.AddHours(-24), Leap.DateTime.AddDays(-1), "covet_add_time(t0.\"clock\", 3600000000 * @p0)", "t0.\"clock\" + make_interval(hours => @p0)");
        await AssertAsync(e => e.Clock.AddMinutes(1), Leap.DateTime.AddMinutes(1), "covet_add_time(t0.\"clock\", 60000000 * @p0)", "t0.\"clock\" + make_interval(mins => @p0)");
        await AssertAsync(e => e.Clock.AddSeconds(1), Leap.DateTime.AddSeconds(1), "covet_add_time(t0.\"clock\", 1000000 * @p0)", "t0.\"clock\" + make_interval(secs => @p0)");
        await AssertAsync(e => e.Instant.AddSeconds(e.Number), Leap.AddSeconds(-1));
        await AssertAsync(e => e.Instant.AddHours(e.Number + 1), Leap);
        await AssertAsync(e => e.Instant.AddMinutes(1_000_000), Leap.AddMinutes(1_000_000));
        await AssertAsync(e => e.MaybeDate.AddDays(3652057), new DateOnly(9999, 12, 31));
        await AssertAsync(e => e.MaybeInstant.AddDays(1), null);
        await AssertAsync(e => e.MaybeClock.AddSeconds(1), null);
        await AssertHoldsAsync(e => e.Date.AddDays(1) == new DateOnly(2024, 3, 1) && e.Instant.AddDays(1).Day == 1);
    }

    [SkippableFact]
    public async Task The_session_s_time_zone_never_matters()
    {
        // An hour before Berlin's clocks are put forward.
        var instant = new DateTimeOffset(2026, 3, 29, 0, 30, 0, TimeSpan.Zero);
        await GivenAsync(new Everything { Instant = instant, Duration = TimeSpan.FromDays(1) });
        await Db.TransactionAsync(async tx =>
        {
            if (!IsSqlite)
                await tx.ExecuteAsync($"SET LOCAL TIME ZONE 'Europe/Berlin'");
            Assert.Equal(
                (0, new DateOnly(2026, 3, 29), instant.AddDays(1), instant.AddDays(1), instant.AddMonths(1), TimeSpan.FromDays(1)),
                await tx.Everythings.Select(e => (e.Instant.Hour, e.Instant.Date, e.Instant.AddDays(1), e.Instant + e.Duration, e.Instant.AddMonths(1),
                    e.Instant.AddDays(1) - e.Instant)).SingleAsync());
        });
    }

    [SkippableFact]
    public async Task What_leaves_the_calendar_is_an_error()
    {
        await GivenAsync(new Everything { Instant = Leap, Number = int.MaxValue });
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Everythings.Select(e => e.Instant.AddYears(9000)).SingleAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Everythings.Select(e => e.Instant.AddMonths(e.Number)).SingleAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Everythings.Select(e => e.Instant + TimeSpan.MaxValue).SingleAsync());
        await AssertAsync(e => e.Number, int.MaxValue);
    }

    [SkippableFact]
    public async Task The_database_s_clock_stands_still_while_a_statement_runs()
    {
        await Db.Everythings.InsertManyAsync(Enumerable.Range(0, 500).Select(i => new Everything { Number = i, Instant = Leap }));
        var before = DateTimeOffset.UtcNow.AddSeconds(-5);
        string sql = Db.Everythings.Select(_ => Sql.Now()).ToSql();
        Assert.StartsWith(IsSqlite ? "SELECT (SELECT covet_now()) FROM" : "SELECT statement_timestamp() FROM", sql, StringComparison.Ordinal);
        var instants = await Db.Everythings.Select(_ => Sql.Now()).ToListAsync();
        Assert.InRange(Assert.Single(instants.Distinct()), before, DateTimeOffset.UtcNow.AddSeconds(5));
        Assert.Equal(500, await Db.Everythings.Where(e => e.Instant < Sql.Now() && Sql.Now().AddDays(-1) < Sql.Now()).CountAsync());
        Assert.NotEqual(instants[0], (await Db.Everythings.Select(_ => Sql.Now()).ToListAsync())[0]);
    }
}
