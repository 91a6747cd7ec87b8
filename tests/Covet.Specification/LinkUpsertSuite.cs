using Blog;

namespace Covet.Specification;

/// <summary>Upsert, get-or-create and update-or-create through many-to-many sets; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class LinkUpsertSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_30_get_or_create_links_what_it_found_or_inserted_and_drops_the_caches()
    {
        var post = await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Tags).SingleAsync();
        Assert.Equal(["orm"], post.Tags.All().Select(t => t.Name));
        (Tag Model, bool Created) result = (null!, true);
        var given = new Tag { Name = "sql" };
        await AssertCostAsync(2, 2, async () => result = await post.Tags.GetOrCreateAsync(given, t => t.Name));
        Assert.Equal(("sql", false, 0), (result.Model.Name, result.Created, given.Id));
        Assert.False(post.Tags.IsLoaded);
        Assert.Equal(2, (await post.Tags.AllAsync()).Count);
        given = new Tag { Name = "fresh" };
        await AssertCostAsync(3, 3, async () => result = await post.Tags.GetOrCreateAsync(given, t => t.Name));
        Assert.Same(given, result.Model);
        Assert.True(result.Created);
        Assert.Equal([3], (await given.Posts.AllAsync()).Select(p => p.Id));
        await post.Tags.GetOrCreateAsync(new Tag { Name = "fresh" }, t => t.Name);
        Assert.Equal(["fresh", "orm", "sql"], (await post.Tags.AllAsync()).Select(t => t.Name).Order());
    }

    [SkippableFact]
    public async Task Line_30_upsert_and_update_or_create_link_and_drop_the_caches_on_both_sides()
    {
        var post = await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Tags).SingleAsync();
        var sql = await Db.Tags.Where(t => t.Name == "sql").Prefetch(t => t.Posts).SingleAsync();
        await AssertCostAsync(2, 2, () => post.Tags.UpsertAsync(sql, t => t.Name));
        Assert.False(post.Tags.IsLoaded);
        Assert.False(sql.Posts.IsLoaded);
        Assert.Contains(3, (await sql.Posts.AllAsync()).Select(p => p.Id));
        var (tag, created) = await post.Tags.UpdateOrCreateAsync(new Tag { Name = "fresh" }, t => t.Name);
        Assert.True(created);
        Assert.Equal(3, await post.Tags.CountAsync());
        var (written, again) = await tag.Posts.UpdateOrCreateAsync(new Post { Id = 1, AuthorId = 1, Title = "by key" }, p => p.Id);
        Assert.Equal((1, false), (written.Id, again));
        Assert.Equal([1, 3], (await tag.Posts.AllAsync()).Select(p => p.Id));
    }

    [SkippableFact]
    public async Task Line_30_what_fails_writes_nothing_and_leaves_the_instance_as_it_was()
    {
        var post = await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Tags).SingleAsync();
        await Db.ExecuteAsync($"ALTER TABLE post_tags RENAME TO gone");
        var tag = new Tag { Name = "never" };
        await Assert.ThrowsAnyAsync<Exception>(() => post.Tags.GetOrCreateAsync(tag, t => t.Name));
        await Assert.ThrowsAnyAsync<Exception>(() => post.Tags.UpsertAsync(tag, t => t.Name));
        Assert.Equal(0, tag.Id);
        Assert.Throws<InvalidOperationException>(tag.Posts.All);
        Assert.False(post.Tags.IsLoaded);
        Assert.False(await Db.Tags.AnyAsync(t => t.Name == "never"));
    }

    [SkippableFact]
    public async Task Many_at_once_create_one_and_link_it_once_each()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(async () =>
        {
            var post = (await Db.Posts.FindAsync((i % 8) + 1))!;
            return await post.Tags.GetOrCreateAsync(new Tag { Name = "race" }, t => t.Name);
        })));
        Assert.Single(results, result => result.Created);
        Assert.Single(results.Select(result => result.Model.Id).Distinct());
        Assert.Equal(8, await results[0].Model.Posts.Query.CountAsync());
    }
}
