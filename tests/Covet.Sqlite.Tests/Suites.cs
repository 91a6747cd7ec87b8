using System.Data.Common;
using Blog;
using Covet.Specification;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Sqlite.Tests;

public sealed class SqliteValueTests() : ValueSuite(new SqliteFixture());

public sealed class SqliteNullTests() : NullSuite(new SqliteFixture());

public sealed class SqliteDecimalTests() : DecimalSuite(new SqliteFixture());

public sealed class SqliteListTests() : ListSuite(new SqliteFixture());

public sealed class SqliteTextTests() : TextSuite(new SqliteFixture());

public sealed class SqliteTextOrderTests() : TextOrderSuite(new SqliteFixture());

public sealed class SqliteBatchTests() : BatchSuite(new SqliteFixture());

public sealed class SqliteConnectionTests() : ConnectionSuite(new SqliteFixture())
{
    protected override string LongStatement => Statements.Long;
}

public sealed class SqliteMemoryConnectionTests() : ConnectionSuite(new SqliteMemoryFixture())
{
    protected override string LongStatement => Statements.Long;
}

internal static class Statements
{
    public const string Series = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000) SELECT i FROM n";

    public const string Long = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000) SELECT CAST(max(i) AS TEXT) FROM n";
}

public sealed class SqlitePrefetchTests() : PrefetchSuite(new SqliteFixture());

public sealed class SqliteRecursivePrefetchTests() : RecursivePrefetchSuite(new SqliteFixture());

public sealed class SqliteLinkedRowsTests() : LinkedRowsSuite(new SqliteFixture());

public sealed class SqlitePrefetchClauseTests() : PrefetchClauseSuite(new SqliteFixture());

public sealed class SqlitePrefetchMemoryTests() : PrefetchMemorySuite(new SqliteFixture());

public sealed class SqliteKeyedRelationTests() : KeyedRelationSuite(new SqliteFixture());

public sealed class SqliteCacheTests() : CacheSuite(new SqliteFixture());

public sealed class SqliteQueryTests() : QuerySuite(new SqliteFixture());

public sealed class SqliteExpressionTests() : ExpressionSuite(new SqliteFixture());

public sealed class SqliteMappingTests() : MappingSuite(new SqliteFixture());

public sealed class SqliteTypeTests() : TypeSuite(new SqliteFixture());

public sealed class SqliteKeyTests() : KeySuite(new SqliteFixture());

public sealed class SqliteWriteTests() : WriteSuite(new SqliteFixture());

public sealed class SqliteSetBasedWriteTests() : SetBasedWriteSuite(new SqliteFixture());

public sealed class SqliteSetBasedValueTests() : SetBasedValueSuite(new SqliteFixture());

public sealed class SqliteSetBasedKeyTests() : SetBasedKeySuite(new SqliteFixture());

public sealed class SqliteReturningTests() : ReturningSuite(new SqliteFixture());

public sealed class SqliteSetWriteTests() : SetWriteSuite(new SqliteFixture());

public sealed class SqliteOptionalSetTests() : OptionalSetSuite(new SqliteFixture());

public sealed class SqliteLinkWriteTests() : LinkWriteSuite(new SqliteFixture());

public sealed class SqliteThroughWriteTests() : ThroughWriteSuite(new SqliteFixture());

public sealed class SqliteKeyedSetTests() : KeyedSetSuite(new SqliteFixture());

public sealed class SqliteSelectionTests() : SelectionSuite(new SqliteFixture());

public sealed class SqliteTransactionTests() : TransactionSuite(new SqliteFixture())
{
    /// <summary>One that is to be cancelled doesn't end by itself, on any machine.</summary>
    protected override Task RunSlowlyAsync(BlogDb database, CancellationToken cancellationToken)
    {
        long rows = cancellationToken.CanBeCanceled ? 100_000_000_000 : 5_000_000;
        return database.ScalarAsync<long>($"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) SELECT max(i) FROM n", cancellationToken);
    }
}

public sealed class SqliteStreamTests() : StreamSuite(new SqliteFixture())
{
    protected override string Series => Statements.Series;
}

public sealed class SqliteMemoryStreamTests() : StreamSuite(new SqliteMemoryFixture())
{
    protected override string Series => Statements.Series;
}

public sealed class SqliteTextFunctionTests() : TextFunctionSuite(new SqliteFixture());

public sealed class SqliteNumberFunctionTests() : NumberFunctionSuite(new SqliteFixture());

public sealed class SqliteSourceTests() : SourceSuite(new SqliteFixture());

public sealed class SqliteJoinTests() : JoinSuite(new SqliteFixture());

public sealed class SqliteSubqueryTests() : SubquerySuite(new SqliteFixture());

public sealed class SqliteAggregateTests() : AggregateSuite(new SqliteFixture());

public sealed class SqliteChoiceTests() : ChoiceSuite(new SqliteFixture());

public sealed class SqliteKeysetTests() : KeysetSuite(new SqliteFixture());

public sealed class SqliteRowLockTests() : RowLockSuite(new SqliteFixture());

public sealed class SqliteDateFunctionTests() : DateFunctionSuite(new SqliteFixture());

public sealed class SqliteDateArithmeticTests() : DateArithmeticSuite(new SqliteFixture());

public sealed class SqliteJsonTests() : JsonSuite(new SqliteFixture());

public sealed class SqliteArrayTests() : ArraySuite(new SqliteFixture());

public sealed class SqliteSamenessTests() : SamenessSuite(new SqliteFixture());

public sealed class SqliteRawSqlTests() : RawSqlSuite(new SqliteFixture());

public sealed class SqlitePayloadTests() : PayloadSuite(new SqliteFixture());

public sealed class SqlitePayloadColumnTests() : PayloadColumnSuite(new SqliteFixture());

public sealed class SqliteBadInputTests() : BadInputSuite(new SqliteFixture());

public sealed class SqliteInvalidValueTests() : InvalidValueSuite(new SqliteFixture());

public sealed class SqliteUnreadableRowTests() : UnreadableRowSuite(new SqliteFixture());

public sealed class SqliteUnreadableValueTests() : UnreadableValueSuite(new SqliteFixture());

public sealed class SqliteSnapshotTests() : SnapshotSuite(new SqliteFixture());

public sealed class SqliteStreamedGraphTests() : StreamedGraphSuite(new SqliteFixture());

public sealed class SqliteMemoryStreamedGraphTests() : StreamedGraphSuite(new SqliteMemoryFixture());

public sealed class SqliteFaultTests() : FaultSuite(new SqliteFixture())
{
    protected override Task LoseAsync(DbConnection connection) => throw new SqliteException("disk I/O error", raw.SQLITE_IOERR);

    protected override Task TimeOutAsync(DbConnection connection) => throw new SqliteException("interrupted", raw.SQLITE_INTERRUPT);
}

public sealed class SqliteWriteFaultTests() : WriteFaultSuite(new SqliteFixture())
{
    protected override Task LoseAsync(DbConnection connection) => throw new SqliteException("disk I/O error", raw.SQLITE_IOERR);

    protected override Task TimeOutAsync(DbConnection connection) => throw new SqliteException("interrupted", raw.SQLITE_INTERRUPT);
}

public sealed class SqliteThreadTests() : ThreadSuite(new SqliteFixture());

public sealed class SqliteReloadTests() : ReloadSuite(new SqliteFixture());

public sealed class SqliteUpsertTests() : UpsertSuite(new SqliteFixture());

public sealed class SqliteUpsertRaceTests() : UpsertRaceSuite(new SqliteFixture());

public sealed class SqliteUpsertKeyTests() : UpsertKeySuite(new SqliteFixture());

public sealed class SqliteSetUpsertTests() : SetUpsertSuite(new SqliteFixture());

public sealed class SqliteLinkUpsertTests() : LinkUpsertSuite(new SqliteFixture());

public sealed class SqliteInsertManyValueTests() : InsertManyValueSuite(new SqliteFixture());

public sealed class SqliteRollbackTests() : RollbackSuite(new SqliteFixture());

public sealed class SqliteRollbackKeyTests() : RollbackKeySuite(new SqliteFixture());

public sealed class SqliteRollbackOrderTests() : RollbackOrderSuite(new SqliteFixture());

public sealed class SqliteMissingValueTests() : MissingValueSuite(new SqliteFixture());

public sealed class SqliteTransactionOptionsTests() : TransactionOptionsSuite(new SqliteFixture())
{
    protected override Task<string?> LevelAsync(BlogDb tx) => Task.FromResult<string?>(null);
}

public sealed class SqliteRetryTests() : RetrySuite(new SqliteFixture())
{
    protected override DbException Conflict() => new SqliteException("database is locked", raw.SQLITE_BUSY, raw.SQLITE_BUSY_SNAPSHOT);

    protected override DbException Loss() => new SqliteException("disk I/O error", raw.SQLITE_IOERR);
}

public sealed class SqliteOnCommitTests() : OnCommitSuite(new SqliteFixture());

public sealed class SqliteTransactionControlTests() : TransactionControlSuite(new SqliteFixture());

public sealed class SqliteVersionTests() : VersionSuite(new SqliteFixture());

public sealed class SqliteVersionedSetTests() : VersionedSetSuite(new SqliteFixture());

public sealed class SqliteStampTests() : StampSuite(new SqliteFixture());

public sealed class SqliteOnDeleteTests() : OnDeleteSuite(new SqliteFixture());

public sealed class SqliteUpdateManyTests() : UpdateManySuite(new SqliteFixture());

public sealed class SqliteContentionTests() : ContentionSuite(new SqliteFixture())
{
    protected override Task<int> InTransactionAsync() => Task.FromResult(0);
}
