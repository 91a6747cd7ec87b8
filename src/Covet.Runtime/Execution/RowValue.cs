namespace Covet.Infrastructure;

/// <summary>Reads a value whose type is a type argument. The tests on the type are decided when the code is compiled, so nothing is boxed.</summary>
public static class RowValue
{
    /// <summary>Reads a value of a type that the providers know, or of its nullable twin.</summary>
    /// <exception cref="NotSupportedException">The type isn't one of those.</exception>
    public static T Read<TReader, T>(ref TReader row, int ordinal) where TReader : struct, IRowReader
    {
        return default(T) is null && row.IsNull(ordinal) ? default! : ReadPresent<TReader, T>(ref row, ordinal);
    }

    /// <summary>Reads a value that isn't NULL.</summary>
    /// <exception cref="NotSupportedException">The type isn't one of those.</exception>
    internal static T ReadPresent<TReader, T>(ref TReader row, int ordinal) where TReader : struct, IRowReader
    {
        if (typeof(T) == typeof(string))
            return (T)(object)row.GetString(ordinal);
        if (typeof(T) == typeof(byte[]))
            return (T)(object)row.GetBytes(ordinal);
        if (typeof(T) == typeof(bool) || typeof(T) == typeof(bool?))
            return (T)(object)row.GetBoolean(ordinal);
        if (typeof(T) == typeof(short) || typeof(T) == typeof(short?))
            return (T)(object)row.GetInt16(ordinal);
        if (typeof(T) == typeof(int) || typeof(T) == typeof(int?))
            return (T)(object)row.GetInt32(ordinal);
        if (typeof(T) == typeof(long) || typeof(T) == typeof(long?))
            return (T)(object)row.GetInt64(ordinal);
        if (typeof(T) == typeof(float) || typeof(T) == typeof(float?))
            return (T)(object)row.GetSingle(ordinal);
        if (typeof(T) == typeof(double) || typeof(T) == typeof(double?))
            return (T)(object)row.GetDouble(ordinal);
        if (typeof(T) == typeof(decimal) || typeof(T) == typeof(decimal?))
            return (T)(object)row.GetDecimal(ordinal);
        if (typeof(T) == typeof(Guid) || typeof(T) == typeof(Guid?))
            return (T)(object)row.GetGuid(ordinal);
        if (typeof(T) == typeof(DateTime) || typeof(T) == typeof(DateTime?))
            return (T)(object)row.GetDateTime(ordinal);
        if (typeof(T) == typeof(DateTimeOffset) || typeof(T) == typeof(DateTimeOffset?))
            return (T)(object)row.GetDateTimeOffset(ordinal);
        if (typeof(T) == typeof(DateOnly) || typeof(T) == typeof(DateOnly?))
            return (T)(object)row.GetDateOnly(ordinal);
        if (typeof(T) == typeof(TimeOnly) || typeof(T) == typeof(TimeOnly?))
            return (T)(object)row.GetTimeOnly(ordinal);
        if (typeof(T) == typeof(TimeSpan) || typeof(T) == typeof(TimeSpan?))
            return (T)(object)row.GetTimeSpan(ordinal);
        if (typeof(T) == typeof(sbyte) || typeof(T) == typeof(sbyte?))
            return (T)(object)checked((sbyte)row.GetInt16(ordinal));
        if (typeof(T) == typeof(byte) || typeof(T) == typeof(byte?))
            return (T)(object)checked((byte)row.GetInt16(ordinal));
        if (typeof(T) == typeof(ushort) || typeof(T) == typeof(ushort?))
            return (T)(object)checked((ushort)row.GetInt32(ordinal));
        if (typeof(T) == typeof(uint) || typeof(T) == typeof(uint?))
            return (T)(object)checked((uint)row.GetInt64(ordinal));
        if (typeof(T) == typeof(ulong) || typeof(T) == typeof(ulong?))
            return (T)(object)checked((ulong)row.GetInt64(ordinal));
        if (typeof(T) == typeof(char) || typeof(T) == typeof(char?))
            return (T)(object)Character(row.GetString(ordinal));
        throw new NotSupportedException($"{typeof(T)} can't be read from a column: use a type that Covet maps, or a [Converter].");
    }

    /// <summary>The one character of a text column that holds a <see cref="char"/>.</summary>
    /// <exception cref="FormatException">The text isn't one character long.</exception>
    public static char Character(string text)
        => text.Length == 1 ? text[0] : throw new FormatException($"A char column holds a text of {text.Length} characters.");
}
