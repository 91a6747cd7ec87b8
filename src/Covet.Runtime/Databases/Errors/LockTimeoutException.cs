using Covet.Infrastructure;

namespace Covet;

/// <summary>A lock that another holds was not to be had in time, or at once where NoWait asks for that.</summary>
public sealed class LockTimeoutException : DatabaseException
{
    internal LockTimeoutException(DatabaseFailure failure, Exception inner)
        : base(
            "Another connection held the lock for as long as this one may wait. Was it the transaction around the call? Inside TransactionAsync write through tx, and through instances " +
            "that tx loaded: db, and what db loaded, waits for it. Otherwise try again later, and keep the transactions that take the lock short" + FailureText.Quoted(inner),
            failure.Code,
            inner)
    {
    }
}
