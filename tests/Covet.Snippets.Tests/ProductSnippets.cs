using Blog;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Snippets.Tests;

/// <summary>The snippets of the contract, sections 2 to 8, as they are written there.</summary>
/// <param name="databases">The databases.</param>
public abstract class ProductSnippets(Databases databases) : BlogSnippets(databases)
{
    [SkippableFact]
    public async Task Section_2_opens_a_database_through_services()
    {
        var services = new ServiceCollection();
        services.AddCovet<BlogDb>(await OpenAsync());
        await using var container = services.BuildServiceProvider();
        var db = container.GetRequiredService<BlogDb>();
        await db.Schema.CreateAsync();
        string ddl = db.Schema.Script;
        Assert.Contains("CREATE TABLE", ddl, StringComparison.Ordinal);
        Assert.Same(db, container.GetRequiredService<BlogDb>());
    }

    [SkippableFact]
    public async Task Section_3_reads_a_page()
    {
        var db = Db;
        int[] ids = [1, 2, 3];
        var cancellationToken = CancellationToken.None;

        List<Post> page = await db.Posts
            .Where(p => p.Published && p.Author.Name.StartsWith("A") && p.Comments.Any(c => c.Text.Contains("great")))
            .Where(p => p.Comments.Count() > 3 || p.Id.In(ids))
            .OrderByDescending(p => p.CreatedAt).ThenBy(p => p.Id)
            .Skip(0).Take(10)
            .Include(p => p.Author, p => p.Editor)
            .ToListAsync(cancellationToken);

        var post = Assert.Single(page);
        Assert.Equal("Post 1", post.Title);
        Assert.Equal("Abel", post.Author.Name);
        Assert.Null(post.Editor);
    }

    [SkippableFact]
    public async Task Section_3_follows_null_as_CSharp_does()
    {
        var db = Db;
        string? city = null;
        Assert.Equal(0, await db.Profiles.Where(p => p.City == city).CountAsync());
        Assert.Equal(1, await db.Profiles.Where(p => p.City != city).CountAsync());
        Assert.Equal(4, await db.Posts.Where(p => p.Editor == null).CountAsync());
        Assert.Equal(7, await db.Posts.Where(p => p.DeletedAt != BlogData.Start.AddDays(9)).CountAsync());
        var ann = await db.Users.Where(u => u.Name == "Ann").SingleAsync();
        Assert.Equal(2, await db.Posts.Where(p => p.Author == ann).CountAsync());
        string? name = null;
        Assert.Equal(3, await db.Users.WhereIf(name, (u, name) => u.Name == name).CountAsync());
        name = "Bea";
        Assert.Equal(1, await db.Users.WhereIf(name, (u, name) => u.Name == name).CountAsync());
    }

    [SkippableFact]
    public async Task Section_3_has_its_terminals()
    {
        var db = Db;
        PostQuery q = db.Posts;
        Assert.Equal(8, (await q.ToArrayAsync()).Length);
        Assert.Equal("Post 1", (await db.Posts.OrderBy(p => p.Id).FirstAsync()).Title);
        Assert.Null(await db.Posts.Where(p => p.Id == 99).FirstOrDefaultAsync());
        Assert.Equal("Post 2", (await db.Posts.Where(p => p.Id == 2).SingleAsync()).Title);
        Assert.True(await db.Posts.AnyAsync());
        Assert.Equal("Post 5", (await db.Posts.FindAsync(5))?.Title);
        Dictionary<int, Post> found = await db.Posts.FindManyAsync([1, 2, 99]);
        Assert.Equal([1, 2], found.Keys.Order());
        int streamed = 0;
        await foreach (var post in db.Posts)
            streamed += post.Id > 0 ? 1 : 0;
        await foreach (var post in db.Posts.Stream(3))
            streamed += post.Id > 0 ? 1 : 0;
        Assert.Equal(16, streamed);
        Assert.NotEmpty(await db.Posts.ExplainAsync());
        Assert.StartsWith("SELECT", db.Posts.ToSql(), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Section_3_selects()
    {
        var db = Db;
        var rows = await db.Posts.Select(p => (p.Id, p.Title, p.Author.Name)).ToListAsync();
        var cards = await db.Posts.Select<PostCard>().ToListAsync();
        var stats = await db.Posts.AggregateAsync(p => (Sql.Count(new RawExpression("*")), Sql.Max(p.Views)));
        var byAuthor = await db.Posts.GroupBy(p => p.AuthorId).Having(p => Sql.Count() > 2).Select(p => (p.AuthorId, Sql.Count(), Sql.Avg(p.Views))).ToListAsync();
        var editors = await db.Posts.OrderBy(p => p.Id).Select(p => (p.Id, p.Editor.Name.OrNull())).ToListAsync();

        Assert.Equal((1, "Post 1", "Abel"), rows.Single(row => row.Item1 == 1));
        Assert.Equal(new PostCard(1, "Post 1", "Abel"), cards.Single(card => card.Id == 1));
        Assert.Equal((8L, (int?)80), stats);
        Assert.Equal(2, byAuthor.Count);
        Assert.Equal((1, (string?)null), editors[0]);
        Assert.Equal((2, "Ann"), editors[1]);
    }

    [SkippableFact]
    public async Task Section_4_prefetches()
    {
        var db = Db;
        using var log = db.Record();
        List<User> users = await db.Users
            .Prefetch(u => u.Profile,
                      u => u.Posts.Live().OrderByDescending(p => p.Id).Take(3)
                            .Prefetch(p => p.Tags, p => p.Comments.Prefetch(c => c.Author)))
            .ToListAsync();
        Assert.Equal(6, log.Statements.Count);
        Assert.Equal(4, log.RoundTrips);

        var lines = new List<string>();
        foreach (var user in users)
            foreach (var post in user.Posts.All())
                lines.Add($"{user.Name}: {post.Title} {post.Tags.All().Count} tags, {post.Comments.All()[0].Author.Name}");

        Assert.Equal(6, log.Statements.Count);
        Assert.Equal(["Ann: Post 6 1 tags, Ann", "Abel: Post 7 2 tags, Ann", "Abel: Post 1 2 tags, Ann", "Bea: Post 8 3 tags, Ann", "Bea: Post 5 3 tags, Ann", "Bea: Post 2 3 tags, Ann"], lines);

        await db.Users.PrefetchAsync(users, u => u.Comments);
        Assert.Equal(8, users[0].Comments.All().Count);
    }

    [SkippableFact]
    public async Task Section_4_fills_places_of_their_own()
    {
        var users = await Db.Users
            .Prefetch(u => u.Posts, u => u.Posts.Live().OrderByDescending(p => p.Views).Take(1).Into(u.TopPosts))
            .ToListAsync();
        Assert.Equal(["Post 6", "Post 7", "Post 8"], users.OrderBy(u => u.Id).Select(u => u.TopPosts.Single().Title));
        Assert.Equal(8, users.Sum(u => u.Posts.All().Count));
        var unfilled = await Db.Users.OrderBy(u => u.Id).FirstAsync();
        var exception = Assert.Throws<RelationNotLoadedException>(() => unfilled.TopPosts);
        Assert.Contains(".Into(x.TopPosts)", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Section_4_related_sets_answer_from_memory_or_say_what_to_write()
    {
        var user = await Db.Users.OrderBy(u => u.Id).FirstAsync();
        using var log = Db.Record();
        Assert.False(user.Posts.IsLoaded);
        var exception = Assert.Throws<RelationNotLoadedException>(user.Posts.All);
        Assert.Contains("db.Users.Prefetch(x => x.Posts)", exception.Message, StringComparison.Ordinal);
        Assert.Throws<RelationNotLoadedException>(() => user.Profile);
        Assert.Empty(log.Statements);

        Assert.Equal(2, await user.Posts.CountAsync());
        Assert.Equal(2, (await user.Posts.AllAsync()).Count);
        Assert.Equal(2, await user.Posts.CountAsync());
        Assert.Equal(2, log.Statements.Count);
        Assert.Equal(1, await user.Posts.Query.Where(p => p.Views > 50).CountAsync());
        Assert.Equal("Rome", (await user.LoadProfileAsync())?.City);
        Assert.Equal("Rome", user.Profile?.City);
        Assert.Equal("Ann", (await (await Db.Posts.FindAsync(3))!.LoadAuthorAsync()).Name);
    }

    [SkippableFact]
    public async Task Section_4_fetches_lazily_by_mode()
    {
        using var log = Db.Record();
#pragma warning disable COV2202 // What the fetch modes do in a loop.
        foreach (var user in await Db.Users.ToListAsync())
            await user.Posts.AllAsync();
        Assert.Equal(2, log.Statements.Count);
        foreach (var user in await Db.Users.Fetch(FetchMode.One).ToListAsync())
            await user.Posts.AllAsync();
        Assert.Equal(2 + 4, log.Statements.Count);
#pragma warning restore COV2202
        var raising = await Db.Users.Fetch(FetchMode.Raise).OrderBy(u => u.Id).FirstAsync();
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await raising.Posts.AllAsync());
    }

    [Fact]
    public void Section_5_lists_reverse_relations()
    {
        IReadOnlyList<ReverseRelation> relations = RelationRegistry.For<User>();
        Assert.Same(relations, RelationRegistry.For(typeof(User)));
        Assert.Contains(new ReverseRelation(typeof(Post), "Author", RelationType.ForeignKey, "Posts"), relations);
        Assert.Contains(new ReverseRelation(typeof(Profile), "User", RelationType.OneToOne, "Profile"), relations);
        Assert.Contains(new ReverseRelation(typeof(Post), "Tags", RelationType.ManyToMany, "Posts"), RelationRegistry.For<Tag>());
    }

    [SkippableFact]
    public async Task Section_6_writes_plainly()
    {
        var db = Db;
        var ann = new User { Name = "Ann", Email = "ann2@example.org" };
        await db.Users.InsertAsync(ann);
        Assert.NotEqual(0, ann.Id);
        ann.Name = "Anna";
        await db.Users.UpdateAsync(ann);
        Assert.Equal("Anna", (await db.Users.FindAsync(ann.Id))?.Name);
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.TransactionAsync(async tx =>
        {
            await tx.Posts.InsertAsync(new Post { Author = ann, Title = "Never" });
            throw new InvalidOperationException("back");
        }));
        Assert.Equal(0, await db.Posts.Where(p => p.Title == "Never").CountAsync());
        await db.TransactionAsync(tx => tx.Tags.InsertAsync(new Tag { Name = "new" }));
        Assert.Equal(4, await db.Tags.CountAsync());
        await db.Users.DeleteAsync(ann);
        await Assert.ThrowsAsync<RowNotFoundException>(() => db.Users.UpdateAsync(new User { Id = 12345, Name = "nobody" }));
    }

    [SkippableFact]
    public async Task Section_6_set_based_writes()
    {
        var db = Db;
        var post = await db.Posts.OrderBy(p => p.Id).FirstAsync();
        await db.Posts.UpdateAsync(post, p => p.Title, p => p.Views);
        await db.Posts.UpdateAsync(post, [p => p.Title, p => p.Views], CancellationToken.None);
        await db.Posts.Where(p => p.Views < 10).UpdateAsync(p => p.Views.Set(p.Views + 1), p => p.Published.Set(true));
        Assert.Equal(0, await db.Posts.Where(p => p.Views < 10 && !p.Published).CountAsync());
        await db.Comments.All().UpdateAsync(c => c.ParentId.Set(null));
        await db.Posts.Where(p => p.DeletedAt != null).DeleteAsync();
        Assert.False(await db.Posts.AnyAsync(p => p.DeletedAt != null));
        await db.Posts.All().DeleteAsync();
        Assert.False(await db.Posts.AnyAsync());
    }

    [SkippableFact]
    public async Task Section_6_upserts()
    {
        var db = Db;
        await db.Tags.UpsertAsync(new Tag { Name = "orm" }, conflict: t => t.Name);
        await db.Tags.UpsertManyAsync([new Tag { Name = "orm" }, new Tag { Name = "sql" }], conflict: t => t.Name);
        var (tag, created) = await db.Tags.GetOrCreateAsync(new Tag { Name = "csharp" }, t => t.Name);
        Assert.Equal(("csharp", false), (tag.Name, created));
        (tag, created) = await db.Tags.GetOrCreateAsync(new Tag { Name = "new" }, t => t.Name);
        Assert.Equal(("new", true), (tag.Name, created));
        Assert.Equal(4, await db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task Section_6_writes_through_related_sets()
    {
        var db = Db;
        var ann = new User { Name = "Ann", Email = "ann2@example.org" };
        await db.Users.InsertAsync(ann);
        var (post1, post2) = ((await db.Posts.FindAsync(1))!, (await db.Posts.FindAsync(2))!);
        var post = (await db.Posts.FindAsync(3))!;
        List<Tag> tags = await db.Tags.OrderBy(t => t.Id).ToListAsync();
        var (t1, t2) = (tags[1], tags[2]);

        await ann.Posts.AddAsync(post1, post2);
        await ann.Posts.CreateAsync(new Post { Title = "Hi" });
        await post.Tags.AddAsync(t1, t2);
        await post.Tags.RemoveAsync(t1);
        await post.Tags.SetAsync(tags);
        Assert.Equal(3, await ann.Posts.CountAsync());
        Assert.Equal(3, await post.Tags.CountAsync());
        await post.Tags.ClearAsync();
        Assert.Equal(0, await post.Tags.CountAsync());

        await ann.EditedPosts.AddAsync(post1);
        await ann.EditedPosts.RemoveAsync(post1);
        Assert.Null(post1.EditorId);
        Assert.Equal(0, await ann.EditedPosts.CountAsync());
    }

    [SkippableFact]
    public async Task Section_7_takes_raw_sql()
    {
        var db = Db;
        int min = 40, id = 1;
        List<Post> posts = await db.Posts.FromSql($"SELECT * FROM posts WHERE views > {min}").Prefetch(p => p.Tags).ToListAsync();
        Assert.Equal(4, posts.Count);
        long n1 = await db.ScalarAsync<long>($"SELECT count(*) FROM posts");
        Assert.Equal(8, n1);
        int n = await db.ExecuteAsync($"UPDATE posts SET views = 0 WHERE id = {id}");
        Assert.Equal(1, n);
        Assert.Equal(1, await db.Posts.Where(p => RawExpression.Interpolated($"{p.Views} = {0}")).CountAsync());
    }

    [SkippableFact]
    public async Task Section_8_records_statements()
    {
        using var log = Db.Record();
        await Db.Posts.Where(p => p.Views > 10).ToListAsync();
        var statement = Assert.Single(log.Statements);
        Assert.Contains("\"views\" > @p0", statement.Text, StringComparison.Ordinal);
        Assert.Equal(["p0"], statement.ParameterNames);
        Assert.Equal(7, statement.Rows);
        Assert.Equal(1, log.RoundTrips);
    }
}
