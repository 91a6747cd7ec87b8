namespace Covet.Specification;

/// <summary>A list of keys is one parameter, whatever its length.</summary>
public abstract class ListSuite(ProviderFixture fixture) : ProviderSuite(fixture)
{
    private const int Many = 100_000;

    [SkippableFact]
    public Task Integers_of_32_bits() => ListAsync(i => i);

    [SkippableFact]
    public Task Integers_of_64_bits() => ListAsync(i => long.MaxValue - i);

    [SkippableFact]
    public Task Texts() => ListAsync(i => $"{i}'\"\\ ä👍");

    [SkippableFact]
    public Task Guids() => ListAsync(i => new Guid(i, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

    [SkippableFact]
    public async Task Short_lists_of_every_other_type()
    {
        await ShortListAsync(true, false);
        await ShortListAsync<short>(-1, short.MaxValue);
        await ShortListAsync<byte>(0, 255);
        await ShortListAsync<uint>(0, uint.MaxValue);
        await ShortListAsync(1.5, -0.1);
        await ShortListAsync(1.50m, 100m);
        await ShortListAsync('a', '\'');
        await ShortListAsync(new DateTime(2024, 1, 2, 3, 4, 5, 6), DateTime.MinValue);
        await ShortListAsync(DateTimeOffset.UnixEpoch, new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(3)));
        await ShortListAsync(new DateOnly(2024, 1, 2), new DateOnly(2025, 1, 2));
        await ShortListAsync(new TimeOnly(1, 2, 3), new TimeOnly(4, 5));
        await ShortListAsync(TimeSpan.FromDays(1.5), TimeSpan.FromMicroseconds(-1));
        await ShortListAsync<int?>(1, 2);
    }

    [SkippableFact]
    public async Task Pairs()
    {
        await ExecuteAsync($"CREATE TABLE pairs (a {Dialect.TypeName(typeof(int))}, b {Dialect.TypeName(typeof(string))}, PRIMARY KEY (a, b))");
        foreach (var (a, b) in new[] { (1, "x"), (1, "y"), (2, "x"), (3, "3") })
            await ExecuteAsync("INSERT INTO pairs VALUES (@a, @b)", new Bound().Add("a", a).Add("b", b));
        string sql = Written(writer =>
        {
            writer.Append("SELECT b FROM pairs WHERE ");
            writer.Dialect.WriteListTest(writer, (w, i) => w.Append(i == 0 ? "a" : "b"), 2, "keys");
            writer.Append(" ORDER BY a, b");
        }).Text;

        Assert.Empty(await ReadAsync<string>(sql, new Bound().AddList<int, string>("keys", [])));
        Assert.Equal(["x"], await ReadAsync<string>(sql, new Bound().AddList("keys", [(1, "x")])));
        (int, string)[] many = [.. Enumerable.Range(0, Many).Select(i => (i, "x")), (3, "3")];
        Assert.Equal(["x", "x", "3"], await ReadAsync<string>(sql, new Bound().AddList("keys", many)));
    }

    [SkippableFact]
    public async Task Triples()
    {
        await ExecuteAsync($"CREATE TABLE triples (a {Dialect.TypeName(typeof(int))}, b {Dialect.TypeName(typeof(Guid))}, c {Dialect.TypeName(typeof(DateOnly))})");
        var guid = Guid.NewGuid();
        var date = new DateOnly(2024, 1, 2);
        await ExecuteAsync("INSERT INTO triples VALUES (1, @b, @c), (2, @b, @c)", new Bound().Add("b", guid).Add("c", date));
        string sql = Written(writer =>
        {
            writer.Append("SELECT a FROM triples WHERE ");
            writer.Dialect.WriteListTest(writer, (w, i) => w.Append(i == 0 ? "a" : i == 1 ? "b" : "c"), 3, "keys");
        }).Text;

        Assert.Equal([2], await ReadAsync<int>(sql, new Bound().AddList("keys", [(2, guid, date), (1, Guid.Empty, date), (1, guid, date.AddDays(1))])));
    }

    [SkippableFact]
    public async Task Keys_as_rows()
    {
        string one = Written(writer =>
        {
            writer.Append("SELECT p.* FROM ");
            writer.Dialect.WriteListRows(writer, 1, "keys");
            writer.Append(" AS p ORDER BY 1");
        }).Text;
        string two = Written(writer =>
        {
            writer.Append("SELECT p.* FROM ");
            writer.Dialect.WriteListRows(writer, 2, "keys");
            writer.Append(" AS p ORDER BY 1");
        }).Text;

        Assert.Equal([1, 2, 3], await ReadAsync<int>(one, new Bound().AddList("keys", [3, 1, 2])));
        Assert.Equal([1, 2], await ReadAsync<int>(two, new Bound().AddList("keys", [(2, "b"), (1, "a")])));
    }

    private async Task ListAsync<T>(Func<int, T> key)
    {
        string sql = await CreateAsync<T>();
        foreach (int i in new[] { 0, 1, Many - 1, Many })
            await ExecuteAsync("INSERT INTO listed VALUES (@position, @value)", new Bound().Add("position", i).Add("value", key(i)));

        Assert.Empty(await ReadAsync<int>(sql, new Bound().AddList<T>("keys", [])));
        Assert.Equal([1], await ReadAsync<int>(sql, new Bound().AddList("keys", [key(1)])));
        Assert.Equal([0, 1, Many - 1], await ReadAsync<int>(sql, new Bound().AddList("keys", Enumerable.Range(0, Many).Select(key).ToList())));
    }

    private async Task ShortListAsync<T>(params T[] values)
    {
        string sql = await CreateAsync<T>();
        for (int i = 0; i < values.Length; i++)
            await ExecuteAsync("INSERT INTO listed VALUES (@position, @value)", new Bound().Add("position", i).Add("value", values[i]));

        Assert.Equal([1], await ReadAsync<int>(sql, new Bound().AddList("keys", [values[1]])));
        Assert.Equal([0, 1], await ReadAsync<int>(sql, new Bound().AddList("keys", values)));
        await ExecuteAsync("DROP TABLE listed");
    }

    private async Task<string> CreateAsync<T>()
    {
        var type = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        await ExecuteAsync($"CREATE TABLE listed (position {Dialect.TypeName(typeof(int))}, value {Dialect.TypeName(type)} PRIMARY KEY)");
        return Written(writer =>
        {
            writer.Append("SELECT position FROM listed WHERE ");
            writer.Dialect.WriteListTest(writer, (w, _) => w.Append("value" + (type == typeof(decimal) ? Dialect.DecimalCollation : "")), 1, "keys");
            writer.Append(" ORDER BY position");
        }).Text;
    }
}
