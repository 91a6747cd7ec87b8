using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>Which writes through related sets, and of queries, compile.</summary>
public sealed class SetWriteTests
{
    [Theory]
    [InlineData("user.Posts.AddAsync(post, post)")]
    [InlineData("user.Posts.AddAsync(new System.Collections.Generic.List<Post>())")]
    [InlineData("user.Posts.AddAsync([post], default)")]
    [InlineData("user.Posts.CreateAsync(new Post())")]
    [InlineData("user.Posts.SetAsync(post)")]
    [InlineData("user.EditedPosts.AddAsync(post)")]
    [InlineData("user.EditedPosts.RemoveAsync(post)")]
    [InlineData("user.EditedPosts.ClearAsync()")]
    [InlineData("post.Tags.AddAsync(tag, tag)")]
    [InlineData("post.Tags.AddAsync(1, 2)")]
    [InlineData("post.Tags.AddAsync([1, 2], default)")]
    [InlineData("post.Tags.SetAsync([tag])")]
    [InlineData("post.Tags.SetAsync([1])")]
    [InlineData("post.Tags.SetAsync()")]
    [InlineData("post.Tags.RemoveAsync(1)")]
    [InlineData("tag.Posts.RemoveAsync(post)")]
    public void A_write_that_makes_sense_compiles(string write) => Assert.Empty(ErrorsOf(write));

    [Theory]
    [InlineData("user.EditedPosts.RemoveAsync(tag)", null)]
    [InlineData("user.Posts.AddAsync(tag)", "CS1503")]
    [InlineData("user.Posts.AddAsync(1)", "CS1503")]
    [InlineData("user.Posts.CreateAsync(tag)", "CS1503")]
    [InlineData("post.Tags.AddAsync(tag, link => { })", "CS1660")]
    [InlineData("post.Tags.CreateAsync(post)", "CS1503")]
    [InlineData("post.Tags.AddAsync(tag, 1)", null)]
    [InlineData("post.Tags.AddAsync(\"1\")", null)]
    [InlineData("post.Tags.AddAsync(post)", null)]
    public void A_write_that_makes_none_does_not(string write, string? id)
    {
        var errors = ErrorsOf(write);
        Assert.NotEmpty(errors);
        if (id is not null)
            Assert.Contains(id, errors);
    }

    [Theory]
    [InlineData("db.Posts.All().DeleteAsync()")]
    [InlineData("db.Posts.Where(p => p.Views < 10).DeleteAsync(default)")]
    [InlineData("db.Posts.Where(p => p.Views < 10).UpdateAsync(p => p.Views.Set(p.Views + 1), p => p.Published.Set(true))")]
    [InlineData("db.Posts.All().UpdateAsync(p => p.Views.Set(p.Comments.Count()))")]
    [InlineData("db.Posts.All().UpdateAsync([p => p.Views.Set(3)], default)")]
    [InlineData("db.Posts.All().UpdateAsync(p => p.EditorId.Set(null), p => p.EditorId.Set(p.AuthorId), p => p.Title.Set(new Covet.RawExpression(\"''\")))")]
    [InlineData("db.Posts.All().Returning().DeleteAsync(default)")]
    [InlineData("db.Posts.Where(p => p.Views < 10).Returning(p => p.Id).UpdateAsync(p => p.Views.Set(p.Views + 1), p => p.Published.Set(true))")]
    [InlineData("db.Posts.All().Returning(p => (p.Id, p.Views + 1)).UpdateAsync([p => p.Views.Set(3)], default)")]
    [InlineData("user.Posts.Query.Returning(p => (p, p.Id)).DeleteAsync()")]
    [InlineData("db.Posts.UpdateAsync(post)")]
    [InlineData("db.Posts.UpdateAsync(post, p => p.Title, p => p.Views)")]
    [InlineData("db.Posts.UpdateAsync(post, [p => p.Title, p => p.Views], default)")]
    [InlineData("db.Posts.DeleteAsync(post)")]
    public void A_write_of_a_query_that_makes_sense_compiles(string write) => Assert.Empty(ErrorsOf(write));

    [Theory]
    [InlineData("db.Posts.DeleteAsync()", "All().DeleteAsync()")]
    [InlineData("db.Posts.DeleteAsync(default(System.Threading.CancellationToken))", "All().DeleteAsync()")]
    [InlineData("db.Posts.UpdateAsync(p => p.Views.Set(1))", "All().UpdateAsync(...)")]
    [InlineData("db.Posts.UpdateAsync([p => p.Views.Set(1)], default)", "All().UpdateAsync(...)")]
    [InlineData("db.Posts.Returning().DeleteAsync()", "All().Returning(...)")]
    [InlineData("db.Posts.Returning(p => p.Id).UpdateAsync(p => p.Views.Set(1))", "All().Returning(...)")]
    [InlineData("db.Posts.Returning(p => (p.Id, p.Views)).DeleteAsync()", "All().Returning(...)")]
    public void A_write_of_the_bare_table_says_what_to_say(string write, string remedy)
    {
        var error = Assert.Single(DiagnosticsOf(write));
        Assert.Equal("CS0619", error.Id);
        Assert.Contains(remedy, error.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("db.Posts.All().UpdateAsync(p => p.Views.Set(null))")]
    [InlineData("db.Posts.All().UpdateAsync(p => p.Views.Set(\"1\"))")]
    [InlineData("db.Posts.All().UpdateAsync(p => p.Views.Set(p.Title))")]
    [InlineData("db.Posts.All().UpdateAsync(p => p.AuthorId.Set(p.EditorId))")]
    [InlineData("db.Posts.All().UpdateAsync(p => p.Author.Set(user))")]
    [InlineData("db.Posts.All().UpdateAsync(p => p.Views)")]
    [InlineData("db.Posts.All().UpdateAsync(post, p => p.Views)")]
    [InlineData("db.Posts.Select(p => p.Title).DeleteAsync()")]
    [InlineData("db.Posts.UpdateAsync(post, p => p.Views + 1)")]
    [InlineData("db.Posts.All().Returning().UpdateAsync(post)")]
    [InlineData("db.Posts.All().Returning().ToListAsync()")]
    [InlineData("db.Posts.Select(p => p.Title).Returning().DeleteAsync()")]
    public void A_write_of_a_query_that_makes_none_does_not(string write) => Assert.NotEmpty(ErrorsOf(write));

    private static List<string> ErrorsOf(string write) => DiagnosticsOf(write).ConvertAll(diagnostic => diagnostic.Id);

    private static List<Diagnostic> DiagnosticsOf(string write)
        => GeneratorTest.RunUnchecked(
            Infrastructure.Blog.Source,
            $"using Blog; public static class Program {{ public static object Run(BlogDb db, User user, Post post, Tag tag) => {write}; }}")
            .Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
}
