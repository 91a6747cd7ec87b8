using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: pages.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsPages(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task Pages_by_number()
    {
        var db = Db;
        using var log = db.Record();

        var query = db.Posts.OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id);
        List<Post> page = await query.Skip(2).Take(3).ToListAsync();
        long total = await query.CountAsync();

        AssertRan(log);
        Assert.Equal([6, 5, 4], page.Select(p => p.Id));
        Assert.Equal(8, total);
    }

    [SkippableFact]
    public async Task Pages_by_cursor()
    {
        var db = Db;
        using var log = db.Record();

        var query = db.Posts.Where(p => p.Published).OrderByDescending(p => p.Views).ThenByDescending(p => p.Id);
        List<Post> page = await query.Take(3).ToListAsync();
        string url = $"/posts?after={query.CursorOf(page[^1])}";

        if (Cursor.TryParse(url.Split('=')[1], out Cursor cursor))
            page = await query.After(cursor).Take(3).ToListAsync();

        AssertRan(log);
        Assert.Equal([5, 4, 2], page.Select(p => p.Id));
    }
}
