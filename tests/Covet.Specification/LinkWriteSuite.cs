using Blog;

namespace Covet.Specification;

/// <summary>Writes of links through a hidden table; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class LinkWriteSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_34_Add_takes_instances_or_keys_and_ignores_duplicates()
    {
        var post = (await Db.Posts.FindAsync(3))!;
        var tags = await Db.Tags.OrderBy(t => t.Id).ToListAsync();
        using (var log = Db.Record())
        {
            await post.Tags.AddAsync(tags[0], tags[1], tags[1]);
            Assert.Equal(
                IsSqlite
                    ? """INSERT INTO "post_tags" ("post_id", "tag_id") SELECT p.*, c.* FROM (SELECT value FROM json_each(@keys)) AS p, (SELECT value FROM json_each(@children)) AS c WHERE true ON CONFLICT DO NOTHING"""
                    : """INSERT INTO "post_tags" ("post_id", "tag_id") SELECT p.*, c.* FROM unnest(@keys) AS p, unnest(@children) AS c WHERE true ON CONFLICT DO NOTHING""",
                Assert.Single(log.Statements).Text);
        }
        Assert.Equal([1, 2], (await post.Tags.AllAsync()).Select(t => t.Id).Order());
        await AssertCostAsync(1, 1, () => post.Tags.AddAsync(1, 3, 3));
        Assert.Equal([1, 2, 3], (await post.Tags.AllAsync()).Select(t => t.Id).Order());
        await AssertCostAsync(1, 1, () => post.Tags.AddAsync(new List<int> { 1 }, CancellationToken.None));
        await AssertCostAsync(0, 0, () => post.Tags.AddAsync(Array.Empty<int>()));
        await AssertCostAsync(1, 1, () => tags[0].Posts.AddAsync(3, 6));
        Assert.Equal(3, await post.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task Line_35_Remove_takes_instances_or_keys_and_passes_strangers_over()
    {
        var post = (await Db.Posts.FindAsync(2))!;
        var tags = await Db.Tags.OrderBy(t => t.Id).ToListAsync();
        using (var log = Db.Record())
        {
            await post.Tags.RemoveAsync(tags[0]);
            Assert.Equal(
                IsSqlite
                    ? """DELETE FROM "post_tags" WHERE "post_id" = @parent AND "tag_id" IN (SELECT value FROM json_each(@children))"""
                    : """DELETE FROM "post_tags" WHERE "post_id" = @parent AND "tag_id" = ANY(@children)""",
                Assert.Single(log.Statements).Text);
        }
        Assert.Equal([2, 3], (await post.Tags.AllAsync()).Select(t => t.Id));
        await AssertCostAsync(1, 1, () => post.Tags.RemoveAsync(tags[0], new Tag(), tags[1]));
        await AssertCostAsync(0, 0, () => post.Tags.RemoveAsync());
        await AssertCostAsync(0, 0, () => post.Tags.RemoveAsync(new Tag()));
        await AssertCostAsync(1, 1, () => post.Tags.RemoveAsync(3, 99));
        Assert.Empty(await post.Tags.AllAsync());
        await AssertCostAsync(1, 1, () => tags[1].Posts.RemoveAsync([1, 5], CancellationToken.None));
        Assert.Equal([4, 7, 8], (await tags[1].Posts.AllAsync()).Select(p => p.Id));
    }

    [SkippableFact]
    public async Task Line_35_Clear_is_one_DELETE()
    {
        var post = await Db.Posts.Where(p => p.Id == 2).Prefetch(p => p.Tags.Prefetch(t => t.Posts)).SingleAsync();
        var tags = post.Tags.All();
        await AssertCostAsync(1, 1, () => post.Tags.ClearAsync());
        Assert.False(post.Tags.IsLoaded);
        Assert.All(tags, tag => Assert.False(tag.Posts.IsLoaded));
        Assert.Empty(await post.Tags.AllAsync());
        Assert.Equal(7, (await Db.Posts.Where(p => p.Tags.Any()).ToListAsync()).Count);
    }

    [SkippableFact]
    public async Task Line_35_Create_inserts_the_row_and_the_link()
    {
        var post = await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Tags).SingleAsync();
        Tag? tag = null;
        await AssertCostAsync(2, 2, async () => tag = await post.Tags.CreateAsync(new Tag { Name = "new" }));
        Assert.False(post.Tags.IsLoaded);
        Assert.Equal(["new", "orm"], (await post.Tags.AllAsync()).Select(t => t.Name).Order());
        Assert.Equal([3], (await tag!.Posts.AllAsync()).Select(p => p.Id));
        await Assert.ThrowsAsync<InvalidOperationException>(() => post.Tags.CreateAsync(tag));
    }

    [SkippableFact]
    public async Task Line_35_a_Create_that_fails_leaves_the_instance_unsaved()
    {
        var post = await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Tags).SingleAsync();
        var (taken, gone) = (new Tag { Name = "orm" }, new Tag { Name = "gone" });
        await Assert.ThrowsAnyAsync<Exception>(() => post.Tags.CreateAsync(taken));
        Assert.False(post.Tags.IsLoaded);
        Assert.Equal(0, taken.Id);
        await post.Tags.ClearAsync();
        await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Comments).SingleAsync();
        await Db.ExecuteAsync($"DELETE FROM comments WHERE parent_id IS NOT NULL AND post_id = 3");
        await Db.ExecuteAsync($"DELETE FROM posts WHERE id = 3");
        await Assert.ThrowsAnyAsync<Exception>(() => post.Tags.CreateAsync(gone));
        Assert.Equal(0, gone.Id);
        Assert.Throws<InvalidOperationException>(() => gone.Posts.Query);
        Assert.Equal(3, await Db.Tags.CountAsync());
        await Db.Tags.InsertAsync(gone);
    }

    [SkippableFact]
    public async Task Line_35_Set_reads_and_sends_the_difference()
    {
        var post = (await Db.Posts.FindAsync(4))!;
        var tags = await Db.Tags.OrderBy(t => t.Id).ToListAsync();
        using (var log = Db.Record())
        {
            await post.Tags.SetAsync(tags[1], tags[2]);
            Assert.Equal(["SELECT", "DELETE", "INSERT"], log.Statements.Select(statement => statement.Text[..6]));
            Assert.Equal("""SELECT "tag_id" FROM "post_tags" WHERE "post_id" = @parent""", log.Statements[0].Text);
            Assert.Equal([2, 1, 1], log.Statements.Select(statement => statement.Rows));
        }
        Assert.Equal([2, 3], (await post.Tags.AllAsync()).Select(t => t.Id));
        await AssertCostAsync(1, 1, () => post.Tags.SetAsync(tags.Skip(1)));
        await AssertCostAsync(2, 2, () => post.Tags.SetAsync(1, 2, 3));
        await AssertCostAsync(2, 2, () => post.Tags.SetAsync([2], CancellationToken.None));
        Assert.Equal([2], (await post.Tags.AllAsync()).Select(t => t.Id));
        await AssertCostAsync(2, 2, () => post.Tags.SetAsync());
        Assert.Empty(await post.Tags.AllAsync());
    }

    [SkippableFact]
    public async Task Line_30_caches_are_dropped_on_both_sides_also_when_the_write_fails()
    {
        foreach (var write in new Func<Post, Tag, Task>[]
        {
            (post, tag) => post.Tags.AddAsync(tag), (post, tag) => post.Tags.AddAsync(tag.Id), (post, tag) => post.Tags.RemoveAsync(tag), (post, tag) => post.Tags.RemoveAsync(tag.Id),
            (post, tag) => post.Tags.SetAsync(), (post, tag) => post.Tags.SetAsync(tag.Id), (post, tag) => post.Tags.ClearAsync(),
            (post, tag) => Assert.ThrowsAnyAsync<Exception>(() => post.Tags.AddAsync(tag.Id, 99)), (post, tag) => Assert.ThrowsAnyAsync<Exception>(() => post.Tags.SetAsync(tag, new Tag { Id = 99 })),
        })
        {
            await Db.Posts.Where(p => p.Id == 2).SingleAsync();
            var post = await Db.Posts.Where(p => p.Id == 2).Prefetch(p => p.Tags.Prefetch(t => t.Posts)).SingleAsync();
            var tag = post.Tags.All()[0];
            await write(post, tag);
            Assert.False(post.Tags.IsLoaded);
            Assert.False(tag.Posts.IsLoaded);
            await post.Tags.AddAsync(1, 2, 3);
        }
        var kept = await Db.Posts.Where(p => p.Id == 2).Prefetch(p => p.Tags.Prefetch(t => t.Posts)).SingleAsync();
        var tags = kept.Tags.All();
        await kept.Tags.RemoveAsync(tags[0]);
        Assert.Equal([false, true, true], tags.Select(t => t.Posts.IsLoaded));
    }

    [SkippableFact]
    public async Task Line_30_a_Set_that_fails_removes_nothing()
    {
        var post = (await Db.Posts.FindAsync(2))!;
        await Assert.ThrowsAnyAsync<Exception>(() => post.Tags.SetAsync(1, 99));
        Assert.Equal([1, 2, 3], (await post.Tags.AllAsync()).Select(t => t.Id));
    }

    [SkippableFact]
    public async Task Line_29_links_of_an_instance_that_was_never_saved_throw()
    {
        var (post, tag) = (new Post { Title = "New" }, (await Db.Tags.FindAsync(1))!);
        await AssertCostAsync(0, 0, async () =>
        {
            foreach (var write in new Func<Task>[]
            {
                () => post.Tags.AddAsync(tag), () => post.Tags.AddAsync(1), () => post.Tags.RemoveAsync(tag), () => post.Tags.RemoveAsync(1), () => post.Tags.SetAsync(tag),
                () => post.Tags.SetAsync(1), () => post.Tags.ClearAsync(), () => post.Tags.CreateAsync(new Tag()),
            })
            {
                var exception = await Assert.ThrowsAsync<InvalidOperationException>(write);
                Assert.Contains("Post", exception.Message, StringComparison.Ordinal);
            }
            post = new Post();
            var unsaved = await Assert.ThrowsAsync<InvalidOperationException>(() => tag.Posts.AddAsync(post));
            Assert.Contains("Tag.Posts", unsaved.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<ArgumentNullException>(() => tag.Posts.AddAsync((Post)null!));
            await Assert.ThrowsAsync<ArgumentNullException>(() => tag.Posts.SetAsync((IEnumerable<Post>)null!));
            await Assert.ThrowsAsync<ArgumentNullException>(() => tag.Posts.RemoveAsync((IEnumerable<int>)null!));
            await Assert.ThrowsAsync<ArgumentNullException>(() => tag.Posts.CreateAsync(null!));
        });
    }

    [SkippableFact]
    public async Task Many_keys_are_one_statement()
    {
        var post = (await Db.Posts.FindAsync(3))!;
        var tags = Enumerable.Range(0, 3000).Select(i => new Tag { Name = $"many {i}" }).ToList();
        await Db.Tags.InsertManyAsync(tags);
        await AssertCostAsync(1, 1, () => post.Tags.AddAsync(tags));
        Assert.Equal(3001, await post.Tags.CountAsync());
        await AssertCostAsync(2, 2, () => post.Tags.SetAsync(tags[0]));
        Assert.Equal(1, await post.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task In_a_transaction_links_are_rolled_back_with_it()
    {
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            var post = (await tx.Posts.FindAsync(3))!;
            await post.Tags.SetAsync(2, 3);
            await post.Tags.CreateAsync(new Tag { Name = "inside" });
            Assert.Equal(3, await post.Tags.CountAsync());
            throw new FormatException();
        }));
        Assert.Equal([1], (await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Tags).SingleAsync()).Tags.All().Select(t => t.Id));
    }
}
