using Blog;

namespace Covet.Specification;

/// <summary>Writes through the reverse of a required foreign key; tests name the lines of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class SetWriteSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_31_saved_rows_move_by_one_UPDATE()
    {
        var users = await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync();
        Post[] moved = [users[1].Posts.All()[0], users[1].Posts.All()[1], users[2].Posts.All()[0]];
        using (var log = Db.Record())
        {
            await users[0].Posts.AddAsync(moved);
            Assert.Equal(
                IsSqlite
                    ? """UPDATE "posts" SET "author_id" = @parent WHERE "id" IN (SELECT value FROM json_each(@children))"""
                    : """UPDATE "posts" SET "author_id" = @parent WHERE "id" = ANY(@children)""",
                Assert.Single(log.Statements).Text);
            Assert.Equal(1, log.RoundTrips);
        }
        Assert.All(users, user => Assert.False(user.Posts.IsLoaded));
        Assert.All(moved, post => Assert.Equal(users[0].Id, post.AuthorId));
        Assert.All(moved, post => Assert.Same(users[0], post.Author));
        Assert.Equal([5, 1, 2], (await Db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync()).Select(u => u.Posts.All().Count));
        await AssertCostAsync(0, 0, () => users[0].Posts.AddAsync());
        await AssertCostAsync(1, 1, () => users[0].Posts.AddAsync(new List<Post>(moved), CancellationToken.None));
    }

    [SkippableFact]
    public async Task Line_31_unsaved_rows_are_inserted_and_mixed_ones_go_in_one_transaction()
    {
        var (ann, post) = ((await Db.Users.FindAsync(1))!, (await Db.Posts.FindAsync(2))!);
        Post[] fresh = [new() { Title = "A" }, new() { Title = "B" }];
        await AssertCostAsync(3, 2, () => ann.Posts.AddAsync([.. fresh, post]));
        Assert.All(fresh, p => Assert.NotEqual(0, p.Id));
        Assert.All([.. fresh, post], p => Assert.Same(ann, p.Author));
        Assert.Equal(5, await ann.Posts.CountAsync());
        await AssertCostAsync(1, 1, () => ann.Posts.AddAsync(new Post { Title = "C" }));
        Assert.Equal(6, await ann.Posts.CountAsync());
        Assert.Empty(await fresh[0].Tags.AllAsync());
    }

    [SkippableFact]
    public async Task Line_31_a_stub_with_a_key_counts_as_saved()
    {
        var ann = (await Db.Users.FindAsync(1))!;
        var stub = new Post { Id = 2 };
        await AssertCostAsync(1, 1, () => ann.Posts.AddAsync(stub));
        Assert.Equal(1, (await Db.Posts.FindAsync(2))!.AuthorId);
        Assert.Equal("Post 2", (await Db.Posts.FindAsync(2))!.Title);
        Assert.Equal(2, (await ann.Posts.AllAsync()).Count(p => p.Id is 2 or 3));
    }

    [SkippableFact]
    public async Task Line_31_all_or_none_move()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts).SingleAsync();
        var abel = await Db.Users.Where(u => u.Id == 2).Prefetch(u => u.Posts).SingleAsync();
        var post = abel.Posts.All()[0];
        var exception = await Assert.ThrowsAsync<RowNotFoundException>(() => ann.Posts.AddAsync(post, new Post { Id = 99 }));
        Assert.Contains("User.Posts", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, post.AuthorId);
        Assert.Equal(2, (await Db.Posts.FindAsync(post.Id))!.AuthorId);
        Assert.False(ann.Posts.IsLoaded);
        Assert.False(abel.Posts.IsLoaded);
    }

    [SkippableFact]
    public async Task Line_30_the_caches_are_dropped_when_the_write_fails_and_the_instances_are_as_they_were()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Comments).SingleAsync();
        var abel = await Db.Users.Where(u => u.Id == 2).Prefetch(u => u.Comments).SingleAsync();
        var (moved, fresh) = (abel.Comments.All()[0], new Comment { PostId = 99, Author = abel, Text = "no such post" });
        await Assert.ThrowsAnyAsync<Exception>(() => ann.Comments.AddAsync(moved, fresh));
        Assert.False(ann.Comments.IsLoaded);
        Assert.False(abel.Comments.IsLoaded);
        Assert.Equal(2, moved.AuthorId);
        Assert.Equal((0, 2), (fresh.Id, fresh.AuthorId));
        Assert.Same(abel, fresh.Author);
        Assert.Equal(8, await Db.Comments.Where(c => c.AuthorId == 2).CountAsync());
        await Assert.ThrowsAnyAsync<Exception>(() => ann.Comments.CreateAsync(fresh));
        Assert.Same(abel, fresh.Author);
        await ann.Comments.AddAsync(moved);
        Assert.Equal(9, await ann.Comments.CountAsync());
    }

    [SkippableFact]
    public async Task Line_30_a_cancelled_write_drops_the_caches_too()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts).SingleAsync();
        var post = (await Db.Posts.FindAsync(1))!;
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ann.Posts.AddAsync([post], cancelled.Token));
        Assert.False(ann.Posts.IsLoaded);
        Assert.Equal(2, post.AuthorId);
    }

    [SkippableFact]
    public async Task Create_sets_the_foreign_key_and_inserts()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts).SingleAsync();
        Post? post = null;
        await AssertCostAsync(1, 1, async () => post = await ann.Posts.CreateAsync(new Post { Title = "Hi" }));
        Assert.False(ann.Posts.IsLoaded);
        Assert.Equal((true, 1), (post!.Id > 0, post.AuthorId));
        Assert.Same(ann, post.Author);
        Assert.Equal(1, (await Db.Posts.FindAsync(post.Id))!.AuthorId);
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ann.Posts.CreateAsync(post));
        Assert.Contains("AddAsync", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Create_says_what_is_unsaved_before_any_SQL()
    {
        var (ann, comment) = ((await Db.Users.FindAsync(1))!, new Comment { Post = new Post(), Text = "on nothing" });
        await AssertCostAsync(0, 0, async () =>
        {
            var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => ann.Comments.CreateAsync(comment));
            Assert.Contains("Comment.Post", exception.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<InvalidOperationException>(() => ann.Comments.AddAsync(comment));
        });
        Assert.Equal(0, comment.AuthorId);
        Assert.Throws<RelationNotLoadedException>(() => comment.Author);
    }

    [SkippableFact]
    public async Task Line_33_Set_of_a_required_foreign_key_only_adds()
    {
        var ann = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Posts).SingleAsync();
        var (own, other) = (ann.Posts.All()[0], (await Db.Posts.FindAsync(1))!);
        await AssertCostAsync(2, 2, () => ann.Posts.SetAsync(own, other));
        Assert.False(ann.Posts.IsLoaded);
        Assert.Same(ann, own.Author);
        Assert.Same(ann, other.Author);
        Assert.Equal([1, 3, 6], (await ann.Posts.AllAsync()).Select(p => p.Id));
        await AssertCostAsync(1, 1, () => ann.Posts.SetAsync([own, other], CancellationToken.None));
        await AssertCostAsync(1, 1, () => ann.Posts.SetAsync());
        Assert.Equal(3, await ann.Posts.CountAsync());
    }

    [SkippableFact]
    public async Task Line_28_a_stub_with_a_key_is_as_good_as_the_row()
    {
        var post = new Post { Author = new User { Id = 3 }, Title = "By a stub" };
        await AssertCostAsync(1, 1, () => Db.Posts.InsertAsync(post));
        Assert.Equal(3, post.AuthorId);
        var bea = (await Db.Users.FindAsync(3))!;
        await bea.EditedPosts.AddAsync(post);
        post.EditorId = 1;
        Assert.Throws<RelationNotLoadedException>(() => post.Editor);
        await Db.Posts.UpdateAsync(post);
        Assert.Equal(0, await bea.EditedPosts.CountAsync());
    }

    [SkippableFact]
    public async Task Line_29_writes_of_an_instance_that_was_never_saved_throw()
    {
        var (user, post) = (new User { Name = "New" }, (await Db.Posts.FindAsync(1))!);
        await AssertCostAsync(0, 0, async () =>
        {
            foreach (var write in new Func<Task>[]
            {
                () => user.Posts.AddAsync(post), () => user.Posts.AddAsync(), () => user.Posts.CreateAsync(new Post()), () => user.Posts.SetAsync(post),
                () => user.EditedPosts.RemoveAsync(post), () => user.EditedPosts.ClearAsync(),
            })
            {
                var exception = await Assert.ThrowsAsync<InvalidOperationException>(write);
                Assert.Contains("User", exception.Message, StringComparison.Ordinal);
            }
        });
        Assert.Equal(2, post.AuthorId);
    }

    [SkippableFact]
    public async Task Nulls_are_refused_before_any_SQL()
    {
        var ann = (await Db.Users.FindAsync(1))!;
        await AssertCostAsync(0, 0, async () =>
        {
            await Assert.ThrowsAsync<ArgumentNullException>(() => ann.Posts.AddAsync((IEnumerable<Post>)null!));
            await Assert.ThrowsAsync<ArgumentNullException>(() => ann.Posts.AddAsync((Post)null!));
            await Assert.ThrowsAsync<ArgumentNullException>(() => ann.Posts.SetAsync((Post)null!));
            await Assert.ThrowsAsync<ArgumentNullException>(() => ann.Posts.CreateAsync(null!));
            await Assert.ThrowsAsync<ArgumentNullException>(() => ann.EditedPosts.RemoveAsync((Post)null!));
        });
    }

    [SkippableFact]
    public async Task In_a_transaction_a_write_is_a_savepoint_of_it()
    {
        await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            var ann = (await tx.Users.FindAsync(1))!;
            await ann.Posts.AddAsync(await tx.Posts.Where(p => p.AuthorId == 2).ToListAsync());
            await Assert.ThrowsAsync<RowNotFoundException>(() => ann.Posts.AddAsync(new Post { Id = 98 }, new Post { Id = 99 }));
            Assert.Equal(5, await ann.Posts.CountAsync());
            throw new FormatException();
        }));
        Assert.Equal(2, await Db.Posts.Where(p => p.AuthorId == 1).CountAsync());
    }
}
