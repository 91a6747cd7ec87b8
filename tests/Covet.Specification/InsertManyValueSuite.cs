using System.Text.Json;
using System.Text.Json.Serialization;
using Zoo;

namespace Covet.Specification;

/// <summary>What many rows store is what single ones do, whichever way they go in.</summary>
/// <param name="fixture">The database.</param>
public abstract class InsertManyValueSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    private const int Count = 1_200;

    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    [SkippableFact]
    public async Task Many_rows_store_what_single_ones_do()
    {
        var expected = await StoredAsync(rows => Db.TransactionAsync(async tx =>
        {
            foreach (var row in rows)
                await tx.Everythings.InsertAsync(row);
        }));
        Assert.Equal(expected, await StoredAsync(rows => Db.Everythings.InsertManyAsync(rows)));
        Assert.Equal(expected, await StoredAsync(rows =>
        {
            foreach (var (i, row) in rows.Index())
                row.Id = 1_000_000 + i;
            return Db.Everythings.InsertManyAsync(rows);
        }));
    }

    [SkippableFact]
    public async Task Many_rows_refuse_what_single_ones_do()
    {
        Action<Everything>[] refused = [row => row.Text = "a\0", row => row.MaybeText = "\udc00", row => row.UnsignedLong = ulong.MaxValue, row => row.Letter = '\ud800', row => row.Address = new Address("\0", 1)];
        foreach (var spoil in refused)
        {
            foreach (long firstKey in new[] { 0, 10 })
            {
                var rows = Enumerable.Range(0, Count).Select(i => new Everything { Id = firstKey == 0 ? 0 : firstKey + i }).ToList();
                spoil(rows[Count - 1]);
                var expected = await Assert.ThrowsAnyAsync<Exception>(() => Db.Everythings.InsertAsync(rows[Count - 1]));
                var actual = await Assert.ThrowsAnyAsync<Exception>(() => Db.Everythings.InsertManyAsync(rows));
                Assert.Equal((expected.GetType(), expected.Message), (actual.GetType(), actual.Message));
            }
        }
        Assert.Equal(0, await Db.Everythings.CountAsync());
    }

    /// <summary>What the database has in all columns but the key; empty where it can't say.</summary>
    protected virtual Task<List<string>> RawAsync(ZooDb db) => Task.FromResult<List<string>>([]);

    private static List<Everything> Rows()
    {
        var random = new Random(20261127);
        var rows = new List<Everything> { TypeSuite.Filled(), new() };
        decimal[] decimals =
        [
            0m, new(0, 0, 0, true, 3), decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1.2300m, 1e4m, 9999.9999m, 10000.0001m, 0.00010000m, 100000000m, -7.9228162514264337593543950335m,
        ];
        DateTime[] times = [DateTime.MinValue, DateTime.MaxValue, new(2000, 1, 1), new DateTime(2000, 1, 1).AddTicks(-1), new(1, 1, 1, 0, 0, 0, 1), new(1999, 12, 31, 23, 59, 59, DateTimeKind.Utc)];
        DateOnly[] dates = [DateOnly.MinValue, DateOnly.MaxValue, new(2000, 1, 1), new(1999, 12, 31), new(1, 1, 2)];
        TimeSpan[] durations = [TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(-1), TimeSpan.FromDays(-1), new(-1, -2, -3, -4, -5), TimeSpan.FromHours(25)];
        double[] doubles = [double.NegativeInfinity, double.PositiveInfinity, double.Epsilon, -0d, double.MinValue];
        string[] texts = ["", "'", "😀", "\u0001\t\r\n\\N\\.", new('ä', 3_000), new('x', 100_000)];
        for (int i = rows.Count; i < Count; i++)
        {
            bool some = random.Next(2) == 0;
            rows.Add(new Everything
            {
                Flag = some,
                Number = random.Next(int.MinValue, int.MaxValue),
                Long = random.NextInt64(long.MinValue, long.MaxValue),
                Amount = i < 50 ? decimals[i % decimals.Length] : new decimal(random.Next(), random.Next(3) == 0 ? random.Next() : 0, random.Next(3) == 0 ? random.Next() : 0, some, (byte)random.Next(29)),
                Double = doubles[i % doubles.Length],
                Single = (float)doubles[(i + 1) % doubles.Length],
                Text = i is > 100 and < 110 ? texts[i % texts.Length] : $"{i}",
                Guid = new Guid(random.Next(), (short)i, 3, 4, 5, 6, 7, 8, 9, 10, 11),
                Clock = times[i % times.Length],
                Instant = new DateTimeOffset(DateTime.SpecifyKind(times[i % times.Length], DateTimeKind.Utc)),
                Date = dates[i % dates.Length],
                Time = new TimeOnly(random.NextInt64(TimeSpan.TicksPerDay)),
                Duration = durations[i % durations.Length],
                Bytes = new byte[random.Next(5)],
                Address = new Address($"{i}", i),
                MaybeFlag = some ? true : null,
                MaybeOctet = some ? null : (byte)i,
                MaybeNumber = some ? i : null,
                MaybeLong = some ? null : i,
                MaybeDouble = some ? i / 7d : null,
                MaybeAmount = some ? null : i / 7m,
                MaybeText = some ? "" : null,
                MaybeGuid = some ? null : Guid.NewGuid(),
                MaybeClock = some ? times[i % times.Length] : null,
                MaybeInstant = some ? null : DateTimeOffset.UnixEpoch.AddTicks(i),
                MaybeDate = some ? dates[i % dates.Length] : null,
                MaybeTime = some ? null : TimeOnly.MaxValue,
                MaybeDuration = some ? durations[i % durations.Length] : null,
                MaybeBytes = some ? null : [1, 2],
                MaybeSize = some ? Size.Large : null,
                MaybeMood = some ? null : Mood.Wild,
                MaybeAddress = some ? new Address("maybe", i) : null,
                MaybeIsbn = some ? null : new Isbn($"{i}"),
            });
        }
        foreach (var row in rows)
            row.MaybeGuid = row.MaybeGuid is null ? null : row.Guid;
        return rows;
    }

    private async Task<List<string>> StoredAsync(Func<List<Everything>, Task> insert)
    {
        await insert(Rows());
        var read = await Db.Everythings.OrderBy(row => row.Id).ToListAsync();
        read.ForEach(row => row.Id = 0);
        List<string> stored = [.. read.Select(row => JsonSerializer.Serialize(row, Options)), .. await RawAsync(Db)];
        await Db.Everythings.All().DeleteAsync();
        return stored;
    }
}
