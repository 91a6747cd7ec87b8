using System.Globalization;
using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>What doesn't compile, and says what to write instead.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("user.Posts.RemoveAsync(post)", "foreign key of these rows is required")]
    [InlineData("user.Posts.RemoveAsync(post, post)", "foreign key of these rows is required")]
    [InlineData("user.Posts.RemoveAsync([post], default)", "foreign key of these rows is required")]
    [InlineData("user.Posts.ClearAsync()", "foreign key of these rows is required")]
    [InlineData("user.Posts.ClearAsync(default)", "foreign key of these rows is required")]
    [InlineData("db.Users.Include(u => u.Posts)", "is loaded by Prefetch")]
    [InlineData("db.Posts.Where(p => p.Views > 1).Include(p => p.Tags, p => p.Tags)", "is loaded by Prefetch")]
    [InlineData("db.Posts.UpsertAsync(post, x => x.Title)", "Post.Title isn't unique, so an upsert can't go by it. Name what is, x => x.Id, or mark Title with [Unique].")]
    [InlineData("db.Tags.UpsertManyAsync([tag], x => x.Colour)", "Name what is, x => x.Id or x => x.Name, or mark Colour with [Unique].")]
    public void What_does_not_exist_says_what_does(string expression, string remedy)
    {
        var error = Assert.Single(ErrorsOf(expression));
        Assert.Equal("CS0619", error.Id);
        Assert.Contains(remedy, error.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>Not by an extension GetEnumerator: where a collection expression spreads one, the compiler doesn't say that it is obsolete.</summary>
    [Theory]
    [InlineData("Loop(() => { foreach (var each in user.Posts) { } })", "CS1579")]
    [InlineData("Loop(() => { foreach (var each in db.Posts) { } })", "CS8414")]
    [InlineData("new System.Collections.Generic.List<Post>([.. user.Posts])", "CS9212")]
    public void What_is_not_enumerable_is_so_everywhere(string expression, string id) => Assert.Equal(id, Assert.Single(ErrorsOf(expression)).Id);

    [Theory]
    [InlineData("user.EditedPosts.RemoveAsync(post)")]
    [InlineData("user.EditedPosts.ClearAsync()")]
    [InlineData("post.Tags.RemoveAsync(tag)")]
    [InlineData("db.Posts.Include(p => p.Author, p => p.Editor)")]
    [InlineData("db.Posts.UpsertAsync(post, x => x.Id)")]
    public void What_exists_is_meant(string expression) => Assert.Empty(ErrorsOf(expression));

    private static List<Diagnostic> ErrorsOf(string expression)
        => GeneratorTest.RunUnchecked(
            Infrastructure.Blog.Source.Replace("public partial class Tag\n{", "public partial class Tag\n{\n    public string Colour { get; set; } = \"\";", StringComparison.Ordinal),
            "using Blog; using Covet; public static class Program { public static int Loop(System.Action loop) => 0; " +
            $"public static object Run(BlogDb db, User user, Post post, Tag tag) => {expression}; }}")
            .Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
}
