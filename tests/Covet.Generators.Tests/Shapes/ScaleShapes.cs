using Covet.Generators.Model;
using Covet.Generators.Tests.Graph;
using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Shapes;

/// <summary>Many columns, many models, long chains.</summary>
public sealed class ScaleShapes
{
    [Fact]
    public void A_model_may_have_a_thousand_columns()
    {
        var run = GeneratorTest.RunUnchecked(
            $"[Model] public partial class Wide {{ public int Id {{ get; set; }} {string.Concat(Enumerable.Range(0, 1000).Select(i => $"public int? C{i} {{ get; set; }} "))} }} [Database] public partial class Db;");

        Assert.Empty(run.Reported);
        Assert.Equal(1001, run.Model("Wide").Columns.Count);
        run.AssertIsFaultless();
    }

    [Fact]
    public void Three_thousand_models_take_as_long_each_as_three_hundred()
    {
        var small = Measure(300);
        var large = Measure(3000);

        Assert.True(large < small * 30, $"{large} for 3000 models, {small} for 300");
    }

    [Fact]
    public void A_chain_of_three_hundred_models_is_generated_and_its_tables_follow_it()
    {
        var run = GeneratorTest.RunUnchecked(
            string.Concat(Enumerable.Range(0, 300).Select(i => $"[Model] public partial class M{i} {{ public int Id {{ get; set; }} [ForeignKey(OnDelete = OnDelete.Cascade)] public partial M{(i + 1) % 301} Next {{ get; set; }} }} "))
                + "[Model] public partial class M300 { public int Id { get; set; } } [Database] public partial class Db;");

        Assert.Empty(run.Reported);
        Assert.Equal(Enumerable.Range(0, 301).Select(i => $"m{300 - i}s"), run.Databases[0].Tables.Select(table => table.Name));
        run.AssertIsFaultless();
    }

    [Fact]
    public void A_circle_of_three_thousand_models_is_one_problem()
    {
        var result = Specs.Plan([.. Chain(3000).Append(Specs.Class("M3000", Specs.Column("Id"), Specs.Reference("Next", "M0")))]);

        Assert.Equal(["COV1028"], result.Problems.Select(problem => problem.Rule));
        Assert.Equal(3001, result.Databases[0].Tables.Count);
    }

    [Fact]
    public void Keys_may_be_lent_three_hundred_times()
    {
        var models = Enumerable.Range(0, 300).Select(i => Specs.Class($"M{i}", Specs.Reference("Next", $"M{i + 1}", isKey: true, isOneToOne: true, relatedName: "+"))).Append(Specs.Class("M300", Specs.Column("Id")));

        Assert.Equal(301, Specs.Plan([.. models]).Models.Count);
    }

    /// <summary>The work of planning models in a chain that is against the order of their names, in bytes that it takes: unlike time, they are the same each time.</summary>
    private static long Measure(int count)
    {
        var models = Chain(count).Append(Specs.Class($"M{count}", Specs.Column("Id"))).ToArray();
        Specs.Plan(models);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal(count + 1, Specs.Plan(models).Models.Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static IEnumerable<ModelSpec> Chain(int count) =>
        Enumerable.Range(0, count).Select(i => Specs.Class($"M{i}", Specs.Column("Id"), Specs.Reference("Next", $"M{i + 1}", relatedName: "+")));
}
