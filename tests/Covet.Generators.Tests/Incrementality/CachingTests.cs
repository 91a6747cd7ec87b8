using Covet.Generators.Graph;
using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Incrementality;

public sealed class CachingTests
{
    private const string User = "[Model] public partial class User { public int Id { get; set; } public string Name { get; set; } = \"\"; }";
    private const string Post = "[Model] public partial class Post { public int Id { get; set; } public string Upper() => \"A\"; [ForeignKey] public partial User Author { get; set; } }";
    private const string Tag = "[Model] public partial class Tag { public int Id { get; set; } }";

    [Fact]
    public void A_comment_changes_nothing() => Assert.Empty(PlansChangedBy(Tag, "// a comment\n" + Tag));

    [Fact]
    public void A_method_body_changes_nothing() => Assert.Empty(PlansChangedBy(Post, Post.Replace("\"A\"", "\"B\"", StringComparison.Ordinal)));

    [Fact]
    public void A_method_changes_nothing() => Assert.Empty(PlansChangedBy(Tag, Tag.Replace("{ public", "{ void More() { } public", StringComparison.Ordinal)));

    [Fact]
    public void A_type_that_is_no_model_changes_nothing() => Assert.Empty(PlansChangedBy(Tag, Tag + " public class Other;"));

    [Fact]
    public void A_column_changes_its_model_only() => Assert.Equal(["Tag"], PlansChangedBy(Tag, Tag.Replace("{ public", "{ public int More { get; set; } public", StringComparison.Ordinal)));

    [Fact]
    public void A_relation_changes_both_sides_and_nobody_else() =>
        Assert.Equal(["Post", "User"], PlansChangedBy(Post, Post.Replace("Author", "Writer", StringComparison.Ordinal)));

    [Fact]
    public void A_problem_that_stays_keeps_plans_and_moves_with_its_code()
    {
        var broken = Tag.Replace("int Id", "object Odd { get; set; } = 1; public int Id", StringComparison.Ordinal);

        Assert.Empty(PlansChangedBy(broken, "\n\n" + broken));
    }

    [Fact]
    public void The_order_of_files_changes_no_output()
    {
        string[] sources = [User, Post, Tag, "[Database] public partial class Db;"];

        Assert.Equal(Outputs(sources), Outputs([.. sources.Reverse()]));

        static IEnumerable<string> Outputs(string[] sources) =>
            GeneratorTest.RunAll(sources).Result.GeneratedTrees.Select(tree => tree.ToString()).Order(StringComparer.Ordinal);
    }

    private static List<string> PlansChangedBy(string before, string after)
    {
        var compilation = GeneratorTest.Compile(User, Post, Tag, "");
        var tree = compilation.SyntaxTrees.Single(tree => tree.ToString().Contains(before, StringComparison.Ordinal) || tree.ToString().Contains(Shared(before), StringComparison.Ordinal));
        compilation = compilation.ReplaceSyntaxTree(tree, tree = GeneratorTest.Parse(before, tree.FilePath));
        var driver = GeneratorTest.CreateDriver().RunGenerators(compilation);

        var edited = compilation.ReplaceSyntaxTree(tree, GeneratorTest.Parse(after, tree.FilePath));
        var result = driver.RunGenerators(edited).GetRunResult().Results[0];
        return result.TrackedSteps[TrackingNames.ModelPlans]
            .SelectMany(step => step.Outputs)
            .Where(output => output.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
            .Select(output => ((ModelPlan)output.Value).Type.Name)
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    private static string Shared(string source) => source[..source.IndexOf('{', StringComparison.Ordinal)];
}
