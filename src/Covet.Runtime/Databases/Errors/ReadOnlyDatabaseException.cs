using Covet.Infrastructure;

namespace Covet;

/// <summary>Something was to be written in a transaction or a database that is read-only.</summary>
public sealed class ReadOnlyDatabaseException : DatabaseException
{
    internal ReadOnlyDatabaseException(DatabaseFailure failure, Exception inner)
        : base(
            "The statement writes, and the transaction (TransactionOptions.IsReadOnly), the connection or the database itself is read-only" + FailureText.Quoted(inner),
            failure.Code,
            inner)
    {
    }
}
