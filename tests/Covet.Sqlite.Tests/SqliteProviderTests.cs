using System.Transactions;
using Covet.Infrastructure;
using Covet.Specification;
using Covet.Testing;
using Microsoft.Data.Sqlite;

namespace Covet.Sqlite.Tests;

public sealed class SqliteProviderTests
{
    [Fact]
    public async Task A_new_connection_has_the_settings_of_the_provider()
    {
        using var file = SqliteFiles.Create();
        await using var provider = new SqliteProvider(file.ConnectionString);

        Assert.Equal("1", await ScalarAsync(provider, "PRAGMA foreign_keys"));
        Assert.Equal("wal", await ScalarAsync(provider, "PRAGMA journal_mode"));
        // As durable as SQLite is by default: FULL.
        Assert.Equal("2", await ScalarAsync(provider, "PRAGMA synchronous"));
    }

    [Fact]
    public async Task The_connection_string_wins_over_the_defaults()
    {
        using var file = SqliteFiles.Create();
        await using var provider = new SqliteProvider(file.ConnectionString + ";Foreign Keys=False");

        Assert.Equal("0", await ScalarAsync(provider, "PRAGMA foreign_keys"));
    }

    [Fact]
    public async Task A_file_opened_for_reading_is_only_read()
    {
        using var file = Chinook.CopySqlite();
        byte[] before = await File.ReadAllBytesAsync(file.Path);
        await using (var provider = new SqliteProvider(file.ConnectionString + ";Mode=ReadOnly"))
            Assert.Equal("275", await ScalarAsync(provider, "SELECT count(*) FROM Artist"));

        Assert.Equal(before, await File.ReadAllBytesAsync(file.Path));
    }

    [Fact]
    public async Task A_disposed_provider_leaves_the_file_alone()
    {
        using var file = SqliteFiles.Create();
        var provider = new SqliteProvider(file.ConnectionString);
        await ScalarAsync(provider, "CREATE TABLE t (a)");
        for (int i = 0; i < 3; i++)
            await ScalarAsync(provider, "SELECT count(*) FROM t");
        Assert.True(File.Exists(file.Path + "-wal"));
        await provider.DisposeAsync();

        // SQLite deletes its log with the last connection: none is left, not even a statement of one.
        Assert.False(File.Exists(file.Path + "-wal"));
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await provider.OpenAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_scope_that_could_not_take_writes_back_is_refused()
    {
        using var file = SqliteFiles.Create();
        await using var provider = new SqliteProvider(file.ConnectionString);
        using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ScalarAsync(provider, "CREATE TABLE t (a)"));
        Assert.Contains("db.TransactionAsync instead of the scope", exception.Message, StringComparison.Ordinal);
        using (new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled))
            Assert.Equal("0", await ScalarAsync(provider, "SELECT count(*) FROM sqlite_schema"));
    }

    [Fact]
    public async Task A_pragma_takes_effect_each_time()
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
        for (int i = 0; i < 3; i++)
        {
            foreach (int size in new[] { 100, 200 })
            {
                await lease.ExecuteAsync($"PRAGMA cache_size = {size}");
                Assert.Equal([size], await lease.ReadAsync<int>(" pragma cache_size"));
            }
        }
    }

    [Fact]
    public async Task Several_statements_in_one_text_run_in_turn_and_the_first_rows_are_the_result()
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
        Assert.Equal(3, await lease.ExecuteAsync("-- one\nCREATE TABLE t (a); INSERT INTO t VALUES (';'), (@a); ; UPDATE t SET a = @b WHERE a = ';'; -- end", new Bound().Add("a", 1).Add("b", 2)));
        Assert.Equal([2, 1], await lease.ReadAsync<int>("SELECT a FROM t ORDER BY rowid; DELETE FROM t; SELECT 7"));
        Assert.Empty(await lease.ReadAsync<int>("SELECT a FROM t; -- nothing"));
        Assert.Equal(0, await lease.ExecuteAsync("-- nothing"));
        var exception = await Assert.ThrowsAsync<NotSupportedException>(
            async () => await provider.Executor.OpenStreamAsync(lease.Connection, null, new Statement("SELECT 1; SELECT 2", SqlParameters.None), CancellationToken.None));
        Assert.Contains("one statement", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=anything;Mode=Memory")]
    [InlineData("Data Source=file::memory:")]
    [InlineData("Data Source=")]
    public async Task A_database_in_memory_is_the_providers_own(string connectionString)
    {
        await using var first = new SqliteProvider(connectionString);
        await using var second = new SqliteProvider(connectionString);
        await ScalarAsync(first, "CREATE TABLE t (a)");
        await ScalarAsync(second, "CREATE TABLE t (a)");
        var connections = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => first.OpenAsync(CancellationToken.None).AsTask()));
        foreach (var connection in connections)
        {
            Assert.Equal(1, await first.Executor.ExecuteAsync(connection, null, new Statement("INSERT INTO t VALUES (1)", SqlParameters.None), CancellationToken.None));
            await first.ReleaseAsync(connection);
        }

        Assert.Equal("3", await ScalarAsync(first, "SELECT count(*) FROM t"));
        Assert.Equal("0", await ScalarAsync(second, "SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task A_connection_that_is_given_back_in_a_transaction_is_not_given_out_again()
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await ScalarAsync(provider, "CREATE TABLE t (a)");
        var connection = await provider.OpenAsync(CancellationToken.None);
        _ = await connection.BeginTransactionAsync();
        await provider.ReleaseAsync(connection);

        Assert.Equal(System.Data.ConnectionState.Closed, connection.State);
        await ScalarAsync(provider, "INSERT INTO t VALUES (1)");
    }

    [Fact]
    public async Task A_statement_that_comes_again_is_prepared_and_large_values_are_let_go()
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await using var connection = (SqliteConnection)await provider.OpenAsync(CancellationToken.None);
        async Task<string> RunAsync(string sql, string text)
        {
            var column = new FirstColumn<string>();
            await provider.Executor.ReadAsync(connection, null, new Statement(sql, new Bound().Add("text", text)), column, CancellationToken.None);
            return Assert.Single(column.Values);
        }

        for (int i = 0; i < 1000; i++)
            Assert.Equal($"{i}", await RunAsync($"SELECT @text AS c{i % 300}", $"{i}"));
        string large = new('x', 1_000_000);
        Assert.Equal(large, await RunAsync("SELECT @text", large));
        Assert.Equal("small", await RunAsync("SELECT @text", "small"));

        const int StatementMemory = 3;
        SQLitePCL.raw.sqlite3_db_status(connection.Handle!, StatementMemory, out int used, out _, 0);
        Assert.InRange(used, 1, 900_000);
    }

    [Fact]
    public async Task Two_results_of_one_text_may_be_open_at_once()
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await using var connection = await provider.OpenAsync(CancellationToken.None);
        var statement = new Statement("SELECT 1 UNION ALL SELECT 2", SqlParameters.None);
        await using var first = await provider.Executor.OpenStreamAsync(connection, null, statement, CancellationToken.None);
        await using var second = await provider.Executor.OpenStreamAsync(connection, null, statement, CancellationToken.None);

        var (one, other) = (new FirstColumn<int>(), new FirstColumn<int>());
        await first.ConsumeAsync(one, CancellationToken.None);
        await provider.Executor.ReadAsync(connection, null, statement, other, CancellationToken.None);
        await second.ConsumeAsync(other, CancellationToken.None);
        Assert.Equal([1, 2], one.Values);
        Assert.Equal([1, 2, 1, 2], other.Values);
    }

    [Fact]
    public async Task A_batch_does_not_run_outside_a_transaction_that_SQLite_rolled_back()
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
        await lease.ExecuteAsync("CREATE TABLE t (a INTEGER UNIQUE)");
        lease.Transaction = await lease.Connection.BeginTransactionAsync();
        await lease.ExecuteAsync("INSERT INTO t VALUES (1)");
        await Assert.ThrowsAsync<SqliteException>(() => lease.ExecuteAsync("INSERT OR ROLLBACK INTO t VALUES (1)"));

        await Assert.ThrowsAsync<InvalidOperationException>(
            () => lease.BatchAsync([new BatchItem(new Statement("INSERT INTO t VALUES (2)", SqlParameters.None), new FirstColumn<int>())]));
        await Assert.ThrowsAsync<InvalidOperationException>(() => lease.ExecuteAsync("INSERT INTO t VALUES (3)"));
        await lease.Transaction.DisposeAsync();
        lease.Transaction = null;
        Assert.Empty(await lease.ReadAsync<int>("SELECT a FROM t"));
    }

    [Fact]
    public async Task A_parameter_without_a_value_is_refused()
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
        Task RunAsync(string sql) => lease.BatchAsync([new BatchItem(new Statement(sql, new Bound().Add("a", 1)), new FirstColumn<int>())]);

        await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync("SELECT @a + @b"));
        await RunAsync("SELECT @a;");
    }

    private static async Task<string> ScalarAsync(SqliteProvider provider, string sql)
    {
        await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
        var values = new FirstText();
        await provider.Executor.ReadAsync(lease.Connection, null, new Statement(sql, SqlParameters.None), values, CancellationToken.None);
        return values.Text;
    }

    private sealed class FirstText : ResultConsumer
    {
        public string Text { get; private set; } = "";

        public override async ValueTask ConsumeAsync<TReader>(TReader reader, CancellationToken cancellationToken)
        {
            if (await reader.ReadAsync(cancellationToken))
                Text = reader.GetText(0) ?? "";
        }
    }
}
