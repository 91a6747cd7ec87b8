using Microsoft.Extensions.Logging;

namespace Covet.Infrastructure;

/// <summary>The one catalogue of what Covet logs. Parameter values are never in it.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Debug, "Ran in {Milliseconds} ms, {Rows} rows: {Sql}")]
    public static partial void StatementRan(ILogger logger, double milliseconds, long rows, string sql);

    [LoggerMessage(2, LogLevel.Debug, "Ran a batch of {Count} statements in {Milliseconds} ms, {Rows} rows: {Sql}")]
    public static partial void BatchRan(ILogger logger, int count, double milliseconds, long rows, string sql);

    [LoggerMessage(3, LogLevel.Error, "Failed after {Milliseconds} ms: {Sql}")]
    public static partial void StatementFailed(ILogger logger, double milliseconds, string sql, Exception exception);

    [LoggerMessage(4, LogLevel.Warning, "A rollback failed, or has to wait for an operation that still runs.")]
    public static partial void RollbackFailed(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Information, "Runs a transaction again, since others made attempt {Attempt} fail.")]
    public static partial void TransactionRetried(ILogger logger, int attempt, Exception exception);
}
