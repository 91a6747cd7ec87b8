using Blog;
using Tour;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/prefetching.md: trees and links.</summary>
/// <param name="databases">The databases.</param>
public abstract class PrefetchingSnippetsShapes(Databases databases) : GuideSnippets(Guide.Prefetching, databases)
{
    [SkippableFact]
    public async Task Trees()
    {
        var db = Db;
        var reply = await db.Comments.OrderBy(c => c.Id).FirstAsync(c => c.Parent != null);
        await db.Comments.InsertAsync(new Comment { PostId = reply.PostId, AuthorId = 1, Parent = reply, Text = "no" });
        using var log = db.Record();

        List<Comment> threads = await db.Comments.Where(c => c.Parent == null)
            .Prefetch(c => c.Replies.Recursive().Prefetch(r => r.Author))
            .OrderBy(c => c.Id).ToListAsync();

        AssertRan(log, 3, 3);
        Assert.Equal("great(indeed(no by Ann))", Shown(threads[0]));
        using var bounded = db.Record();

        threads = await db.Comments.Where(c => c.Parent == null).Prefetch(c => c.Replies.Recursive(maxDepth: 1)).OrderBy(c => c.Id).ToListAsync();

        Assert.Equal((2, 2), (bounded.Statements.Count, bounded.RoundTrips));
        Assert.False(threads[0].Replies.All()[0].Replies.IsLoaded);
    }

    [SkippableFact]
    public async Task Conditions_on_the_link()
    {
        await using var db = new TourDb(await OpenAsync());
        await db.Schema.CreateAsync();
        Member[] members = [new() { Name = "Ann" }, new() { Name = "Abel" }, new() { Name = "Bea" }];
        await db.Members.InsertManyAsync(members);
        var club = new Club();
        await db.Clubs.InsertAsync(club);
        await db.Memberships.InsertManyAsync(members.Select((member, i) => new Membership { Club = club, Member = member, Since = new DateOnly(2024 - i, 1, 1) }));
        var day = new DateOnly(2024, 1, 1);
        using var log = db.Record();

        List<Club> clubs = await db.Clubs
            .Prefetch(c => c.Members.Where((member, link) => link.Since < day && member.Name != "Cid").OrderBy((member, link) => link.Since))
            .ToListAsync();

        AssertRan(log, 2, 2);
        Assert.Equal(["Bea", "Abel"], clubs[0].Members.All().Select(m => m.Name));
    }

    private static string Shown(Comment comment)
        => comment.Replies.All() is [var reply] ? $"{comment.Text}({Shown(reply)})" : $"{comment.Text} by {comment.Author.Name}";
}
