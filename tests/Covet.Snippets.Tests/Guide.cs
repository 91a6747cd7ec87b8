using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Covet.Snippets.Tests;

/// <summary>A question of the guide.</summary>
/// <param name="Title">Its title, without the number.</param>
/// <param name="Covet">Covet's blocks of code.</param>
/// <param name="Labels">The bold labels, in their order.</param>
/// <param name="Sql">The statements that it shows.</param>
public sealed record Question(string Title, IReadOnlyList<string> Covet, IReadOnlyList<string> Labels, string Sql)
{
    /// <summary>The name of its test.</summary>
    public string TestName => Regex.Replace(Title, "[^A-Za-z0-9]+", "_").Trim('_');
}

/// <summary>docs/guides/querying.md.</summary>
public static class Guide
{
    private static readonly Lazy<IReadOnlyList<Question>> Read = new(() => [.. Parse(File.ReadAllText(Path.Combine(Root(), "docs", "guides", "querying.md")))]);

    /// <summary>Its questions.</summary>
    public static IReadOnlyList<Question> Questions => Read.Value;

    /// <summary>The sources whose text the guide may show: these tests, and the blog's models.</summary>
    public static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "tests", "Covet.Snippets.Tests"), "Querying*.cs")
            .Append(Path.Combine(Root(), "tests", "Covet.Blog", "Models.cs"))
            .Select(File.ReadAllText);

    /// <summary>A text without the indentation of its lines.</summary>
    public static string Unindented(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    /// <summary>Asserts that a question shows these statements; three dots stand for any text.</summary>
    public static void AssertSql(string test, string[] statements)
    {
        string shown = Questions.Single(question => question.TestName == test).Sql;
        string actual = OneLine(string.Join(' ', statements));
        string pattern = string.Join(".*?", OneLine(shown).Split("...").Select(Regex.Escape));
        Assert.True(Regex.IsMatch(actual, $"^{pattern}$"), $"docs/guides/querying.md, {test}, shows\n{shown}\nbut what runs is\n{string.Join("\n\n", statements)}");
    }

    private static IEnumerable<Question> Parse(string text)
    {
        foreach (string section in Regex.Split(text.ReplaceLineEndings("\n"), "^## ", RegexOptions.Multiline).Skip(1))
        {
            var title = Regex.Match(section, @"^[0-9]+\. (.+)\n");
            if (!title.Success)
                continue;
            string covet = section[(section.IndexOf("**Covet**", StringComparison.Ordinal) + 1)..];
            yield return new Question(
                title.Groups[1].Value,
                [.. Blocks(covet, "csharp")],
                [.. Regex.Matches(section, @"^\*\*(.+)\*\*$", RegexOptions.Multiline).Select(match => match.Groups[1].Value)],
                string.Join('\n', Blocks(section, "sql")));
        }
    }

    private static IEnumerable<string> Blocks(string text, string language)
        => Regex.Matches(text, $"^```{language}\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value);

    private static string OneLine(string sql)
        => Regex.Replace(sql, @"\s+", " ").Trim().Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
