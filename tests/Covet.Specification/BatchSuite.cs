using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>A batch hands every result to its own consumer, whatever stands beside it.</summary>
public abstract class BatchSuite(ProviderFixture fixture) : ProviderSuite(fixture)
{
    [SkippableFact]
    public async Task Results_reach_their_consumers_in_order()
    {
        await CreateAsync();
        await using var lease = await LeaseAsync();
        // The third time the statements are prepared.
        for (int round = 0; round < 3; round++)
        {
            List<(BatchItem Item, FirstColumn<int> Rows)> items =
            [
                .. Enumerable.Range(0, 20).Select(i => Item("SELECT @n + 0", new Bound().Add("n", i))),
                Item("SELECT @a + 100", new Bound().Add("a", 1)),
            ];
            await lease.BatchAsync(items.ConvertAll(item => item.Item));

            Assert.Equal([.. Enumerable.Range(0, 20), 101], items.ConvertAll(item => Assert.Single(item.Rows.Values)));
        }
    }

    [SkippableFact]
    public async Task Statements_without_a_result_do_not_shift_the_others()
    {
        await CreateAsync();
        await using var lease = await LeaseAsync();
        for (int round = 0; round < 3; round++)
        {
            var insert = Item("INSERT INTO numbers VALUES (@n)", new Bound().Add("n", 1));
            var returned = Item("INSERT INTO numbers VALUES (@n) RETURNING n", new Bound().Add("n", 2));
            var nothing = Item("SELECT n FROM numbers WHERE n > @n", new Bound().Add("n", 100));
            var update = Item("UPDATE numbers SET n = n + 10 WHERE n = @n", new Bound().Add("n", 1));
            var all = Item("SELECT n FROM numbers ORDER BY n");
            var noneDeleted = Item("DELETE FROM numbers WHERE n = @n RETURNING n", new Bound().Add("n", 100));
            var delete = Item("DELETE FROM numbers");
            var last = Item("SELECT count(*) FROM numbers");
            await lease.BatchAsync([nothing.Item, insert.Item, insert.Item, returned.Item, update.Item, nothing.Item, all.Item, noneDeleted.Item, delete.Item, last.Item, delete.Item]);

            Assert.Equal([2], returned.Rows.Values);
            Assert.Equal([2, 11, 11], all.Rows.Values);
            Assert.Equal([0], last.Rows.Values);
            Assert.Empty(nothing.Rows.Values);
            Assert.Empty(noneDeleted.Rows.Values);
            Assert.Empty(insert.Rows.Values);
            Assert.Equal([2, 2, 1], [insert.Rows.Results, nothing.Rows.Results, last.Rows.Results]);
        }
    }

    [SkippableFact]
    public async Task Only_statements_without_a_result()
    {
        await CreateAsync();
        await using var lease = await LeaseAsync();
        var items = Enumerable.Range(0, 500).Select(i => Item("INSERT INTO numbers VALUES (@n)", new Bound().Add("n", i)).Item).ToList();
        await lease.BatchAsync(items);

        Assert.Equal([500], await lease.ReadAsync<int>("SELECT count(*) FROM numbers"));
    }

    [SkippableFact]
    public async Task A_consumer_may_leave_rows_unread()
    {
        await CreateAsync();
        await using var lease = await LeaseAsync();
        var second = Item("SELECT 2");
        await lease.BatchAsync([new BatchItem(new Statement("SELECT 1 UNION ALL SELECT 1", SqlParameters.None), new Indifferent()), second.Item]);

        Assert.Equal([2], second.Rows.Values);
    }

    [SkippableFact]
    public async Task Parameters_may_change_between_runs_of_one_text()
    {
        await CreateAsync();
        await using var lease = await LeaseAsync();
        (BatchItem Item, FirstColumn<string?> Rows) Text(string? value)
        {
            var rows = new FirstColumn<string?>();
            return (new BatchItem(new Statement("SELECT @t", new Bound().Add("t", value)), rows), rows);
        }

        var items = new[] { Text("a"), Text(null), Text(""), Text("b") };
        await lease.BatchAsync([.. items.Select(item => item.Item)]);

        Assert.Equal(["a", null, "", "b"], items.Select(item => item.Rows.Values.Single()));
    }

    [SkippableFact]
    public async Task An_error_ends_the_batch_and_leaves_the_connection_usable()
    {
        await CreateAsync();
        await using var lease = await LeaseAsync();
        var before = Item("SELECT 1");
        var after = Item("SELECT 2");
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(
            () => lease.BatchAsync([before.Item, Item("INSERT INTO numbers VALUES (NULL)").Item, after.Item]));

        Assert.Empty(after.Rows.Values);
        Assert.Equal([7], await lease.ReadAsync<int>("SELECT 7"));
    }

    private async Task CreateAsync() => await ExecuteAsync($"CREATE TABLE numbers (n {Dialect.TypeName(typeof(int))} NOT NULL)");

    private static (BatchItem Item, FirstColumn<int> Rows) Item(string sql, SqlParameters? parameters = null)
    {
        var rows = new FirstColumn<int>();
        bool givesRows = sql.StartsWith("SELECT", StringComparison.Ordinal) || sql.Contains("RETURNING", StringComparison.Ordinal);
        return (new BatchItem(new Statement(sql, parameters ?? SqlParameters.None), rows, givesRows), rows);
    }

    private sealed class Indifferent : ResultConsumer
    {
        public override ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken) => default;
    }
}
