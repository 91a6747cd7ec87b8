using System.Globalization;
using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Graph;

/// <summary>From C# names to names in the database.</summary>
internal static class Naming
{
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
        if (Encoding.UTF8.GetByteCount(name) <= DatabaseNames.MaxBytes)
            return name;
        var hash = name.Aggregate(2166136261u, (current, character) => unchecked((current ^ character) * 16777619u));
        var length = name.Length;
        while (Encoding.UTF8.GetByteCount(name.Substring(0, length)) > DatabaseNames.MaxBytes - 9 || char.IsHighSurrogate(name[length - 1]))
            length--;
        return name.Substring(0, length) + "_" + hash.ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>What names have in common that differ only in case, which not every database tells apart.</summary>
    public static string Fold(string name) => name.ToUpperInvariant();

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
}
