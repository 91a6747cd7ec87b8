using Blog;

namespace Covet.Specification;

/// <summary>All kinds of writes: each prepares its instances, and gives what runs.</summary>
internal static class WriteScenarios
{
    public static IReadOnlyDictionary<string, Func<FaultWorld, Func<CancellationToken, Task>>> All { get; } = new Dictionary<string, Func<FaultWorld, Func<CancellationToken, Task>>>
    {
        ["insert"] = world =>
        {
            var post = world.NewPost("new");
            return token => world.Db.Posts.InsertAsync(post, token);
        },
        ["insert with a key"] = world =>
        {
            var tag = world.New(new Tag { Id = 900, Name = "new" });
            return token => world.Db.Tags.InsertAsync(tag, token);
        },
        ["insert many"] = world =>
        {
            var posts = Enumerable.Range(0, 1100).Select(i => world.NewPost($"new {i}")).ToList();
            return token => world.Db.Posts.InsertManyAsync(posts, token);
        },
        ["insert many with keys"] = world =>
        {
            var tags = Enumerable.Range(0, 1100).Select(i => world.New(new Tag { Id = 1000 + i, Name = $"new {i}" })).ToList();
            return token => world.Db.Tags.InsertManyAsync(tags, token);
        },
        ["update"] = world =>
        {
            (world.Posts[0].Title, world.Posts[0].Views) = ("changed", 7);
            return token => world.Db.Posts.UpdateAsync(world.Posts[0], token);
        },
        ["update of columns"] = world =>
        {
            world.Posts[0].Title = "changed";
            return token => world.Db.Posts.UpdateAsync(world.Posts[0], [p => p.Title], token);
        },
        ["update many"] = world =>
        {
            world.Posts.ForEach(post => post.Views++);
            return token => world.Db.Posts.UpdateManyAsync(world.Posts, token);
        },
        ["delete"] = world => token => world.Db.Comments.DeleteAsync(world.Posts[0].Comments.All()[1], token),
        ["upsert"] = world =>
        {
            var tag = world.NewTag("orm");
            return token => world.Db.Tags.UpsertAsync(tag, t => t.Name, token);
        },
        ["upsert many"] = world =>
        {
            var tags = new[] { "orm", "new", "sql", "newer" }.Select(world.NewTag).ToList();
            return token => world.Db.Tags.UpsertManyAsync(tags, t => t.Name, token);
        },
        ["get or create what is there"] = world =>
        {
            var tag = world.NewTag("orm");
            return token => world.Db.Tags.GetOrCreateAsync(tag, t => t.Name, token);
        },
        ["get or create what is not"] = world =>
        {
            var tag = world.NewTag("new");
            return token => world.Db.Tags.GetOrCreateAsync(tag, t => t.Name, token);
        },
        ["update or create"] = world =>
        {
            var user = world.New(new User { Email = "new@example.org", Name = "New" });
            return token => world.Db.Users.UpdateOrCreateAsync(user, u => u.Email, token);
        },
        ["add to a set"] = world =>
        {
            var fresh = world.New(new Post { Title = "fresh", Author = world.Bea });
            return token => world.Ann.Posts.AddAsync([world.Posts[0], fresh, world.Posts[1]], token);
        },
        ["create in a set"] = world =>
        {
            var post = world.New(new Post { Title = "new" });
            return token => world.Ann.Posts.CreateAsync(post, token);
        },
        ["set an optional set"] = world =>
        {
            var fresh = world.NewPost("fresh");
            return token => world.Ann.EditedPosts.SetAsync([world.Posts[0], world.Posts[1], fresh], token);
        },
        ["set a required set"] = world => token => world.Ann.Posts.SetAsync([world.Posts[0], world.Posts[2]], token),
        ["remove from a set"] = world => token => world.Ann.EditedPosts.RemoveAsync([world.Posts[1], world.Posts[3]], token),
        ["clear a set"] = world => token => world.Ann.EditedPosts.ClearAsync(token),
        ["upsert in a set"] = world =>
        {
            var post = world.New(new Post { Id = 1, Title = "again", Author = world.Bea });
            return token => world.Ann.Posts.UpsertAsync(post, p => p.Id, token);
        },
        ["link"] = world => token => world.Posts[0].Tags.AddAsync(world.Tags, token),
        ["unlink"] = world => token => world.Posts[0].Tags.RemoveAsync([world.Tags[0]], token),
        ["set links"] = world => token => world.Posts[0].Tags.SetAsync([world.Tags[1], world.Tags[2]], token),
        ["clear links"] = world => token => world.Posts[0].Tags.ClearAsync(token),
        ["create a linked row"] = world =>
        {
            var tag = world.NewTag("new");
            return token => world.Posts[0].Tags.CreateAsync(tag, token);
        },
        ["get or create a linked row"] = world =>
        {
            var tag = world.NewTag("new");
            return token => world.Posts[0].Tags.GetOrCreateAsync(tag, t => t.Name, token);
        },
        ["upsert a linked row"] = world =>
        {
            var tag = world.NewTag("sql");
            return token => world.Posts[0].Tags.UpsertAsync(tag, t => t.Name, token);
        },
        ["update all rows"] = world => token => world.Db.Posts.Where(p => p.Views < 50).UpdateAsync([p => p.Views.Set(p.Views + 1), p => p.Title.Set(p.Author.Name)], token),
        ["update and return"] = world => token => world.Db.Posts.Where(p => p.Views < 50).Returning().UpdateAsync([p => p.Views.Set(p.Views + 1)], token),
        ["delete all rows"] = world => token => world.Db.Comments.Where(c => c.ParentId != null).DeleteAsync(token),
        ["delete and return"] = world => token => world.Db.Comments.Where(c => c.ParentId != null).Returning(c => (c, c.Text)).DeleteAsync(token),
        ["a transaction"] = world => Transaction(world, options: null),
        ["a transaction that would retry"] = world => Transaction(world, new TransactionOptions { Retry = TransactionRetry.Default }),
    };

    private static Func<CancellationToken, Task> Transaction(FaultWorld world, TransactionOptions? options)
    {
        var (post, tag) = (world.NewPost("in it"), world.NewTag("in it"));
        var comment = world.New(new Comment { Post = post, Author = world.Bea, Text = "in a savepoint" });
        return token => world.Db.TransactionAsync(
            async tx =>
            {
                await tx.OnCommit(() =>
                {
                    world.Commits++;
                    return Task.CompletedTask;
                });
                await tx.Posts.InsertAsync(post, token);
                await post.Tags.CreateAsync(tag, token);
                await tx.TransactionAsync(
                    async inner =>
                    {
                        await inner.Comments.InsertAsync(comment, token);
                        await inner.Comments.UpdateAsync(comment, token);
                    },
                    token);
                var loaded = await tx.Posts.SingleAsync(p => p.Id == 1, token);
                await loaded.Tags.ClearAsync(token);
                await tx.Posts.Where(p => p.Id == 2).UpdateAsync([p => p.Views.Set(0)], token);
            },
            options ?? new TransactionOptions(),
            token);
    }
}
