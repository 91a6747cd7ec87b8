using Covet.Analyzers.Models;

namespace Covet.Analyzers.Tests.Models;

public sealed class COV2303Tests : ModelRuleTests<VagueRelatedNameAnalyzer>
{
    protected override string Reported => "public int Id { get; set; } [ForeignKey] public partial Thing? [|Parent|] { get; set; }";

    [Theory]
    [InlineData("[OneToOne] public partial Place [|Home|] { get; set; } [ForeignKey(RelatedName = \"VisitedThings\")] public partial Place? Visited { get; set; }")]
    [InlineData("[ForeignKey] public partial Place [|Home|] { get; set; } [ForeignKey(RelatedName = \"VisitedThings\")] public partial Place? Visited { get; set; }")]
    [InlineData("[ForeignKey(RelatedName = \"VisitedThings\")] public partial Place? Visited { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Place [|Home|] { get; set; }")]
    public Task A_name_that_does_not_say_which_is_reported(string members) => VerifyAsync(InModel("public int Id { get; set; } " + members));

    [Theory]
    [InlineData("[ForeignKey] public partial Place Place { get; set; }")]
    [InlineData("[ForeignKey] public partial Place Home { get; set; }")]
    [InlineData("[ForeignKey(RelatedName = \"Parts\")] public partial Thing? Parent { get; set; }")]
    [InlineData("[ForeignKey(RelatedName = \"+\")] public partial Thing? Parent { get; set; }")]
    [InlineData("[OneToOne(RelatedName = \"Predecessor\")] public partial Thing? Successor { get; set; }")]
    [InlineData("[ForeignKey(RelatedName = \"Things\")] public partial Place Home { get; set; } [ForeignKey(RelatedName = \"VisitedThings\")] public partial Place? Visited { get; set; }")]
    [InlineData("[ForeignKey] public partial Place Home { get; set; } [ForeignKey(RelatedName = \"+\")] public partial Place? Visited { get; set; }")]
    [InlineData("[ForeignKey] public partial Place Home { get; set; } [ManyToMany(RelatedName = \"Seen\")] public partial ManyToMany<Place, PlaceQuery> Visited { get; }")]
    public Task One_that_does_or_that_is_the_only_one_is_not(string members) => VerifyAsync(InModel("public int Id { get; set; } " + members + " } [Database] public partial class ThingDb {"));
}
