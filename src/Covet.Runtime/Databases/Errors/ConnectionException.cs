using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// The database can't be reached, lets no one in, or hung up: no server, a wrong password, no free connection, a connection that was lost. What
/// was lost with the connection was not committed.
/// </summary>
public sealed class ConnectionException : DatabaseException
{
    internal ConnectionException(DatabaseFailure failure, Exception inner)
        : base(
            (failure.Advice ?? "The database can't be reached, or the connection to it was lost. Check the connection string and that the database runs; a lost " +
                "connection is replaced at the next call") + FailureText.Quoted(inner),
            failure.Code,
            inner)
    {
    }
}
