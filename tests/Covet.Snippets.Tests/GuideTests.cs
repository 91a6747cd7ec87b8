namespace Covet.Snippets.Tests;

/// <summary>docs/guides/querying.md shows what the tests run.</summary>
public sealed class GuideTests
{
    [Fact]
    public void There_are_enough_questions_and_each_has_three_answers()
    {
        Assert.True(Guide.Questions.Count >= 25, $"{Guide.Questions.Count} questions");
        Assert.All(Guide.Questions, question => Assert.Equal(["EF Core", "Django", "Covet"], question.Labels));
        Assert.Equal(Guide.Questions.Count, Guide.Questions.Select(question => question.TestName).Distinct().Count());
    }

    [Fact]
    public void Every_snippet_of_Covet_is_run_by_a_test()
    {
        string[] sources = [.. Guide.Sources().Select(Guide.Unindented)];
        foreach (var question in Guide.Questions)
        {
            Assert.True(sources.Any(source => source.Contains($" {question.TestName}()\n", StringComparison.Ordinal)), $"{question.Title}: no test has its name");
            Assert.NotEmpty(question.Covet);
            foreach (string block in question.Covet)
                Assert.True(sources.Any(source => source.Contains(Guide.Unindented(block), StringComparison.Ordinal)), $"{question.Title}: no test has this snippet\n{block}");
        }
    }

    [Fact]
    public void Every_question_shows_its_statements()
        => Assert.All(Guide.Questions, question => Assert.False(string.IsNullOrWhiteSpace(question.Sql), question.Title));
}
