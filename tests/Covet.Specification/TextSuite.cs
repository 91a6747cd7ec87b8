using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>Texts are tested by their exact characters; the answers are C#'s, ordinal.</summary>
public abstract class TextSuite(ProviderFixture fixture) : ProviderSuite(fixture)
{
    private static readonly string[] Texts = ["", "a", "A", "ab", "abc", "aba", "100%", "a_c", "a\\b", "ä", "Ä", "👍a", "it's", "bb", "b"];

    [SkippableFact]
    public Task Contains() => TestAsync(TextTest.Contains, (text, part) => text.Contains(part, StringComparison.Ordinal));

    [SkippableFact]
    public Task Starts_with() => TestAsync(TextTest.StartsWith, (text, part) => text.StartsWith(part, StringComparison.Ordinal));

    [SkippableFact]
    public Task Ends_with() => TestAsync(TextTest.EndsWith, (text, part) => text.EndsWith(part, StringComparison.Ordinal));

    [SkippableFact]
    public async Task Limits_skip_and_take()
    {
        await ExecuteAsync($"CREATE TABLE numbers (n {Dialect.TypeName(typeof(int))})");
        for (int i = 1; i <= 5; i++)
            await ExecuteAsync("INSERT INTO numbers VALUES (@n)", new Bound().Add("n", i));

        Assert.Equal([1, 2], await LimitedAsync(null, 2));
        Assert.Equal([4, 5], await LimitedAsync(3, null));
        Assert.Equal([2, 3], await LimitedAsync(1, 2));
        Assert.Equal([], await LimitedAsync(null, 0));
        Assert.Equal([], await LimitedAsync(9, 9));
    }

    [SkippableFact]
    public async Task Null_is_the_smallest_value()
    {
        await ExecuteAsync($"CREATE TABLE numbers (n {Dialect.TypeName(typeof(int))})");
        await ExecuteAsync("INSERT INTO numbers VALUES (2), (NULL), (1)");

        Assert.Equal([null, 1, 2], await ReadAsync<int?>($"SELECT n FROM numbers ORDER BY n{Dialect.NullOrder(descending: false)}"));
        Assert.Equal([2, 1, null], await ReadAsync<int?>($"SELECT n FROM numbers ORDER BY n DESC{Dialect.NullOrder(descending: true)}"));
    }

    private async Task<List<int>> LimitedAsync(int? skip, int? take)
    {
        var statement = Written(writer =>
        {
            writer.Append("SELECT n FROM numbers ORDER BY n");
            writer.Dialect.WriteLimit(writer, skip, take);
        });
        return await ReadAsync<int>(statement.Text, statement.Parameters);
    }

    private async Task TestAsync(TextTest test, Func<string, string, bool> expected)
    {
        await using var lease = await LeaseAsync();
        foreach (string text in Texts)
        {
            foreach (string part in Texts)
            {
                var statement = Written(writer =>
                {
                    writer.Append("SELECT ");
                    writer.Dialect.WriteTextTest(writer, test, new Value<string>(text), new Value<string>(part));
                });
                Assert.True(expected(text, part) == Assert.Single(await lease.ReadAsync<bool>(statement.Text, statement.Parameters)), $"{test}: '{text}', '{part}'");
            }
        }
    }
}
