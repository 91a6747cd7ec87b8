using System.Globalization;
using System.Text;

namespace Covet.Generators.Graph;

/// <summary>From C# names to names in the database.</summary>
internal static class Naming
{
    /// <summary>The longest name, in UTF-8 bytes, that PostgreSQL keeps whole.</summary>
    public const int MaxBytes = 63;

    /// <summary>What is wrong with a name that has characters that can't be seen.</summary>
    public const string Unseen = "it has characters that can't be seen";

    /// <summary><c>UserID</c> gives <c>user_id</c>, <c>HTMLBody</c> gives <c>html_body</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_' && IsWordStart(name, i))
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }

    /// <summary>The plural of a class name, by its last word: <c>BlogCategory</c> gives <c>BlogCategories</c>.</summary>
    public static string Plural(string name)
    {
        var start = LastWordStart(name);
        return name.Substring(0, start) + Pluralizer.Pluralize(name.Substring(start));
    }

    /// <summary>The table of a class without a plural of its own: <c>blog_categories</c>.</summary>
    public static string Table(string name)
    {
        var snake = Snake(name);
        var start = snake.LastIndexOf('_') + 1;
        return snake.Substring(0, start) + Pluralizer.Pluralize(snake.Substring(start));
    }

    /// <summary>The name of a constraint or index: <c>fk_posts_author_id</c>; one that is too long ends in a hash of its whole.</summary>
    public static string Constraint(string prefix, string table, IEnumerable<string> columns)
    {
        var name = string.Join("_", new[] { prefix, table }.Concat(columns));
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
            return name;
        var hash = name.Aggregate(2166136261u, (current, character) => unchecked((current ^ character) * 16777619u));
        var length = name.Length;
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > MaxBytes - 9 || char.IsHighSurrogate(name[length - 1]))
            length--;
        return name.Substring(0, length) + "_" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>What names have in common that differ only in case, which not every database tells apart.</summary>
    public static string Fold(string name) => name.ToUpperInvariant();

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

    private static bool IsWordStart(string name, int i) =>
        !char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1]));

    private static int LastWordStart(string name)
    {
        for (var i = name.Length - 1; i > 0; i--)
        {
            if (char.IsUpper(name[i]) && IsWordStart(name, i))
                return i;
        }

        return 0;
    }

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
