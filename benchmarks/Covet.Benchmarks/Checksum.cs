namespace Bench;

/// <summary>Proves that contestants read the same rows into the same shape.</summary>
internal static class Checksum
{
    public static long Of(PostRow post) => Of(post.Id, post.AuthorId, post.Title, post.Body, post.Views, post.CreatedAt);

    public static long Of(Post post) => Of(post.Id, post.AuthorId, post.Title, post.Body, post.Views, post.CreatedAt);

    public static long Of(List<PostRow> posts) => posts.Sum(Of);

    public static long Of(List<Post> posts) => posts.Sum(Of);

    public static long Of(IEnumerable<UserRow> users) => users.Sum(user => user.Id + user.Name.Length + user.Posts.Sum(post =>
        Of(post) + post.Comments.Sum(comment => (long)comment.Id * post.Id) + post.Tags.Sum(tag => (long)tag.Id * tag.Name.Length * post.Id)));

    public static long Of(List<User> users) => users.Sum(user => user.Id + user.Name.Length + user.Posts.All().Sum(post =>
        Of(post) + post.Comments.All().Sum(comment => (long)comment.Id * post.Id) + post.Tags.All().Sum(tag => (long)tag.Id * tag.Name.Length * post.Id)));

    private static long Of(int id, int authorId, string title, string body, int views, DateTimeOffset createdAt)
        => id + (31L * authorId) + title.Length + body.Length + views + (createdAt.Ticks % 1_000_003);
}
