using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: groups, aggregates, windows.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsGroups(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task Groups()
    {
        var db = Db;
        using var log = db.Record();

        var rows = await db.Posts.GroupBy(p => p.AuthorId).Having(p => Sql.Count() > 2)
            .OrderBy(p => p.AuthorId).Select(p => (p.AuthorId, Sql.Count(), Sql.Avg(p.Views))).ToListAsync();

        AssertRan(log);
        Assert.Equal([(2, 3L, (double?)40), (3, 3L, 50)], rows);
    }

    [SkippableFact]
    public async Task Several_aggregates_at_once()
    {
        var db = Db;
        using var log = db.Record();

        var (count, published, authors, views, last) = await db.Posts.AggregateAsync(p => (
            Sql.Count(), Sql.Count().Filter(p.Published), Sql.CountDistinct(p.AuthorId), Sql.Sum(p.Views).Coalesce(0L), Sql.Max(p.CreatedAt)));

        AssertRan(log);
        Assert.Equal((8L, 7L, 3L, 360L, BlogData.Start.AddHours(8)), (count, published, authors, views, last));
    }

    [SkippableFact]
    public async Task Texts_joined_in_a_group()
    {
        var db = Db;
        using var log = db.Record();

        List<string?> rows = await db.Posts.GroupBy(p => p.AuthorId).OrderBy(p => p.AuthorId)
            .Select(p => Sql.StringAgg(p.Title, "; ").OrderBy(p.Id)).ToListAsync();

        AssertRan(log);
        Assert.Equal(["Post 3; Post 6", "Post 1; Post 4; Post 7", "Post 2; Post 5; Post 8"], rows);
    }

    [SkippableFact]
    public async Task The_newest_row_of_each_group()
    {
        var db = Db;
        using var log = db.Record();

        List<User> users = await db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.OrderByDescending(p => p.Id).Take(1)).ToListAsync();

        AssertRan(log);
        Assert.Equal([6, 7, 8], users.Select(u => u.Posts.All().Single().Id));
    }

    [SkippableFact]
    public async Task Running_sums_ranks_the_row_before()
    {
        var db = Db;
        using var log = db.Record();

        var rows = await db.Posts.OrderBy(p => p.Id).Select(p => (
            p.Id,
            Sql.Sum(p.Views).Over(Sql.PartitionBy(p.AuthorId).OrderBy(p.Id)),
            Sql.Rank().Over(Sql.OrderByDescending(p.Views)),
            p.Views - Sql.Lag(p.Views).Over(Sql.OrderBy(p.Id)))).ToListAsync();

        AssertRan(log);
        Assert.Equal([(1, 10L, 8L, null), (2, 20, 7, 10), (3, 30, 6, 10), (4, 50, 5, 10)], rows.Take(4).Select(r => (r.Item1, r.Item2!.Value, r.Item3, r.Item4)));
    }
}
