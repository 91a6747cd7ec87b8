using Covet.Infrastructure;

namespace Covet;

/// <summary>A column that takes no NULL was to hold one.</summary>
public sealed class NotNullViolationException : ConstraintViolationException
{
    internal NotNullViolationException(ConstraintFailure failure, Exception inner)
        : base(
            $"{failure.Subject} has no value where the column takes no NULL{failure.At}. Give it a value, or make the column nullable{FailureText.Quoted(inner)}",
            failure,
            inner)
    {
    }
}
