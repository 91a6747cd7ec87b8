namespace Covet;

/// <summary>
/// A row holds a value that its member can't have: NULL where the property isn't nullable, a number out of its range, a text that names no member of an enum, a date that
/// .NET doesn't have. The statement itself succeeded, so a transaction goes on; nothing of the result was given out. What was thrown by the conversion is the inner exception.
/// </summary>
public sealed class MappingException : CovetException
{
    internal MappingException(string? model, string? member, string column, string? value, string? key, Exception inner)
        : base(Describe(model, member, column, value, key, inner), inner)
        => (Model, Member, Column, Value, Key) = (model, member, column, value, key);

    /// <summary>The model, or the projection, that was read; null where SQL was selected that is no column.</summary>
    public string? Model { get; }

    /// <summary>Its property; null where SQL was selected that is no column.</summary>
    public string? Member { get; }

    /// <summary>The column's name in the result.</summary>
    public string Column { get; }

    /// <summary>What the column holds, as text; cut when it is long, null for NULL.</summary>
    public string? Value { get; }

    /// <summary>The row's key as "Id 5"; null where it wasn't read, or can't be.</summary>
    public string? Key { get; }

    private static string Describe(string? model, string? member, string column, string? value, string? key, Exception inner)
        => $"{(member is null ? "A row" : $"{model}.{member}")} can't be read: column {column}{(key is null ? "" : $" of the {model} with {key}")} holds {(value is null ? "NULL" : $"'{value}'")}. {inner.Message}";
}
