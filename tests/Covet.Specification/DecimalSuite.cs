namespace Covet.Specification;

/// <summary>Decimals are numbers: compared by value, added up exactly.</summary>
public abstract class DecimalSuite(ProviderFixture fixture) : ProviderSuite(fixture)
{
    [SkippableFact]
    public async Task Nine_is_less_than_ten()
    {
        await StoreAsync(9m, 10m, -1.5m, 100m);

        Assert.Equal([-1.5m, 9m], await ReadAsync<decimal>($"SELECT value FROM stored WHERE value{Dialect.DecimalCollation} < @limit ORDER BY value{Dialect.DecimalCollation}", Limit(10)));
        Assert.Equal(100m, await ScalarAsync<decimal>($"SELECT max(value{Dialect.DecimalCollation}) FROM stored"));
        Assert.Equal(-1.5m, await ScalarAsync<decimal>($"SELECT min(value{Dialect.DecimalCollation}) FROM stored"));
    }

    [SkippableFact]
    public async Task Zeros_at_the_end_do_not_count()
    {
        await StoreAsync(1.2300m, 1.23m, 1.230m);

        Assert.Equal(3, await ScalarAsync<long>($"SELECT count(*) FROM stored WHERE value{Dialect.DecimalCollation} = @limit", Limit(1.23000m)));
        Assert.Equal(3, await ScalarAsync<long>("SELECT count(*) FROM stored WHERE value = @limit", Limit(1.23000m)));
        Assert.Equal(1, await ScalarAsync<long>("SELECT count(DISTINCT value) FROM stored"));
    }

    [SkippableFact]
    public async Task Sums_and_averages_are_exact()
    {
        await StoreAsync(0.1m, 0.2m, 0.3m, 12345678901234567890.1m);

        Assert.Equal(12345678901234567890.7m, await AggregateAsync(Sql.Sum(Value)));
        await ExecuteAsync("DELETE FROM stored WHERE position = 3");
        Assert.Equal(0.2m, await AggregateAsync(Sql.Avg(Value)));
    }

    [SkippableFact]
    public async Task The_sum_of_nothing_is_null()
    {
        await StoreAsync();
        Assert.Null(await AggregateAsync(Sql.Sum(Value)));
        Assert.Null(await AggregateAsync(Sql.Avg(Value)));

        await ExecuteAsync("INSERT INTO stored VALUES (0, NULL)");
        Assert.Null(await AggregateAsync(Sql.Sum(Value)));
    }

    private static Expr<decimal?> Value { get; } = new RawExpression("value").As<decimal?>();

    private static Bound Limit(decimal value) => new Bound().Add("limit", value);

    private async Task<decimal?> AggregateAsync(Aggregate<decimal?> aggregate)
    {
        var statement = Written(writer =>
        {
            writer.Append("SELECT ");
            writer.Append(aggregate);
            writer.Append(" FROM stored");
        });
        return await ScalarAsync<decimal?>(statement.Text);
    }

    private async Task StoreAsync(params decimal[] values)
    {
        await ExecuteAsync($"CREATE TABLE stored (position {Dialect.TypeName(typeof(int))}, value {Dialect.TypeName(typeof(decimal))})");
        for (int i = 0; i < values.Length; i++)
            await ExecuteAsync("INSERT INTO stored VALUES (@position, @value)", new Bound().Add("position", i).Add("value", values[i]));
    }
}
