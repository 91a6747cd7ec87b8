using Blog;

namespace Covet.Specification;

/// <summary>Instances in memory before a write: three users with their posts, tags and comments, and what the write is to insert.</summary>
internal sealed class FaultWorld
{
    private readonly List<IModel> _roots = [];

    private FaultWorld(BlogDb db, List<User> users)
    {
        (Db, Users) = (db, users);
        Posts = [.. users.SelectMany(user => user.Posts.All()).OrderBy(post => post.Id)];
        Tags = [.. Posts.SelectMany(post => post.Tags.All()).DistinctBy(tag => tag.Id).OrderBy(tag => tag.Id)];
        _roots.AddRange(users);
    }

    public BlogDb Db { get; }

    public List<User> Users { get; }

    public List<Post> Posts { get; }

    public List<Tag> Tags { get; }

    /// <summary>How often what follows a commit ran.</summary>
    public int Commits { get; set; }

    public User Ann => Users[0];

    public User Bea => Users[2];

    public static async Task<FaultWorld> LoadAsync(BlogDb db)
        => new(db, await db.Users.OrderBy(u => u.Id)
            .Prefetch(u => u.Posts.Prefetch(p => p.Editor, p => p.Tags.Prefetch(t => t.Posts), p => p.Comments), u => u.EditedPosts, u => u.Profile)
            .ToListAsync());

    /// <summary>An instance that isn't saved yet, whose values are kept by the picture.</summary>
    public T New<T>(T model) where T : IModel
    {
        _roots.Add(model);
        return model;
    }

    public Post NewPost(string title) => New(new Post { Title = title, Author = Ann });

    public Tag NewTag(string name) => New(new Tag { Name = name });

    public MemoryPicture Picture() => new(_roots);
}
