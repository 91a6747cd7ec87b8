using System.Diagnostics.CodeAnalysis;
using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// A place in a query's order, to go on from: what <c>CursorOf</c> gives and <c>After</c> takes. Its text fits into a URL. It holds the values of the
/// row that the query is ordered by, encoded, not encrypted.
/// </summary>
public readonly record struct Cursor : IParsable<Cursor>
{
    private readonly string? _text;

    internal Cursor(string text) => _text = text;

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">It isn't a cursor's text.</exception>
    public static Cursor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var cursor) ? cursor : throw new FormatException("This is not a cursor's text: pass on what Cursor.ToString() gave, unchanged.");
    }

    /// <summary>Reads what <see cref="ToString"/> wrote, if it is that.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Cursor cursor)
    {
        cursor = text is not null && CursorText.TryDecode(text, out _) ? new Cursor(text) : default;
        return cursor._text is not null;
    }

    /// <summary>The cursor as text; empty for a cursor that no query gave.</summary>
    public override string ToString() => _text ?? "";

    static Cursor IParsable<Cursor>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Cursor>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Cursor result) => TryParse(s, out result);
}
