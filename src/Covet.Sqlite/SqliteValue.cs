using System.Globalization;

namespace Covet.Infrastructure;

/// <summary>How C# values are stored in SQLite: as one of its four kinds, so that equal values are equal texts and order is kept.</summary>
internal static class SqliteValue
{
    public const string DateFormat = "yyyy-MM-dd";
    public const string TimeFormat = "HH:mm:ss.FFFFFF";
    public const string DateTimeFormat = DateFormat + " " + TimeFormat;

    /// <summary>The stored form: a <see cref="long"/>, a <see cref="double"/>, a text, bytes, or <see cref="DBNull"/>.</summary>
    /// <param name="name">The parameter's name, for messages.</param>
    /// <param name="value">The value.</param>
    public static object Of<T>(string name, T value) => value switch
    {
        null => DBNull.Value,
        string text => TextCheck.Demand(name, text),
        int number => (long)number,
        long number => number,
        bool flag => flag ? 1L : 0L,
        decimal number => SqliteDecimals.ToText(number),
        DateTime time => OfDateTime(time),
        DateTimeOffset instant => OfDateTime(instant.UtcDateTime),
        Guid guid => OfGuid(guid),
        double number => OfDouble(name, number),
        float number => OfDouble(name, number),
        byte[] bytes => bytes,
        DateOnly date => date.ToString(DateFormat, CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString(TimeFormat, CultureInfo.InvariantCulture),
        TimeSpan duration => duration.Ticks / TimeSpan.TicksPerMicrosecond,
        short number => (long)number,
        byte number => (long)number,
        sbyte number => (long)number,
        ushort number => (long)number,
        uint number => (long)number,
        ulong number => ValueCheck.Signed(name, number),
        char character => TextCheck.Demand(name, character.ToString()),
        _ => throw new NotSupportedException($"{typeof(T)} can't be stored in SQLite (parameter @{name}): use a type that Covet maps, or a [Converter]."),
    };

    // Wall-clock digits, whatever the kind; the custom format cuts below the microsecond.
    private static string OfDateTime(DateTime value) => value.ToString(DateTimeFormat, CultureInfo.InvariantCulture);

    private static string OfGuid(Guid value) => string.Create(36, value, static (text, guid) =>
    {
        guid.TryFormat(text, out _, "D");
        foreach (ref char character in text)
            character = char.ToUpperInvariant(character);
    });

    private static double OfDouble(string name, double value) => !double.IsNaN(value)
        ? value
        : throw ValueCheck.Refusal(name, "is NaN, which SQLite would store as NULL. Store null where there is no number.");
}
