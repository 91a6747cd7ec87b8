using System.Data.Common;
using Blog;
using Covet.Specification;
using Npgsql;
using Zoo;

namespace Covet.Npgsql.Tests;

public sealed class PostgresValueTests() : ValueSuite(new PostgresFixture());

public sealed class PostgresNullTests() : NullSuite(new PostgresFixture());

public sealed class PostgresDecimalTests() : DecimalSuite(new PostgresFixture());

public sealed class PostgresListTests() : ListSuite(new PostgresFixture());

public sealed class PostgresTextTests() : TextSuite(new PostgresFixture());

public sealed class PostgresTextOrderTests() : TextOrderSuite(new PostgresFixture());

public sealed class PostgresBatchTests() : BatchSuite(new PostgresFixture());

public sealed class PostgresConnectionTests() : ConnectionSuite(new PostgresFixture())
{
    protected override string LongStatement => "SELECT CAST(pg_sleep(30) AS text)";
}

public sealed class PostgresPrefetchTests() : PrefetchSuite(new PostgresFixture());

public sealed class PostgresRecursivePrefetchTests() : RecursivePrefetchSuite(new PostgresFixture());

public sealed class PostgresLinkedRowsTests() : LinkedRowsSuite(new PostgresFixture());

public sealed class PostgresPrefetchClauseTests() : PrefetchClauseSuite(new PostgresFixture());

public sealed class PostgresPrefetchMemoryTests() : PrefetchMemorySuite(new PostgresFixture());

public sealed class PostgresKeyedRelationTests() : KeyedRelationSuite(new PostgresFixture());

public sealed class PostgresCacheTests() : CacheSuite(new PostgresFixture());

public sealed class PostgresQueryTests() : QuerySuite(new PostgresFixture());

public sealed class PostgresExpressionTests() : ExpressionSuite(new PostgresFixture());

public sealed class PostgresMappingTests() : MappingSuite(new PostgresFixture());

public sealed class PostgresTypeTests() : TypeSuite(new PostgresFixture());

public sealed class PostgresKeyTests() : KeySuite(new PostgresFixture());

public sealed class PostgresWriteTests() : WriteSuite(new PostgresFixture());

public sealed class PostgresSetBasedWriteTests() : SetBasedWriteSuite(new PostgresFixture());

public sealed class PostgresSetBasedValueTests() : SetBasedValueSuite(new PostgresFixture());

public sealed class PostgresSetBasedKeyTests() : SetBasedKeySuite(new PostgresFixture());

public sealed class PostgresReturningTests() : ReturningSuite(new PostgresFixture());

public sealed class PostgresSetWriteTests() : SetWriteSuite(new PostgresFixture());

public sealed class PostgresOptionalSetTests() : OptionalSetSuite(new PostgresFixture());

public sealed class PostgresLinkWriteTests() : LinkWriteSuite(new PostgresFixture());

public sealed class PostgresThroughWriteTests() : ThroughWriteSuite(new PostgresFixture());

public sealed class PostgresKeyedSetTests() : KeyedSetSuite(new PostgresFixture());

public sealed class PostgresSelectionTests() : SelectionSuite(new PostgresFixture());

public sealed class PostgresTransactionTests() : TransactionSuite(new PostgresFixture())
{
    protected override Task RunSlowlyAsync(BlogDb database, CancellationToken cancellationToken)
        => database.ScalarAsync<string>($"SELECT CAST(pg_sleep({(cancellationToken.CanBeCanceled ? 600d : 1d)}) AS text)", cancellationToken);
}

public sealed class PostgresStreamTests() : StreamSuite(new PostgresFixture())
{
    // In the list of a SELECT: in its FROM, the server collects the rows first.
    protected override string Series => "SELECT generate_series(1, 30000000)";
}

public sealed class PostgresTextFunctionTests() : TextFunctionSuite(new PostgresFixture());

public sealed class PostgresNumberFunctionTests() : NumberFunctionSuite(new PostgresFixture());

public sealed class PostgresSourceTests() : SourceSuite(new PostgresFixture());

public sealed class PostgresJoinTests() : JoinSuite(new PostgresFixture());

public sealed class PostgresSubqueryTests() : SubquerySuite(new PostgresFixture());

public sealed class PostgresAggregateTests() : AggregateSuite(new PostgresFixture());

public sealed class PostgresChoiceTests() : ChoiceSuite(new PostgresFixture());

public sealed class PostgresKeysetTests() : KeysetSuite(new PostgresFixture());

public sealed class PostgresRowLockTests() : RowLockSuite(new PostgresFixture());

public sealed class PostgresDateFunctionTests() : DateFunctionSuite(new PostgresFixture());

public sealed class PostgresDateArithmeticTests() : DateArithmeticSuite(new PostgresFixture());

public sealed class PostgresJsonTests() : JsonSuite(new PostgresFixture());

public sealed class PostgresArrayTests() : ArraySuite(new PostgresFixture());

public sealed class PostgresSamenessTests() : SamenessSuite(new PostgresFixture());

public sealed class PostgresRawSqlTests() : RawSqlSuite(new PostgresFixture());

public sealed class PostgresPayloadTests() : PayloadSuite(new PostgresFixture());

public sealed class PostgresPayloadColumnTests() : PayloadColumnSuite(new PostgresFixture());

public sealed class PostgresBadInputTests() : BadInputSuite(new PostgresFixture());

public sealed class PostgresInvalidValueTests() : InvalidValueSuite(new PostgresFixture());

public sealed class PostgresUnreadableRowTests() : UnreadableRowSuite(new PostgresFixture());

public sealed class PostgresUnreadableValueTests() : UnreadableValueSuite(new PostgresFixture());

public sealed class PostgresSnapshotTests() : SnapshotSuite(new PostgresFixture());

public sealed class PostgresStreamedGraphTests() : StreamedGraphSuite(new PostgresFixture());

public sealed class PostgresFaultTests() : FaultSuite(new PostgresFixture())
{
    protected override Task LoseAsync(DbConnection connection) => Faults.LoseAsync(Provider, connection);

    protected override Task TimeOutAsync(DbConnection connection) => Faults.TimeOutAsync(connection);
}

public sealed class PostgresWriteFaultTests() : WriteFaultSuite(new PostgresFixture())
{
    protected override Task LoseAsync(DbConnection connection) => Faults.LoseAsync(Provider, connection);

    protected override Task TimeOutAsync(DbConnection connection) => Faults.TimeOutAsync(connection);

    protected override async Task AssertNoTransactionAsync()
    {
        // The server takes its time to notice that a connection was closed.
        long open = await OpenAsync();
        for (int i = 0; i < 100 && open > 0; i++)
        {
            await Db.ExecuteAsync($"SELECT pg_sleep(0.05)");
            open = await OpenAsync();
        }
        Assert.Equal(0, open);
    }

    private Task<long> OpenAsync() => Db.ScalarAsync<long>($"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'");
}

internal static class Faults
{
    public static async Task LoseAsync(IDatabaseProvider provider, DbConnection connection)
    {
        int backend = ((NpgsqlConnection)connection).ProcessID;
        await using var lease = new Lease(provider, await provider.OpenAsync(CancellationToken.None));
        Assert.Equal([true], await lease.ReadAsync<bool>($"SELECT pg_terminate_backend({backend}, 5000)"));
    }

    public static async Task TimeOutAsync(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        // The setting goes with the transaction that the timeout fails, be it these two statements' own.
        command.CommandText = "SET statement_timeout = 20; SELECT pg_sleep(5)";
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class PostgresThreadTests() : ThreadSuite(new PostgresFixture());

public sealed class PostgresReloadTests() : ReloadSuite(new PostgresFixture());

public sealed class PostgresUpsertTests() : UpsertSuite(new PostgresFixture());

public sealed class PostgresUpsertRaceTests() : UpsertRaceSuite(new PostgresFixture());

public sealed class PostgresUpsertKeyTests() : UpsertKeySuite(new PostgresFixture());

public sealed class PostgresSetUpsertTests() : SetUpsertSuite(new PostgresFixture());

public sealed class PostgresLinkUpsertTests() : LinkUpsertSuite(new PostgresFixture());

public sealed class PostgresInsertManyValueTests() : InsertManyValueSuite(new PostgresFixture())
{
    protected override Task<List<string>> RawAsync(ZooDb db)
        => db.ScalarsAsync<string>($"SELECT CAST(to_jsonb(e) - 'id' AS text) FROM everythings AS e ORDER BY id");
}

public sealed class PostgresRollbackTests() : RollbackSuite(new PostgresFixture());

public sealed class PostgresRollbackKeyTests() : RollbackKeySuite(new PostgresFixture());

public sealed class PostgresRollbackOrderTests() : RollbackOrderSuite(new PostgresFixture());

public sealed class PostgresMissingValueTests() : MissingValueSuite(new PostgresFixture());

public sealed class PostgresTransactionOptionsTests() : TransactionOptionsSuite(new PostgresFixture())
{
    protected override async Task<string?> LevelAsync(BlogDb tx) => await tx.ScalarAsync<string>($"SELECT current_setting('transaction_isolation')");
}

public sealed class PostgresRetryTests() : RetrySuite(new PostgresFixture())
{
    protected override DbException Conflict() => new PostgresException("deadlock detected", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected);

    protected override DbException Loss() => new NpgsqlException("Exception while reading from stream", new IOException());
}

public sealed class PostgresOnCommitTests() : OnCommitSuite(new PostgresFixture());

public sealed class PostgresTransactionControlTests() : TransactionControlSuite(new PostgresFixture());

public sealed class PostgresVersionTests() : VersionSuite(new PostgresFixture());

public sealed class PostgresVersionedSetTests() : VersionedSetSuite(new PostgresFixture());

public sealed class PostgresStampTests() : StampSuite(new PostgresFixture());

public sealed class PostgresOnDeleteTests() : OnDeleteSuite(new PostgresFixture());

public sealed class PostgresUpdateManyTests() : UpdateManySuite(new PostgresFixture());

public sealed class PostgresContentionTests() : ContentionSuite(new PostgresFixture())
{
    protected override Task<int> InTransactionAsync()
        => Db.ScalarAsync<int>($"SELECT CAST(count(*) AS integer) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state <> {"idle"}");
}
