using System.Buffers.Text;
using System.Text;
using Blog;

namespace Covet.Specification;

/// <summary>Pages that go on after the last row.</summary>
/// <param name="fixture">The database.</param>
public abstract class KeysetSuite(ProviderFixture fixture) : SqlSuite(fixture)
{
    [SkippableFact]
    public async Task A_page_goes_on_after_the_last_row()
    {
        var query = Db.Posts.OrderByDescending(p => p.AuthorId).ThenByDescending(p => p.Id);
        var first = await query.Take(3).ToListAsync();
        Assert.Equal([8, 5, 2], first.Select(p => p.Id));
        AssertSql(
            query.After(first[^1]).Take(3).Select(p => p.Id).ToSql(),
            """SELECT t0."id" FROM "posts" AS t0 WHERE (t0."author_id", t0."id") < (@p0, @p1) ORDER BY t0."author_id" DESC, t0."id" DESC LIMIT @p2""");
        await AssertPostsAsync(query.After(first[^1]).Take(3), 7, 4, 1);
        await AssertPostsAsync(query.After(first[^1]).Skip(3), 6, 3);
        await AssertPostsAsync(Db.Posts.OrderBy(p => p.Id).After(first[0]));
        Assert.Equal(["Ann", "Bea"], (await Db.Users.OrderBy(u => u.Email).After(new User { Email = "abel@example.org" }).ToListAsync()).Select(u => u.Name));
    }

    [SkippableFact]
    public async Task All_pages_together_are_the_list_also_with_NULL_and_mixed_directions()
    {
        await AssertPagesAsync(Db.Posts.OrderBy(p => p.EditorId).ThenByDescending(p => p.Id));
        await AssertPagesAsync(Db.Posts.OrderByDescending(p => p.EditorId).ThenBy(p => p.Id));
        await AssertPagesAsync(Db.Posts.OrderByDescending(p => p.DeletedAt).ThenBy(p => p.Published).ThenByDescending(p => p.Title).ThenBy(p => p.Id));
        await AssertPagesAsync(Db.Posts.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id));
        await AssertPagesAsync(Db.Posts.Where(p => p.Author.Name != "Ann").OrderByDescending(p => p.Published).ThenBy(p => p.Id));
    }

    [SkippableFact]
    public async Task A_cursor_is_a_text()
    {
        var query = Db.Posts.OrderBy(p => p.CreatedAt).ThenBy(p => p.Id);
        var post = await query.FirstAsync();
        string text = query.CursorOf(post).ToString();
        Assert.Equal(text, Uri.EscapeDataString(text));
        await AssertPostsAsync(query.After(Cursor.Parse(text)).Take(2), 2, 3);
        Assert.Equal(query.CursorOf(post), Cursor.Parse(text));
        Assert.False(Cursor.TryParse("no cursor", out _));
        Assert.Throws<FormatException>(() => Cursor.Parse("no cursor"));
    }

    [SkippableFact]
    public void What_has_no_total_order_is_refused()
    {
        var post = new Post { Id = 1 };
        Assert.Contains("OrderBy", Assert.Throws<InvalidOperationException>(() => Db.Posts.After(post)).Message, StringComparison.Ordinal);
        Assert.Contains("ThenBy(p => p.Id)", Assert.Throws<InvalidOperationException>(() => Db.Posts.OrderBy(p => p.Title).After(post)).Message, StringComparison.Ordinal);
        Assert.Contains("Skip", Assert.Throws<NotSupportedException>(() => Db.Posts.OrderBy(p => p.Author.Name).ThenBy(p => p.Id).After(post)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => Db.Posts.OrderBy(p => p.Views + 1).ThenBy(p => p.Id).CursorOf(post));
        Assert.Throws<NotSupportedException>(() => Db.Posts.OrderBy(p => Db.Posts.Where(q => q.AuthorId == p.AuthorId).Select(q => q.Id).AsExpression()).After(post));
        Assert.Throws<ArgumentNullException>(() => Db.Posts.OrderBy(p => p.Id).CursorOf(null!));
    }

    [SkippableFact]
    public void A_cursor_of_another_order_is_refused()
    {
        var query = Db.Posts.OrderBy(p => p.Id);
        var cursor = Db.Posts.OrderByDescending(p => p.Id).CursorOf(new Post { Id = 1 });
        Assert.Contains("Post ordered by Id", Assert.Throws<ArgumentException>(() => query.After(cursor)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => query.After(Db.Users.OrderBy(u => u.Id).CursorOf(new User { Id = 1 })));
        Assert.Throws<ArgumentException>(() => query.After(default(Cursor)));
        string text = query.CursorOf(new Post { Id = 1 }).ToString();
        var changed = Db.Posts.OrderBy(p => p.Id).CursorOf(new Post { Id = 1 }).ToString();
        Assert.Equal(text, changed);
        Assert.Contains("changed", Assert.Throws<ArgumentException>(() => query.After(Forged(text, "\"1\"", "\"one\""))).Message, StringComparison.Ordinal);
        Assert.Contains("changed", Assert.Throws<ArgumentException>(() => query.After(Forged(text, "\"1\"", "null"))).Message, StringComparison.Ordinal);
        var users = Db.Users.OrderByDescending(u => u.Name).ThenBy(u => u.Email);
        string place = users.CursorOf(new User { Name = "Ann", Email = "e" }).ToString();
        Assert.Contains("changed", Assert.Throws<ArgumentException>(() => users.After(Forged(place, "\"Ann\"", "null"))).Message, StringComparison.Ordinal);
    }

    private static Cursor Forged(string text, string part, string other)
    {
        string values = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Replace(part, other, StringComparison.Ordinal);
        return Cursor.Parse(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(values)));
    }

    private static async Task AssertPagesAsync(PostQuery query)
    {
        var all = (await query.ToListAsync()).Select(p => p.Id).ToList();
        var paged = new List<int>();
        for (var page = await query.Take(3).ToListAsync(); page.Count > 0; page = await query.After(Cursor.Parse(query.CursorOf(page[^1]).ToString())).Take(3).ToListAsync())
            paged.AddRange(page.Select(p => p.Id));
        Assert.Equal(all, paged);
    }
}
