using Zoo;

namespace Covet.Specification;

/// <summary>Arrays are searched and counted where there are some; elsewhere they are refused before anything is sent.</summary>
/// <param name="fixture">The database.</param>
public abstract class ArraySuite(ProviderFixture fixture) : FunctionSuite(fixture)
{
    [SkippableFact]
    public async Task Arrays_are_searched_and_counted_or_refused()
    {
        await GivenAsync(new Everything { Number = 2, Text = "it's", Bytes = [1, 2, 3] });
        if (IsSqlite)
        {
            using var log = Db.Record();
            var exception = Assert.Throws<NotSupportedException>(() => Db.Everythings.Where(_ => Numbers.Contains(2)).ToSql());
            Assert.Contains("[Json]", exception.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<NotSupportedException>(() => Db.Everythings.Where(e => Numbers.Contains(e.Number)).ToListAsync());
            await Assert.ThrowsAsync<NotSupportedException>(() => Db.Everythings.Select(_ => Numbers.Length()).ToListAsync());
            Assert.Empty(log.Statements);
            return;
        }
        await AssertAsync(_ => Numbers.Contains(2), true, "", "(@p0 = ANY(ARRAY[1, 2, NULL])) IS TRUE");
        await AssertAsync(_ => Numbers.Length(), 3, "", "cardinality(ARRAY[1, 2, NULL])");
        await AssertHoldsAsync(e => Numbers.Contains(e.Number) && Texts.Contains("it's") && Texts.Contains(e.Text) && !Texts.Contains("") && Texts.Length() == 2);
        await AssertHoldsAsync(_ => Numbers.Contains(3), expected: false);
        await AssertHoldsAsync(_ => new RawExpression("CAST(NULL AS integer[])").As<int[]>().Contains(3), expected: false);
        await AssertHoldsAsync(_ => new RawExpression("CAST(ARRAY[] AS integer[])").As<int[]>().Length() == 0);
        Assert.Throws<ArgumentNullException>(() => Db.Everythings.Where(_ => Texts.Contains((string)null!)));
    }

    [SkippableFact]
    public async Task Bytes_are_counted_but_not_searched()
    {
        await GivenAsync(new Everything { Bytes = [1, 0, 255] });
        await AssertAsync(e => e.Bytes.Length(), 3, "length(t0.\"bytes\")");
        await AssertHoldsAsync(e => e.MaybeBytes.Length() != 3 && e.Bytes.Length() == 3);
        Assert.Contains("Everything.Bytes", Assert.Throws<NotSupportedException>(() => Db.Everythings.Where(e => e.Bytes.Contains((byte)1))).Message, StringComparison.Ordinal);
    }

    private static Expr<int[]> Numbers => new RawExpression("ARRAY[1, 2, NULL]").As<int[]>();

    private static Expr<string[]> Texts => new RawExpression("ARRAY['it''s', '%']").As<string[]>();
}
