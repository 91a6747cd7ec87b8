using System.Collections.Concurrent;
using System.Text;

namespace Covet.Infrastructure;

/// <summary>The texts of statements, each kept once: a query that is written again, as all are, makes no garbage by it.</summary>
internal static class StatementTexts
{
    /// <summary>How many texts are kept. A program has fewer, unless it builds queries without end; texts beyond this are made anew each time.</summary>
    private const int MostTexts = 2_000;

    /// <summary>The length of a text that isn't worth keeping.</summary>
    private const int MostCharacters = 4_096;

    private static readonly ConcurrentDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Texts =
        new ConcurrentDictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static int Count;

    [ThreadStatic]
    private static StringBuilder? Free;

    /// <summary>Something to write a text into.</summary>
    public static StringBuilder Rent()
    {
        var text = Free ?? new StringBuilder(1_024);
        Free = null;
        return text;
    }

    /// <summary>Gives it back.</summary>
    public static void Return(StringBuilder text)
    {
        if (text.Capacity <= MostCharacters)
            Free = text.Clear();
    }

    /// <summary>What was written.</summary>
    public static string TextOf(StringBuilder written)
    {
        if (written.Length > MostCharacters)
            return written.ToString();
        Span<char> characters = stackalloc char[written.Length];
        written.CopyTo(0, characters, characters.Length);
        if (Texts.TryGetValue(characters, out string? kept))
            return kept;
        string text = new(characters);
        if (Volatile.Read(ref Count) >= MostTexts || !Texts.TryAdd(characters, text))
            return text;
        Interlocked.Increment(ref Count);
        return text;
    }
}
