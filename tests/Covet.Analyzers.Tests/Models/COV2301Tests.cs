using Covet.Analyzers.Models;

namespace Covet.Analyzers.Tests.Models;

public sealed class COV2301Tests : ModelRuleTests<WallClockInstantAnalyzer>
{
    protected override string Reported => "public int Id { get; set; } public DateTime [|PublishedAt|] { get; set; }";

    [Theory]
    [InlineData("public DateTime? [|ArchivedAt|] { get; set; }")]
    [InlineData("public DateTime [|LastSeenUtc|] { get; init; }")]
    [InlineData("[Column(\"made\")] public DateTime [|AddedAt|] { get; private set; }")]
    public Task A_moment_as_a_wall_clock_is_reported(string member) => VerifyAsync(InModel("public int Id { get; set; } " + member));

    [Theory]
    [InlineData("public DateTimeOffset PublishedAt { get; set; }")]
    [InlineData("public DateTime StartsAt { get; set; }")]
    [InlineData("public DateTime Birthday { get; set; }")]
    [InlineData("public DateOnly AddedAt { get; set; }")]
    [InlineData("[Column(\"added_at\", TypeName = \"timestamp\")] public DateTime AddedAt { get; set; }")]
    [InlineData("public DateTimeOffset Added { get; set; } public DateTime AddedUtc => Added.UtcDateTime;")]
    [InlineData("public static DateTime LoadedAt { get; set; }")]
    public Task What_is_none_or_was_thought_about_is_not(string member) => VerifyAsync(InModel("public int Id { get; set; } " + member));

    [Fact]
    public Task A_class_that_is_no_model_is_left_alone() => VerifyAsync("public class Thing { public DateTime PublishedAt { get; set; } }");
}
