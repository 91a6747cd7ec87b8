using Covet.Infrastructure;

namespace Covet;

/// <summary>Transactions waited for each other in a circle, and the database ended this one. Running the whole transaction again helps. SQLite has no deadlocks.</summary>
public sealed class DeadlockException : DatabaseException
{
    internal DeadlockException(DatabaseFailure failure, Exception inner)
        : base(
            "Two transactions waited for each other, and the database ended this one. Run the whole transaction again; to avoid it, lock rows in the same " +
            $"order everywhere{FailureText.Quoted(inner)}",
            failure.Code,
            inner)
    {
    }
}
