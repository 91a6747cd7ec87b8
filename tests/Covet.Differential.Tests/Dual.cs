using System.Globalization;
using System.Text;

namespace Covet.Differential.Tests;

/// <summary>One expression over people, said twice: as Covet has it and as C# has it.</summary>
/// <param name="Text">How a failure shows it.</param>
/// <param name="Sql">Covet's.</param>
/// <param name="Linq">C#'s.</param>
public sealed record Dual<T>(string Text, Func<PersonColumns, Expr<T>> Sql, Func<PersonFact, T> Linq)
{
    public override string ToString() => Text;
}

/// <summary>One condition over people, said twice.</summary>
/// <param name="Text">How a failure shows it.</param>
/// <param name="Sql">Covet's.</param>
/// <param name="Linq">C#'s.</param>
public sealed record DualCondition(string Text, Func<PersonColumns, Condition> Sql, Func<PersonFact, bool> Linq)
{
    public override string ToString() => Text;
}

/// <summary>What the oracle takes for equal and for less: C#'s nulls, texts by code point.</summary>
public static class Oracle
{
    public static bool AreEqual<T>(T left, T right) => left is string a && right is string b ? string.Equals(a, b, StringComparison.Ordinal) : Equals(left, right);

    /// <summary>The order of two values; null where one is null.</summary>
    public static int? Order<T>(T left, T right) => left is null || right is null ? null : Sorted(left, right);

    /// <summary>The order in ORDER BY: null is the smallest.</summary>
    public static int Sorted<T>(T left, T right) => (left, right) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => CodePoints(a, b),
        (Enum a, Enum b) => Convert.ToInt32(a, CultureInfo.InvariantCulture).CompareTo(Convert.ToInt32(b, CultureInfo.InvariantCulture)),
        _ => Comparer<T>.Default.Compare(left, right),
    };

    public static string? Lower(string? text) => Fold(text, 'A', 'Z', 32);

    public static string? Upper(string? text) => Fold(text, 'a', 'z', -32);

    public static int? Length(string? text) => text?.EnumerateRunes().Count();

    public static string? Substring(string? text, int start, int length)
        => text is null ? null : string.Concat(text.EnumerateRunes().Skip(start).Take(length));

    /// <summary>One way to write a value, so that results can be compared.</summary>
    public static string Shown(object? value) => value switch
    {
        null => "null",
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        double number => number.ToString("G12", CultureInfo.InvariantCulture),
        DateTimeOffset time => time.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => $"'{value}'",
    };

    private static int CodePoints(string left, string right)
    {
        var (a, b) = (left.EnumerateRunes(), right.EnumerateRunes());
        while (true)
        {
            bool hasLeft = a.MoveNext(), hasRight = b.MoveNext();
            if (!hasLeft || !hasRight)
                return hasLeft.CompareTo(hasRight);
            if (a.Current != b.Current)
                return a.Current.CompareTo(b.Current);
        }
    }

    private static string? Fold(string? text, char first, char last, int shift)
    {
        if (text is null)
            return null;
        var folded = new StringBuilder(text);
        for (int i = 0; i < folded.Length; i++)
        {
            if (folded[i] >= first && folded[i] <= last)
                folded[i] = (char)(folded[i] + shift);
        }
        return folded.ToString();
    }
}
