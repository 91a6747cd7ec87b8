using Zoo;

namespace Covet.Specification;

/// <summary>Types that are stored as others, and decimals, keep their meaning in every expression.</summary>
/// <param name="fixture">The database.</param>
public abstract class MappingSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    [SkippableFact]
    public async Task A_mapped_type_is_itself_behind_an_optional_relation()
    {
        await AssertParcelsAsync(p => p.Whole.Mood.OrNull() == Mood.Wild, 2);
        await AssertParcelsAsync(p => p.Whole.Mood.OrNull() == null, 1);
        await AssertParcelsAsync(p => p.Whole.TextMood.OrNull() == Mood.Wild, 2);
        await AssertParcelsAsync(p => p.Whole.TextMood.OrNull().In(Mood.Wild, null), 1, 2);
        await AssertParcelsAsync(p => p.Whole.Isbn.OrNull() == new Isbn("1"), 2);
        Assert.Equal([null, Mood.Wild, Mood.Calm], await Db.Parcels.OrderBy(p => p.Id).Select(p => p.Whole.TextMood.OrNull()).ToListAsync());
        Assert.Equal([null, new Isbn("1"), new Isbn("2")], await Db.Parcels.OrderBy(p => p.Id).Select(p => p.Whole.Isbn.OrNull()).ToListAsync());
    }

    [SkippableFact]
    public async Task The_greatest_and_the_smallest_value_have_the_type_of_the_column()
    {
        Assert.Equal(
            (Mood.Wild, Mood.Calm, Mood.Calm, Mood.Wild),
            await Db.Parcels.AggregateAsync(p => (Sql.Max(p.Mood), Sql.Min(p.Mood), Sql.Min(p.TextMood), Sql.Max(p.MaybeMood))));
        Assert.Equal(new Isbn("3"), await Db.Parcels.AggregateAsync(p => Sql.Max(p.Isbn)));
        Assert.Equal([Mood.Calm], await Db.Parcels.Where(p => p.Id == 1).Select(p => p.Parts.Max(q => q.TextMood)).ToListAsync());
        Assert.Equal((6L, (float?)4.5f), await Db.Parcels.AggregateAsync(p => (Sql.Sum(p.Count), Sql.Sum(p.Volume))));
    }

    [SkippableFact]
    public async Task A_value_is_stored_as_what_it_meets()
    {
        await AssertParcelsAsync(p => p.Mood == (Expr<Mood>)Mood.Wild, 1);
        await AssertParcelsAsync(p => (Expr<Mood>)Mood.Wild == p.TextMood, 1);
        await AssertParcelsAsync(p => p.MaybeMood == (Expr<Mood>)Mood.Wild, 2);
        await AssertParcelsAsync(p => (Expr<Mood>)Mood.Wild == p.MaybeMood, 2);
        await AssertParcelsAsync(p => p.MaybeMood == (Expr<Mood?>)(Mood?)null, 1, 3);
        await AssertParcelsAsync(p => p.MaybeMood == p.TextMood);
    }

    [SkippableFact]
    public async Task Values_that_are_stored_differently_are_not_compared()
    {
        var exception = Assert.Throws<NotSupportedException>(() => Db.Parcels.Where(p => p.Mood == p.TextMood));
        Assert.Contains("Parcel.Mood", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Parcel.TextMood", exception.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Db.Parcels.Where(p => p.MaybeMood != p.Mood));
        var raw = Assert.Throws<NotSupportedException>(() => RawExpression.Interpolated($"mood = {Mood.Wild}"));
        Assert.Contains("{(int)kind}", raw.Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => RawExpression.Interpolated($"mood IN {new[] { Mood.Wild }}"));
        await AssertParcelsAsync(p => RawExpression.Interpolated($"{p.Mood} = {(int)Mood.Wild}"), 1);
    }

    [SkippableFact]
    public async Task Decimals_are_reckoned_with_exactly()
    {
        await AssertParcelsAsync(p => p.Weight * 2m > 50m, 3);
        await AssertParcelsAsync(p => p.Weight + p.Weight < 20m, 1);
        await AssertParcelsAsync(p => p.Weight - 0.1m == 9.1m, 1);
        await AssertParcelsAsync(p => p.MaybeWeight * 2m == 0.6m, 2);
        await AssertParcelsAsync(p => p.MaybeWeight + p.Weight > 10m, 2);
        await AssertParcelsAsync(p => p.Weight / 4m == 2.5m, 2);
        await AssertParcelsAsync(p => -p.Weight < -50m, 3);
        await AssertParcelsAsync(p => p.Weight > p.MaybeWeight, 2);
        Assert.Equal([18.4m, 20m, 200m], await Db.Parcels.OrderBy(p => p.Weight * 2m).Select(p => p.Weight * 2m).ToListAsync());
        Assert.Equal(238.4m, await Db.Parcels.AggregateAsync(p => Sql.Sum(p.Weight * 2m)));
        Assert.Equal(200m, await Db.Parcels.AggregateAsync(p => Sql.Max(p.Weight * 2m)));
        await AssertParcelsAsync(p => RawExpression.Interpolated($"{p.Weight}").As<decimal>() > 9.5m, 2, 3);
        await AssertParcelsAsync(p => new RawExpression("10.50").As<decimal>() == 10.5m, 1, 2, 3);
        await AssertParcelsAsync(p => p.Weight < new RawExpression("50.0").As<decimal>(), 1, 2);
    }

    protected override async Task FillAsync()
    {
        await base.FillAsync();
        var first = new Parcel { Mood = Mood.Wild, TextMood = Mood.Wild, Isbn = new Isbn("1"), Weight = 9.2m, Count = 1, Volume = 1.5f };
        await Db.Parcels.InsertAsync(first);
        var second = new Parcel { Whole = first, MaybeMood = Mood.Wild, Isbn = new Isbn("2"), Weight = 10m, MaybeWeight = 0.3m, Count = 2, Volume = 3f };
        await Db.Parcels.InsertAsync(second);
        await Db.Parcels.InsertAsync(new Parcel { Whole = second, Isbn = new Isbn("3"), Weight = 100m, Count = 3 });
    }

    private async Task AssertParcelsAsync(Func<ParcelColumns, Condition> condition, params int[] expected)
        => Assert.Equal(expected, (await Db.Parcels.Where(condition).OrderBy(p => p.Id).ToListAsync()).Select(p => p.Id));
}
