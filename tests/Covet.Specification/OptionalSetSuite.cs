using Blog;

namespace Covet.Specification;

/// <summary>Writes through the reverse of a nullable foreign key; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class OptionalSetSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_32_Remove_lets_rows_go_by_one_UPDATE()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.EditedPosts).SingleAsync();
        Post[] removed = [.. ann.EditedPosts.All().Take(2)];
        using (var log = Db.Record())
        {
            await ann.EditedPosts.RemoveAsync(removed);
            Assert.Equal(
                IsSqlite
                    ? """UPDATE "posts" SET "editor_id" = NULL WHERE "editor_id" = @parent AND "id" IN (SELECT value FROM json_each(@children))"""
                    : """UPDATE "posts" SET "editor_id" = NULL WHERE "editor_id" = @parent AND "id" = ANY(@children)""",
                Assert.Single(log.Statements).Text);
        }
        Assert.False(ann.EditedPosts.IsLoaded);
        Assert.All(removed, post => Assert.Null(post.EditorId));
        Assert.All(removed, post => Assert.Null(post.Editor));
        Assert.Equal([6, 8], (await ann.EditedPosts.AllAsync()).Select(p => p.Id));
        await AssertCostAsync(0, 0, () => ann.EditedPosts.RemoveAsync());
        await AssertCostAsync(1, 1, () => ann.EditedPosts.RemoveAsync(new Post { Id = 6 }));
        Assert.Equal(1, await Db.Posts.Where(p => p.EditorId == 1).CountAsync());
    }

    [SkippableFact]
    public async Task Line_32_a_stranger_is_named_before_any_SQL_and_nothing_changes()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.EditedPosts).SingleAsync();
        var (own, stranger) = (ann.EditedPosts.All()[0], (await Db.Posts.FindAsync(1))!);
        await AssertCostAsync(0, 0, async () =>
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ann.EditedPosts.RemoveAsync(own, stranger));
            Assert.Contains("Post 1 ", exception.Message, StringComparison.Ordinal);
            Assert.Contains("EditedPosts", exception.Message, StringComparison.Ordinal);
            stranger.EditorId = 2;
            await Assert.ThrowsAsync<InvalidOperationException>(() => ann.EditedPosts.RemoveAsync(own, stranger));
            exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ann.EditedPosts.RemoveAsync(new Post { Title = "unsaved" }));
            Assert.Contains("never saved", exception.Message, StringComparison.Ordinal);
        });
        Assert.Equal(1, own.EditorId);
        Assert.Equal(4, await Db.Posts.Where(p => p.EditorId == 1).CountAsync());
    }

    [SkippableFact]
    public async Task Line_32_a_stranger_that_only_the_database_knows_changes_nothing_either()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.EditedPosts).SingleAsync();
        Post[] posts = [.. ann.EditedPosts.All().Take(2)];
        await Db.ExecuteAsync($"UPDATE posts SET editor_id = 2 WHERE id = {posts[1].Id}");
        await Assert.ThrowsAsync<InvalidOperationException>(() => ann.EditedPosts.RemoveAsync(posts));
        Assert.All(posts, post => Assert.Equal(1, post.EditorId));
        Assert.False(ann.EditedPosts.IsLoaded);
        Assert.Equal(3, await Db.Posts.Where(p => p.EditorId == 1).CountAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => ann.EditedPosts.RemoveAsync(posts[1]));
        Assert.Equal(2, (await Db.Posts.FindAsync(posts[1].Id))!.EditorId);
    }

    [SkippableFact]
    public async Task Line_32_Clear_lets_all_rows_go()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.EditedPosts).SingleAsync();
        var posts = ann.EditedPosts.All();
        await AssertCostAsync(1, 1, () => ann.EditedPosts.ClearAsync());
        Assert.False(ann.EditedPosts.IsLoaded);
        Assert.All(posts, post => Assert.Null(post.EditorId));
        Assert.All(posts, post => Assert.Null(post.Editor));
        Assert.Equal(8, await Db.Posts.Where(p => p.EditorId == null).CountAsync());
        await AssertCostAsync(1, 1, () => ann.EditedPosts.ClearAsync());
    }

    [SkippableFact]
    public async Task Line_33_Set_removes_and_adds_and_leaves_the_others_alone()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.EditedPosts).SingleAsync();
        var edited = ann.EditedPosts.All();
        var (kept, removed, added) = (edited[0], edited[1], (await Db.Posts.FindAsync(1))!);
        using (var log = Db.Record())
        {
            await ann.EditedPosts.SetAsync(kept, added);
            Assert.Equal(3, log.Statements.Count);
            Assert.Equal("""SELECT "id" FROM "posts" WHERE "editor_id" = @parent""", log.Statements[0].Text);
            Assert.Equal([3, 1], log.Statements.Skip(1).Select(statement => statement.Rows));
        }
        Assert.False(ann.EditedPosts.IsLoaded);
        Assert.Same(ann, kept.Editor);
        Assert.Same(ann, added.Editor);
        Assert.Null(removed.EditorId);
        Assert.Equal([1, 2], (await ann.EditedPosts.AllAsync()).Select(p => p.Id));
        await AssertCostAsync(1, 1, () => ann.EditedPosts.SetAsync(kept, added));
        var created = new Post { Title = "Fresh", AuthorId = 1 };
        await AssertCostAsync(3, 3, () => ann.EditedPosts.SetAsync(kept, created));
        Assert.Equal([2, created.Id], (await ann.EditedPosts.AllAsync()).Select(p => p.Id));
        await AssertCostAsync(2, 2, () => ann.EditedPosts.SetAsync());
        Assert.Equal(0, await ann.EditedPosts.CountAsync());
    }

    [SkippableFact]
    public async Task Line_30_a_Set_that_fails_changes_nothing_but_caches()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.EditedPosts).SingleAsync();
        var edited = ann.EditedPosts.All();
        var fresh = new Post { Title = "No author", AuthorId = 99 };
        await Assert.ThrowsAnyAsync<Exception>(() => ann.EditedPosts.SetAsync(fresh));
        Assert.False(ann.EditedPosts.IsLoaded);
        Assert.Equal((0, null), (fresh.Id, fresh.EditorId));
        Assert.All(edited, post => Assert.Equal(1, post.EditorId));
        Assert.Equal(4, await ann.EditedPosts.CountAsync());
    }

    [SkippableFact]
    public async Task Optional_sets_take_rows_in_as_required_ones_do()
    {
        var (bea, post) = ((await Db.Users.FindAsync(3))!, await Db.Posts.Where(p => p.Id == 2).Include(p => p.Editor).SingleAsync());
        var ann = post.Editor!;
        await ann.EditedPosts.AllAsync();
        await AssertCostAsync(1, 1, () => bea.EditedPosts.AddAsync(post));
        Assert.False(ann.EditedPosts.IsLoaded);
        Assert.Same(bea, post.Editor);
        var created = await bea.EditedPosts.CreateAsync(new Post { Title = "New", Author = bea });
        Assert.Equal([2, created.Id], (await bea.EditedPosts.AllAsync()).Select(p => p.Id));
    }
}
