using Covet.Infrastructure;

namespace Covet;

/// <summary>A row breaks a CHECK constraint.</summary>
public sealed class CheckViolationException : ConstraintViolationException
{
    internal CheckViolationException(ConstraintFailure failure, Exception inner)
        : base(
            $"The row breaks {failure.Describe("a check constraint")}. Give it values that the constraint allows{FailureText.Quoted(inner)}",
            failure,
            inner)
    {
    }
}
