using Covet.Infrastructure;

namespace Covet;

/// <summary>The connection was lost while a transaction was being committed: it may have been committed, or not.</summary>
public sealed class CommitUnknownException : DatabaseException
{
    internal CommitUnknownException(DatabaseFailure failure, Exception inner)
        : base(
            "The connection was lost during COMMIT, so the transaction may be committed or not. Look into the database before it is run again" +
            FailureText.Quoted(inner),
            failure.Code,
            inner)
    {
    }
}
