using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Covet.Infrastructure;

/// <summary>Writes lists of keys as one JSON array, for <c>json_each</c>: SQLite has no arrays, and a parameter for each key is slow and limited.</summary>
internal static class SqliteList
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static string Of<T>(string name, IReadOnlyList<T> values)
    {
        var buffer = new ArrayBufferWriter<byte>(values.Count * 8 + 16);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartArray();
        foreach (var value in values)
            Write(writer, name, value);
        return End(writer, buffer);
    }

    public static string Of<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys)
    {
        var buffer = new ArrayBufferWriter<byte>(keys.Count * 16 + 16);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartArray();
        foreach (var (first, second) in keys)
        {
            writer.WriteStartArray();
            Write(writer, name, first);
            Write(writer, name, second);
            writer.WriteEndArray();
        }
        return End(writer, buffer);
    }

    public static string Of<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys)
    {
        var buffer = new ArrayBufferWriter<byte>(keys.Count * 24 + 16);
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartArray();
        foreach (var (first, second, third) in keys)
        {
            writer.WriteStartArray();
            Write(writer, name, first);
            Write(writer, name, second);
            Write(writer, name, third);
            writer.WriteEndArray();
        }
        return End(writer, buffer);
    }

    private static string End(Utf8JsonWriter writer, ArrayBufferWriter<byte> buffer)
    {
        writer.WriteEndArray();
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write<T>(Utf8JsonWriter writer, string name, T value)
    {
        // The common keys first, unboxed.
        if (value is int whole)
        {
            writer.WriteNumberValue(whole);
            return;
        }
        if (value is long big)
        {
            writer.WriteNumberValue(big);
            return;
        }
        switch (SqliteValue.Of(name, value))
        {
            case string text:
                writer.WriteStringValue(text);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number when double.IsFinite(number):
                writer.WriteNumberValue(number);
                break;
            case double infinity:
                throw ValueCheck.Refusal(name, $"holds {infinity}, which a list of SQLite can't hold. Compare with it by ==.");
            case byte[]:
                throw new NotSupportedException(
                    $"A list of byte[] can't be sent to SQLite (parameter @{name}): a JSON array holds no bytes. Compare them one by one.");
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
