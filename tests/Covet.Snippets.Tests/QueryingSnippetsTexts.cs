using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: texts, patterns.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsTexts(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task Texts_that_a_user_typed()
    {
        var db = Db;
        string term = "100%";
        await db.Posts.InsertAsync(new Post { AuthorId = 1, Title = "100% SQL" });
        await db.Posts.InsertAsync(new Post { AuthorId = 1, Title = "1000 SQL" });
        using var log = db.Record();

        List<Post> posts = await db.Posts.Where(p => p.Title.Contains(term) || p.Body.StartsWith(term)).ToListAsync();

        AssertRan(log);
        Assert.Equal(["100% SQL"], posts.Select(p => p.Title));
    }

    [SkippableFact]
    public async Task Patterns()
    {
        var db = Db;
        string term = "_";
        await db.Posts.InsertAsync(new Post { AuthorId = 1, Title = "Post a_b" });
        using var log = db.Record();

        List<Post> posts = await db.Posts.Where(p => p.Title.Like("Post%" + Sql.EscapeLike(term) + "_")).ToListAsync();

        AssertRan(log);
        Assert.Equal(["Post a_b"], posts.Select(p => p.Title));
    }

    [SkippableFact]
    public async Task Without_case_regular_expressions()
    {
        var db = Db;
        using var log = db.Record();

        List<User> users = await db.Users.Where(u => u.Email.ILike("A%@example.org")).ToListAsync();
        List<Post> posts = await db.Posts.Where(p => p.Title.Matches("^Post [1-3]$")).ToListAsync();

        AssertRan(log);
        Assert.Equal(["Abel", "Ann"], users.Select(u => u.Name).Order());
        Assert.Equal([1, 2, 3], posts.Select(p => p.Id).Order());
    }
}
