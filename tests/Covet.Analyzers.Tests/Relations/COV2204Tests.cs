using Covet.Analyzers.Relations;

namespace Covet.Analyzers.Tests.Relations;

public sealed class COV2204Tests : RuleTests<RequiresAnalyzer>
{
    protected override string Reported => "static void Show([Requires([|nameof(User.Name)|])] User user) { } Show(ann);";

    [Fact]
    public Task A_name_that_is_no_relation_is_reported() => VerifyAsync("""
        public static class Pages
        {
            public static void One([Requires(nameof(User.Posts), [|"Nope"|])] User user) { }
            public static void Many([Requires([|nameof(User.Email)|])] IReadOnlyList<User> users) { }
            public static void Path([Requires([|"Posts.Title"|], "Posts.Tags")] User[] users) { }
            public static void Number([Requires([|"Posts"|])] int number) { }
            public static void Place([Requires([|nameof(User.TopPosts)|])] User user) { }
        }
        """);

    [Theory]
    [InlineData("[Requires(nameof(User.Posts), nameof(User.Profile))] User user")]
    [InlineData("[Requires(nameof(User.Posts))] IEnumerable<User> users")]
    [InlineData("[Requires(\"Posts.Tags\", \"Posts.Author.Profile\")] List<User> users")]
    [InlineData("[Requires(nameof(Post.Author))] Post? post")]
    [InlineData("[Requires(nameof(Tag.Posts))] Tag[] tags")]
    [InlineData("[Requires] User user")]
    [InlineData("[DisallowNull] User user")]
    public Task Relations_are_not(string parameter) => VerifyAsync($"public static class Pages {{ public static void Show({parameter}) {{ }} }}");
}
