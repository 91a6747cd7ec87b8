using Covet.Infrastructure;
using Covet.Specification;
using Npgsql;
using Zoo;

namespace Covet.Npgsql.Tests;

/// <summary>What PostgreSQL has alone.</summary>
public sealed class NpgsqlProviderTests : IAsyncLifetime
{
    private readonly PostgresFixture _fixture = new();

    public Task InitializeAsync() => _fixture.InitializeAsync();

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [SkippableFact]
    public async Task Arrays_round_trip()
    {
        await RoundTripAsync<int>([1, -2, int.MaxValue], "integer[]");
        await RoundTripAsync<long>([], "bigint[]");
        await RoundTripAsync(["a", "it's", "{,}", ""], "text[]");
        await RoundTripAsync([Guid.Empty, Guid.AllBitsSet], "uuid[]");
        await RoundTripAsync([1.50m, 2m], "numeric[]");
        await RoundTripAsync([true, false], "boolean[]");
        await RoundTripAsync([new DateOnly(2024, 1, 2)], "date[]");
        await RoundTripAsync([new DateTime(2024, 1, 2, 3, 4, 5)], "timestamp[]");
        await RoundTripAsync<byte[]>([[1, 2], []], "bytea[]");
    }

    [SkippableFact]
    public async Task Types_of_casts_are_PostgreSQLs()
    {
        Assert.Equal("integer[]", _fixture.Provider.Dialect.TypeName(typeof(int[])));
        Assert.Equal("timestamptz", _fixture.Provider.Dialect.TypeName(typeof(DateTimeOffset)));
        Assert.Throws<NotSupportedException>(() => _fixture.Provider.Dialect.TypeName(typeof(Uri)));
        await Task.CompletedTask;
    }

    [SkippableFact]
    public async Task A_batch_is_one_round_trip()
    {
        await using var lease = new Lease(_fixture.Provider, await _fixture.Provider.OpenAsync(CancellationToken.None));
        var transactions = Enumerable.Range(0, 5).Select(_ => new FirstColumn<string>()).ToList();
        await lease.BatchAsync([.. transactions.Select(column => new BatchItem(new Statement("SELECT CAST(pg_current_xact_id() AS text)", SqlParameters.None), column))]);
        var alone = Assert.Single(await lease.ReadAsync<string>("SELECT CAST(pg_current_xact_id() AS text)"));

        // Statements between two synchronisations share a transaction.
        string together = Assert.Single(transactions.SelectMany(column => column.Values).Distinct());
        Assert.NotEqual(together, alone);
    }

    [SkippableFact]
    public async Task A_batch_says_which_statement_gave_no_result()
    {
        await using var lease = new Lease(_fixture.Provider, await _fixture.Provider.OpenAsync(CancellationToken.None));
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => lease.BatchAsync([Item("SELECT 1"), Item("SET application_name = 'covet'")]));
        Assert.Contains("SET application_name", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => lease.BatchAsync([Item("SELECT 1"), Item("SELECT 2") with { GivesRows = false }]));
        Assert.Equal([7], await lease.ReadAsync<int>("SELECT 7"));

        static BatchItem Item(string sql) => new(new Statement(sql, SqlParameters.None), new FirstColumn<int>());
    }

    [SkippableFact]
    public async Task Statements_are_prepared_at_their_second_use_and_connections_keep_them()
    {
        for (int i = 0; i < 3; i++)
        {
            await using var lease = new Lease(_fixture.Provider, await _fixture.Provider.OpenAsync(CancellationToken.None));
            await lease.ReadAsync<int>("SELECT @n + 1", new Bound().Add("n", i));
        }
        await using var last = new Lease(_fixture.Provider, await _fixture.Provider.OpenAsync(CancellationToken.None));

        Assert.Equal([1L], await last.ReadAsync<long>("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT $1 + 1'"));
    }

    [SkippableFact]
    public async Task Levels_of_a_prefetch_are_prepared_at_their_second_use_with_typed_arrays()
    {
        await using var db = new ZooDb(_fixture.Provider);
        await db.Schema.CreateAsync();
        await db.LongRoots.InsertAsync(new LongRoot());
        await db.GuidRoots.InsertAsync(new GuidRoot());
        await db.TextRoots.InsertAsync(new TextRoot { Code = "a" });
        await db.PairRoots.InsertAsync(new PairRoot { Area = "a", Number = 1 });
        await db.SlugRoots.InsertAsync(new SlugRoot { Slug = "a" });
        await PrefetchAsync();
        Assert.Empty(await PreparedAsync());
        await PrefetchAsync();
        Assert.Equal(
            [
                "(root_area, root_number) IN (SELECT * FROM unnest($1, $2)) ORDER BY area, number: {text[],integer[]}",
                "l.long_root_id = ANY($1) ORDER BY t.id: {bigint[]}",
                "root_id = ANY($1) ORDER BY code: {text[]}",
                "root_id = ANY($1) ORDER BY id: {bigint[]}",
                "root_id = ANY($1) ORDER BY id: {uuid[]}",
                "root_slug = ANY($1) ORDER BY id: {text[]}",
            ],
            await PreparedAsync());

        async Task PrefetchAsync()
        {
            await db.LongRoots.Prefetch(r => r.Leaves, r => r.Linked).ToListAsync();
            await db.GuidRoots.Prefetch(r => r.Leaves).ToListAsync();
            await db.TextRoots.Prefetch(r => r.Leaves).ToListAsync();
            await db.PairRoots.Prefetch(r => r.Leaves).ToListAsync();
            await db.SlugRoots.Prefetch(r => r.Leaves).ToListAsync();
        }

        async Task<IEnumerable<string>> PreparedAsync()
        {
            var prepared = await db.ScalarsAsync<string>(
                $"SELECT replace(split_part(statement, ' WHERE ', 2), '\"', '') || ': ' || CAST(parameter_types AS text) FROM pg_prepared_statements WHERE statement LIKE '% ORDER BY %' AND statement NOT LIKE '%pg_prepared%'");
            return prepared.Order(StringComparer.Ordinal);
        }
    }

    [SkippableFact]
    public async Task The_connection_string_wins_over_the_defaults()
    {
        await using var provider = new NpgsqlProvider(_fixture.ConnectionString + ";Max Auto Prepare=0;NoResetOnClose=false");
        await using var connection = await provider.OpenAsync(CancellationToken.None);
        var settings = new NpgsqlConnectionStringBuilder(connection.ConnectionString);
        await using var plain = await _fixture.Provider.OpenAsync(CancellationToken.None);
        var defaults = new NpgsqlConnectionStringBuilder(plain.ConnectionString);

        Assert.Equal((0, false), (settings.MaxAutoPrepare, settings.NoResetOnClose));
        Assert.Equal((128, 2, true), (defaults.MaxAutoPrepare, defaults.AutoPrepareMinUsages, defaults.NoResetOnClose));
    }

    [SkippableFact]
    public async Task A_data_source_that_was_given_is_used_and_not_disposed()
    {
        await using var source = new NpgsqlDataSourceBuilder(_fixture.ConnectionString).Build();
        await using (var provider = new NpgsqlProvider(source))
        {
            await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
            Assert.Equal([5], await lease.ReadAsync<int>("SELECT @n", new Bound().Add("n", 5)));
        }
        await using var connection = await source.OpenConnectionAsync();

        Assert.Equal(System.Data.ConnectionState.Open, connection.State);
    }

    private async Task RoundTripAsync<T>(T[] values, string type)
    {
        await using var lease = new Lease(_fixture.Provider, await _fixture.Provider.OpenAsync(CancellationToken.None));
        var column = new ArrayColumn<T>();
        await lease.BatchAsync([new BatchItem(new Statement($"SELECT CAST(@value AS {type}) WHERE pg_typeof(@value) = '{type}'::regtype", new Bound().Add("value", values)), column)]);

        Assert.Equal(values, column.Value);
    }

    private sealed class ArrayColumn<T> : ResultConsumer
    {
        public T[]? Value { get; private set; }

        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            if (await reader.ReadAsync(cancellationToken))
                Value = reader.GetArray<T>(0);
        }
    }
}
