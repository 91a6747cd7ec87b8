using System.Reflection;
using Covet.Generators.Diagnostics;

namespace Covet.Generators.Tests.Diagnostics;

public sealed class RuleCatalogueTests
{
    private static readonly string Root = typeof(RuleCatalogueTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_a_release_row_and_a_test(string id)
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {Rules.Find(id).Title}", page, StringComparison.Ordinal);
        Assert.Contains($"\n{id} |", File.ReadAllText(Path.Combine(Root, "src", "Covet.Generators", "AnalyzerReleases.Unshipped.md")), StringComparison.Ordinal);
        Assert.Contains(typeof(RuleTests).GetMethods(), method => method.Name.StartsWith(id + "_", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_row_in_the_page_of_diagnostics(string id)
    {
        var rule = Rules.All.Single(rule => rule.Id == id);
        var row = $"| [{id}](rules/{id}.md) | {rule.Title} | {rule.DefaultSeverity} |";

        Assert.True(File.ReadAllLines(Path.Combine(Root, "docs", "diagnostics.md")).Contains(row), $"docs/diagnostics.md needs the line\n{row}");
    }

    [Fact]
    public void Every_rule_is_in_the_catalogue_once()
    {
        var fields = typeof(Rules).GetFields(BindingFlags.Static | BindingFlags.Public).Where(field => field.Name != nameof(Rules.All));

        Assert.Equal(fields.Select(field => field.GetValue(null)), Rules.All);
        Assert.Equal(Rules.All.Length, Rules.All.Select(rule => rule.Id).Distinct().Count());
    }
}
