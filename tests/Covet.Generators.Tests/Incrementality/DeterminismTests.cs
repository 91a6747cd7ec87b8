using System.Globalization;
using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Incrementality;

/// <summary>The same models give the same bytes, whoever builds them.</summary>
public sealed class DeterminismTests
{
    /// <summary>Has problems in three files, so that their order can differ.</summary>
    private static readonly string[] Broken =
    [
        "[Model] public partial class C { public string Name { get; set; } = \"\"; public object Odd { get; set; } = 1; }",
        "[Model] public class A { public int Id { get; set; } }",
        "[Model] public partial class B { public int Id { get; set; } public object Odd { get; set; } = 1; }",
    ];

    public static TheoryData<string> Names => Zoo.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_culture_gets_the_same_text(string name)
    {
        var expected = Outputs(Zoo.Shapes[name]);

        Assert.All(["tr-TR", "fa-IR", "de-DE", ""], culture => Assert.Equal(expected, In(culture, () => Outputs(Zoo.Shapes[name]))));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_run_gives_the_same_text(string name) => Assert.Equal(Outputs(Zoo.Shapes[name]), Outputs(Zoo.Shapes[name]));

    [Theory]
    [MemberData(nameof(Names))]
    public void Line_ends_of_the_source_reach_no_output(string name)
    {
        var unix = Zoo.Shapes[name].ReplaceLineEndings("\n");

        var outputs = Outputs(unix.ReplaceLineEndings("\r\n"));

        Assert.Equal(Outputs(unix), outputs);
        Assert.DoesNotContain(outputs, output => output.Contains('\r', StringComparison.Ordinal));
    }

    [Fact]
    public void Every_culture_gets_the_same_problems()
    {
        var expected = Problems(Broken);

        Assert.NotEmpty(expected);
        Assert.All(["tr-TR", "fa-IR", "de-DE", ""], culture => Assert.Equal(expected, In(culture, () => Problems(Broken))));
    }

    [Fact]
    public void The_order_of_files_changes_no_problem() =>
        Assert.Equal(Problems(Broken).Order(StringComparer.Ordinal), Problems([.. Broken.Reverse()]).Order(StringComparer.Ordinal));

    [Fact]
    public void Problems_come_in_the_same_order_in_every_run() => Assert.Equal(Problems(Broken), Problems(Broken));

    private static List<string> Outputs(string source) =>
        [.. Run(source).GeneratedTrees.Select(tree => tree.FilePath + "\n" + tree)];

    private static List<string> Problems(string[] sources) =>
        [.. Run(sources).Diagnostics.Select(problem => problem.GetMessage(CultureInfo.InvariantCulture))];

    private static GeneratorDriverRunResult Run(params string[] sources) =>
        GeneratorTest.CreateDriver().RunGenerators(GeneratorTest.Compile(sources)).GetRunResult();

    private static T In<T>(string culture, Func<T> run)
    {
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
            return run();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
