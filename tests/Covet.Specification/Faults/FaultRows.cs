using System.Globalization;
using Blog;

namespace Covet.Specification;

/// <summary>All rows of the small blog: as a text, and to be restored.</summary>
internal sealed class FaultRows
{
    private readonly List<User> _users;
    private readonly List<Profile> _profiles;
    private readonly List<Post> _posts;
    private readonly List<Tag> _tags;
    private readonly List<Comment> _comments;
    private readonly List<(int Post, int Tag)> _links;

    private FaultRows(List<User> users, List<Profile> profiles, List<Post> posts, List<Tag> tags, List<Comment> comments, List<(int Post, int Tag)> links)
        => (_users, _profiles, _posts, _tags, _comments, _links) = (users, profiles, posts, tags, comments, links);

    public string Text => field ??= string.Join('\n', Lines());

    public static async Task<FaultRows> KeepAsync(BlogDb db) => new(
        await db.Users.OrderBy(u => u.Id).ToListAsync(),
        await db.Profiles.OrderBy(p => p.Id).ToListAsync(),
        await db.Posts.OrderBy(p => p.Id).ToListAsync(),
        await db.Tags.OrderBy(t => t.Id).ToListAsync(),
        await db.Comments.OrderBy(c => c.Id).ToListAsync(),
        [.. (await db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags.OrderBy(t => t.Id)).ToListAsync()).SelectMany(post => post.Tags.All().Select(tag => (post.Id, tag.Id)))]);

    public static async Task<string> TextAsync(BlogDb db) => (await KeepAsync(db)).Text;

    public Task RestoreAsync(BlogDb db) => db.TransactionAsync(async tx =>
    {
        await tx.ExecuteAsync($"DELETE FROM post_tags");
        await tx.Comments.All().UpdateAsync(c => c.ParentId.Set(null));
        await tx.Comments.All().DeleteAsync();
        await tx.Posts.All().DeleteAsync();
        await tx.Profiles.All().DeleteAsync();
        await tx.Tags.All().DeleteAsync();
        await tx.Users.All().DeleteAsync();
        await tx.Users.InsertManyAsync(_users);
        await tx.Profiles.InsertManyAsync(_profiles);
        await tx.Tags.InsertManyAsync(_tags);
        await tx.Posts.InsertManyAsync(_posts);
        await tx.Comments.InsertManyAsync(_comments);
        foreach (var (post, tag) in _links)
            await tx.ExecuteAsync($"INSERT INTO post_tags (post_id, tag_id) VALUES ({post}, {tag})");
    });

    private IEnumerable<string> Lines()
    {
        var culture = CultureInfo.InvariantCulture;
        return _users.Select(u => string.Create(culture, $"user {u.Id} {u.Email} {u.Name} {u.CreatedAt:O}"))
            .Concat(_profiles.Select(p => string.Create(culture, $"profile {p.Id} {p.UserId} {p.City}")))
            .Concat(_posts.Select(p => string.Create(culture, $"post {p.Id} {p.AuthorId} {p.EditorId} {p.Title} {p.Body} {p.Published} {p.Views} {p.CreatedAt:O} {p.DeletedAt:O}")))
            .Concat(_tags.Select(t => string.Create(culture, $"tag {t.Id} {t.Name}")))
            .Concat(_comments.Select(c => string.Create(culture, $"comment {c.Id} {c.PostId} {c.AuthorId} {c.ParentId} {c.Text}")))
            .Concat(_links.Select(l => string.Create(culture, $"link {l.Post} {l.Tag}")));
    }
}
