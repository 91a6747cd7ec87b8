using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Covet.Infrastructure;

/// <summary>Writes values as a cursor's text, a JSON array of texts and nulls in Base64.</summary>
internal sealed class CursorText : ParameterBinder
{
    private readonly List<string?> _values;

    /// <summary>Starts a text.</summary>
    /// <param name="order">What says that a cursor belongs to an order.</param>
    public CursorText(string order) => _values = [order];

    public static bool TryDecode(string text, out string?[] values)
    {
        values = [];
        try
        {
            using var document = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            if (document.RootElement.ValueKind != JsonValueKind.Array)
                return false;
            values = [.. document.RootElement.EnumerateArray().Select(value => value.GetString())];
            return values is [not null, _, ..];
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    public Cursor ToCursor()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (string? value in _values)
                writer.WriteStringValue(value);
            writer.WriteEndArray();
        }
        return new Cursor(Base64Url.EncodeToString(buffer.WrittenSpan));
    }

    public override void Add<T>(string name, T value) => _values.Add(value switch
    {
        null => null,
        string text => TextCheck.Demand(name, text),
        byte[] bytes => Base64Url.EncodeToString(bytes),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    });

    public override void AddNull<T>(string name) => _values.Add(null);

    public override void AddJson(string name, string? json) => throw Unordered();

    public override void AddList<T>(string name, IReadOnlyList<T> values) => throw Unordered();

    public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => throw Unordered();

    public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => throw Unordered();

    private static NotSupportedException Unordered() => new("A column of JSON or of a list has no order that a cursor could hold. Order by another column.");
}

/// <summary>A cursor's values as a row.</summary>
internal readonly struct CursorRow(string?[] values) : IRowReader
{
    public int FieldCount => values.Length;

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(false);

    public string GetName(int ordinal) => "";

    public bool IsNull(int ordinal) => values[ordinal] is null;

    public bool GetBoolean(int ordinal) => bool.Parse(GetString(ordinal));

    public short GetInt16(int ordinal) => Parse<short>(ordinal);

    public int GetInt32(int ordinal) => Parse<int>(ordinal);

    public long GetInt64(int ordinal) => Parse<long>(ordinal);

    public uint GetRowVersion(int ordinal) => Parse<uint>(ordinal);

    public float GetSingle(int ordinal) => Parse<float>(ordinal);

    public double GetDouble(int ordinal) => Parse<double>(ordinal);

    public decimal GetDecimal(int ordinal) => Parse<decimal>(ordinal);

    public string GetString(int ordinal) => values[ordinal] ?? throw new FormatException("A cursor has no value where its column isn't nullable.");

    public Guid GetGuid(int ordinal) => Parse<Guid>(ordinal);

    public DateTime GetDateTime(int ordinal) => DateTime.Parse(GetString(ordinal), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => Parse<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) => Parse<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => Parse<TimeOnly>(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) => Parse<TimeSpan>(ordinal);

    public byte[] GetBytes(int ordinal) => Base64Url.DecodeFromChars(GetString(ordinal));

    public T[] GetArray<T>(int ordinal) => throw new FormatException("A cursor holds no list.");

    public string? GetText(int ordinal) => values[ordinal];

    private T Parse<T>(int ordinal) where T : IParsable<T> => T.Parse(GetString(ordinal), CultureInfo.InvariantCulture);
}
