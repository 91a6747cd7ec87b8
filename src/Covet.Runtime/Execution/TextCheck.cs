namespace Covet.Infrastructure;

/// <summary>Refuses texts that not every database stores as they are, so that both refuse the same ones before anything is sent.</summary>
public static class TextCheck
{
    /// <summary>Gives the text back when it can be stored.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">It holds a NUL character, or half of a surrogate pair.</exception>
    public static string Demand(string name, string text)
    {
        var characters = text.AsSpan();
        if (characters.Contains('\0'))
            throw new ArgumentException(
                $"The text of parameter @{name} holds a NUL character (at {characters.IndexOf('\0')}), which databases can't store in a text. " +
                "Remove it, or use a byte[] column.");
        int surrogate = characters.IndexOfAnyInRange('\uD800', '\uDFFF');
        if (surrogate >= 0)
            DemandPairs(name, characters, surrogate);
        return text;
    }

    /// <summary>Gives a JSON document back when it can be stored.</summary>
    /// <param name="name">The parameter's name, for the message.</param>
    /// <param name="json">The document.</param>
    /// <exception cref="ArgumentException">A text in it holds a NUL character, if escaped, or half of a surrogate pair as it is.</exception>
    public static string DemandJson(string name, string json)
    {
        var characters = json.AsSpan();
        for (int i = characters.IndexOf('\\'); i >= 0 && i + 1 < characters.Length;)
        {
            if (characters[i..].StartsWith("\\u0000", StringComparison.Ordinal))
                throw new ArgumentException(
                    $"The JSON document of parameter @{name} holds a NUL character (\\u0000 at {i}), which databases can't store in a text. " +
                    "Remove it, or use a byte[] column.");
            int next = characters[(i + 2)..].IndexOf('\\');
            i = next < 0 ? -1 : i + 2 + next;
        }
        return Demand(name, json);
    }

    private static void DemandPairs(string name, ReadOnlySpan<char> characters, int first)
    {
        for (int i = first; i < characters.Length; i++)
        {
            if (!char.IsSurrogate(characters[i]))
                continue;
            if (!char.IsHighSurrogate(characters[i]) || i + 1 == characters.Length || !char.IsLowSurrogate(characters[i + 1]))
                throw new ArgumentException(
                    $"The text of parameter @{name} holds half of a surrogate pair (at {i}), so it isn't valid Unicode and can't be stored. " +
                    "Was a text cut between the halves?");
            i++;
        }
    }
}
