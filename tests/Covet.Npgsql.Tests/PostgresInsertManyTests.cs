using Covet.Specification;
using Npgsql;
using Zoo;

namespace Covet.Npgsql.Tests;

/// <summary>The suite, and where COPY, arrays and the server's own ways meet.</summary>
public sealed class PostgresInsertManyTests : InsertManySuite
{
    private const int Many = 100_000;

    private readonly PostgresFixture _fixture;

    public PostgresInsertManyTests() : this(new PostgresFixture())
    {
    }

    private PostgresInsertManyTests(PostgresFixture fixture) : base(fixture) => _fixture = fixture;

    [SkippableTheory]
    [InlineData("ALTER TABLE pair_roots ALTER name TYPE varchar(200)", true)]
    [InlineData("ALTER TABLE pair_roots ALTER number TYPE bigint", false)]
    [InlineData("ALTER TABLE pair_roots ALTER number TYPE real", false)]
    [InlineData("ALTER TABLE pair_roots ALTER number TYPE numeric(9, 1)", false)]
    [InlineData("CREATE DOMAIN whole AS integer CHECK (VALUE >= 0); ALTER TABLE pair_roots ALTER number TYPE whole", false)]
    [InlineData("CREATE RULE noted AS ON INSERT TO pair_roots DO ALSO INSERT INTO text_roots VALUES (NEW.name, NEW.area)", false)]
    [InlineData("ALTER TABLE pair_roots RENAME TO hidden; CREATE VIEW pair_roots AS SELECT * FROM hidden", false)]
    public async Task Rows_are_copied_where_that_does_the_same_as_insert(string change, bool isCopied)
    {
        await ChangeAsync(change);
        var roots = Enumerable.Range(0, 1_500).Select(i => new PairRoot { Area = "a", Number = i, Name = $"{i}" }).ToList();
        using var log = Db.Record();
        await Db.PairRoots.InsertManyAsync(roots);
        Assert.StartsWith(isCopied ? "COPY" : "INSERT", Assert.Single(log.Statements).Text, StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 1_500).Select(i => $"a {i} {i}"), await Db.ScalarsAsync<string>($"SELECT area || ' ' || CAST(number AS integer) || ' ' || name FROM pair_roots ORDER BY number"));
        Assert.Equal(change.Contains("RULE", StringComparison.Ordinal) ? 1_500 : 0, await Db.TextRoots.CountAsync());
    }

    [SkippableFact]
    public async Task Row_security_is_not_passed_over()
    {
        string role = $"covet_{Guid.NewGuid():N}";
        await ChangeAsync(
            $"CREATE ROLE {role} LOGIN; GRANT USAGE ON SCHEMA public TO {role}; GRANT ALL ON text_roots TO {role}; ALTER TABLE text_roots ENABLE ROW LEVEL SECURITY; " +
            $"CREATE POLICY lenient ON text_roots TO {role} WITH CHECK (name <> 'forbidden')");
        try
        {
            await using var db = new ZooDb(new NpgsqlProvider(new NpgsqlConnectionStringBuilder(_fixture.ConnectionString) { Username = role }.ConnectionString));
            var roots = Enumerable.Range(0, 1_500).Select(i => new TextRoot { Code = $"{i}" }).ToList();
            await db.TextRoots.InsertManyAsync(roots);
            Assert.Equal(1_500, await Db.TextRoots.CountAsync());
            roots.ForEach(root => root.Code += "!");
            roots[^1].Name = "forbidden";
            Assert.Equal("42501", (await Assert.ThrowsAsync<DatabaseException>(() => db.TextRoots.InsertManyAsync(roots))).Code);
            Assert.Equal(1_500, await Db.TextRoots.CountAsync());
        }
        finally
        {
            await ChangeAsync($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [SkippableFact]
    public async Task A_key_that_is_always_generated_stays_so()
    {
        await ChangeAsync("ALTER TABLE long_roots ALTER id SET GENERATED ALWAYS");
        var keyed = Enumerable.Range(1, 1_500).Select(i => new LongRoot { Id = i }).ToList();
        var expected = await Assert.ThrowsAsync<DatabaseException>(() => Db.LongRoots.InsertAsync(keyed[0]));
        Assert.Equal(expected.Code, (await Assert.ThrowsAsync<DatabaseException>(() => Db.LongRoots.InsertManyAsync(keyed))).Code);
        await Db.LongRoots.InsertManyAsync(Enumerable.Range(1, 1_500).Select(_ => new LongRoot()));
        Assert.Equal(1_500, await Db.LongRoots.CountAsync());
    }

    [SkippableTheory]
    [InlineData("ALTER TABLE long_roots ALTER id SET INCREMENT BY -1 SET MINVALUE -1000000 SET MAXVALUE 100000 RESTART WITH 5000")]
    [InlineData("ALTER TABLE long_roots ALTER id SET CACHE 7 SET INCREMENT BY 3")]
    [InlineData("""
        CREATE FUNCTION scatter() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.id := 1 + hashtext(NEW.name)::bigint * 100003 % 1000000007; RETURN NEW; END $$;
        CREATE TRIGGER scatter BEFORE INSERT ON long_roots FOR EACH ROW EXECUTE FUNCTION scatter()
        """)]
    [InlineData("""
        CREATE FUNCTION echo() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF NEW.name NOT LIKE 'echo%' THEN INSERT INTO long_roots (name) VALUES ('echo'); END IF; RETURN NEW; END $$;
        CREATE TRIGGER echo BEFORE INSERT ON long_roots FOR EACH ROW EXECUTE FUNCTION echo()
        """)]
    public async Task Each_row_gets_its_own_key_however_keys_are_made(string change)
    {
        await ChangeAsync(change);
        var roots = Enumerable.Range(0, 6_000).Select(i => new LongRoot { Name = $"root {i}" }).ToList();
        await Db.LongRoots.InsertManyAsync(roots);
        var stored = await Db.LongRoots.Where(root => root.Name != "echo").ToListAsync();
        Assert.Equal(roots.Select(root => (root.Id, root.Name)).Order(), stored.Select(root => (root.Id, root.Name)).Order());
    }

    [SkippableFact]
    public async Task Rows_that_a_trigger_suppresses_are_missed()
    {
        await ChangeAsync("""
            CREATE FUNCTION suppress() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN CASE WHEN NEW.name LIKE '%7' THEN NULL ELSE NEW END; END $$;
            CREATE TRIGGER suppress BEFORE INSERT ON long_roots FOR EACH ROW EXECUTE FUNCTION suppress()
            """);
        var roots = Enumerable.Range(0, 100).Select(i => new LongRoot { Name = $"root {i}" }).ToList();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Db.LongRoots.InsertManyAsync(roots));
        Assert.Equal("The INSERT of 100 LongRoot rows gave only 90 keys back. Is a trigger or rule suppressing some?", exception.Message);
        Assert.Equal(0, await Db.LongRoots.CountAsync());
        Assert.All(roots, root => Assert.Equal(0, root.Id));
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_while_it_waits_for_a_lock_it_ends_and_the_connection_is_usable(bool isNested)
    {
        await using var other = new NpgsqlConnection(_fixture.ConnectionString);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand("INSERT INTO text_roots VALUES ('99999', '')", other, transaction))
            await insert.ExecuteNonQueryAsync();

        var codes = Enumerable.Range(0, Many).Select(i => new TextRoot { Code = $"{i}" }).ToList();
        using var source = new CancellationTokenSource();
        await Db.TransactionAsync(async tx =>
        {
            var database = isNested ? tx : Db;
            var running = database.TextRoots.InsertManyAsync(codes, source.Token);
            while (await Db.ScalarAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY %' AND wait_event_type = 'Lock'") == 0)
                await Task.Yield();
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
            await transaction.RollbackAsync();
            await database.TextRoots.InsertManyAsync(codes, CancellationToken.None);
        });
        Assert.Equal(Many, await Db.TextRoots.CountAsync());
    }

    [SkippableFact]
    public async Task A_backend_that_is_killed_leaves_nothing_behind()
    {
        var codes = Enumerable.Range(0, Many).Select(i => new TextRoot { Code = $"{i}" }).ToList();
        var progress = new Killer(_fixture.ConnectionString);
        await Assert.ThrowsAsync<ConnectionException>(() => Db.TextRoots.InsertManyAsync(codes, progress));
        Assert.Equal(0, await Db.TextRoots.CountAsync());
        await Db.TextRoots.InsertManyAsync(codes);
        Assert.Equal(Many, await Db.TextRoots.CountAsync());
    }

    [SkippableTheory]
    [InlineData(0, 1_200, 1_200, 3)]
    [InlineData(1, 1_200, 1, 2)]
    public async Task Arrays_are_copied_or_go_row_by_row(long firstKey, int count, int statements, int roundTrips)
    {
        await using var db = new ArrayDb(new NpgsqlProvider(_fixture.ConnectionString));
        await db.Schema.CreateAsync();
        await db.ArrayRows.InsertAsync(Filled());
        var rows = Enumerable.Range(0, count).Select(_ => Filled()).ToList();
        rows[1] = new ArrayRow();
        for (int i = 0; i < count; i++)
            rows[i].Id = firstKey == 0 ? 0 : firstKey + 1 + i;
        using (var log = db.Record())
        {
            await db.ArrayRows.InsertManyAsync(rows);
            Assert.Equal((statements, roundTrips), (log.Statements.Count, log.RoundTrips));
        }
        var stored = await db.ScalarsAsync<string>($"SELECT CAST(to_jsonb(s) - 'id' AS text) FROM array_rows AS s ORDER BY id");
        Assert.Equal(count + 1, stored.Count);
        Assert.All(stored.Where((_, i) => i != 2), text => Assert.Equal(stored[0], text));
        Assert.Contains("\"words\": []", stored[2], StringComparison.Ordinal);
        Assert.Contains("\"numbers\": null", stored[2], StringComparison.Ordinal);

        rows.ForEach(row => row.Numbers = [7]);
        await db.ArrayRows.UpdateManyAsync(rows, row => row.Numbers);
        Assert.Equal(count, await db.ScalarAsync<long>($"SELECT count(*) FROM array_rows WHERE numbers = ARRAY[7]"));
    }

    private static ArrayRow Filled() => new()
    {
        Words = ["", "it's", "ä,{}\"\\"],
        Numbers = [1, int.MinValue],
        Flags = [true, false],
        Amounts = [1.20m, decimal.MinValue],
        Instants = [DateTimeOffset.UnixEpoch.AddTicks(19), DateTimeOffset.MinValue],
        Guids = [new Guid("00112233-4455-6677-8899-aabbccddeeff")],
        Blobs = [[], [1, 255]],
        Durations = [TimeSpan.FromDays(-3.3)],
        Dates = [DateOnly.MaxValue, new DateOnly(2000, 1, 2)],
        Times = [TimeOnly.MaxValue],
        Doubles = [0.1, double.NaN],
        Singles = [0.1f],
        Shorts = [short.MinValue],
        Longs = [long.MaxValue],
        Clocks = [new DateTime(1999, 1, 2, 3, 4, 5), DateTime.MinValue],
    };

    private async Task ChangeAsync(string sql)
    {
        await using var lease = new Lease(Provider, await Provider.OpenAsync(CancellationToken.None));
        foreach (string statement in sql.Contains("$$", StringComparison.Ordinal) ? sql.Split(";\n") : sql.Split("; "))
            await lease.ExecuteAsync(statement);
    }

    /// <summary>Kills the backend that copies.</summary>
    private sealed class Killer(string connectionString) : IProgress<long>
    {
        private bool _isDone;

        public void Report(long value)
        {
            if (_isDone || value < 20_000)
                return;
            _isDone = true;
            using var connection = new NpgsqlConnection(connectionString);
            connection.Open();
            using var command = new NpgsqlCommand("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE query LIKE 'COPY %' AND datname = current_database()", connection);
            Assert.Equal(true, command.ExecuteScalar());
        }
    }
}
