using Covet.Infrastructure;

namespace Covet;

/// <summary>A statement ran for longer than it may (statement_timeout, Command Timeout), or was stopped by someone else than its own token.</summary>
public sealed class StatementTimeoutException : DatabaseException
{
    internal StatementTimeoutException(DatabaseFailure failure, Exception inner)
        : base(
            "The statement was stopped before its end: it ran into a timeout, or an administrator cancelled it. Make it faster, or allow it more time in the " +
            $"connection string{FailureText.Quoted(inner)}",
            failure.Code,
            inner)
    {
    }
}
