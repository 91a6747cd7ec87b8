using System.Globalization;

namespace Blog.Seeding;

/// <summary>Fills an empty database with a blog, the same one each time.</summary>
internal sealed class BlogSeed(BlogDb db)
{
    private const int UserCount = 40;
    private const int PostCount = 240;
    private const int CommentCount = 900;
    private const int ReplyCount = 300;
    private static readonly DateTimeOffset Start = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);

    // A fixed seed makes the same blog each time.
    private readonly Random _random = new(20250106);

    public async Task FillAsync()
    {
        var users = await InsertUsersAsync();
        var tags = Words.Tags.Select(name => new Tag { Name = name }).ToList();
        await db.Tags.InsertManyAsync(tags);
        var posts = await InsertPostsAsync(users, tags);
        await InsertCommentsAsync(users, posts);
    }

    private async Task<List<User>> InsertUsersAsync()
    {
        var users = new List<User>();
        for (var i = 0; i < UserCount; i++)
        {
            var first = Words.FirstNames[i % Words.FirstNames.Length];
            var last = Words.LastNames[((i * 7) + (i / Words.FirstNames.Length)) % Words.LastNames.Length];
            users.Add(new User { Name = $"{first} {last}", Email = $"{first}.{i + 1}@example.org".ToLowerInvariant(), CreatedAt = Start.AddDays(i) });
        }

        await db.Users.InsertManyAsync(users);
        // Every seventh has not written a profile yet, and some keep their city to themselves.
        var profiles = users.Where((_, i) => i % 7 != 6).Select((user, i) => new Profile { User = user, City = i % 9 == 8 ? null : Pick(Words.Cities) });
        await db.Profiles.InsertManyAsync(profiles.ToList());
        return users;
    }

    private async Task<List<Post>> InsertPostsAsync(List<User> users, List<Tag> tags)
    {
        var posts = new List<Post>();
        var tagsOf = new Dictionary<Post, Tag[]>();
        for (var i = 0; i < PostCount; i++)
        {
            var author = users[i % users.Count];
            Tag[] chosen = [.. Enumerable.Range(0, 1 + Next(4)).Select(_ => Pick(tags)).Distinct()];
            var created = Start.AddDays(UserCount).AddHours(i * 11);
            var post = new Post
            {
                Author = author,
                Editor = Next(3) == 0 ? Pick(users) : null,
                Title = Title(chosen[0].Name),
                Body = Body(chosen[0].Name),
                Published = Next(8) != 0,
                Views = Next(5000),
                CreatedAt = created,
                DeletedAt = Next(20) == 0 ? created.AddDays(3) : null,
            };
            posts.Add(post);
            tagsOf[post] = chosen;
        }

        await db.Posts.InsertManyAsync(posts);
        foreach (var post in posts)
            await post.Tags.AddAsync(tagsOf[post]);
        return posts;
    }

    private async Task InsertCommentsAsync(List<User> users, List<Post> posts)
    {
        var comments = Enumerable.Range(0, CommentCount)
            .Select(_ => new Comment { Post = Pick(posts), Author = Pick(users), Text = Pick(Words.Comments) })
            .ToList();
        await db.Comments.InsertManyAsync(comments);

        var replies = Enumerable.Range(0, ReplyCount)
            .Select(_ => Pick(comments))
            .Select(parent => new Comment { Post = parent.Post, Author = Pick(users), Parent = parent, Text = Pick(Words.Replies) })
            .ToList();
        await db.Comments.InsertManyAsync(replies);
    }

    private string Title(string topic)
    {
        var title = Format(Pick(Words.Titles), topic);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    private string Body(string topic) =>
        $"{Pick(Words.Openings)} {Format(Pick(Words.Middles), topic)} {Format(Pick(Words.Middles), topic)} {Pick(Words.Closings)}";

    private T Pick<T>(IReadOnlyList<T> list) => list[Next(list.Count)];

    private int Next(int limit) => _random.Next(limit);

    private static string Format(string pattern, string topic) =>
        string.Format(CultureInfo.InvariantCulture, pattern, topic.Replace('-', ' '));
}
