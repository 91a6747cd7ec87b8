using Covet.Analyzers.Models;

namespace Covet.Analyzers.Tests.Models;

public sealed class COV2302Tests : ModelRuleTests<UnboundedKeyAnalyzer>
{
    protected override string Reported => "public string [|Id|] { get; set; } = \"\";";

    [Theory]
    [InlineData("[Key] public string [|Code|] { get; set; } = \"\";")]
    [InlineData("[Key, Column(\"code\")] public string [|Code|] { get; set; } = \"\"; [Key] public int Number { get; set; }")]
    [InlineData("[Key] public int Number { get; set; } [Key] public string [|Code|] { get; set; } = \"\"; [Key, MaxLength(3)] public string Country { get; set; } = \"\";")]
    public Task A_key_without_a_length_is_reported(string members) => VerifyAsync(InModel(members));

    [Theory]
    [InlineData("[MaxLength(20)] public string Id { get; set; } = \"\";")]
    [InlineData("[Key, MaxLength(20)] public string Code { get; set; } = \"\";")]
    [InlineData("[Key, Column(\"code\", TypeName = \"varchar(20)\")] public string Code { get; set; } = \"\";")]
    [InlineData("public int Id { get; set; } public string Code { get; set; } = \"\"; [Unique] public string Slug { get; set; } = \"\";")]
    [InlineData("[Key] public int Number { get; set; } public string Id { get; set; } = \"\";")]
    [InlineData("public Guid Id { get; set; }")]
    public Task One_with_a_length_and_other_texts_are_not(string members) => VerifyAsync(InModel(members));

    [Fact]
    public Task A_class_that_is_no_model_is_left_alone() => VerifyAsync("public class Thing { public string Id { get; set; } = \"\"; }");
}
