namespace Covet.Testing;

/// <summary>Damages C# as typing does: tokens are missing, doubled, misplaced, half there. The same seed does the same damage.</summary>
public static class Damage
{
    private static readonly string[] Insertions =
    [
        "[Model(", "[ForeignKey(", "[ForeignKey(RelatedName = ", "[ManyToMany", "[Projection<", "[Index(nameof(", "[Column(\"", "[Version]", "[Key]", "[Json(", "[Into(nameof(",
        "partial ", "static ", "public ", "?", "<", ">", "(", ")", "{", "}", ";", "=>", "=", ".", ",", "\"", "\"\"\"", "$\"", "'", "/*", "#if", "#pragma warning disable ", "await ", "Missing ", "Missing<", "default", "null", "\0", "\u2028", "@",
    ];

    /// <summary>Does one to three damages.</summary>
    /// <param name="text">The source.</param>
    /// <param name="tokens">Where its tokens are, in order.</param>
    /// <param name="seed">Which damage.</param>
    /// <returns>The damaged source, and what was done.</returns>
    public static (string Text, string Done) Do(string text, IReadOnlyList<(int Start, int Length)> tokens, int seed)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(tokens);
        var random = new Random(seed);
        var done = new List<string>();
        // From the end on, so that the places before stay right.
        int[] places = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(tokens.Count)).Distinct().OrderDescending()];
        int end = tokens.Count;
        foreach (int place in places)
        {
            int last = Math.Min(place + random.Next(1, 6), end);
            int start = tokens[place].Start;
            int stop = tokens[last - 1].Start + tokens[last - 1].Length;
            string token = text.Substring(start, tokens[place].Length);
            string insertion = Insertions[random.Next(Insertions.Length)];
            (text, string what) = random.Next(8) switch
            {
                0 => (text.Remove(start, stop - start), $"cut '{text[start..stop]}'"),
                1 => (text.Remove(start, token.Length), $"dropped '{token}'"),
                2 => (text.Insert(start, text[start..stop] + " "), $"doubled '{text[start..stop]}'"),
                3 => (text[..start], $"ended before '{token}'"),
                4 => (text.Remove(start, token.Length).Insert(start, insertion), $"put '{insertion}' in place of '{token}'"),
                5 => (text.Insert(start, insertion), $"put '{insertion}' before '{token}'"),
                6 => (text.Remove(start, token.Length).Insert(start, token[..(token.Length / 2)]), $"halved '{token}'"),
                _ => (text.Remove(start, token.Length).Insert(start, "Missing"), $"put Missing in place of '{token}'"),
            };
            done.Add($"{what} at {start}");
            end = place;
            if (end == 0)
                break;
        }
        return (text, string.Join("; ", done));
    }
}
