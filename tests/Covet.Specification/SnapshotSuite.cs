using Blog;

namespace Covet.Specification;

/// <summary>A graph is one snapshot of the database, whoever writes while it is read.</summary>
/// <param name="fixture">The database.</param>
public abstract class SnapshotSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task A_graph_is_whole_while_another_writes()
    {
        var posts = await ReadWhileWritingAsync(db => db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Comments, p => p.Tags).ToListAsync());
        Assert.Equal([2, 2], posts.Take(2).Select(p => p.Comments.All().Count));
        Assert.Equal("Post 1", posts[0].Title);
    }

    [SkippableFact]
    public async Task A_graph_is_torn_where_it_is_read_without_a_snapshot()
    {
        var posts = await ReadWhileWritingAsync(db => db.Posts.OrderBy(p => p.Id).SnapshotReads(false).Prefetch(p => p.Comments, p => p.Tags).ToListAsync());
        Assert.Equal([1, 3], posts.Take(2).Select(p => p.Comments.All().Count));
        Assert.Equal("Post 1", posts[0].Title);
        posts = await ReadWhileWritingAsync(
            db => db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Comments).ToListAsync(), provider => new BlogDb(provider) { SnapshotReads = false });
        Assert.Equal([0, 4], posts.Take(2).Select(p => p.Comments.All().Count));
    }

    [SkippableFact]
    public async Task Instances_in_memory_get_their_levels_from_one_snapshot()
    {
        var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        var posts = await ReadWhileWritingAsync(async db =>
        {
            await db.Users.PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Comments));
            return users.SelectMany(u => u.Posts.All()).OrderBy(p => p.Id).ToList();
        });
        Assert.Equal([2, 2], posts.Take(2).Select(p => p.Comments.All().Count));
        users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        posts = await ReadWhileWritingAsync(async db =>
        {
            await db.Users.SnapshotReads(false).PrefetchAsync(users, u => u.Posts.Prefetch(p => p.Comments));
            return users.SelectMany(u => u.Posts.All()).OrderBy(p => p.Id).ToList();
        });
        Assert.Equal([0, 4], posts.Take(2).Select(p => p.Comments.All().Count));
    }

    [SkippableFact]
    public async Task A_stream_s_chunks_are_of_one_snapshot()
    {
        async Task<List<Post>> StreamAsync(PostQuery query)
        {
            var posts = new List<Post>();
            await foreach (var post in query.OrderBy(p => p.Id).Prefetch(p => p.Comments).Stream(1))
                posts.Add(post);
            return posts;
        }
        var whole = await ReadWhileWritingAsync(db => StreamAsync(db.Posts), at: 3);
        Assert.Equal([2, 2, 2, 2], whole.Take(4).Select(p => p.Comments.All().Count));
        var torn = await ReadWhileWritingAsync(db => StreamAsync(db.Posts.SnapshotReads(false)), at: 3);
        Assert.Equal(16 + 1, torn.Sum(p => p.Comments.All().Count));
    }

    [SkippableFact]
    public async Task A_snapshot_adds_no_round_trip()
    {
        var trips = new Interposition();
        var db = new BlogDb(new InterposedProvider(Provider, trips));
        using var log = db.Record();
        await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync();
        Assert.Equal((3, 3, 3), (log.Statements.Count, log.RoundTrips, trips.RoundTrips));
        Assert.DoesNotContain(log.Statements, statement => statement.Text.Contains("BEGIN", StringComparison.Ordinal) || statement.Text == "COMMIT");
    }

    [SkippableFact]
    public async Task A_graph_that_ends_early_gives_its_connection_back_in_no_transaction()
    {
        var provider = new InterposedProvider(Provider, new Interposition());
        var db = new BlogDb(provider);
        await AssertCostAsync(db, 1, 1, () => db.Users.Where(u => u.Id < 0).Prefetch(u => u.Posts).ToListAsync());
        await AssertCostAsync(db, 2, 2, () => db.Users.Prefetch(u => u.Posts.Where(p => p.Id < 0).Prefetch(p => p.Tags)).ToListAsync());
        Assert.Equal(0, provider.ConnectionsOut);
        await db.Users.InsertAsync(new User { Name = "Cleo", Email = "cleo@example.org" });
        Assert.Equal(4, await Db.Users.CountAsync());
    }

    [SkippableFact]
    public async Task Inside_the_user_s_transaction_nothing_is_opened()
    {
        var trips = new Interposition();
        var db = new BlogDb(new InterposedProvider(Provider, trips));
        await db.TransactionAsync(async tx =>
        {
            var ann = await tx.Users.OrderBy(u => u.Id).FirstAsync();
            await tx.Posts.InsertAsync(new Post { Author = ann, Title = "unseen outside" });
            int before = trips.RoundTrips;
            var users = await tx.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync();
            Assert.Equal(3, trips.RoundTrips - before);
            Assert.Contains(users[0].Posts.All(), post => post.Title == "unseen outside");
            await tx.Users.PrefetchAsync(users, u => u.Comments, u => u.Profile);
            await tx.Tags.InsertAsync(new Tag { Name = "it can still write" });
        });
        Assert.True(await Db.Tags.AnyAsync(t => t.Name == "it can still write"));
    }

    [SkippableFact]
    public async Task A_connection_that_can_not_be_had_is_the_call_s_failure_and_no_statement()
    {
        var db = new BlogDb(new ClosedProvider(Provider));
        using var log = db.Record();
        await Assert.ThrowsAsync<ConnectionException>(() => db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync());
        await Assert.ThrowsAsync<ConnectionException>(async () =>
        {
            await foreach (var user in db.Users.Prefetch(u => u.Posts))
                Assert.Fail("There is no connection.");
        });
        Assert.Equal((0, 0), (log.Statements.Count, log.RoundTrips));
    }

    [SkippableFact]
    public async Task A_branch_can_not_say_it()
    {
        var exception = Assert.Throws<ArgumentException>(() => Db.Users.Prefetch(u => u.Posts.SnapshotReads(false)));
        Assert.Contains("User.Posts", exception.Message, StringComparison.Ordinal);
        await AssertCostAsync(2, 2, () => Db.Users.SnapshotReads(false).Prefetch(u => u.Posts).ToListAsync());
    }

    private static async Task AssertCostAsync(BlogDb db, int statements, int roundTrips, Func<Task> action)
    {
        using var log = db.Record();
        await action();
        Assert.Equal((statements, roundTrips), (log.Statements.Count, log.RoundTrips));
    }

    /// <summary>Reads while another connection moves a comment from the first post to the second, before a certain round trip.</summary>
    private async Task<List<Post>> ReadWhileWritingAsync(
        Func<BlogDb, Task<List<Post>>> read, Func<InterposedProvider, BlogDb>? open = null, int at = 2)
    {
        bool hasWritten = false;
        var interposition = new Interposition
        {
            BeforeRoundTrip = async (number, _) =>
            {
                if (hasWritten || number < at)
                    return;
                hasWritten = true;
                var comment = await Db.Comments.Where(c => c.PostId == 1).OrderByDescending(c => c.Id).FirstOrDefaultAsync();
                if (comment is null)
                    return;
                comment.PostId = 2;
                await Db.Comments.UpdateAsync(comment);
                await Db.ExecuteAsync($"UPDATE posts SET title = 'written meanwhile' WHERE id = 1");
            },
        };
        var provider = new InterposedProvider(Provider, interposition);
        var result = await read(open?.Invoke(provider) ?? new BlogDb(provider));
        Assert.True(hasWritten);
        Assert.Equal(0, provider.ConnectionsOut);
        return result;
    }
}
