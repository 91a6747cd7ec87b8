using Zoo;

namespace Covet.Specification;

/// <summary>Every type that Covet maps comes back as it went in, and compares alike, on every provider.</summary>
/// <param name="fixture">The database.</param>
public abstract class TypeSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    private static readonly DateTimeOffset Instant = new(2026, 2, 28, 23, 59, 59, 999, 123, TimeSpan.FromHours(5.5));

    [SkippableFact]
    public async Task Every_type_round_trips_filled_and_empty()
    {
        var filled = Filled();
        var empty = new Everything();
        await Db.Everythings.InsertManyAsync([filled, empty]);
        AssertEqual(filled, (await Db.Everythings.FindAsync(filled.Id))!);
        AssertEqual(empty, (await Db.Everythings.FindAsync(empty.Id))!);
        filled.MaybeText = null;
        filled.Amount = -0.1m;
        filled.Mood = Mood.Calm;
        await Db.Everythings.UpdateAsync(filled);
        AssertEqual(filled, (await Db.Everythings.FindAsync(filled.Id))!);
    }

    [SkippableFact]
    public async Task Every_type_compares_with_its_own_value()
    {
        var filled = Filled();
        await Db.Everythings.InsertManyAsync([filled, new Everything()]);
        Func<EverythingColumns, Condition>[] conditions =
        [
            e => e.Flag, e => e.Tiny == filled.Tiny, e => e.Octet == filled.Octet, e => e.Short == filled.Short,
            e => e.UnsignedShort == filled.UnsignedShort, e => e.Number == filled.Number, e => e.UnsignedNumber == filled.UnsignedNumber,
            e => e.Long == filled.Long, e => e.UnsignedLong == filled.UnsignedLong, e => e.Single == filled.Single, e => e.Double == filled.Double,
            e => e.Amount == filled.Amount, e => e.Text == filled.Text, e => e.Letter == filled.Letter, e => e.Guid == filled.Guid,
            e => e.Clock == filled.Clock, e => e.Instant == filled.Instant, e => e.Date == filled.Date, e => e.Time == filled.Time,
            e => e.Duration == filled.Duration, e => e.Bytes == filled.Bytes, e => e.Size == filled.Size, e => e.Mood == filled.Mood,
            e => e.Isbn == filled.Isbn, e => e.MaybeFlag == true, e => e.MaybeOctet == filled.MaybeOctet, e => e.MaybeNumber == filled.MaybeNumber,
            e => e.MaybeAmount == filled.MaybeAmount, e => e.MaybeGuid == filled.MaybeGuid, e => e.MaybeInstant == filled.MaybeInstant,
            e => e.MaybeSize == filled.MaybeSize, e => e.MaybeMood == filled.MaybeMood, e => e.MaybeIsbn == filled.MaybeIsbn,
            e => e.Size.In(Size.Large), e => e.Mood.In(Mood.Wild), e => e.Isbn.In(filled.Isbn), e => e.Guid.In(filled.Guid, Guid.Empty) && e.Flag,
            e => e.Amount.In(filled.Amount), e => e.Instant.In(filled.Instant), e => e.Date.In(filled.Date), e => e.MaybeNumber.In(filled.MaybeNumber, 5),
        ];
        for (int i = 0; i < conditions.Length; i++)
        {
            var found = await Db.Everythings.Where(conditions[i]).ToListAsync();
            Assert.True(found.Count == 1 && found[0].Id == filled.Id, $"condition {i} found {found.Count}");
        }
    }

    [SkippableFact]
    public async Task Every_type_can_be_selected()
    {
        var filled = Filled();
        await Db.Everythings.InsertAsync(filled);
        var one = await Db.Everythings.Select(e => (e.Tiny, e.Octet, e.UnsignedShort, e.UnsignedNumber, e.UnsignedLong, e.Letter, e.Size, e.Mood, e.Isbn, e.Address)).SingleAsync();
        Assert.Equal((filled.Tiny, filled.Octet, filled.UnsignedShort, filled.UnsignedNumber, filled.UnsignedLong, filled.Letter, filled.Size, filled.Mood, filled.Isbn, filled.Address), one);
        var two = await Db.Everythings.Select(e => (e.MaybeFlag, e.MaybeOctet, e.MaybeAmount, e.MaybeClock, e.MaybeInstant, e.MaybeSize, e.MaybeMood, e.MaybeIsbn, e.MaybeAddress)).SingleAsync();
        Assert.Equal((filled.MaybeFlag, filled.MaybeOctet, filled.MaybeAmount, filled.MaybeClock, filled.MaybeInstant, filled.MaybeSize, filled.MaybeMood, filled.MaybeIsbn, filled.MaybeAddress), two);
    }

    [SkippableFact]
    public async Task Every_type_has_a_greatest_and_a_smallest_value()
    {
        Guid[] guids = [new("0f000000-0000-0000-0000-000000000000"), new("a0000000-0000-0000-0000-000000000000"), new("00ff0000-0000-0000-0000-000000000000")];
        await Db.Everythings.InsertManyAsync(guids.Select((guid, i) => new Everything { Guid = guid, Flag = i == 1, MaybeGuid = i == 0 ? null : guid, Letter = (char)('a' + i), Mood = (Mood)(i % 2), Isbn = new($"{i}") }));
        Assert.Equal((guids[1], guids[2], guids[1]), await Db.Everythings.AggregateAsync(e => (Sql.Max(e.Guid), Sql.Min(e.Guid), Sql.Max(e.MaybeGuid))));
        Assert.Equal((true, false, null, false), await Db.Everythings.AggregateAsync(e => (Sql.Max(e.Flag), Sql.Min(e.Flag), Sql.Max(e.MaybeFlag), Sql.Max(e.Flag).Filter(e.Letter != 'b'))));
        Assert.Equal(('c', Mood.Wild, Mood.Calm, new Isbn("2"), null), await Db.Everythings.AggregateAsync(e => (Sql.Max(e.Letter), Sql.Max(e.Mood), Sql.Min(e.Mood), Sql.Max(e.Isbn), Sql.Max(e.MaybeMood))));
        Assert.Equal([(guids[1], false), (guids[1], true), (guids[1], true)], await Db.Everythings.OrderBy(e => e.Letter).Select(e => (Sql.Max(e.Guid).Over(), Sql.Max(e.Flag).Over(Sql.OrderBy(e.Letter)))).ToListAsync());
    }

    [SkippableFact]
    public async Task Decimals_compare_order_and_sum_by_number()
    {
        decimal[] amounts = [9m, 10m, -1.5m, 1.2300m, 0.1m, 0.2m, 79228162514264337593543950335m];
        await Db.Everythings.InsertManyAsync(amounts.Select(amount => new Everything { Amount = amount, MaybeAmount = amount }));
        Assert.Equal(amounts.Order(), (await Db.Everythings.OrderBy(e => e.Amount).ToListAsync()).Select(e => e.Amount));
        Assert.Equal(2, await Db.Everythings.Where(e => e.Amount > 9m).CountAsync());
        Assert.Equal(1, await Db.Everythings.Where(e => e.Amount == 1.23m).CountAsync());
        Assert.Equal(0.3m, await Db.Everythings.Where(e => e.Amount < 1m && e.Amount > 0m).AggregateAsync(e => Sql.Sum(e.Amount)));
        Assert.Equal((79228162514264337593543950335m, -1.5m), await Db.Everythings.AggregateAsync(e => (Sql.Max(e.Amount), Sql.Min(e.MaybeAmount))));
        Assert.Equal(0.15m, await Db.Everythings.Where(e => e.Amount.In(0.1m, 0.20m)).AggregateAsync(e => Sql.Avg(e.Amount)));
    }

    [SkippableFact]
    public async Task One_instant_is_one_instant_whatever_its_offset()
    {
        await Db.Everythings.InsertManyAsync(new[] { 0, 5.5, -8 }.Select(hours => new Everything { Instant = Instant.ToOffset(TimeSpan.FromHours(hours)) }));
        Assert.Equal(3, await Db.Everythings.Where(e => e.Instant == Instant).CountAsync());
        Assert.Single(await Db.Everythings.Select(e => e.Instant).Distinct().ToListAsync());
        Assert.All(await Db.Everythings.ToListAsync(), e => Assert.Equal((Instant, TimeSpan.Zero), (e.Instant, e.Instant.Offset)));
        DateTimeOffset[] instants = [Instant.AddTicks(10), Instant.AddMilliseconds(500), Instant.AddSeconds(-1), DateTimeOffset.MinValue];
        await Db.Everythings.InsertManyAsync(instants.Select(instant => new Everything { Instant = instant, Number = 1 }));
        Assert.Equal(instants.Order(), (await Db.Everythings.Where(e => e.Number == 1).OrderBy(e => e.Instant).ToListAsync()).Select(e => e.Instant));
    }

    [SkippableFact]
    public async Task What_cannot_be_stored_exactly_is_refused_before_it_is_sent()
    {
        using var log = Db.Record();
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.Everythings.InsertAsync(new Everything { Text = "a\0b" }));
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.Everythings.InsertAsync(new Everything { Text = "\ud800" }));
        await Assert.ThrowsAsync<InvalidValueException>(() => Db.Everythings.InsertAsync(new Everything { UnsignedLong = ulong.MaxValue }));
        Assert.Empty(log.Statements);
        Assert.Equal(0, await Db.Everythings.CountAsync());
    }

    /// <summary>A row with a value in every column.</summary>
    public static Everything Filled() => new()
    {
        Flag = true,
        Tiny = sbyte.MinValue,
        Octet = byte.MaxValue,
        Short = short.MinValue,
        UnsignedShort = ushort.MaxValue,
        Number = int.MinValue,
        UnsignedNumber = uint.MaxValue,
        Long = long.MinValue,
        UnsignedLong = long.MaxValue,
        Single = 1.5e-7f,
        Double = 1d / 3,
        Amount = 1234567890.0123456789m,
        Text = "it's \"ä\" 👍\r\n\t; --",
        Letter = 'é',
        Guid = new Guid("00112233-4455-6677-8899-aabbccddeeff"),
        Clock = new DateTime(2024, 2, 29, 1, 2, 3, 4, 5),
        Instant = Instant,
        Date = new DateOnly(1, 1, 2),
        Time = new TimeOnly(23, 59, 59, 999, 999),
        Duration = -new TimeSpan(40, 1, 2, 3, 4, 5),
        Bytes = [0, 1, 255],
        Size = Size.Large,
        Mood = Mood.Wild,
        Address = new Address("Straße \"1\"", 7),
        Isbn = new Isbn("978-3"),
        MaybeFlag = true,
        MaybeOctet = 7,
        MaybeNumber = 8,
        MaybeLong = 9,
        MaybeDouble = double.MaxValue,
        MaybeAmount = -0.000001m,
        MaybeText = "",
        MaybeGuid = Guid.Empty,
        MaybeClock = DateTime.MinValue,
        MaybeInstant = DateTimeOffset.UnixEpoch,
        MaybeDate = DateOnly.MaxValue,
        MaybeTime = TimeOnly.MinValue,
        MaybeDuration = TimeSpan.Zero,
        MaybeBytes = [],
        MaybeSize = Size.Small,
        MaybeMood = Mood.Wild,
        MaybeAddress = new Address("", -1),
        MaybeIsbn = new Isbn("0"),
    };

    /// <summary>Asserts that two rows have the same values.</summary>
    public static void AssertEqual(Everything expected, Everything actual)
    {
        Assert.Equal(
            (expected.Flag, expected.Tiny, expected.Octet, expected.Short, expected.UnsignedShort, expected.Number, expected.UnsignedNumber, expected.Long, expected.UnsignedLong),
            (actual.Flag, actual.Tiny, actual.Octet, actual.Short, actual.UnsignedShort, actual.Number, actual.UnsignedNumber, actual.Long, actual.UnsignedLong));
        Assert.Equal(
            (expected.Single, expected.Double, expected.Amount, expected.Text, expected.Letter, expected.Guid, expected.Clock, expected.Instant, expected.Date),
            (actual.Single, actual.Double, actual.Amount, actual.Text, actual.Letter, actual.Guid, actual.Clock, actual.Instant, actual.Date));
        Assert.Equal(
            (expected.Time, expected.Duration, expected.Size, expected.Mood, expected.Address, expected.Isbn, Hex(expected.Bytes), Hex(expected.MaybeBytes)),
            (actual.Time, actual.Duration, actual.Size, actual.Mood, actual.Address, actual.Isbn, Hex(actual.Bytes), Hex(actual.MaybeBytes)));
        Assert.Equal(
            (expected.MaybeFlag, expected.MaybeOctet, expected.MaybeNumber, expected.MaybeLong, expected.MaybeDouble, expected.MaybeAmount, expected.MaybeText, expected.MaybeGuid),
            (actual.MaybeFlag, actual.MaybeOctet, actual.MaybeNumber, actual.MaybeLong, actual.MaybeDouble, actual.MaybeAmount, actual.MaybeText, actual.MaybeGuid));
        Assert.Equal(
            (expected.MaybeClock, expected.MaybeInstant, expected.MaybeDate, expected.MaybeTime, expected.MaybeDuration, expected.MaybeSize, expected.MaybeMood, expected.MaybeAddress, expected.MaybeIsbn),
            (actual.MaybeClock, actual.MaybeInstant, actual.MaybeDate, actual.MaybeTime, actual.MaybeDuration, actual.MaybeSize, actual.MaybeMood, actual.MaybeAddress, actual.MaybeIsbn));
    }

    private static string? Hex(byte[]? bytes) => bytes is null ? null : Convert.ToHexString(bytes);
}
