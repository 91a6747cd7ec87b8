using System.Globalization;
using System.Text;

namespace Covet.Generators.Model;

/// <summary>What a name in a database can be, and how one that can't be is shown.</summary>
internal static class DatabaseNames
{
    /// <summary>The longest name, in UTF-8 bytes, that PostgreSQL keeps whole.</summary>
    public const int MaxBytes = 63;

    /// <summary>What is wrong with a name that has characters that can't be seen.</summary>
    public const string Unseen = "it has characters that can't be seen";

    /// <summary>Why a name can't be used in a database; null if it can.</summary>
    public static string? Flaw(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return "it is empty";
        if (HasUnseen(name))
            return Unseen;
        return Encoding.UTF8.GetByteCount(name) > MaxBytes ? $"it is longer than {MaxBytes} bytes. Give it a shorter one by attribute" : null;
    }

    /// <summary>Whether a text has characters that can't be seen, or half of one.</summary>
    public static bool HasUnseen(string text) => text.Any(IsInvisible) || HasLoneSurrogate(text);

    /// <summary>A text for a message.</summary>
    public static string Shown(string text) => new(text.Select(character => IsInvisible(character) || char.IsSurrogate(character) ? '?' : character).ToArray());

    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static bool HasLoneSurrogate(string name)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
                i++;
            else if (char.IsSurrogate(name[i]))
                return true;
        }

        return false;
    }
}
