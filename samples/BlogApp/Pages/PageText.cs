namespace Blog.Pages;

/// <summary>How the page shows what was loaded.</summary>
internal static class PageText
{
    public static string Of(User user) => $"{user.Name}, {user.Profile?.City ?? "somewhere"}";

    public static string Of(Post post, IEnumerable<Tag> tags) => $"  {post.Title} [{string.Join(", ", tags.Select(t => t.Name))}]";

    public static string Of(Comment comment) => $"    {comment.Author.Name}: {comment.Text}";
}
