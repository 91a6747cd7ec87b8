using System.Text.Json;

namespace Covet.Infrastructure;

/// <summary>A C# type stored as another: an enum as a number or a text, a user's value type through its converter.</summary>
/// <typeparam name="T">The C# type.</typeparam>
/// <typeparam name="TStored">The type that the providers know.</typeparam>
/// <param name="toStored">From the C# value to the stored one.</param>
/// <param name="fromStored">From the stored value to the C# one.</param>
public sealed class StoredMapping<T, TStored>(Func<T, TStored> toStored, Func<TStored, T> fromStored) : ValueMapping<T>
    where TStored : notnull
{
    internal override Type? Stored => typeof(TStored);

    /// <inheritdoc/>
    public override T Read<TReader>(ref TReader row, int ordinal)
        => default(T) is null && row.IsNull(ordinal) ? default! : fromStored(RowValue.Read<TReader, TStored>(ref row, ordinal));

    internal override T ReadPresent<TReader>(ref TReader row, int ordinal) => fromStored(RowValue.ReadPresent<TReader, TStored>(ref row, ordinal));

    /// <inheritdoc/>
    public override void Bind(ParameterBinder binder, string name, T value)
    {
        if (value is null)
            binder.AddNull<TStored>(name);
        else
            binder.Add(name, toStored(value));
    }

    /// <inheritdoc/>
    public override void BindNull(ParameterBinder binder, string name) => binder.AddNull<TStored>(name);

    /// <inheritdoc/>
    public override void BindList(ParameterBinder binder, string name, IReadOnlyList<T> values)
        => binder.AddList(name, values.Select(toStored).ToArray());
}

/// <summary>The nullable twin of <see cref="StoredMapping{T, TStored}"/> for value types.</summary>
/// <typeparam name="T">The C# type.</typeparam>
/// <typeparam name="TStored">The type that the providers know.</typeparam>
/// <param name="toStored">From the C# value to the stored one.</param>
/// <param name="fromStored">From the stored value to the C# one.</param>
public sealed class NullableStoredMapping<T, TStored>(Func<T, TStored> toStored, Func<TStored, T> fromStored) : ValueMapping<T?>
    where T : struct
    where TStored : notnull
{
    internal override Type? Stored => typeof(TStored);

    /// <inheritdoc/>
    public override T? Read<TReader>(ref TReader row, int ordinal)
        => row.IsNull(ordinal) ? null : fromStored(RowValue.Read<TReader, TStored>(ref row, ordinal));

    /// <inheritdoc/>
    public override void Bind(ParameterBinder binder, string name, T? value)
    {
        if (value is { } given)
            binder.Add(name, toStored(given));
        else
            binder.AddNull<TStored>(name);
    }

    /// <inheritdoc/>
    public override void BindNull(ParameterBinder binder, string name) => binder.AddNull<TStored>(name);

    /// <inheritdoc/>
    public override void BindList(ParameterBinder binder, string name, IReadOnlyList<T?> values)
        => binder.AddList(name, values.Select(value => toStored(value!.Value)).ToArray());
}

/// <summary>A C# type stored as JSON text.</summary>
/// <typeparam name="T">The C# type.</typeparam>
/// <param name="toJson">Writes a document.</param>
/// <param name="write">Writes a document into a writer, by which <paramref name="toJson"/> is checked.</param>
/// <param name="fromJson">Reads a document.</param>
/// <param name="isNullable">Whether there may be none: NULL, or the document <c>null</c>.</param>
public sealed class JsonMapping<T>(Func<T, string> toJson, Action<Utf8JsonWriter, T> write, Func<string, T> fromJson, bool isNullable) : ValueMapping<T>
{
    internal override Type? Stored => typeof(JsonMapping<T>);

    internal override bool IsJson => true;

    /// <inheritdoc/>
    public override T Read<TReader>(ref TReader row, int ordinal)
    {
        if (isNullable && row.IsNull(ordinal))
            return default!;
        var value = fromJson(row.GetString(ordinal));
        return value is not null || isNullable ? value : throw new FormatException("The document is null.");
    }

    /// <inheritdoc/>
    public override void Bind(ParameterBinder binder, string name, T value) => binder.AddJson(name, value is null ? null : Document(name, value));

    /// <inheritdoc/>
    public override void BindNull(ParameterBinder binder, string name) => binder.AddJson(name, null);

    /// <inheritdoc/>
    public override void BindList(ParameterBinder binder, string name, IReadOnlyList<T> values)
        => binder.AddList(name, values.Select(value => Document(name, value)).ToArray());

    private string Document(string name, T value) => JsonDocumentCheck.Demand(name, toJson(value), value, write);
}
