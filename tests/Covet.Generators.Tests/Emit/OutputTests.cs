using Covet.Generators.Emit;
using Covet.Generators.Tests.Infrastructure;
using Snapshooter.Xunit;

namespace Covet.Generators.Tests.Emit;

/// <summary>What generated code looks like, once for each output.</summary>
public sealed class OutputTests
{
    private const string Models = Blog.Source + """
        [Projection<Post>] public partial record PostCard(int Id, string Title, string AuthorName, int CommentCount, bool HasTags, int? AuthorPostViewsMax);
        """;

    [Theory]
    [InlineData("Blog.Post.Model.g.cs")]
    [InlineData("Blog.Post.Relations.g.cs")]
    [InlineData("Blog.Post.Columns.g.cs")]
    [InlineData("Blog.Post.Prefetch.g.cs")]
    [InlineData("Blog.Post.Query.g.cs")]
    [InlineData("Blog.Post.Table.g.cs")]
    [InlineData("Blog.User.Conflicts.g.cs")]
    [InlineData("Blog.Tag.Keys.g.cs")]
    [InlineData("Blog.BlogDb.Database.g.cs")]
    [InlineData("Blog.PostCard.Projection.g.cs")]
    [InlineData("Covet.Registry.g.cs")]
    public void Every_output_looks_as_approved(string file) =>
        Snapshot.Match(GeneratorTest.Run(Models).Source(file), $"Output_{file.Replace(".g.cs", "", StringComparison.Ordinal)}");

    [Fact]
    public void Files_differ_when_only_their_case_does()
    {
        var run = GeneratorTest.Run("[Model(Table = \"a\", Plural = \"A\")] public partial class Item { public int Id { get; set; } } [Model(Table = \"b\", Plural = \"B\")] public partial class ITEM { public int Id { get; set; } }");

        Assert.Contains("Item.2.Model.g.cs", run.Result.GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath)));
        Assert.Contains("ITEM.Model.g.cs", run.Result.GeneratedTrees.Select(tree => Path.GetFileName(tree.FilePath)));
    }

    [Fact]
    public void Lines_end_alike_everywhere() =>
        Assert.All(GeneratorTest.Run(Models.ReplaceLineEndings("\r\n")).Result.GeneratedTrees, tree => Assert.DoesNotContain("\r", tree.ToString(), StringComparison.Ordinal));

    [Fact]
    public void Blocks_close_themselves()
    {
        var writer = new SourceWriter();

        using (writer.Block("a"))
            writer.WriteMember("b");

        Assert.Equal("a\n{\n    b\n}\n", writer.ToString());
    }

    [Fact]
    public void Raw_literals_have_more_quotes_than_their_text() => Assert.Equal(["\"\"\"", "\"\"\"", "\"\"\"\""], ((string[])["", "\"a\"", "a\"\"\"b"]).Select(Literals.RawQuotes));
}
