using Covet.Infrastructure;

namespace Covet;

/// <summary>What the transaction read was changed by another before it could write. Running the whole transaction again helps.</summary>
public sealed class SerializationException : DatabaseException
{
    internal SerializationException(DatabaseFailure failure, Exception inner)
        : base(
            "Another transaction changed what this one had read, so that both can't be kept. Run the whole transaction again" + FailureText.Quoted(inner),
            failure.Code,
            inner)
    {
    }
}
