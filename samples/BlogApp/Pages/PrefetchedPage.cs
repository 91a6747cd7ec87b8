namespace Blog.Pages;

/// <summary>The same ten authors with their three newest posts, declared as one graph.</summary>
internal static class PrefetchedPage
{
    public static async Task<List<string>> ReadAsync(BlogDb db)
    {
        List<User> users = await db.Users
            .OrderBy(u => u.Name).ThenBy(u => u.Id)
            .Take(10)
            .Prefetch(
                u => u.Profile,
                u => u.Posts.Live().OrderByDescending(p => p.Id).Take(3)
                    .Prefetch(p => p.Tags, p => p.Comments.Prefetch(c => c.Author)))
            .ToListAsync();

        // Nothing below is awaited, so nothing below can touch the database.
        var lines = new List<string>();
        foreach (var user in users)
        {
            lines.Add(PageText.Of(user));
            foreach (var post in user.Posts.All())
            {
                lines.Add(PageText.Of(post, post.Tags.All()));
                lines.AddRange(post.Comments.All().Select(PageText.Of));
            }
        }

        return lines;
    }
}
