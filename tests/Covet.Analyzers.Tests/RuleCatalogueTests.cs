using System.Reflection;
using Covet.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests;

public sealed class RuleCatalogueTests
{
    private static readonly string Root = typeof(RuleCatalogueTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot").Value!;

    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_a_release_row_an_analyzer_and_tests(string id)
    {
        var rule = Rules.All.Single(rule => rule.Id == id);
        var page = File.ReadAllText(Path.Combine(Root, "docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## Cause\n", "## Bad\n", "## Better\n", "## Why\n", "## How to suppress\n"], section => Assert.Contains(section, page, StringComparison.Ordinal));
        Assert.Contains(
            $"\n{id} | {rule.Category} | {(rule.IsEnabledByDefault ? rule.DefaultSeverity.ToString() : "Disabled")} | {rule.Title}\n",
            File.ReadAllText(Path.Combine(Root, "src", "Covet.Analyzers", "AnalyzerReleases.Unshipped.md")),
            StringComparison.Ordinal);
        Assert.Equal($"docs/rules/{id}.md", rule.HelpLinkUri);

        var tests = Assert.Single(typeof(RuleCatalogueTests).Assembly.GetTypes(), type => type.Name == id + "Tests");
        for (var type = tests; ; type = type.BaseType!)
        {
            if (type is { IsGenericType: true } && type.GetGenericTypeDefinition() == typeof(RuleTests<>))
                break;
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_runs_concurrently_and_passes_over_generated_code(string id)
    {
        var context = new RecordedContext();

        Analyzers.Single(analyzer => analyzer.SupportedDiagnostics.Single().Id == id).Initialize(context);

        Assert.True(context.IsConcurrent);
        Assert.Equal(GeneratedCodeAnalysisFlags.None, context.GeneratedCode);
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

    [Fact]
    public void Every_analyzer_reports_one_rule_of_its_own()
    {
        var reported = Analyzers.Select(analyzer => analyzer.SupportedDiagnostics.Single().Id);

        Assert.Equal(Rules.All.Select(rule => rule.Id), reported.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<DiagnosticAnalyzer> Analyzers => typeof(Rules).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsSubclassOf(typeof(DiagnosticSuppressor)))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!);
}
