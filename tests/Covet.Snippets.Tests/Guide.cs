using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Covet.Snippets.Tests;

/// <summary>A question of a guide.</summary>
/// <param name="Title">Its title, without the number.</param>
/// <param name="Text">All that it says.</param>
/// <param name="Covet">Covet's blocks of code.</param>
/// <param name="Labels">The bold labels, in their order.</param>
/// <param name="Sql">The statements that it shows.</param>
/// <param name="Pictures">Its Mermaid diagrams.</param>
public sealed record Question(string Title, string Text, IReadOnlyList<string> Covet, IReadOnlyList<string> Labels, string Sql, IReadOnlyList<string> Pictures)
{
    /// <summary>The name of its test.</summary>
    public string TestName => Regex.Replace(Title, "[^A-Za-z0-9]+", "_").Trim('_');
}

/// <summary>A guide of numbered questions, each with code of EF Core, Django and Covet: a file in docs/guides.</summary>
/// <param name="name">The file's name, without its ending.</param>
/// <param name="sources">How the names of the files with its tests begin.</param>
/// <param name="models">Files whose text it may show too.</param>
public sealed class Guide(string name, string sources, params string[] models)
{
    private readonly Lazy<IReadOnlyList<Question>> _questions = new(() => [.. Parse(File.ReadAllText(Path.Combine(Root(), "docs", "guides", $"{name}.md")))]);

    /// <summary>docs/guides/querying.md.</summary>
    public static Guide Querying { get; } = new("querying", "Querying", "tests/Covet.Blog/Models.cs");

    /// <summary>docs/guides/prefetching.md.</summary>
    public static Guide Prefetching { get; } = new("prefetching", "Prefetching", "tests/Covet.Blog/Models.cs", "tests/Covet.Snippets.Tests/TourModels.cs");

    /// <summary>docs/guides/writing.md.</summary>
    public static Guide Writing { get; } = new("writing", "Writing", "tests/Covet.Blog/Models.cs", "tests/Covet.Snippets.Tests/TourModels.cs");

    /// <summary>docs/guides/transactions.md.</summary>
    public static Guide Transactions { get; } = new("transactions", "Transactions", "tests/Covet.Blog/Models.cs");

    /// <summary>All guides.</summary>
    public static IReadOnlyList<Guide> All { get; } = [Querying, Prefetching, Writing, Transactions];

    /// <summary>The file's name, without its ending.</summary>
    public string Name => name;

    /// <summary>Its questions.</summary>
    public IReadOnlyList<Question> Questions => _questions.Value;

    /// <summary>The sources whose text the guide may show.</summary>
    public IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Path.Combine(Root(), "tests", "Covet.Snippets.Tests"), $"{sources}*.cs")
            .Concat(models.Select(file => Path.Combine(Root(), file)))
            .Select(File.ReadAllText);

    /// <summary>The question that has a test's name.</summary>
    public Question Of(string test) => Questions.Single(question => question.TestName == test);

    /// <summary>The text of a guide, whatever its form.</summary>
    public static string TextOf(string name) => File.ReadAllText(Path.Combine(Root(), "docs", "guides", $"{name}.md")).ReplaceLineEndings("\n");

    /// <summary>The text of a file of these tests.</summary>
    public static string SourceOf(string name) => File.ReadAllText(Path.Combine(Root(), "tests", "Covet.Snippets.Tests", $"{name}.cs"));

    /// <summary>A text without the indentation of its lines.</summary>
    public static string Unindented(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim()));

    /// <summary>Asserts that a question shows these statements; three dots stand for any text.</summary>
    public void AssertSql(string test, string[] statements)
    {
        string shown = Of(test).Sql;
        string actual = OneLine(string.Join(' ', statements));
        string pattern = string.Join(".*?", OneLine(shown).Split("...").Select(Regex.Escape));
        Assert.True(Regex.IsMatch(actual, $"^{pattern}$"), $"docs/guides/{name}.md, {test}, shows\n{shown}\nbut what runs is\n{string.Join("\n\n", statements)}");
    }

    /// <summary>Asserts that a question says something, whatever its lines.</summary>
    public void AssertSays(string test, string text)
        => Assert.True(OneLine(Of(test).Text).Contains(OneLine(text), StringComparison.Ordinal), $"docs/guides/{name}.md, {test}, doesn't say: {text}");

    private static IEnumerable<Question> Parse(string text)
    {
        foreach (string section in Regex.Split(text.ReplaceLineEndings("\n"), "^## ", RegexOptions.Multiline).Skip(1))
        {
            var title = Regex.Match(section, @"^[0-9]+\. (.+)\n");
            if (!title.Success)
                continue;
            var parts = Regex.Matches(section, @"^\*\*([^*\n]+)\*\*$\n(.*?)(?=^\*\*[^*\n]+\*\*$|\z)", RegexOptions.Multiline | RegexOptions.Singleline);
            yield return new Question(
                title.Groups[1].Value,
                section,
                [.. parts.Where(part => part.Groups[1].Value == "Covet").SelectMany(part => Blocks(part.Groups[2].Value, "csharp"))],
                [.. parts.Select(part => part.Groups[1].Value)],
                string.Join('\n', Blocks(section, "sql")),
                [.. Blocks(section, "mermaid")]);
        }
    }

    private static IEnumerable<string> Blocks(string text, string language)
        => Regex.Matches(text, $"^```{language}\n(.*?)\n```$", RegexOptions.Multiline | RegexOptions.Singleline).Select(match => match.Groups[1].Value);

    private static string OneLine(string sql)
        => Regex.Replace(sql, @"\s+", " ").Trim().Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
