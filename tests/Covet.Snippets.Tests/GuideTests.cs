namespace Covet.Snippets.Tests;

/// <summary>The guides show what the tests run.</summary>
public sealed class GuideTests
{
    /// <summary>The names of the guides.</summary>
    public static TheoryData<string> Names => [.. Guide.All.Select(guide => guide.Name)];

    [Theory]
    [InlineData("querying", 25, "EF Core, Django, Covet")]
    [InlineData("prefetching", 13, "Covet, EF Core, Django")]
    [InlineData("writing", 17, "Covet, EF Core, Django")]
    [InlineData("transactions", 10, "Covet, EF Core, Django")]
    public void There_are_enough_questions_and_each_has_three_answers(string guide, int least, string answers)
    {
        var questions = Of(guide).Questions;
        Assert.True(questions.Count >= least, $"{questions.Count} questions");
        Assert.All(questions, question => Assert.Equal(answers, string.Join(", ", question.Labels)));
        Assert.Equal(questions.Count, questions.Select(question => question.TestName).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_snippet_of_Covet_is_run_by_a_test(string guide)
    {
        string[] sources = [.. Of(guide).Sources().Select(Guide.Unindented)];
        foreach (var question in Of(guide).Questions)
        {
            Assert.True(sources.Any(source => source.Contains($" {question.TestName}()\n", StringComparison.Ordinal)), $"{question.Title}: no test has its name");
            Assert.NotEmpty(question.Covet);
            foreach (string block in question.Covet)
                Assert.True(sources.Any(source => source.Contains(Guide.Unindented(block), StringComparison.Ordinal)), $"{question.Title}: no test has this snippet\n{block}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_question_shows_its_statements_or_a_picture_of_them(string guide)
        => Assert.All(Of(guide).Questions, question => Assert.True(question.Sql.Length > 0 || question.Pictures.Count > 0, question.Title));

    private static Guide Of(string name) => Guide.All.Single(guide => guide.Name == name);
}
