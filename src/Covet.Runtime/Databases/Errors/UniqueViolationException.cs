using Covet.Infrastructure;

namespace Covet;

/// <summary>A row has what only one row may have, and another has it already: in a key, a unique column or a unique set of columns.</summary>
public sealed class UniqueViolationException : ConstraintViolationException
{
    internal UniqueViolationException(ConstraintFailure failure, Exception inner)
        : base(
            $"A row with the same {failure.Subject} exists already: the write breaks {failure.Describe("a unique constraint")}. Give the row another value, or " +
            $"write it with {(failure.IsKey ? "UpdateAsync, if it was saved before, with " : "")}UpsertAsync or GetOrCreateAsync{FailureText.Quoted(inner)}",
            failure,
            inner)
    {
    }
}
