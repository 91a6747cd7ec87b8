using Blog;

namespace Covet.Specification;

/// <summary>Plain writes, transactions and the schema.</summary>
/// <param name="fixture">The database.</param>
public abstract class WriteSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Insert_fills_in_the_key_and_takes_a_given_one()
    {
        var tag = new Tag { Name = "new" };
        await AssertCostAsync(1, 1, () => Db.Tags.InsertAsync(tag));
        Assert.Equal("new", (await Db.Tags.FindAsync(tag.Id))?.Name);
        await AssertCostAsync(1, 1, () => Db.Tags.InsertAsync(new Tag { Id = 1000, Name = "given" }));
        Assert.Equal("given", (await Db.Tags.FindAsync(1000))?.Name);
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Tags.InsertAsync(new Tag { Name = "new" }));
    }

    [SkippableFact]
    public async Task InsertMany_is_batched_and_all_or_nothing()
    {
        var tags = Enumerable.Range(0, 1200).Select(i => new Tag { Name = $"many {i}" }).ToList();
        using (var log = Db.Record())
        {
            await Db.Tags.InsertManyAsync(tags);
            Assert.Equal(1, log.RoundTrips);
        }
        var read = await Db.Tags.Where(t => t.Name.StartsWith("many ")).ToListAsync();
        Assert.Equal(tags.Select(t => (t.Id, t.Name)).Order(), read.Select(t => (t.Id, t.Name)).Order());

        var failing = Enumerable.Range(0, 700).Select(i => new Tag { Name = i == 650 ? "orm" : $"failing {i}" }).ToList();
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Tags.InsertManyAsync(failing));
        Assert.False(await Db.Tags.Where(t => t.Name.StartsWith("failing")).AnyAsync());
        Assert.All(failing, t => Assert.Equal(0, t.Id));
        await AssertCostAsync(0, 0, () => Db.Tags.InsertManyAsync([]));
    }

    [SkippableFact]
    public async Task Update_writes_every_column_and_delete_removes_the_row()
    {
        var post = (await Db.Posts.FindAsync(1))!;
        (post.Title, post.Views, post.DeletedAt, post.EditorId) = ("changed", 5, BlogData.Start, 2);
        await AssertCostAsync(1, 1, () => Db.Posts.UpdateAsync(post));
        var read = (await Db.Posts.FindAsync(1))!;
        Assert.Equal(("changed", 5, (DateTimeOffset?)BlogData.Start, (int?)2), (read.Title, read.Views, read.DeletedAt, read.EditorId));
        var tag = new Tag { Name = "short-lived" };
        await Db.Tags.InsertAsync(tag);
        await AssertCostAsync(1, 1, () => Db.Tags.DeleteAsync(tag));
        Assert.Null(await Db.Tags.FindAsync(tag.Id));
        await Assert.ThrowsAsync<RowNotFoundException>(() => Db.Tags.DeleteAsync(tag));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Tags.DeleteAsync(new Tag()));
    }

    [SkippableFact]
    public async Task OnDelete_is_the_database_s_own()
    {
        var profile = await Db.Profiles.Prefetch(p => p.User).SingleAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => Db.Users.DeleteAsync(profile.User));
        var lonely = new User { Name = "Lonely", Email = "lonely@example.org" };
        await Db.Users.InsertAsync(lonely);
        await Db.Profiles.InsertAsync(new Profile { User = lonely });
        await Db.Users.DeleteAsync(lonely);
        Assert.Equal(1, await Db.Profiles.CountAsync());
    }

    [SkippableFact]
    public async Task A_transaction_commits_returns_and_rolls_back()
    {
        int id = await Db.TransactionAsync(async tx =>
        {
            var tag = new Tag { Name = "in" };
            await tx.Tags.InsertAsync(tag);
            Assert.True(await tx.Tags.Where(t => t.Name == "in").AnyAsync());
            return tag.Id;
        });
        Assert.Equal("in", (await Db.Tags.FindAsync(id))?.Name);
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "out" });
            throw new FormatException();
        }));
        Assert.False(await Db.Tags.Where(t => t.Name == "out").AnyAsync());
    }

    [SkippableFact]
    public async Task A_nested_transaction_is_a_savepoint()
    {
        await Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "outer" });
            await Assert.ThrowsAsync<FormatException>(() => tx.TransactionAsync(async nested =>
            {
                await nested.Tags.InsertAsync(new Tag { Name = "inner" });
                throw new FormatException();
            }));
            await tx.TransactionAsync(nested => nested.Tags.InsertAsync(new Tag { Name = "second" }));
        });
        Assert.Equal(["outer", "second"], (await Db.Tags.Where(t => t.Name.In("outer", "inner", "second")).ToListAsync()).Select(t => t.Name).Order());
    }

    [SkippableFact]
    public async Task What_a_transaction_loaded_belongs_to_the_database_afterwards()
    {
        BlogDb? leaked = null;
        var user = await Db.TransactionAsync(async tx =>
        {
            leaked = tx;
            return await tx.Users.OrderBy(u => u.Id).FirstAsync();
        });
        Assert.Equal(2, (await user.Posts.AllAsync()).Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => leaked!.Users.CountAsync());
    }

    [SkippableFact]
    public async Task A_transaction_is_not_for_two_at_once()
    {
        await Db.TransactionAsync(async tx =>
        {
            await foreach (var user in tx.Users)
            {
                var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => tx.Posts.CountAsync());
                Assert.Contains("await", exception.Message, StringComparison.Ordinal);
                break;
            }
            Assert.Equal(8, await tx.Posts.CountAsync());
        });
    }

    [SkippableFact]
    public async Task Links_are_added_once_and_drop_the_caches_on_both_sides()
    {
        var post = await Db.Posts.Where(p => p.Id == 3).Prefetch(p => p.Tags).SingleAsync();
        var tags = await Db.Tags.OrderBy(t => t.Id).Prefetch(t => t.Posts).ToListAsync();
        Assert.Single(post.Tags.All());
        await AssertCostAsync(1, 1, () => post.Tags.AddAsync([.. tags]));
        Assert.False(post.Tags.IsLoaded);
        Assert.All(tags, tag => Assert.False(tag.Posts.IsLoaded));
        await post.Tags.AddAsync(tags[0]);
        Assert.Equal(3, (await post.Tags.AllAsync()).Count);
        await AssertCostAsync(0, 0, () => post.Tags.AddAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(() => post.Tags.AddAsync(new Tag { Name = "unsaved" }));
    }

    [SkippableFact]
    public async Task Creating_the_schema_again_leaves_everything_as_it_is()
    {
        await Db.Schema.CreateAsync();
        Assert.Equal(8, await Db.Posts.CountAsync());
        Assert.Contains("CREATE TABLE", Db.Schema.Script, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_cancelled_call_sends_nothing_and_the_next_one_works()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        using var log = Db.Record();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Posts.ToListAsync(cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.InsertAsync(new Tag { Name = "never" }, cancelled.Token));
        Assert.Empty(log.Statements);
        Assert.Equal(8, await Db.Posts.CountAsync());
    }
}
