using Covet.Generators.Model;
using Covet.Generators.Tests.Infrastructure;
using static Covet.Generators.Tests.Graph.Specs;

namespace Covet.Generators.Tests.Graph;

/// <summary>A fault of Covet's own on one model costs no other one its code. Specs that can't be written make the faults.</summary>
public sealed class FailureTests
{
    private static readonly Dictionary<string, ModelSpec> Faults = new()
    {
        ["no member"] = Class("Bad", Column("Id")) with { Members = new([new MemberSpec(null, null)]) },
        ["no type"] = Class("Bad", Column("Id"), Column("Odd") with { Type = null! }),
        ["no target"] = Class("Bad", Column("Id"), Reference("Odd", "User") with { Target = null! }),
        ["no name"] = Class("Bad", Column("Id")) with { MemberNames = new([null!]), ManyToManys = new([ManyToMany("Odd", "User") with { Target = null! }]) },
        ["no index"] = Class("Bad", Column("Id"), new IndexSpec(default, null, true, true, null)) with { Indexes = new([null!]) },
        ["no property"] = Class("Bad", Column("Id")) with { Intos = new([null!]) },
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_fault_on_one_model_costs_it_alone(string fault)
    {
        var result = Plan(
            Class("User", Column("Id")), Faults[fault], Class("Post", Column("Id"), Reference("Author", "User"), Reference("Bad", "Bad", relatedName: "+")));

        Assert.Equal(["Post", "User"], result.Models.Select(model => model.Type.Name));
        Assert.Equal(["Posts", "Users"], result.Databases[0].Sets.Select(set => set.Name));
        Assert.Equal("Author", Assert.Single(result.Models[0].References).Property.Name);
        var problem = Assert.Single(result.Problems);
        Assert.Equal(("COV1099", "Shop.Bad", "Bad"), (problem.Rule, problem.Type, problem.Arguments[0]));
    }

    [Fact]
    public void A_cancelled_run_is_cancelled_and_says_nothing()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => GeneratorTest.CreateDriver().RunGenerators(GeneratorTest.Compile(Zoo.Types), source.Token));
    }
}
