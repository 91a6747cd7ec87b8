using Covet.Infrastructure;

namespace Covet;

/// <summary>A row refers to a row that isn't there, or a row to which others still refer was to be deleted or given another key.</summary>
public sealed class ForeignKeyViolationException : ConstraintViolationException
{
    internal ForeignKeyViolationException(ConstraintFailure failure, Exception inner)
        : base(
            $"The write breaks {failure.Describe("a foreign key")}: a row refers to one that isn't there, or a row was to be deleted to which others still " +
            $"refer. Insert what is referred to first; delete or change what refers first, or declare another OnDelete{FailureText.Quoted(inner)}",
            failure,
            inner)
    {
    }
}
