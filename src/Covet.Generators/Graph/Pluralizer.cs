namespace Covet.Generators.Graph;

/// <summary>English plurals: enough for class names. What it gets wrong, <c>[Model(Plural = "...")]</c> puts right.</summary>
internal static class Pluralizer
{
    private static readonly Dictionary<string, string> Irregular = """
        person/people child/children man/men woman/women foot/feet tooth/teeth goose/geese mouse/mice ox/oxen datum/data medium/media
        criterion/criteria phenomenon/phenomena quiz/quizzes leaf/leaves life/lives knife/knives wife/wives shelf/shelves half/halves
        self/selves wolf/wolves calf/calves thief/thieves loaf/loaves hero/heroes potato/potatoes tomato/tomatoes echo/echoes veto/vetoes
        lens/lenses gas/gases bus/buses
        """
        .Split(' ', '\n', '\r')
        .Where(pair => pair.Length > 0)
        .Select(pair => pair.Split('/'))
        .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Unchanged = new(StringComparer.OrdinalIgnoreCase)
    {
        "series", "species", "news", "sheep", "fish", "deer", "aircraft", "offspring", "equipment", "information", "money", "metadata", "data", "media",
        "software", "hardware", "feedback", "staff", "people", "children",
    };

    public static string Pluralize(string word)
    {
        if (word.Length == 0 || Unchanged.Contains(word))
            return word;
        if (Irregular.TryGetValue(word, out var irregular))
            return char.IsUpper(word[0]) ? char.ToUpperInvariant(irregular[0]) + irregular.Substring(1) : irregular;
        if (Ends(word, "y") && word.Length > 1 && !IsVowel(word[word.Length - 2]))
            return Replace(word, 1, "ies");
        if (Ends(word, "sis"))
            return Replace(word, 2, "es");
        if (IsPluralAlready(word))
            return word;
        return Ends(word, "s") || Ends(word, "x") || Ends(word, "z") || Ends(word, "ch") || Ends(word, "sh") ? word + "es" : word + "s";
    }

    /// <summary><c>Details</c>, <c>Settings</c>; but not <c>Status</c>, <c>Address</c>, <c>Alias</c>, <c>Iris</c>.</summary>
    private static bool IsPluralAlready(string word) =>
        word.Length > 3 && Ends(word, "s") && !Ends(word, "ss") && !Ends(word, "us") && !Ends(word, "is") && !Ends(word, "as") && !Ends(word, "os");

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase);

    private static string Replace(string word, int count, string ending) => word.Substring(0, word.Length - count) + ending;

    private static bool IsVowel(char character) => "aeiouAEIOU".Contains(character);
}
