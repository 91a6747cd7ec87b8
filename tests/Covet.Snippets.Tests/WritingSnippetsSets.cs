using Blog;
using Tour;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/writing.md: writes through related sets.</summary>
/// <param name="databases">The databases.</param>
public abstract class WritingSnippetsSets(Databases databases) : GuideSnippets(Guide.Writing, databases)
{
    [SkippableFact]
    public async Task Rows_that_point_here()
    {
        var db = Db;
        User ann = await db.Users.SingleAsync(u => u.Name == "Ann"), bea = await db.Users.SingleAsync(u => u.Name == "Bea");
        var (post1, post2) = (await db.Posts.SingleAsync(p => p.Id == 1), await db.Posts.SingleAsync(p => p.Id == 2));
        using var log = db.Record();

        Post hi = await ann.Posts.CreateAsync(new Post { Title = "Hi" });
        await ann.Posts.AddAsync(post1, post2);                             // moved here from whose they were
        await bea.EditedPosts.SetAsync(post1);                              // these and no others
        await bea.EditedPosts.RemoveAsync(post1);                           // editor_id is nullable; ann.Posts has no RemoveAsync

        AssertRan(log, 5, 5);
        Assert.Equal((ann.Id, ann, ann, null), (hi.AuthorId, hi.Author, post1.Author, post1.EditorId));
        AssertSays((await Assert.ThrowsAsync<InvalidOperationException>(() => bea.EditedPosts.RemoveAsync(post2))).Message);
    }

    [SkippableFact]
    public async Task Many_to_many()
    {
        var db = Db;
        var post = await db.Posts.SingleAsync(p => p.Title == "Post 3");
        var (orm, csharp, sql) = (await db.Tags.SingleAsync(t => t.Name == "orm"), await db.Tags.SingleAsync(t => t.Name == "csharp"), await db.Tags.SingleAsync(t => t.Name == "sql"));
        using var log = db.Record();

        await post.Tags.AddAsync(orm, csharp);                              // what is linked already stays as it is
        await post.Tags.AddAsync(3);                                        // a key does, too
        await post.Tags.RemoveAsync(orm);
        await post.Tags.SetAsync(orm, sql);                                 // reads the links, removes csharp, adds orm

        AssertRan(log, 6, 6);
        Assert.Equal(["orm", "sql"], (await post.Tags.AllAsync()).Select(t => t.Name));
        Assert.Equal("sql", sql.Name);
    }

    [SkippableFact]
    public async Task Links_that_hold_something()
    {
        await using var db = new TourDb(await OpenAsync());
        await db.Schema.CreateAsync();
        var club = new Club();
        await db.Clubs.InsertAsync(club);
        Member[] members = [new() { Name = "Ann" }, new() { Name = "Bea" }];
        await db.Members.InsertManyAsync(members);
        using var log = db.Record();

        await club.Members.AddAsync(members, link => link.Since = new DateOnly(2026, 1, 1));
        AssertRan(log, 1, 1);
        await club.Members.AddAsync([members[0]], (member, link) => link.Since = member.Name == "Ann" ? new DateOnly(2020, 1, 1) : link.Since);      // linked already: stays
        Assert.Equal(2, await db.Memberships.Where(m => m.Since == new DateOnly(2026, 1, 1)).CountAsync());
    }
}
