using System.Globalization;
using System.Text;
using System.Text.Json;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Finds a value in a JSON document. SQLite's own paths can't name every member and read numbers as REAL; this takes the path as PostgreSQL's <c>#&gt;&gt;</c>
/// does, as a list of texts, and gives numbers by their digits.
/// </summary>
internal sealed class SqliteJson
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 1_000 };

    private byte[] _path = [];
    private string[] _steps = [];

    /// <summary>Gives the value at a path in the form that its type is stored in, or NULL.</summary>
    /// <param name="context">What takes the result.</param>
    /// <param name="document">The document.</param>
    /// <param name="path">A JSON array of the path's steps.</param>
    /// <param name="kind">The type.</param>
    public void Extract(sqlite3_context context, ReadOnlySpan<byte> document, ReadOnlySpan<byte> path, ReadOnlySpan<byte> kind)
    {
        var reader = new Utf8JsonReader(document, Options);
        reader.Read();
        foreach (string step in Steps(path))
        {
            if (!TryStep(ref reader, document, step))
            {
                raw.sqlite3_result_null(context);
                return;
            }
        }
        if (Text(ref reader, document) is not { } text)
            raw.sqlite3_result_null(context);
        else
            Give(context, text, kind);
    }

    private string[] Steps(ReadOnlySpan<byte> path)
    {
        if (path.SequenceEqual(_path))
            return _steps;
        var steps = new List<string>();
        var reader = new Utf8JsonReader(path);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                steps.Add(reader.GetString()!);
        }
        (_path, _steps) = (path.ToArray(), [.. steps]);
        return _steps;
    }

    /// <summary>Moves to the member or the element, if there is one.</summary>
    private static bool TryStep(ref Utf8JsonReader reader, ReadOnlySpan<byte> document, string step) => reader.TokenType switch
    {
        JsonTokenType.StartObject => TryMember(ref reader, step),
        JsonTokenType.StartArray when int.TryParse(step, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture, out int index)
            => TryElement(ref reader, index),
        _ => false,
    };

    private static bool TryMember(ref Utf8JsonReader reader, string name)
    {
        Utf8JsonReader found = default;
        bool any = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            bool isIt = reader.ValueTextEquals(name);
            reader.Read();
            if (isIt)
            {
                // Of two members with one name the last one counts, as in jsonb.
                found = reader;
                any = true;
            }
            reader.Skip();
        }
        reader = found;
        return any;
    }

    private static bool TryElement(ref Utf8JsonReader reader, int index)
    {
        if (index < 0)
        {
            // From the end.
            var counter = reader;
            int count = 0;
            for (; counter.Read() && counter.TokenType != JsonTokenType.EndArray; count++)
                counter.Skip();
            index += count;
        }
        for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (i == index)
                return true;
            reader.Skip();
        }
        return false;
    }

    /// <summary>The value's text, as PostgreSQL would cast it; null for JSON's null.</summary>
    private static string? Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> document)
    {
        int start = (int)reader.TokenStartIndex;
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                reader.Skip();
                break;
        }
        return Encoding.UTF8.GetString(document[start..(int)reader.BytesConsumed]);
    }

    private static void Give(sqlite3_context context, string text, ReadOnlySpan<byte> kind)
    {
        if (kind.SequenceEqual("text"u8))
            raw.sqlite3_result_text(context, text);
        else if (kind.SequenceEqual("integer"u8))
            raw.sqlite3_result_int64(context, long.Parse(text, NumberStyles.Integer, CultureInfo.InvariantCulture));
        else if (kind.SequenceEqual("real"u8))
            raw.sqlite3_result_double(context, double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));
        else if (kind.SequenceEqual("numeric"u8))
            raw.sqlite3_result_text(context, SqliteDecimals.ToText(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)));
        else if (kind.SequenceEqual("uuid"u8))
            raw.sqlite3_result_text(context, (string)SqliteValue.Of("", Guid.Parse(text)));
        else
            raw.sqlite3_result_int(context, bool.Parse(text) ? 1 : 0);
    }
}
