using System.Diagnostics.CodeAnalysis;

namespace Covet.Infrastructure;

/// <summary>Refuses values that their column can't hold as they are, before anything is sent. What holds gives the value back.</summary>
public static class ValueCheck
{
    /// <summary>As many digits as a decimal has at most.</summary>
    private const int MostDigits = 29;

    /// <summary>Powers of ten, from the zeroth on.</summary>
    private static readonly decimal[] Powers = [.. Enumerable.Range(0, MostDigits).Select(digits => Enumerable.Repeat(10m, digits).Aggregate(1m, (product, ten) => product * ten))];

    /// <summary>What says that a value is refused.</summary>
    /// <param name="name">The parameter's name; null where there is none yet.</param>
    /// <param name="problem">What is wrong and what to do, after "Parameter @name ".</param>
    public static InvalidValueException Refusal(string? name, string problem) => new(name, problem);

    /// <summary>Demands that a value is there.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidValueException">It is null.</exception>
    public static T Present<T>(string name, T? value) where T : class
        => value ?? throw Refusal(name, "is null, and its column takes no NULL. Give it a value, or make the property nullable.");

    /// <summary>Demands that a text has no more characters than its column holds: code points, as PostgreSQL counts them.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="text">The text, or null.</param>
    /// <param name="most">How many characters there may be.</param>
    /// <exception cref="InvalidValueException">It is longer.</exception>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Length(string name, string? text, int most)
    {
        // There are never more characters than UTF-16 units.
        if (text is null || text.Length <= most)
            return text;
        int length = CharactersOf(text);
        return length <= most ? text : throw Refusal(name, $"has {length} characters, more than its column holds ({most}). Shorten it, or raise [MaxLength].");
    }

    /// <summary>Demands the same of each text of an array.</summary>
    /// <exception cref="InvalidValueException">One is longer.</exception>
    [return: NotNullIfNotNull(nameof(texts))]
    public static string[]? Length(string name, string[]? texts, int most)
    {
        foreach (string text in texts ?? [])
            Length(name, text, most);
        return texts;
    }

    /// <summary>Demands that a number fits its column exactly.</summary>
    /// <param name="name">The parameter's name.</param>
    /// <param name="number">The number.</param>
    /// <param name="precision">How many digits the column holds.</param>
    /// <param name="scale">How many of them are behind the point.</param>
    /// <exception cref="InvalidValueException">It has more digits before or behind the point.</exception>
    public static decimal Digits(string name, decimal number, int precision, int scale)
    {
        if (scale < MostDigits - 1 && decimal.Round(number, scale) != number)
            throw Refusal(name, $"has more than {scale} digits behind the point, and its column holds no more ([Precision({precision}, {scale})]). Round it first: nothing is rounded silently.");
        int whole = precision - scale;
        return whole >= MostDigits || decimal.Truncate(Math.Abs(number)) < Powers[whole]
            ? number
            : throw Refusal(name, $"has more than {whole} digits before the point, and its column holds no more ([Precision({precision}, {scale})]). Raise the precision.");
    }

    /// <summary>Gives an unsigned number the sign that its column has.</summary>
    /// <param name="name">The parameter's name; null where there is none.</param>
    /// <param name="number">The number.</param>
    /// <exception cref="InvalidValueException">It is more than 64 bits with a sign hold.</exception>
    public static long Signed(string? name, ulong number) => number <= long.MaxValue
        ? (long)number
        : throw Refusal(name, $"is {number}, more than a column of 64 bits with a sign holds ({long.MaxValue}).");

    private static int CharactersOf(string text)
    {
        int pairs = 0;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i - 1], text[i]))
                pairs++;
        }
        return text.Length - pairs;
    }
}
