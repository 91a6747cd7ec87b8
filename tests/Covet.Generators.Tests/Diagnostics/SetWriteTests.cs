using Covet.Generators.Tests.Infrastructure;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>Which writes through related sets compile.</summary>
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
    [InlineData("user.Posts.RemoveAsync(post)", "CS1929")]
    [InlineData("user.Posts.ClearAsync()", "CS1061")]
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

    private static List<string> ErrorsOf(string write)
        => GeneratorTest.RunUnchecked(
            Infrastructure.Blog.Source,
            $"using Blog; public static class Program {{ public static object Run(User user, Post post, Tag tag) => {write}; }}")
            .Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Id).ToList();
}
