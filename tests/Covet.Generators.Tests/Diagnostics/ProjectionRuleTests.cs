using System.Globalization;
using Covet.Generators.Tests.Infrastructure;

namespace Covet.Generators.Tests.Diagnostics;

/// <summary>What <see cref="RuleTests"/> are for the members of projections: the message names what to write.</summary>
public sealed class ProjectionRuleTests
{
    [Theory]
    [InlineData("string Titel", "'Card.Titel': 'Post' has no column, relation, count or aggregate of that name. Did you mean 'Title'?")]
    [InlineData("string title", "'Card.title': 'Post' has no column, relation, count or aggregate of that name. Did you mean 'Title'?")]
    [InlineData("string AuthrName", "'Card.AuthrName': 'Post' has no column, relation, count or aggregate of that name. Did you mean 'AuthorName'?")]
    [InlineData("string AuthorNmae", "'Card.AuthorNmae': 'Post' has no column, relation, count or aggregate of that name. Did you mean 'AuthorName'?")]
    [InlineData("string AuthorProfileCitty", "'Card.AuthorProfileCitty': 'Post' has no column, relation, count or aggregate of that name. Did you mean 'AuthorProfileCity'?")]
    [InlineData("int ComentsCount", "'Card.ComentsCount': 'Post' has no column, relation, count or aggregate of that name. Did you mean 'CommentsCount'?")]
    [InlineData("bool HasComents", "'Card.HasComents': 'Post' has no column, relation, count or aggregate of that name. Did you mean 'HasComments'?")]
    [InlineData("string X", "'Card.X': 'Post' has no column, relation, count or aggregate of that name")]
    [InlineData("bool HasAuthor", "'Card.HasAuthor': 'Post' has no column, relation, count or aggregate of that name")]
    [InlineData("int AuthorCount", "'Card.AuthorCount': 'Post' has no column, relation, count or aggregate of that name")]
    public void COV1021_fires_on_names_that_nothing_has(string member, string message) => AssertFires(member, message);

    [Theory]
    [InlineData("string Id", "'Card.Id': 'Id' is of type 'int'. Write 'int Id'")]
    [InlineData("string EditorName", "'Card.EditorName': 'Editor.Name' may be NULL. Write 'string? EditorName'")]
    [InlineData("int EditorName", "'Card.EditorName': 'Editor.Name' is of type 'string?'. Write 'string? EditorName'")]
    [InlineData("Mood Mood", "'Card.Mood': 'Mood' may be NULL. Write 'Mood? Mood'")]
    [InlineData("int? CommentCount", "'Card.CommentCount': the number of rows of 'Comments' is an int or a long. Write 'int CommentCount'")]
    [InlineData("int HasComments", "'Card.HasComments': whether there is a row of 'Comments' is of type 'bool'. Write 'bool HasComments'")]
    [InlineData("int? CommentLengthSum", "'Card.CommentLengthSum': the sum of 'Comments.Length' is of type 'long?'. Write 'long? CommentLengthSum'")]
    [InlineData("long CommentLengthSum", "'Card.CommentLengthSum': the sum of 'Comments.Length' is NULL where there is no row. Write 'long? CommentLengthSum'")]
    [InlineData("decimal? AuthorPostsIdAvg", "'Card.AuthorPostsIdAvg': the average of 'Author.Posts.Id' is of type 'double?'. Write 'double? AuthorPostsIdAvg'")]
    [InlineData("string CommentTextMax", "'Card.CommentTextMax': the greatest value of 'Comments.Text' is NULL where there is no row. Write 'string? CommentTextMax'")]
    public void COV1021_fires_on_members_of_another_type(string member, string message) => AssertFires(member, message);

    [Theory]
    [InlineData("long? CommentTextSum", "'Card.CommentTextSum': 'Comments.Text' is of type 'string', which has no sum")]
    [InlineData("double? CommentSmallAvg", "'Card.CommentSmallAvg': 'Comments.Small' is of type 'short', which has no average")]
    [InlineData("bool? CommentHiddenMax", "'Card.CommentHiddenMax': 'Comments.Hidden' is of type 'bool', which has no greatest value")]
    [InlineData("Guid? CommentTokenMin", "'Card.CommentTokenMin': 'Comments.Token' is of type 'System.Guid', which has no smallest value")]
    [InlineData("User Author", "'Card.Author': 'Author' is a whole 'User', but a projection holds columns. Name each that is needed, as in 'AuthorName'")]
    [InlineData("List<Comment> Comments", "'Card.Comments': 'Comments' leads to many rows, but a projection is one. Count them, 'CommentsCount', or select the model and prefetch them")]
    public void COV1021_fires_on_what_a_projection_cannot_hold(string member, string message) => AssertFires(member, message);

    [Fact]
    public void COV1021_does_not_fire_on_what_has_the_name_and_the_type() => GeneratorTest.Run(
        Models("int Id, string? Title, string AuthorName, string? EditorName, string? AuthorProfileCity, int CommentCount, long CommentsCount, bool HasComments, bool HasEditor, bool? EditorHasPosts, int AuthorPostCount, "
            + "long? CommentLengthSum, string? CommentTextMax, short? CommentSmallMin, double? CommentsLengthAvg"));

    private static void AssertFires(string member, string message)
    {
        var run = GeneratorTest.Run(Models(member), "COV1021 " + member[(member.LastIndexOf(' ') + 1)..]);
        Assert.Equal(message, run.Diagnostics[0].GetMessage(CultureInfo.InvariantCulture));
    }

    private static string Models(string members) => $$"""
        public enum Mood { Good }
        [Model] public partial class User { public int Id { get; set; } public string Name { get; set; } = ""; }
        [Model] public partial class Profile { public int Id { get; set; } [OneToOne] public partial User User { get; set; } public string City { get; set; } = ""; }
        [Model] public partial class Post
        {
            public int Id { get; set; }
            public string Title { get; set; } = "";
            public Mood? Mood { get; set; }
            [ForeignKey] public partial User Author { get; set; }
            [ForeignKey(RelatedName = "EditedPosts")] public partial User? Editor { get; set; }
        }
        [Model] public partial class Comment
        {
            public int Id { get; set; }
            public string Text { get; set; } = "";
            public int Length { get; set; }
            public short Small { get; set; }
            public bool Hidden { get; set; }
            public Guid Token { get; set; }
            [ForeignKey] public partial Post Post { get; set; }
        }
        [Projection<Post>] public partial record Card({{members}});
        """;
}
