using System.Data.Common;
using System.Net.Sockets;

namespace Covet.Infrastructure;

/// <summary>Makes Covet's exceptions from the drivers'.</summary>
internal static class Failures
{
    /// <summary>The exception that says what a driver's says; the same one where no database failed.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="executor">Knows the driver.</param>
    /// <param name="step">What was being done.</param>
    /// <param name="tables">The tables that are known.</param>
    public static Exception Translate(Exception exception, SqlExecutor executor, FailureStep step, Func<TableFacts[]> tables)
    {
        if (exception is CovetException or OperationCanceledException)
            return exception;
        if ((executor.Describe(exception) ?? Guess(exception)) is not { } failure)
            return exception;
        // Whatever keeps one from getting in is a matter of the connection, be it that the pool was empty for too long.
        if (step == FailureStep.Open && failure.Kind is FailureKind.Other or FailureKind.StatementTimeout)
            failure = failure with { Kind = FailureKind.Connection };
        return failure.Kind switch
        {
            FailureKind.Unique => new UniqueViolationException(ConstraintFailure.Of(failure, tables()), exception),
            FailureKind.ForeignKey => new ForeignKeyViolationException(ConstraintFailure.Of(failure, tables()), exception),
            FailureKind.NotNull => new NotNullViolationException(ConstraintFailure.Of(failure, tables()), exception),
            FailureKind.Check => new CheckViolationException(ConstraintFailure.Of(failure, tables()), exception),
            FailureKind.Constraint => new ConstraintViolationException(ConstraintFailure.Of(failure, tables()), exception),
            FailureKind.Deadlock => new DeadlockException(failure, exception),
            FailureKind.Serialization => new SerializationException(failure, exception),
            FailureKind.LockTimeout => new LockTimeoutException(failure, exception),
            FailureKind.ReadOnly => new ReadOnlyDatabaseException(failure, exception),
            FailureKind.StatementTimeout => step == FailureStep.Commit ? new CommitUnknownException(failure, exception) : new StatementTimeoutException(failure, exception),
            FailureKind.Connection => step == FailureStep.Commit ? new CommitUnknownException(failure, exception) : new ConnectionException(failure, exception),
            _ => new DatabaseException(failure, exception),
        };
    }

    /// <summary>What an exception says that the provider makes nothing of.</summary>
    private static DatabaseFailure? Guess(Exception exception) => exception switch
    {
        IOException or SocketException => new DatabaseFailure(FailureKind.Connection),
        TimeoutException => new DatabaseFailure(FailureKind.StatementTimeout),
        DbException => new DatabaseFailure(FailureKind.Other),
        _ => null,
    };
}
