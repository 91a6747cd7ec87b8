using Blog;

namespace Covet.Specification;

/// <summary>Streams with prefetches: chunks of one snapshot, bounded memory, early ends.</summary>
/// <param name="fixture">The database.</param>
public abstract class StreamedGraphSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableTheory]
    [InlineData(1, 8)]
    [InlineData(3, 3)]
    [InlineData(4, 2)]
    [InlineData(8, 1)]
    [InlineData(100, 1)]
    public async Task Line_09_the_levels_run_once_a_chunk(int chunk, int chunks)
    {
        using var log = Db.Record();
        var seen = new List<int>();
        await foreach (var post in Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags, p => p.Comments.Prefetch(c => c.Author)).Stream(chunk))
        {
            seen.Add(post.Id);
            Assert.Equal((post.Id % 3) + 1, post.Tags.All().Count);
            Assert.Equal(["Ann", "Abel"], post.Comments.All().Select(c => c.Author.Name));
        }
        Assert.Equal(Enumerable.Range(1, 8), seen);
        Assert.Equal((1 + (chunks * 3), 1 + (chunks * 2)), (log.Statements.Count, log.RoundTrips));
        Assert.Equal(8, log.Statements.Single(statement => statement.Text.Contains("\"content\"", StringComparison.Ordinal)).Rows);
    }

    [SkippableFact]
    public async Task A_chunk_whose_levels_end_early_does_not_end_the_stream()
    {
        // The posts that have an editor come first and last: the chunks between have no key to ask for.
        var seen = new List<string?>();
        await foreach (var post in Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Editor.Prefetch(u => u.Profile)).Stream(1))
            seen.Add(post.Editor?.Profile?.City);
        Assert.Equal([null, "Rome", null, "Rome", null, "Rome", null, "Rome"], seen);
    }

    [SkippableFact]
    public async Task A_stream_without_rows_is_one_statement()
        => await AssertCostAsync(1, 1, async () =>
        {
            await foreach (var post in Db.Posts.Where(p => p.Id < 0).Prefetch(p => p.Tags, p => p.Author.Prefetch(u => u.Profile)))
                Assert.Fail("There is no such post.");
        });

    [SkippableFact]
    public async Task Streams_of_different_models_never_read_each_other_s_rows()
    {
        // Often enough for every FETCH to be prepared, on connections that both use.
        for (int i = 0; i < 6; i++)
        {
            var posts = new List<string>();
            await foreach (var post in Db.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags).Stream(2))
                posts.Add(post.Title);
            Assert.Equal(Enumerable.Range(1, 8).Select(id => $"Post {id}"), posts);
            var tags = new List<string>();
            await foreach (var tag in Db.Tags.OrderBy(t => t.Id).Prefetch(t => t.Posts).Stream(2))
                tags.Add(tag.Name);
            Assert.Equal(["orm", "csharp", "sql"], tags);
        }
    }

    [SkippableFact]
    public async Task The_loop_may_write_and_does_not_see_it()
    {
        int posts = 0;
        await foreach (var post in Db.Posts.Prefetch(p => p.Tags).Stream(1))
        {
            await Db.Posts.InsertAsync(new Post { AuthorId = 1, Title = $"meanwhile {posts++}" });
            await Db.Comments.InsertAsync(new Comment { AuthorId = 1, PostId = post.Id, Text = "written in the loop" });
        }
        Assert.Equal(8, posts);
        Assert.Equal(16, await Db.Posts.CountAsync());
    }

    [SkippableFact]
    public async Task A_stream_that_is_cancelled_before_its_last_level_leaves_no_cursor_in_the_transaction()
    {
        await Db.TransactionAsync(async tx =>
        {
            for (int i = 0; i < 2; i++)
            {
                using var cancellation = new CancellationTokenSource();
                await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
                {
                    int posts = 0;
                    await foreach (var post in tx.Posts.OrderBy(p => p.Id).Take(3).Prefetch(p => p.Tags).Stream(2, cancellation.Token))
                    {
                        if (++posts == 2)
                            await cancellation.CancelAsync();
                    }
                });
                Assert.Equal(8, await tx.Posts.CountAsync());
            }
        });
    }

    [SkippableFact]
    public async Task An_early_end_gives_the_connection_back_in_no_transaction()
    {
        var provider = new InterposedProvider(Provider, new Interposition());
        var db = new BlogDb(provider);
        for (int i = 0; i < 3; i++)
        {
            await foreach (var post in db.Posts.Prefetch(p => p.Tags).Stream(2))
                break;
            Assert.Equal(0, provider.ConnectionsOut);
            await Assert.ThrowsAsync<TimeZoneNotFoundException>(async () =>
            {
                await foreach (var post in db.Posts.Prefetch(p => p.Tags).Stream(2))
                    throw new TimeZoneNotFoundException();
            });
            Assert.Equal(0, provider.ConnectionsOut);
        }
        await db.Tags.InsertAsync(new Tag { Name = "not read-only" });
        Assert.True(await Db.Tags.AnyAsync(t => t.Name == "not read-only"));
    }

    [SkippableFact]
    public async Task Streams_in_a_transaction_may_be_nested_left_and_repeated()
    {
        await Db.TransactionAsync(async tx =>
        {
            int pairs = 0;
            await foreach (var post in tx.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags).Stream(3))
            {
                await foreach (var other in tx.Posts.OrderBy(p => p.Id).Prefetch(p => p.Tags).Stream(3))
                {
                    pairs++;
                    if (other.Id == post.Id)
                        break;
                }
                post.Views++;
                await tx.Posts.UpdateAsync(post);
            }
            Assert.Equal(8 * 9 / 2, pairs);
        });
        Assert.Equal(11, (await Db.Posts.FindAsync(1))!.Views);
    }
}
