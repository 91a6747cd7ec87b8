using Blog;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: joins, sets, common tables, trees.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsJoins(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task A_value_out_of_another_table()
    {
        var db = Db;
        using var log = db.Record();

        var rows = await db.Users.OrderBy(u => u.Id)
            .Select(u => (u.Name, db.Posts.Where(p => p.AuthorId == u.Id).OrderByDescending(p => p.Views).Take(1).Select(p => p.Title).AsExpression().OrNull()))
            .ToListAsync();

        AssertRan(log);
        Assert.Equal([("Ann", "Post 6"), ("Abel", "Post 7"), ("Bea", "Post 8")], rows);
    }

    [SkippableFact]
    public async Task A_join_on_something_that_isn_t_a_relation()
    {
        var db = Db;
        using var log = db.Record();

        var rows = await db.Posts.Join(db.Tags, (p, t) => p.Title.EndsWith(t.Id.Cast<string>()))
            .OrderBy((p, t) => p.Id).Select((p, t) => (p.Title, t.Name)).ToListAsync();
        var cities = await db.Users.LeftJoin(db.Profiles, (u, p) => u.Id == p.UserId)
            .OrderBy((u, p) => u.Id).Select((u, p) => (u.Name, p.City)).ToListAsync();

        AssertRan(log);
        Assert.Equal([("Post 1", "orm"), ("Post 2", "csharp"), ("Post 3", "sql")], rows);
        Assert.Equal([("Ann", "Rome"), ("Abel", null), ("Bea", null)], cities);
    }

    [SkippableFact]
    public async Task Union_intersect_except()
    {
        var db = Db;
        var early = db.Posts.Where(p => p.Id < 3);
        var popular = db.Posts.Where(p => p.Views > 60);
        using var log = db.Record();

        List<Post> posts = await early.Union(popular).Where(p => p.Author.Name != "Ann").OrderBy(p => p.Id).Prefetch(p => p.Tags).ToListAsync();
        List<string> names = await db.Users.Select(u => u.Name).Except(db.Tags.Select(t => t.Name)).ToListAsync();

        AssertRan(log);
        Assert.Equal([1, 2, 7, 8], posts.Select(p => p.Id));
        Assert.Equal(["Abel", "Ann", "Bea"], names.Order());
    }

    [SkippableFact]
    public async Task A_common_table()
    {
        var db = Db;
        using var log = db.Record();

        var busy = db.Posts.GroupBy(p => p.AuthorId).Select(p => (p.AuthorId, Sql.Sum(p.Views).Coalesce(0L))).AsCte("busy");
        var average = busy.Aggregate(b => Sql.Avg(b.Item2)).AsExpression();
        List<int> most = await busy.Where(b => b.Item2.Cast<double>() > average).Select(b => b.Item1).ToListAsync();

        AssertRan(log);
        Assert.Equal([3], most);
    }

    [SkippableFact]
    public async Task A_tree_of_comments()
    {
        var db = Db;
        int id = 1;
        using var log = db.Record();

        List<Comment> thread = await db.Comments.Where(c => c.PostId == id && c.ParentId == null)
            .Recursive((child, parent) => child.ParentId == parent.Id, maxDepth: 20).OrderBy(c => c.Id).Include(c => c.Author).ToListAsync();
        var indented = await db.Comments.Where(c => c.PostId == id && c.ParentId == null).Select(c => (c.Id, c.Text, Sql.Value(0)))
            .Recursive("tree", found => db.Comments.Join(found, (c, above) => c.ParentId == above.Item1).Select((c, above) => (c.Id, c.Text, above.Item3 + 1)))
            .OrderBy(t => t.Item1).Select(t => (t.Item2, t.Item3)).ToListAsync();

        AssertRan(log);
        Assert.Equal([("great", "Ann"), ("indeed", "Abel")], thread.Select(c => (c.Text, c.Author.Name)));
        Assert.Equal([("great", 0), ("indeed", 1)], indented);
    }
}
