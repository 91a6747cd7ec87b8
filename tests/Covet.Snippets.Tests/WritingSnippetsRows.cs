using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/writing.md: rows of one instance, and all rows of a query.</summary>
/// <param name="databases">The databases.</param>
public abstract class WritingSnippetsRows(Databases databases) : GuideSnippets(Guide.Writing, databases)
{
    [SkippableFact]
    public async Task Insert_one()
    {
        var db = Db;
        using var log = db.Record();

        var cleo = new User { Name = "Cleo", Email = "cleo@example.org" };
        await db.Users.InsertAsync(cleo);                                   // cleo.Id is filled in
        var post = new Post { Author = cleo, Title = "Hello" };             // sets post.AuthorId
        await db.Posts.InsertAsync(post);

        AssertRan(log, 2, 2);
        Assert.Equal((4, 4, 9), (cleo.Id, post.AuthorId, post.Id));
        var unsaved = new Post { Author = new User { Name = "Dora" } };
        AssertSays((await Assert.ThrowsAsync<InvalidOperationException>(() => db.Posts.InsertAsync(unsaved))).Message);
    }

    [SkippableFact]
    public async Task Insert_many()
    {
        var db = Db;
        long most = 0;
        var progress = new Told(count => most = count);
        using var log = db.Record();

        var posts = Enumerable.Range(1, 1_000).Select(i => new Post { AuthorId = 1, Title = $"Imported {i}" }).ToList();
        await db.Posts.InsertManyAsync(posts, progress);                    // all or none; every post has its Id then

        AssertRan(log);
        Assert.Equal(1_000, most);
        Assert.Equal(1_000, posts.Select(p => p.Id).Distinct().Count());
        Assert.Equal(1_008, await db.Posts.CountAsync());
    }

    [SkippableFact]
    public async Task Update_one_or_some_of_its_columns()
    {
        var db = Db;
        using var log = db.Record();

        Post post = await db.Posts.SingleAsync(p => p.Title == "Post 1");
        (post.Title, post.Views) = ("Renamed", post.Views + 1);
        await db.Posts.UpdateAsync(post, p => p.Title, p => p.Views);       // these
        await db.Posts.UpdateAsync(post);                                   // all of them

        AssertRan(log, 3, 3);
        Assert.Equal(("Renamed", 11), await db.Posts.Where(p => p.Id == post.Id).Select(p => (p.Title, p.Views)).SingleAsync());
        var gone = new Post { Id = 99, AuthorId = 1, Title = "gone" };
        AssertSays((await Assert.ThrowsAsync<RowNotFoundException>(() => db.Posts.UpdateAsync(gone))).Message);
    }

    [SkippableFact]
    public async Task Update_many()
    {
        var db = Db;
        using var log = db.Record();

        List<Post> posts = await db.Posts.ToListAsync();
        foreach (var post in posts)
            post.Title = post.Title.ToUpperInvariant();
        await db.Posts.UpdateManyAsync(posts, p => p.Title);                // all or none

        AssertRan(log);
        Assert.Equal(8, await db.Posts.CountAsync(p => p.Title.StartsWith("POST")));
        var gone = new Post { Id = 99, AuthorId = 1 };
        AssertSays((await Assert.ThrowsAsync<RowNotFoundException>(() => db.Posts.UpdateManyAsync([.. posts, gone]))).Message);
    }

    [SkippableFact]
    public async Task All_rows_of_a_query()
    {
        var db = Db;
        using var log = db.Record();

        int updated = await db.Posts
            .Where(p => p.Author.Name == "Ann")
            .UpdateAsync(p => p.Views.Set(p.Views + p.Comments.Count()), p => p.Published.Set(true));
        int deleted = await db.Comments.Where(c => c.ParentId != null).DeleteAsync();

        AssertRan(log, 2, 2);
        Assert.Equal((2, 8), (updated, deleted));
        Assert.Equal([32, 62], await db.Posts.Where(p => p.Author.Name == "Ann").OrderBy(p => p.Id).Select(p => p.Views).ToListAsync());
    }

    [SkippableFact]
    public async Task The_rows_that_were_written()
    {
        var db = Db;
        using var log = db.Record();

        List<(int Id, int Views)> counted = await db.Posts
            .Where(p => p.Author.Name == "Ann")
            .Returning(p => (p.Id, p.Views))
            .UpdateAsync(p => p.Views.Set(p.Views + 1));
        List<Comment> replies = await db.Comments.Where(c => c.ParentId != null).Returning().DeleteAsync();

        AssertRan(log, 2, 2);
        Assert.Equal([(3, 31), (6, 61)], counted.Order());
        Assert.Equal((8, "indeed"), (replies.Count, replies[0].Text));
    }

    [SkippableFact]
    public async Task Delete_and_what_depends_on_it()
    {
        var db = Db;
        using var log = db.Record();

        Post post = await db.Posts.SingleAsync(p => p.Title == "Post 1");
        await db.Comments.Where(c => c.PostId == post.Id && c.ParentId != null).DeleteAsync();
        await db.Posts.DeleteAsync(post);                                   // its comments and tags go with it

        AssertRan(log, 3, 3);
        Assert.Equal((14, 0), (await db.Comments.CountAsync(), await db.Posts.Where(p => p.Id == post.Id).CountAsync()));
        var ann = await db.Users.SingleAsync(u => u.Name == "Ann");
        var refused = await Assert.ThrowsAsync<ForeignKeyViolationException>(() => db.Users.DeleteAsync(ann));
        if (!IsSqlite)
            AssertSays($"{refused.Constraint}");
    }

    [SkippableFact]
    public async Task What_the_database_refuses()
    {
        var db = Db;
        string said = "";
        using var log = db.Record();

        try
        {
            await db.Users.InsertAsync(new User { Name = "Ann", Email = "ann@example.org" });
        }
        catch (UniqueViolationException exception)
        {
            said = $"{exception.Model}.{exception.Members[0]} ({exception.Constraint})";        // User.Email (uq_users_email)
        }
        await db.Users.InsertAsync(new User { Name = "Ann", Email = "ann@example.com" });

        AssertRan(log, 1, 1);
        Assert.Contains(said, "User.Email (uq_users_email)", StringComparison.Ordinal);
        AssertSays(said);
    }

    private sealed class Told(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
