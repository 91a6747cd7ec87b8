using Blog;
using Tour;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md: locks, documents, SQL by hand, looking.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippetsSources(Databases databases) : GuideSnippets(Guide.Querying, databases)
{
    [SkippableFact]
    public async Task A_queue()
    {
        var db = Db;
        using var log = db.Record();

        Post? draft = await db.TransactionAsync(async tx =>
        {
            var next = await tx.Posts.Where(p => !p.Published).OrderBy(p => p.Id).ForUpdate().SkipLocked().FirstOrDefaultAsync();
            if (next is not null)
            {
                next.Published = true;
                await tx.Posts.UpdateAsync(next);
            }
            return next;
        });

        AssertRan(log);
        Assert.Equal(3, draft?.Id);
        Assert.Equal(0, await db.Posts.Where(p => !p.Published).CountAsync());
    }

    [SkippableFact]
    public async Task Inside_JSON()
    {
        await using var db = new TourDb(await OpenAsync());
        await db.Schema.CreateAsync();
        await db.Orders.InsertAsync(new Order { Delivery = new Delivery("Rome", ["ring twice", "dog"]) });
        await db.Orders.InsertAsync(new Order { Delivery = new Delivery("Oslo", []) });
        using var log = db.Record();

        var orders = await db.Orders.Where(o => o.Delivery.JsonValue<string>("City") == "Rome")
            .Select(o => (o.Id, o.Delivery.JsonValue<string?>("Notes", 0))).ToListAsync();

        AssertRan(log);
        Assert.Equal([(1, "ring twice")], orders);
    }

    [SkippableFact]
    public async Task Inside_arrays()
    {
        await using var db = new TourDb(await OpenAsync());
        await db.Schema.CreateAsync();
        if (IsSqlite)
        {
            Assert.Throws<NotSupportedException>(() => db.Articles.Where(a => a.Keywords.Contains("orm")).ToSql());
            return;
        }
        await db.Articles.InsertManyAsync([new Article { Keywords = ["orm", "sql"] }, new Article { Keywords = ["orm"] }]);
        using var log = db.Record();

        List<Article> articles = await db.Articles.Where(a => a.Keywords.Contains("orm") && a.Keywords.Length() > 1).ToListAsync();

        AssertRan(log);
        Assert.Equal([1], articles.Select(a => a.Id));
    }

    [SkippableFact]
    public async Task A_piece_of_SQL_in_a_query()
    {
        var db = Db;
        int divisor = 3;
        using var log = db.Record();

        List<Post> posts = await db.Posts
            .Where(p => p.Published && RawExpression.Interpolated($"length({p.Body}) % {divisor} = 0"))
            .OrderBy(p => RawExpression.Interpolated($"abs({p.Views} - {45})")).ThenBy(p => p.Id)
            .ToListAsync();

        AssertRan(log);
        Assert.Equal([4, 5, 6, 2, 7, 1, 8], posts.Select(p => p.Id));
    }

    [SkippableFact]
    public async Task A_whole_statement_of_SQL()
    {
        var db = Db;
        int least = 60;
        using var log = db.Record();

        List<Post> posts = await db.Posts.FromSql($"SELECT * FROM posts WHERE views > {least}").OrderBy(p => p.Id).Prefetch(p => p.Tags).ToListAsync();
        List<PostCard> cards = await db.QueryAsync<PostCard>(
            $"SELECT p.id, p.title, u.name AS author_name FROM posts p JOIN users u ON u.id = p.author_id WHERE p.views > {least} ORDER BY p.id");
        long views = await db.ScalarAsync<long>($"SELECT sum(views) FROM posts");
        List<string> names = await db.ScalarsAsync<string>($"SELECT name FROM users ORDER BY name");

        AssertRan(log);
        Assert.Equal([7, 8], posts.Select(p => p.Id));
        Assert.Equal(new PostCard(7, "Post 7", "Abel"), cards[0]);
        Assert.Equal((360L, 3), (views, names.Count));
    }

    [SkippableFact]
    public async Task Seeing_what_is_sent()
    {
        var db = Db;
        using var log = db.Record();

        var query = db.Posts.TagWith("front page").Where(p => p.Views > 60);
        string sql = query.ToSql();
        string plan = await query.ExplainAsync();

        using var recording = db.Record();
        List<Post> posts = await query.Prefetch(p => p.Tags).ToListAsync();
        int statements = recording.Statements.Count, roundTrips = recording.RoundTrips;

        AssertRan(log);
        Assert.StartsWith("/* front page */ SELECT", sql, StringComparison.Ordinal);
        Assert.NotEmpty(plan);
        Assert.Equal((2, 2, 2), (posts.Count, statements, roundTrips));
    }

    [SkippableFact]
    public async Task By_key()
    {
        var db = Db;
        int[] ids = [1, 2, 99];
        using var log = db.Record();

        Post? post = await db.Posts.FindAsync(5);
        Dictionary<int, Post> posts = await db.Posts.FindManyAsync(ids);

        AssertRan(log);
        Assert.Equal("Post 5", post?.Title);
        Assert.Equal([1, 2], posts.Keys.Order());
    }
}
