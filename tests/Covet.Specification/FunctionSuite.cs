using Zoo;

namespace Covet.Specification;

/// <summary>Tests of expressions over one row: what each gives, and its SQL.</summary>
/// <param name="fixture">The database.</param>
public abstract class FunctionSuite(ProviderFixture fixture) : ZooSuite(fixture)
{
    /// <summary>Makes a row the only one.</summary>
    protected async Task GivenAsync(Everything row)
    {
        await Db.ExecuteAsync($"DELETE FROM everythings");
        await Db.Everythings.InsertAsync(row);
    }

    /// <summary>Asserts what an expression gives for the only row.</summary>
    protected async Task AssertAsync<T>(Func<EverythingColumns, Expr<T>> expression, T expected)
        => Assert.Equal(expected, await Db.Everythings.Select(expression).SingleAsync());

    /// <summary>Asserts what an expression gives for the only row, and its SQL on each database.</summary>
    protected async Task AssertAsync<T>(Func<EverythingColumns, Expr<T>> expression, T expected, string sqlite, string? postgres = null)
    {
        string sql = Db.Everythings.Select(expression).ToSql();
        Assert.Equal(IsSqlite ? sqlite : postgres ?? sqlite, sql["SELECT ".Length..sql.LastIndexOf(" FROM ", StringComparison.Ordinal)]);
        await AssertAsync(expression, expected);
    }

    /// <summary>Asserts that a condition holds for the only row, or doesn't; and that its negation does the contrary.</summary>
    protected async Task AssertHoldsAsync(Func<EverythingColumns, Condition> condition, bool expected = true)
    {
        Assert.Equal(expected ? 1 : 0, await Db.Everythings.Where(condition).CountAsync());
        Assert.Equal(expected ? 0 : 1, await Db.Everythings.Where(e => !condition(e)).CountAsync());
    }
}
