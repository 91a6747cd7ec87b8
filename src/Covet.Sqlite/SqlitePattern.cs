using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Covet.Infrastructure;

/// <summary>Tests of texts by a pattern that SQLite lacks: its own LIKE ignores the case, and its REGEXP has no function.</summary>
internal static class SqlitePattern
{
    private const int MostExpressions = 256;

    private static readonly ConcurrentDictionary<string, Regex> Expressions = new(StringComparer.Ordinal);

    /// <summary>Whether a text matches a pattern as LIKE with the escape <c>\</c> has it, by its exact characters. Both are UTF-8.</summary>
    public static bool IsLike(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pattern)
    {
        DemandEscapes(pattern);
        int at = 0;
        int next = 0;
        // Where the last % stands, and the text that it takes up to: when the rest doesn't match, it takes one character more.
        int wildcard = -1;
        int taken = 0;
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '%')
            {
                wildcard = ++next;
                taken = at;
            }
            else if (next < pattern.Length && pattern[next] == '_')
            {
                at = After(text, at);
                next++;
            }
            else if (next < pattern.Length && text[at] == pattern[next + (pattern[next] == '\\' ? 1 : 0)])
            {
                next += pattern[next] == '\\' ? 2 : 1;
                at++;
            }
            else if (wildcard >= 0)
            {
                next = wildcard;
                at = taken = After(text, taken);
            }
            else
            {
                return false;
            }
        }
        return pattern[next..].IndexOfAnyExcept((byte)'%') < 0;
    }

    /// <summary>Whether part of a text matches a regular expression, which takes linear time.</summary>
    public static bool IsMatch(string text, string pattern)
    {
        if (!Expressions.TryGetValue(pattern, out var expression))
        {
            expression = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            // Expressions that come from data must not fill the memory.
            if (Expressions.Count >= MostExpressions)
                Expressions.Clear();
            Expressions[pattern] = expression;
        }
        return expression.IsMatch(text);
    }

    private static void DemandEscapes(ReadOnlySpan<byte> pattern)
    {
        int escapes = pattern.Length - 1 - pattern.LastIndexOfAnyExcept((byte)'\\');
        if (escapes % 2 == 1)
            throw new FormatException("the pattern ends in a \\ that escapes nothing.");
    }

    /// <summary>Where the next character begins.</summary>
    private static int After(ReadOnlySpan<byte> text, int at)
    {
        do
            at++;
        while (at < text.Length && (text[at] & 0xC0) == 0x80);
        return at;
    }
}
