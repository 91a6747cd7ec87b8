using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// The database, or the way to it, refused or failed something: a statement, the start or the end of a transaction, a connection. The driver's
/// exception is the inner one. What has a name of its own is a derived type; this one itself is all the rest, such as SQL that is wrong or a value
/// out of range. Inside a transaction it fails the transaction.
/// </summary>
public class DatabaseException : CovetException
{
    private protected DatabaseException(string message, string? code, Exception inner) : base(message, inner) => Code = code;

    internal DatabaseException(DatabaseFailure failure, Exception inner)
        : this($"The database refused the statement{FailureText.Quoted(inner)}", failure.Code, inner)
    {
    }

    /// <summary>What the database calls the failure: the SQLSTATE on PostgreSQL, the extended result code on SQLite; null where it said nothing.</summary>
    public string? Code { get; }
}
