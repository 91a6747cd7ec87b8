using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: what a row of the result is.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsShapes(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task Some_columns_as_tuples()
    {
        var db = Db;
        using var log = db.Record();

        List<(int Id, string Title, string Author, string? Editor)> rows =
            await db.Posts.OrderBy(p => p.Id).Select(p => (p.Id, p.Title, p.Author.Name, p.Editor.Name.OrNull())).ToListAsync();

        AssertRan(log);
        Assert.Equal((1, "Post 1", "Abel", null), rows[0]);
        Assert.Equal((2, "Post 2", "Bea", "Ann"), rows[1]);
    }

    [SkippableFact]
    public async Task Rows_with_names()
    {
        var db = Db;
        using var log = db.Record();

        List<PostCard> cards = await db.Posts.OrderBy(p => p.Id).Select<PostCard>().ToListAsync();

        AssertRan(log);
        Assert.Equal(new PostCard(1, "Post 1", "Abel"), cards[0]);
    }

    [SkippableFact]
    public async Task Distinct()
    {
        var db = Db;
        using var log = db.Record();

        List<int> authors = await db.Posts.Where(p => p.Published).Select(p => p.AuthorId).Distinct().ToListAsync();
        List<Post> one = await db.Posts.OrderByDescending(p => p.Views).DistinctBy(p => p.AuthorId).ToListAsync();

        AssertRan(log);
        Assert.Equal([1, 2, 3], authors.Order());
        Assert.Equal([8, 7, 6], one.Select(p => p.Id));
    }
}
