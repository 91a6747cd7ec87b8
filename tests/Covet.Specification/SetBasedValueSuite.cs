using Zoo;

namespace Covet.Specification;

/// <summary>Values of set-based updates, stored as an insert stores them; composite keys.</summary>
/// <param name="fixture">The database.</param>
public abstract class SetBasedValueSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task Values_of_all_kinds_are_stored_as_an_insert_stores_them()
    {
        var model = new Everything { Amount = 1.10m, MaybeMood = default(Mood), MaybeAddress = new Address("Old", 1), MaybeAmount = 2m };
        await Db.Everythings.InsertAsync(model);
        var mood = Enum.GetValues<Mood>()[^1];
        var rows = Db.Everythings.Where(e => e.Id == model.Id);
        Assert.Equal(1, await rows.UpdateAsync(
            e => e.Amount.Set(e.Amount + 0.25m),
            e => e.MaybeAmount.Set(null),
            e => e.Mood.Set(mood),
            e => e.MaybeMood.Set(null),
            e => e.Size.Set(Size.Small),
            e => e.Address.Set(new Address("New", 2)),
            e => e.MaybeAddress.Set(e.Address),
            e => e.Isbn.Set(new Isbn("123")),
            e => e.MaybeIsbn.Set(new Isbn("456")),
            e => e.Bytes.Set([1, 2]),
            e => e.MaybeFlag.Set(e.Number == 0),
            e => e.MaybeNumber.Set(e.Number),
            e => e.Long.Set(e.Number.Cast<long>()),
            e => e.Date.Set(new DateOnly(2026, 2, 3)),
            e => e.Duration.Set(TimeSpan.FromSeconds(3))));
        var read = (await Db.Everythings.FindAsync(model.Id))!;
        Assert.Equal((1.35m, null, mood, null), (read.Amount, read.MaybeAmount, read.Mood, read.MaybeMood));
        Assert.Equal((new Address("New", 2), new Address("", 0)), (read.Address, read.MaybeAddress));
        Assert.Equal((new Isbn("123"), new Isbn("456"), true, 0), (read.Isbn, read.MaybeIsbn, read.MaybeFlag, read.MaybeNumber));
        Assert.Equal([1, 2], read.Bytes);
        Assert.Equal((new DateOnly(2026, 2, 3), TimeSpan.FromSeconds(3)), (read.Date, read.Duration));
        Assert.Equal(1, await rows.UpdateAsync(e => e.MaybeAddress.Set(null), e => e.MaybeIsbn.Set(null), e => e.MaybeMood.Set(e.Mood)));
        read = (await Db.Everythings.FindAsync(model.Id))!;
        Assert.Equal((null, null, (Mood?)mood), (read.MaybeAddress, read.MaybeIsbn, read.MaybeMood));
    }

    [SkippableFact]
    public async Task Values_of_all_kinds_are_given_back_as_a_query_reads_them()
    {
        var model = new Everything { Amount = 1.50m, MaybeFlag = true };
        await Db.Everythings.InsertAsync(model);
        var guid = Guid.NewGuid();
        var written = Assert.Single(await Db.Everythings.Where(e => e.Id == model.Id).Returning().UpdateAsync(
            e => e.Double.Set(2), e => e.Single.Set(3), e => e.MaybeDouble.Set(e.Number.Cast<double>()), e => e.Amount.Set(e.Amount + 1), e => e.MaybeAmount.Set(e.Amount), e => e.Guid.Set(guid),
            e => e.Flag.Set(true), e => e.MaybeFlag.Set(null), e => e.Mood.Set(Mood.Wild), e => e.Size.Set(Size.Large), e => e.Isbn.Set(new Isbn("9")), e => e.Address.Set(new Address("New", 2)),
            e => e.Instant.Set(DateTimeOffset.UnixEpoch), e => e.MaybeDate.Set(new DateOnly(2026, 1, 2)), e => e.Duration.Set(TimeSpan.FromHours(30)), e => e.Bytes.Set([1, 2]), e => e.UnsignedLong.Set(7ul)));
        Assert.Equal((2d, 3f, 0d, 2.50m, 1.50m, guid), (written.Double, written.Single, written.MaybeDouble, written.Amount, written.MaybeAmount, written.Guid));
        var read = (await Db.Everythings.FindAsync(model.Id))!;
        Assert.Equal(Values(read), Values(written));
        Assert.Equal(Values(read), Values(Assert.Single(await Db.Everythings.All().Returning().DeleteAsync())));

        static string Values(Everything e) => string.Join('|', e.Double, e.Single, e.MaybeDouble, e.Amount, e.MaybeAmount, e.Guid, e.Flag, e.MaybeFlag, e.Mood, e.Size, e.Isbn, e.Address, e.Instant,
            e.MaybeDate, e.Duration, Convert.ToHexString(e.Bytes), e.UnsignedLong, e.Text, e.Letter, e.Clock, e.Time, e.MaybeText, e.MaybeIsbn);
    }

    [SkippableFact]
    public async Task A_column_that_is_stored_otherwise_is_no_value()
    {
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<NotSupportedException>(() => Db.Parcels.All().UpdateAsync(p => p.Mood.Set(p.TextMood)));
        Assert.Contains("Parcel.TextMood", exception.Message, StringComparison.Ordinal);
        Assert.Empty(log.Statements);
    }
}
