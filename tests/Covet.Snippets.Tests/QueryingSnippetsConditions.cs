using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: what is asked of a row and its relations.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsConditions(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task And_or_not()
    {
        var db = Db;
        using var log = db.Record();

        List<Post> posts = await db.Posts.Where(p => p.Published && (p.Views > 50 || p.Title.StartsWith("Post 1"))).ToListAsync();

        AssertRan(log);
        Assert.Equal([1, 6, 7, 8], posts.Select(p => p.Id).Order());
    }

    [SkippableFact]
    public async Task A_condition_over_a_forward_relation()
    {
        var db = Db;
        using var log = db.Record();

        List<Post> posts = await db.Posts.Where(p => p.Author.Name == "Ann" && p.Editor.Name != "Bea").ToListAsync();

        AssertRan(log);
        Assert.Equal([3, 6], posts.Select(p => p.Id).Order());
    }

    [SkippableFact]
    public async Task Any_all_none_of_the_related_rows()
    {
        var db = Db;
        using var log = db.Record();

        List<User> users = await db.Users
            .Where(u => u.Posts.Any(p => p.Views > 60) && u.Posts.All(p => p.Published) && !u.Posts.Any(p => p.Tags.Any(t => t.Name == "rust")))
            .ToListAsync();

        AssertRan(log);
        Assert.Equal([2, 3], users.Select(u => u.Id).Order());
    }

    [SkippableFact]
    public async Task The_number_of_related_rows()
    {
        var db = Db;
        using var log = db.Record();

        var rows = await db.Users.OrderByDescending(u => u.Posts.Count()).ThenBy(u => u.Id)
            .Select(u => (u.Name, u.Posts.Count(), u.Posts.Count(p => p.Views > 60), u.Posts.Sum(p => p.Views)))
            .ToListAsync();

        AssertRan(log);
        Assert.Equal([("Abel", 3, 1, 120L), ("Bea", 3, 1, 150L), ("Ann", 2, 0, 90L)], rows);
    }

    [SkippableFact]
    public async Task Conditions_that_may_be_absent()
    {
        var db = Db;
        string? title = null;
        int? least = 40;
        bool onlyPublished = true;
        using var log = db.Record();

        List<Post> posts = await db.Posts
            .WhereIf(title, (p, title) => p.Title.Contains(title))
            .WhereIf(least, (p, least) => p.Views >= least)
            .WhereIf(onlyPublished, p => p.Published)
            .ToListAsync();

        AssertRan(log);
        Assert.Equal([4, 5, 6, 7, 8], posts.Select(p => p.Id).Order());
    }

    [SkippableFact]
    public async Task Conditions_with_a_name()
    {
        var db = Db;
        using var log = db.Record();

        static Condition IsPopular(PostColumns p) => p.Views >= 50 || p.Comments.Count() > 10;

        List<Post> posts = await db.Posts.Live().Where(p => IsPopular(p) && p.Author.Name != "Bea").ToListAsync();
        List<User> users = await db.Users.Where(u => u.Posts.Any(IsPopular)).Prefetch(u => u.Posts.Live()).ToListAsync();

        AssertRan(log);
        Assert.Equal([6, 7], posts.Select(p => p.Id).Order());
        Assert.Equal((3, 6), (users.Count, users.Sum(u => u.Posts.All().Count)));
    }

    [SkippableFact]
    public async Task Null()
    {
        var db = Db;
        int? editor = null;
        using var log = db.Record();

        long edited = await db.Posts.Where(p => p.EditorId == editor).CountAsync();
        long others = await db.Posts.Where(p => p.EditorId != p.AuthorId).CountAsync();

        AssertRan(log);
        Assert.Equal((4, 7), (edited, others));
    }

    [SkippableFact]
    public async Task One_of_a_list()
    {
        var db = Db;
        int[] ids = [1, 2, 3, 4];
        string[] authors = ["Bea", "Cid"];
        using var log = db.Record();

        List<Post> posts = await db.Posts.Where(p => p.Id.In(ids) && !p.Author.Name.In(authors)).ToListAsync();

        AssertRan(log);
        Assert.Equal([1, 3, 4], posts.Select(p => p.Id).Order());
    }

    [SkippableFact]
    public async Task One_of_what_another_query_gives()
    {
        var db = Db;
        using var log = db.Record();

        var authors = db.Posts.Where(p => p.Views > 60).Select(p => p.AuthorId);
        List<User> users = await db.Users.Where(u => !u.Id.In(authors)).ToListAsync();

        AssertRan(log);
        Assert.Equal(["Ann"], users.Select(u => u.Name));
    }
}
