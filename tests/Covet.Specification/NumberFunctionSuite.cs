using Zoo;

namespace Covet.Specification;

/// <summary>Numbers lose their sign and their digits alike on every provider.</summary>
/// <param name="fixture">The database.</param>
public abstract class NumberFunctionSuite(ProviderFixture fixture) : FunctionSuite(fixture)
{
    [SkippableFact]
    public async Task Numbers_lose_their_sign()
    {
        await GivenAsync(new Everything { Number = -5, Long = long.MinValue + 1, Tiny = -3, Double = -1.5, Amount = -79228162514264337593543950335m });
        await AssertAsync(e => e.Number.Abs(), 5, "abs(t0.\"number\")");
        await AssertAsync(e => e.Amount.Abs(), 79228162514264337593543950335m, "covet_abs(t0.\"amount\")", "abs(t0.\"amount\")");
        await AssertAsync(e => e.Long.Abs(), long.MaxValue);
        await AssertAsync(e => e.Tiny.Abs(), (sbyte)3);
        await AssertAsync(e => e.Double.Abs(), 1.5);
        await AssertAsync(e => e.MaybeNumber.Abs(), null, "abs(t0.\"maybe_number\")");
        await AssertAsync(e => e.MaybeAmount.Abs(), null);
        await AssertHoldsAsync(e => e.Amount.Abs() > 9m && e.Number.Abs() == 5);
        await AssertHoldsAsync(e => e.MaybeNumber.Abs() == 5, expected: false);
    }

    [SkippableFact]
    public async Task Decimals_are_rounded_exactly_and_halves_away_from_zero()
    {
        await GivenAsync(new Everything { Amount = 2.5m });
        await AssertAsync(e => e.Amount.Round(), 3m, "covet_round(t0.\"amount\", @p0)", "round(t0.\"amount\", @p0)");
        await AssertAsync(e => e.Amount.Floor(), 2m, "covet_floor(t0.\"amount\")", "floor(t0.\"amount\")");
        await AssertAsync(e => e.Amount.Ceiling(), 3m, "covet_ceiling(t0.\"amount\")", "ceiling(t0.\"amount\")");
        foreach (var (amount, digits) in new[] { (-2.5m, 0), (3.5m, 0), (0.125m, 2), (-0.125m, 2), (1234567890123456789.12345m, 4), (0.0000000000000000000000000005m, 27), (0m, 3), (-0.4m, 0) })
        {
            await GivenAsync(new Everything { Amount = amount, MaybeAmount = amount });
            await AssertAsync(e => e.Amount.Round(digits), Math.Round(amount, digits, MidpointRounding.AwayFromZero));
            await AssertAsync(e => e.MaybeAmount.Round(digits), Math.Round(amount, digits, MidpointRounding.AwayFromZero));
            await AssertAsync(e => e.Amount.Floor(), Math.Floor(amount));
            await AssertAsync(e => e.MaybeAmount.Ceiling(), Math.Ceiling(amount));
        }
        await GivenAsync(new Everything());
        await AssertAsync(e => e.MaybeAmount.Round(2), null);
        await AssertAsync(e => e.MaybeAmount.Floor(), null);
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Everythings.Select(e => e.Amount.Round(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Everythings.Select(e => e.Amount.Round(29)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Everythings.Select(e => e.Double.Round(16)));
    }

    [SkippableFact]
    public async Task Doubles_are_rounded_as_they_are_read()
    {
        await GivenAsync(new Everything { Double = 2.5 });
        await AssertAsync(
            e => e.Double.Round(), 3d, "covet_round_double(t0.\"double\", @p0)", "CAST(round(CAST(CAST(t0.\"double\" AS text) AS numeric), @p0) AS double precision)");
        await AssertAsync(e => e.Double.Floor(), 2d, "covet_floor_double(t0.\"double\")", "floor(t0.\"double\")");
        await AssertAsync(e => e.Double.Ceiling(), 3d, "covet_ceiling_double(t0.\"double\")", "ceiling(t0.\"double\")");
        (double Value, int Digits, double Expected)[] cases =
        [
            (-2.5, 0, -3), (0.5, 0, 1), (-0.4, 0, 0), (2.675, 2, 2.68), (1.005, 2, 1.01), (-1.005, 2, -1.01), (0.1 + 0.2, 15, 0.3), (1e300, 2, 1e300), (1234567890123456789d, 3, 1234567890123456789d),
            (4503599627370495.5, 0, 4503599627370496), (4.9999999999999996e-16, 15, 0), (5e-16, 15, 1e-15), (1e-300, 15, 0), (double.MaxValue, 15, double.MaxValue), (0, 5, 0),
        ];
        foreach (var (value, digits, expected) in cases)
        {
            await GivenAsync(new Everything { Double = value, MaybeDouble = value });
            await AssertAsync(e => e.Double.Round(digits), expected);
            await AssertAsync(e => e.MaybeDouble.Round(digits), expected);
            await AssertAsync(e => e.Double.Floor(), Math.Floor(value));
            await AssertAsync(e => e.MaybeDouble.Ceiling(), Math.Ceiling(value));
        }
        await GivenAsync(new Everything { Double = double.PositiveInfinity });
        await AssertAsync(e => e.Double.Round(1), double.PositiveInfinity);
        await AssertAsync(e => e.MaybeDouble.Round(1), null);
    }

    [SkippableFact]
    public async Task A_choice_by_decimals_keeps_the_order_of_its_texts()
    {
        await GivenAsync(new Everything { Text = "5", Amount = 1 });
        await AssertAsync(
            e => Sql.Case().When(e.Amount > 0m, "%").Else("x"), "%",
            "CASE WHEN t0.\"amount\" COLLATE covet_decimal > @p0 THEN @p1 ELSE @p2 END COLLATE BINARY",
            "CASE WHEN t0.\"amount\" > @p0 THEN @p1 ELSE @p2 END");
        // By number "%" would come after 5.
        await AssertHoldsAsync(e => Sql.Case().When(e.Amount > 0m, "%").Else("x") > e.Text, expected: false);
    }
}
