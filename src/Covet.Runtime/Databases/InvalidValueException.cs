namespace Covet;

/// <summary>
/// A value can't be stored as it is, so it was refused before anything was sent: a text with a NUL character or half of a surrogate pair, a text longer than its
/// <see cref="MaxLengthAttribute"/>, a decimal that doesn't fit its <see cref="PrecisionAttribute"/>, a number beyond the column. The instance and the transaction stay
/// as they were.
/// </summary>
public sealed class InvalidValueException : CovetException
{
    private readonly string _problem;

    internal InvalidValueException(string? parameter, string problem) : this(parameter is null ? "A value" : $"Parameter @{parameter}", problem, null, null)
        => Parameter = parameter;

    private InvalidValueException(string subject, string problem, string? model, string? member) : base($"{subject} {problem}")
        => (_problem, Model, Member) = (problem, model, member);

    /// <summary>The model that the value was for; null for a value in SQL that stands beside no column.</summary>
    public string? Model { get; }

    /// <summary>The model's property that the value was for, or that it was compared with; null for a value in SQL that stands beside no column.</summary>
    public string? Member { get; }

    /// <summary>The parameter's name, without its <c>@</c>; null where none was given to the value yet.</summary>
    public string? Parameter { get; private init; }

    /// <summary>The same with the name of the member, by which the message calls the value.</summary>
    internal InvalidValueException For(ModelInfo model, ColumnInfo? column) => column is null
        ? this
        : new($"{model.Name}.{column.Property}", _problem, model.Name, column.Property) { Parameter = Parameter };
}
