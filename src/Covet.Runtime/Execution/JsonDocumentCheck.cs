using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Covet.Infrastructure;

/// <summary>Finds half of a surrogate pair in what became a JSON document: System.Text.Json writes a replacement character for it, silently.</summary>
internal static class JsonDocumentCheck
{
    private const char Replacement = '\uFFFD';

    /// <summary>Gives a document back that says what the value says.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="json">The document.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes the value as a document.</param>
    /// <exception cref="InvalidValueException">A text in the value holds half of a surrogate pair.</exception>
    public static string Demand<T>(string name, string json, T value, Action<Utf8JsonWriter, T> write)
    {
        // Without a replacement character nothing was replaced.
        if (!json.Contains(Replacement) && !json.Contains("\\uFFFD", StringComparison.OrdinalIgnoreCase))
            return json;
        var pairs = new PairEncoder();
        using var writer = new Utf8JsonWriter(new ArrayBufferWriter<byte>(json.Length), new JsonWriterOptions { Encoder = pairs });
        write(writer, value);
        return pairs.HalfAt is { } at ? throw TextCheck.HalfAPair(name, at) : json;
    }

    /// <summary>Looks at each text before it is encoded.</summary>
    private sealed class PairEncoder : JavaScriptEncoder
    {
        /// <summary>Where half of a pair stands in its text; null where there is none.</summary>
        public int? HalfAt { get; private set; }

        public override int MaxOutputCharactersPerInputCharacter => Default.MaxOutputCharactersPerInputCharacter;

        public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
        {
            HalfAt ??= TextCheck.FindHalfAPair(new ReadOnlySpan<char>(text, textLength));
            return Default.FindFirstCharacterToEncode(text, textLength);
        }

        public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
            => Default.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);

        public override bool WillEncode(int unicodeScalar) => Default.WillEncode(unicodeScalar);
    }
}
