using System.Globalization;

namespace Covet.Infrastructure;

/// <summary>Refuses texts that not every database stores as they are, so that both refuse the same ones before anything is sent.</summary>
public static class TextCheck
{
    /// <summary>The length of <c>\u0000</c>.</summary>
    private const int EscapeLength = 6;

    /// <summary>Gives the text back when it can be stored.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InvalidValueException">It holds a NUL character, or half of a surrogate pair.</exception>
    public static string Demand(string name, string text)
    {
        var characters = text.AsSpan();
        if (characters.Contains('\0'))
            throw ValueCheck.Refusal(
                name, $"holds a NUL character (at {characters.IndexOf('\0')}), which databases can't store in a text. Remove it, or use a byte[] column.");
        return FindHalfAPair(characters) is { } at ? throw HalfAPair(name, at) : text;
    }

    /// <summary>Gives a JSON document back when it can be stored.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="json">The document.</param>
    /// <exception cref="InvalidValueException">A text in it holds a NUL character or half of a surrogate pair, as it is or escaped.</exception>
    public static string DemandJson(string name, string json)
    {
        for (int i = json.IndexOf('\\', StringComparison.Ordinal); i >= 0 && i + 1 < json.Length; i = json.IndexOf('\\', i))
        {
            if (Escaped(json, i) is not { } character)
            {
                i += 2;
                continue;
            }
            if (character == 0)
                throw ValueCheck.Refusal(name, $"holds a NUL character in its document (\\u0000 at {i}), which databases can't store in a text. Remove it, or use a byte[] column.");
            bool isPair = char.IsHighSurrogate(character) && Escaped(json, i + EscapeLength) is { } low && char.IsLowSurrogate(low);
            if (char.IsSurrogate(character) && !isPair)
                throw HalfAPair(name, i);
            i += isPair ? 2 * EscapeLength : EscapeLength;
        }
        return Demand(name, json);
    }

    /// <summary>What says that a text can't be stored, since it holds half of a surrogate pair.</summary>
    internal static InvalidValueException HalfAPair(string name, int at) => ValueCheck.Refusal(
        name, $"holds half of a surrogate pair (at {at}), so it isn't valid Unicode and can't be stored. Was a text cut between the halves?");

    /// <summary>The character that <c>\uXXXX</c> at an index stands for; null where there is none.</summary>
    private static char? Escaped(string json, int index)
        => index + EscapeLength <= json.Length && json[index] == '\\' && json[index + 1] == 'u'
            && ushort.TryParse(json.AsSpan(index + 2, EscapeLength - 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort character)
                ? (char)character
                : null;

    /// <summary>Where half of a surrogate pair stands; null where there is none.</summary>
    internal static int? FindHalfAPair(ReadOnlySpan<char> characters)
    {
        int first = characters.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (first < 0)
            return null;
        for (int i = first; i < characters.Length; i++)
        {
            if (!char.IsSurrogate(characters[i]))
                continue;
            if (!char.IsHighSurrogate(characters[i]) || i + 1 == characters.Length || !char.IsLowSurrogate(characters[i + 1]))
                return i;
            i++;
        }
        return null;
    }
}
