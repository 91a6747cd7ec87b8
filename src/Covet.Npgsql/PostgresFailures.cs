using System.Net.Sockets;
using Npgsql;

namespace Covet.Infrastructure;

/// <summary>What Npgsql's exceptions mean: by the SQLSTATE where the server said something, by what is inside where the client did.</summary>
internal static class PostgresFailures
{
    private const string PoolAdvice =
        "All connections of the pool are in use, and none became free in time. Is a transaction or a stream (await foreach) open for long, or the database used inside a " +
        "transaction's delegate, where only its own (tx) should be? Otherwise raise Maximum Pool Size in the connection string";

    public static DatabaseFailure? Describe(Exception exception) => exception switch
    {
        PostgresException said => Describe(said),
        NpgsqlException { InnerException: TimeoutException } when exception.Message.Contains("pool has been exhausted", StringComparison.Ordinal)
            => new DatabaseFailure(FailureKind.Connection) { Advice = PoolAdvice },
        NpgsqlException { InnerException: TimeoutException } => new DatabaseFailure(FailureKind.StatementTimeout),
        NpgsqlException { InnerException: IOException or SocketException } => new DatabaseFailure(FailureKind.Connection),
        _ => null,
    };

    private static DatabaseFailure Describe(PostgresException said) => new(KindOf(said.SqlState), said.SqlState)
    {
        Constraint = said.ConstraintName,
        Schema = said.SchemaName,
        Table = said.TableName,
        Columns = said.ColumnName is { } column ? [column] : [],
    };

    private static FailureKind KindOf(string state) => state switch
    {
        PostgresErrorCodes.UniqueViolation => FailureKind.Unique,
        PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.RestrictViolation => FailureKind.ForeignKey,
        PostgresErrorCodes.NotNullViolation => FailureKind.NotNull,
        PostgresErrorCodes.CheckViolation => FailureKind.Check,
        PostgresErrorCodes.DeadlockDetected => FailureKind.Deadlock,
        PostgresErrorCodes.SerializationFailure => FailureKind.Serialization,
        PostgresErrorCodes.LockNotAvailable => FailureKind.LockTimeout,
        PostgresErrorCodes.ReadOnlySqlTransaction => FailureKind.ReadOnly,
        PostgresErrorCodes.QueryCanceled => FailureKind.StatementTimeout,
        PostgresErrorCodes.StatementCompletionUnknown
            or PostgresErrorCodes.InvalidCatalogName
            or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.AdminShutdown
            or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow
            or "57P05" // idle_session_timeout
            or "25P03" => FailureKind.Connection, // idle_in_transaction_session_timeout
        _ when state.StartsWith("23", StringComparison.Ordinal) => FailureKind.Constraint,
        _ when state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("28", StringComparison.Ordinal) => FailureKind.Connection,
        _ => FailureKind.Other,
    };
}
