namespace Blog;

/// <summary>A small blog: three authors, eight posts, comments with a reply, tags.</summary>
public static class BlogData
{
    /// <summary>When the first user came.</summary>
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Creates the schema and fills it.</summary>
    public static async Task FillAsync(BlogDb db)
    {
        await db.Schema.CreateAsync();
        User[] users =
        [
            new() { Name = "Ann", Email = "ann@example.org", CreatedAt = Start },
            new() { Name = "Abel", Email = "abel@example.org", CreatedAt = Start.AddDays(1) },
            new() { Name = "Bea", Email = "bea@example.org", CreatedAt = Start.AddDays(2) },
        ];
        await db.Users.InsertManyAsync(users);
        await db.Profiles.InsertAsync(new Profile { User = users[0], City = "Rome" });
        var posts = Enumerable.Range(1, 8).Select(i => new Post
        {
            Author = users[i % 3],
            Editor = i % 2 == 0 ? users[0] : null,
            Title = $"Post {i}",
            Body = $"Body of {i}",
            Published = i != 3,
            Views = i * 10,
            CreatedAt = Start.AddHours(i),
            DeletedAt = i == 4 ? Start.AddDays(9) : null,
        }).ToArray();
        await db.Posts.InsertManyAsync(posts);
        Tag[] tags = [new() { Name = "orm" }, new() { Name = "csharp" }, new() { Name = "sql" }];
        await db.Tags.InsertManyAsync(tags);
        foreach (var post in posts)
            await post.Tags.AddAsync([.. tags.Take((post.Id % 3) + 1)]);
        foreach (var post in posts)
        {
            var first = new Comment { Post = post, Author = users[0], Text = "great" };
            await db.Comments.InsertAsync(first);
            await db.Comments.InsertAsync(new Comment { Post = post, Author = users[1], Parent = first, Text = "indeed" });
        }
    }
}
