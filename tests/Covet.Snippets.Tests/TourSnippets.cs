using Blog;
using Tour;

namespace Covet.Snippets.Tests;

/// <summary>The examples of docs/guides/tour.md.</summary>
/// <param name="databases">The databases.</param>
public abstract class TourSnippets(Databases databases) : BlogSnippets(databases)
{
    [SkippableFact]
    public async Task Models()
    {
        await using var db = new TourDb(await OpenAsync());
        await db.Schema.CreateAsync();
        await db.Artists.InsertAsync(new Artist { Name = "Bach" });
        Assert.Equal("Bach", (await db.Artists.SingleAsync(a => a.Id > 0)).Name);
        var (member, club) = (new Member { Name = "Ann" }, new Club());
        await db.Members.InsertAsync(member);
        await db.Clubs.InsertAsync(club);
        await db.Memberships.InsertAsync(new Membership { Member = member, Club = club, Since = new DateOnly(2026, 1, 1) });
        Assert.Equal(["Ann"], (await db.Clubs.Prefetch(c => c.Members).SingleAsync()).Members.All().Select(m => m.Name));
    }

    [SkippableFact]
    public async Task Versions()
    {
        await using var db = new TourDb(await OpenAsync());
        await db.Schema.CreateAsync();
        await db.Accounts.InsertAsync(new Account { Balance = 5 });
        var account = await db.Accounts.SingleAsync();
        await db.Accounts.All().UpdateAsync(a => a.Balance.Set(a.Balance + 1));
        try
        {
            account.Balance += 10;
            await db.Accounts.UpdateAsync(account);
            Assert.Fail("The version is another one by now.");
        }
        catch (ConcurrencyException)
        {
            await account.ReloadAsync();
        }

        Assert.Equal((6, 2), (account.Balance, account.Version));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.Accounts.InsertAsync(new Account { Balance = -1 }));
        await db.Accounts.DeleteAsync(account);
        Assert.Equal(account.Id, Account.LastDeleted);
        Assert.True(account.UpdatedAt >= account.CreatedAt && account.CreatedAt > DateTimeOffset.UnixEpoch);
    }

    [SkippableFact]
    public async Task Asking()
    {
        var (db, min) = (Db, 40);
        Post? post = await db.Posts.FindAsync(5);
        Dictionary<int, Post> posts = await db.Posts.FindManyAsync([1, 2, 3]);
        List<Post> page = await db.Posts.Where(p => p.Author.Name == "Ann" && p.Tags.Any(t => t.Name == "orm")).OrderBy(p => p.Id).Skip(20).Take(10).ToListAsync();
        List<Post> withAuthors = await db.Posts.Include(p => p.Author, p => p.Editor).ToListAsync();
        var rows = await db.Posts.Select(p => (p.Id, p.Title, p.Editor.Name.OrNull())).ToListAsync();
        var cards = await db.Posts.Select<PostCard>().ToListAsync();
        var groups = await db.Posts.GroupBy(p => p.AuthorId).Having(p => Sql.Count() > 2).Select(p => (p.AuthorId, Sql.Count())).ToListAsync();
        var (count, most) = await db.Posts.AggregateAsync(p => (Sql.Count(), Sql.Max(p.Views)));
        int streamed = 0;
        await foreach (var each in db.Posts)
            streamed += each.Id > 0 ? 1 : 0;
        List<Post> raw = await db.Posts.FromSql($"SELECT * FROM posts WHERE views > {min}").ToListAsync();

        Assert.Equal((5, 3, 0, 8, 8, 8, 2), (post!.Id, posts.Count, page.Count, withAuthors.Count, rows.Count, cards.Count, groups.Count));
        Assert.Equal((8L, (int?)80, 8, 4), (count, most, streamed, raw.Count));
    }

    [SkippableFact]
    public async Task Prefetching()
    {
        var db = Db;
        var users = await db.Users.Prefetch(u => u.Posts.Where(p => p.Published).OrderByDescending(p => p.Id).Take(3)).ToListAsync();
        await db.Users.PrefetchAsync(users, u => u.Comments);
        Assert.Equal(7, users.Sum(u => u.Posts.All().Count));
        Assert.Equal(16, users.Sum(u => u.Comments.All().Count));
        users = await db.Users.Prefetch(u => u.Posts, u => u.Posts.OrderByDescending(p => p.Views).Take(3).Into(u.TopPosts)).ToListAsync();
        Assert.Equal((8, 8), (users.Sum(u => u.Posts.All().Count), users.Sum(u => u.TopPosts.Count)));
    }

    [SkippableFact]
    public async Task Trees()
    {
        var (db, id) = (Db, 2);
        var threads = await db.Comments.Where(c => c.ParentId == null).Prefetch(c => c.Replies.Recursive()).ToListAsync();
        var authors = await db.Comments.Where(c => c.ParentId == null).Prefetch(c => c.Replies.Recursive().Prefetch(r => r.Author)).ToListAsync();
        var upwards = await db.Comments.Where(c => c.Id == id).Prefetch(c => c.Parent.Recursive(maxDepth: 3)).SingleAsync();
        Assert.Equal((8, 0), (threads.Count, threads[0].Replies.All()[0].Replies.All().Count));
        Assert.Equal("Abel", authors[0].Replies.All()[0].Author.Name);
        Assert.Equal((1, null), (upwards.Parent!.Id, upwards.Parent.Parent));
    }

    [SkippableFact]
    public async Task Links()
    {
        await using var db = new TourDb(await OpenAsync());
        await db.Schema.CreateAsync();
        var (ann, bea, club, day) = (new Member { Name = "Ann" }, new Member { Name = "Bea" }, new Club(), new DateOnly(2026, 6, 1));
        await db.Members.InsertManyAsync([ann, bea]);
        await db.Clubs.InsertAsync(club);
        await db.Memberships.InsertAsync(new Membership { Member = ann, Club = club, Since = day.AddDays(1) });
        await db.Memberships.InsertAsync(new Membership { Member = bea, Club = club, Since = day.AddDays(-1) });
        var clubs = await db.Clubs.Where(c => c.Members.Any((m, link) => link.Since < day && m.Name == "Ann")).ToListAsync();
        var loaded = await db.Clubs.Prefetch(c => c.Members.Where((m, link) => link.Since < day).OrderBy((m, link) => link.Since)).ToListAsync();
        var latest = await db.Clubs.Select(c => (c.Id, c.Members.Aggregate((m, link) => Sql.Max(link.Since)))).ToListAsync();
        Assert.Empty(clubs);
        Assert.Equal(["Bea"], loaded[0].Members.All().Select(m => m.Name));
        Assert.Equal((1, day.AddDays(1)), latest[0]);
    }

    [SkippableFact]
    public async Task Writing_all_rows_of_a_query()
    {
        var db = Db;
        var post = await db.Posts.OrderBy(p => p.Id).FirstAsync();
        await db.Posts.UpdateAsync(post, p => p.Title, p => p.Views);
        int updated = await db.Posts.Where(p => p.Views < 10).UpdateAsync(p => p.Views.Set(p.Views + 1), p => p.Published.Set(true));
        Assert.Equal(0, updated);
        await db.Posts.Where(p => p.Author.Name == "Ann").UpdateAsync(p => p.Views.Set(p.Comments.Count()), p => p.DeletedAt.Set(null));
        await db.Comments.All().UpdateAsync(c => c.ParentId.Set(null));
        int deleted = await db.Posts.Where(p => p.DeletedAt != null).DeleteAsync();
        Assert.Equal(1, deleted);
        await db.Comments.OrderBy(c => c.Id).Take(100).DeleteAsync();
        await db.Comments.All().DeleteAsync();
        List<Post> gone = await db.Posts.Where(p => p.Views < 10).Returning().DeleteAsync();
        List<(int, int)> counted = await db.Posts.Where(p => p.Published).Returning(p => (p.Id, p.Views)).UpdateAsync(p => p.Views.Set(p.Views + 1));
        Assert.DoesNotContain(gone, post => post.Views >= 10);
        Assert.Equal(await db.Posts.Where(p => p.Published).CountAsync(), counted.Count);
    }

    [SkippableFact]
    public async Task Writing()
    {
        var (db, ann) = (Db, new User { Name = "Ann", Email = "another@example.org" });
        await db.Users.InsertAsync(ann);
        Post[] posts = [new Post { Author = ann, Title = "One" }, new Post { Author = ann, Title = "Two" }];
        await db.Posts.InsertManyAsync(posts);
        var post = posts[0];
        post.Title = "New";
        await db.Posts.UpdateAsync(post);
        await db.Posts.UpdateManyAsync(posts, p => p.Views);
        await db.Posts.DeleteAsync(posts[1]);
        await post.ReloadAsync();
        await post.ReloadAsync(p => p.Author);
        Tag[] tags = [new Tag { Name = "many" }, new Tag { Name = "orm" }];
        await db.Tags.UpsertAsync(new Tag { Name = "orm" }, conflict: t => t.Name);
        await db.Tags.UpsertManyAsync(tags, t => t.Name);
        var (found, created) = await db.Tags.GetOrCreateAsync(new Tag { Name = "csharp" }, t => t.Name);
        Assert.Equal((2, false, 1), (found.Id, created, tags[1].Id));
        var (orm, sql) = (await db.Tags.SingleAsync(t => t.Name == "orm"), await db.Tags.SingleAsync(t => t.Name == "sql"));
        await post.Tags.AddAsync(orm, sql);
        await db.TransactionAsync(async tx =>
        {
            await tx.Posts.InsertAsync(new Post { Author = ann, Title = "Three" });
            await tx.Tags.InsertAsync(new Tag { Name = "new" });
        });
        Assert.Equal(["New", "Three"], (await ann.Posts.AllAsync()).Select(p => p.Title));
        Assert.Equal(2, await post.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task Related_sets()
    {
        var db = Db;
        var (ann, post) = ((await db.Users.FindAsync(1))!, (await db.Posts.FindAsync(4))!);
        var (other, tags) = ((await db.Posts.FindAsync(5))!, await db.Tags.OrderBy(t => t.Id).ToListAsync());
        var (orm, sql) = (tags[0], tags[2]);

        await ann.Posts.AddAsync(post, new Post { Title = "New" });
        Post hi = await ann.Posts.CreateAsync(new Post { Title = "Hi" });
        await ann.EditedPosts.SetAsync(post, other);
        await ann.EditedPosts.RemoveAsync(post);
        await ann.EditedPosts.ClearAsync();
        Assert.Equal((5, 0), (await ann.Posts.CountAsync(), await ann.EditedPosts.CountAsync()));
        Assert.Same(ann, hi.Author);

        await post.Tags.AddAsync(orm, sql);
        await post.Tags.AddAsync(1, 2);
        await post.Tags.RemoveAsync(orm);
        await post.Tags.SetAsync(tags);
        await post.Tags.CreateAsync(new Tag { Name = "new" });
        Assert.Equal(4, await post.Tags.CountAsync());
        await post.Tags.ClearAsync();
        Assert.Equal(0, await post.Tags.CountAsync());
        var (linked, isNew) = await post.Tags.GetOrCreateAsync(new Tag { Name = "sql" }, t => t.Name);
        Assert.Equal((3, false), (linked.Id, isNew));
        Assert.Equal(1, await post.Tags.CountAsync());

        await using var tour = new TourDb(await OpenAsync());
        await tour.Schema.CreateAsync();
        var (member, club) = (new Member { Name = "Ann" }, new Club());
        await tour.Members.InsertAsync(member);
        await tour.Clubs.InsertAsync(club);
        await club.Members.AddAsync(member, link => link.Since = new DateOnly(2026, 1, 1));
        Assert.Equal(new DateOnly(2026, 1, 1), (await tour.Memberships.SingleAsync()).Since);
    }

    [SkippableFact]
    public async Task Looking()
    {
        var db = Db;
        using var log = db.Record();
        string sql = db.Posts.Where(p => p.Views > 10).ToSql();
        string plan = await db.Posts.ExplainAsync();
        IReadOnlyList<ReverseRelation> relations = RelationRegistry.For<User>();
        Assert.Contains("> @p0", sql, StringComparison.Ordinal);
        Assert.NotEmpty(plan);
        Assert.Equal((1, 1, 4), (log.Statements.Count, log.RoundTrips, relations.Count));
    }
}
