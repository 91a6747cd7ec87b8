using Covet;

namespace Blog.Pages;

/// <summary>The page as it should not be written. Ten authors with their three newest posts, read as one comes across them: a query in a loop, and in a loop of that loop.</summary>
internal static class LoopingPage
{
    public static async Task<List<string>> ReadAsync(BlogDb db, FetchMode mode)
    {
        var lines = new List<string>();
        List<User> users = await db.Users.OrderBy(u => u.Name).ThenBy(u => u.Id).Take(10).Fetch(mode).ToListAsync();
#pragma warning disable COV2202 // What the page shows the cost of.
        foreach (var user in users)
        {
            await user.LoadProfileAsync();
            lines.Add(PageText.Of(user));
            List<Post> posts = await user.Posts.Query.Live().OrderByDescending(p => p.Id).Take(3).Fetch(mode).ToListAsync();
            foreach (var post in posts)
            {
                lines.Add(PageText.Of(post, await post.Tags.AllAsync()));
                foreach (var comment in await post.Comments.AllAsync())
                {
                    await comment.LoadAuthorAsync();
                    lines.Add(PageText.Of(comment));
                }
            }
        }

#pragma warning restore COV2202
        return lines;
    }
}
