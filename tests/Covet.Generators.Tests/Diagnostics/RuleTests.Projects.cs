using System.Globalization;
using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>The rules of a project as a whole: its language, what stands beside its models, and how they hang together.</summary>
public sealed partial class RuleTests
{
    private const string Circle =
        "[Model] public partial class Team { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Restrict)] public partial Player Captain { get; set; } } "
        + "[Model] public partial class Player { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Restrict)] public partial Team Team { get; set; } } [Database] public partial class Db;";

    [Theory]
    [InlineData(LanguageVersion.CSharp13, "13.0")]
    [InlineData(LanguageVersion.CSharp12, "12.0")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp1, "1")]
    public void COV1025_fires_once_and_nothing_is_generated(LanguageVersion version, string name)
    {
        var run = new CompileSettings { Language = version }.Run(Blog.Source, "[Model] public class Flawed { }");

        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Equal(["COV1025 BlogDb"], run.Reported);
        Assert.Contains($"compiled as C# {name}, so nothing is generated", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(run.Result.GeneratedTrees);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp14, true)]
    [InlineData(LanguageVersion.Latest, true)]
    [InlineData(LanguageVersion.Preview, true)]
    [InlineData(LanguageVersion.CSharp8, false)]
    public void COV1025_does_not_fire_on_a_language_that_will_do_nor_where_there_is_no_model(LanguageVersion version, bool hasModels) =>
        Assert.Empty(new CompileSettings { Language = version }.Run(hasModels ? Blog.Source : "public class Plain { }").Reported);

    [Fact]
    public void COV1026_fires_on_the_second_model_of_one_plural()
    {
        var run = GeneratorTest.Run(
            "namespace Shop { [Model] public partial class Item { public int Id { get; set; } } } namespace My.Stock { [Model(Table = \"parts\")] public partial class Item { public int Id { get; set; } } } "
                + "[Model(Table = \"men\")] public partial class Person { public int Id { get; set; } } [Model(Table = \"women\")] public partial class People { public int Id { get; set; } } [Database] public partial class Db;",
            "COV1026 Item", "COV1026 Person");

        Assert.Equal(
            [
                "'My.Stock.Item' and 'Shop.Item' would both be 'Db.Items'. Give one of them a plural of its own with [Model(Plural = \"ShopItems\")].",
                "'People' and 'Person' would both be 'Db.People'. Give one of them a plural of its own with [Model(Plural = \"OtherPeople\")].",
            ],
            run.Diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)).Order());
    }

    [Fact]
    public void COV1026_does_not_fire_without_a_database() => GeneratorTest.Run(
        "namespace Shop { [Model] public partial class Item { public int Id { get; set; } } } namespace Stock { [Model(Table = \"parts\")] public partial class Item { public int Id { get; set; } } }");

    [Theory]
    [InlineData("public class PostQuery { }", "PostQuery")]
    [InlineData("public partial struct PostQuery { }", "PostQuery")]
    [InlineData("public enum PostColumns { }", "PostColumns")]
    [InlineData("public static partial class PostTable { }", "PostTable")]
    [InlineData("public partial record PostTable;", "PostTable")]
    [InlineData("public partial class PostPrefetch { }", "PostPrefetch")]
    [InlineData("public delegate void PostConflicts();", "PostConflicts")]
    [InlineData("public static partial class PostKeyExtensions { }", "PostKeyExtensions")]
    [InlineData("namespace PostQuery { public class Inner; }", "PostQuery")]
    public void COV1027_fires_on_the_model_whose_types_are_there_already(string other, string name)
    {
        var run = GeneratorTest.Run("[Model] public partial class Post { public int Id { get; set; } } [Database] public partial class Db; " + other, "COV1027 Post");

        Assert.StartsWith($"Covet writes the type '{name}' for 'Post', but there is one of that name already. Rename one of them", run.Diagnostics[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void COV1027_fires_on_a_model_called_like_what_another_one_brings() => Assert.Equal(
        ["PostQuery"],
        GeneratorTest.Run("[Model] public partial class Post { public int Id { get; set; } } [Model] public partial class PostQuery { public int Id { get; set; } } [Database] public partial class Db;", "COV1027 Post")
            .Models.Select(model => model.Type.Name));

    [Theory]
    [InlineData("public partial class PostQuery { public PostQuery Recent() => OrderByDescending(p => p.Id).Take(10); }")]
    [InlineData("partial class PostColumns { public Expr<int> Twice => Id; } partial struct PostPrefetch { } partial struct PostConflicts { } partial class PostTable { }")]
    [InlineData("public class PostQuery<T> { } public class Outer { public class PostQuery { } } namespace Elsewhere { public class PostQuery { } }")]
    public void COV1027_does_not_fire_on_what_adds_to_Covets(string other) =>
        GeneratorTest.Run("[Model] public partial class Post { public int Id { get; set; } } [Database] public partial class Db; " + other);

    [Fact]
    public void COV1028_fires_on_required_relations_that_go_round()
    {
        var run = GeneratorTest.Run(Circle, "COV1028 Team");

        Assert.Equal(
            "Player.Team -> Team.Captain -> Player: each row needs one that is there already, so none can be the first. Make one of these relations nullable, for example 'Team.Captain'.",
            run.Diagnostics[0].GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(2, run.Models.Count);
    }

    [Theory]
    [InlineData("public int Id { get; set; }", true)]
    [InlineData("public Guid Id { get; set; }", false)]
    [InlineData("[Key] public string Code { get; set; } = \"\";", false)]
    public void COV1028_fires_on_a_required_relation_to_itself_where_the_database_gives_the_key(string key, bool fires) =>
        GeneratorTest.Run($"[Model] public partial class Node {{ {key} [ForeignKey] public partial Node Parent {{ get; set; }} }} [Database] public partial class Db;", fires ? ["COV1028 Parent"] : []);

    [Theory]
    [InlineData("partial Player Captain", "partial Player? Captain")]
    [InlineData("[Model] public partial class Player", "\n#pragma warning disable COV1028\n[Model] public partial class Player")]
    public void COV1028_does_not_fire_where_one_relation_may_be_missing_nor_under_a_pragma(string before, string after) =>
        GeneratorTest.Run(Circle.Replace(before, after, StringComparison.Ordinal));

    [Fact]
    public void COV1029_fires_on_cascades_that_go_round()
    {
        var run = GeneratorTest.Run(CascadingCircle, "COV1029 Team");

        Assert.Equal(
            "Player.Team -> Team.Captain -> Player: each delete cascades to the next, so deleting one row may delete all rows of these models. Give one of these relations another OnDelete, for example 'Team.Captain'.",
            run.Diagnostics[0].GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("OnDelete.Cascade)] public partial Player?", "OnDelete.SetNull)] public partial Player?")]
    [InlineData("[Model] public partial class Player", "\n#pragma warning disable COV1029\n[Model] public partial class Player")]
    public void COV1029_does_not_fire_where_one_relation_does_otherwise_nor_under_a_pragma(string before, string after) =>
        GeneratorTest.Run(CascadingCircle.Replace(before, after, StringComparison.Ordinal));

    [Fact]
    public void COV1029_does_not_fire_on_trees_and_diamonds() => GeneratorTest.Run(
        """
        [Model] public partial class Root { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Root? Parent { get; set; } }
        [Model] public partial class Left { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Root Root { get; set; } }
        [Model] public partial class Right { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Root Root { get; set; } }
        [Model] public partial class Leaf { public int Id { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Left Left { get; set; } [ForeignKey(OnDelete = OnDelete.Cascade)] public partial Right Right { get; set; } }
        [Database] public partial class Db;
        """);

    private static string CascadingCircle =>
        Circle.Replace("OnDelete.Restrict", "OnDelete.Cascade", StringComparison.Ordinal).Replace("partial Player Captain", "partial Player? Captain", StringComparison.Ordinal);
}
