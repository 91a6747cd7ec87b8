using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: dates, choices, stand-ins.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsValues(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task Dates()
    {
        var db = Db;
        var day = new DateTimeOffset(2026, 1, 1, 14, 0, 0, TimeSpan.Zero);
        using var log = db.Record();

        List<Post> posts = await db.Posts.Where(p => p.CreatedAt >= day && p.CreatedAt < day.AddDays(1)).ToListAsync();
        long late = await db.Posts.Where(p => p.CreatedAt.Hour >= 18 && p.CreatedAt.DayOfWeek == DayOfWeek.Thursday).CountAsync();
        long fresh = await db.Users.Where(u => u.CreatedAt > Sql.Now().AddDays(-7)).CountAsync();

        AssertRan(log);
        Assert.Equal([2, 3, 4, 5, 6, 7, 8], posts.Select(p => p.Id).Order());
        Assert.Equal(3, late);
        Assert.InRange(fresh, 0, 3);
    }

    [SkippableFact]
    public async Task Case()
    {
        var db = Db;
        using var log = db.Record();

        var rows = await db.Posts.OrderBy(p => p.Id)
            .Select(p => (p.Id, Sql.Case().When(p.Views > 60, "hot").When(p.Views > 20, "warm").Else("cold")))
            .ToListAsync();

        AssertRan(log);
        Assert.Equal(["cold", "cold", "warm", "warm", "warm", "warm", "hot", "hot"], rows.Select(r => r.Item2));
    }

    [SkippableFact]
    public async Task A_stand_in_for_null()
    {
        var db = Db;
        using var log = db.Record();

        var rows = await db.Posts.OrderBy(p => p.Id)
            .Select(p => (p.Id, p.Editor.Name.Coalesce("nobody"), p.EditorId.Coalesce(p.AuthorId)))
            .ToListAsync();

        AssertRan(log);
        Assert.Equal([(1, "nobody", 2), (2, "Ann", 1)], rows.Take(2));
    }
}
