using Blog;

namespace Covet.Specification;

/// <summary>Reading anew what an instance has in memory; tests name the line of the specification.</summary>
/// <param name="fixture">The database.</param>
public abstract class ReloadSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Line_41_ReloadAsync_reads_the_columns_and_drops_all_relations_and_places()
    {
        var post = await Db.Posts.Where(p => p.Id == 2).Include(p => p.Author, p => p.Editor).Prefetch(p => p.Tags, p => p.Comments).SingleAsync();
        await Db.ExecuteAsync($"UPDATE posts SET title = {"changed"}, views = 7, author_id = 1, editor_id = NULL, deleted_at = NULL WHERE id = 2");
        await AssertCostAsync(1, 1, () => post.ReloadAsync());
        Assert.Equal(("changed", 7, 1, (int?)null), (post.Title, post.Views, post.AuthorId, post.EditorId));
        Assert.Throws<RelationNotLoadedException>(() => post.Author);
        Assert.Null(post.Editor);
        Assert.False(post.Tags.IsLoaded);
        Assert.False(post.Comments.IsLoaded);
        Assert.Equal("Ann", (await post.LoadAuthorAsync()).Name);

        var user = await Db.Users.Where(u => u.Id == 1).Prefetch(u => u.Profile, u => u.Posts, u => u.Posts.Take(1).Into(u.TopPosts)).SingleAsync();
        var posts = user.Posts;
        await user.ReloadAsync();
        Assert.Same(posts, user.Posts);
        Assert.False(posts.IsLoaded);
        Assert.Throws<RelationNotLoadedException>(() => user.Profile);
        Assert.Throws<RelationNotLoadedException>(() => user.TopPosts);
    }

    [SkippableFact]
    public async Task Line_41_ReloadAsync_sends_the_constant_statement_by_key()
    {
        var tag = await Db.Tags.FirstAsync(t => t.Id == 2);
        using var log = Db.Record();
        await tag.ReloadAsync();
        var statement = Assert.Single(log.Statements);
        Assert.Equal("SELECT \"id\", \"name\" FROM \"tags\" WHERE \"id\" = @id", statement.Text);
        Assert.Equal(["id"], statement.ParameterNames);
    }

    [SkippableFact]
    public async Task Line_41_ReloadAsync_takes_back_what_was_changed_in_memory_alone()
    {
        var post = await Db.Posts.Where(p => p.Id == 1).Include(p => p.Author).SingleAsync();
        int author = post.AuthorId;
        post.Title = "unsaved";
        post.Author = new User { Name = "never saved" };
        await post.ReloadAsync();
        Assert.Equal(("Post 1", author), (post.Title, post.AuthorId));
        Assert.Equal(author, (await post.LoadAuthorAsync()).Id);
    }

    [SkippableFact]
    public async Task Line_41_ReloadAsync_of_a_relation_drops_that_one_and_loads_it_for_this_instance_alone()
    {
        var posts = await Db.Posts.OrderBy(p => p.Id).Include(p => p.Author).Prefetch(p => p.Tags).ToListAsync();
        var (first, second) = (posts[0], posts[1]);
        var (author, other) = (first.Author, second.Author);
        await Db.ExecuteAsync($"UPDATE users SET name = {"renamed"}");
        await Db.ExecuteAsync($"DELETE FROM post_tags");
        await AssertCostAsync(1, 1, () => first.ReloadAsync(p => p.Author));
        Assert.NotSame(author, first.Author);
        Assert.Equal("renamed", first.Author.Name);
        Assert.Same(other, second.Author);
        Assert.Equal("Post 1", first.Title);
        Assert.NotEmpty(first.Tags.All());
        using var log = Db.Record();
        await first.ReloadAsync(p => p.Tags);
        Assert.Equal(0, Assert.Single(log.Statements).Rows);
        Assert.Empty(first.Tags.All());
        Assert.NotEmpty(second.Tags.All());
    }

    [SkippableFact]
    public async Task Line_41_ReloadAsync_loads_a_relation_that_was_not_loaded_also_for_one_among_siblings()
    {
        var users = await Db.Users.OrderBy(u => u.Id).ToListAsync();
        await AssertCostAsync(1, 1, () => users[0].ReloadAsync(u => u.Posts));
        Assert.Equal(2, users[0].Posts.All().Count);
        Assert.All(users[0].Posts.All(), post => Assert.Same(users[0], post.Author));
        Assert.All(users.Skip(1), user => Assert.False(user.Posts.IsLoaded));
        await AssertCostAsync(1, 1, () => users[1].ReloadAsync(u => u.Profile));
        Assert.Null(users[1].Profile);
        await AssertCostAsync(1, 1, () => users[0].ReloadAsync(u => u.Profile));
        Assert.Same(users[0], users[0].Profile!.User);
    }

    [SkippableFact]
    public async Task Line_41_ReloadAsync_of_a_relation_takes_what_a_prefetch_takes()
    {
        var user = await Db.Users.Where(u => u.Id == 2).Prefetch(u => u.Posts).SingleAsync();
        await AssertCostAsync(3, 3, () => user.ReloadAsync(u => u.Posts.Where(p => p.Published).OrderByDescending(p => p.Id).Take(2).Prefetch(p => p.Comments.Prefetch(c => c.Author))));
        Assert.Equal([7, 4], user.Posts.All().Select(p => p.Id));
        Assert.Equal("Ann", user.Posts.All()[0].Comments.All()[0].Author.Name);
        await AssertCostAsync(1, 1, () => user.ReloadAsync(u => u.Posts.Take(1).Into(u.TopPosts)));
        Assert.Equal((1, 2), (user.TopPosts.Count, user.Posts.All().Count));
        var editor = await Db.Posts.FirstAsync(p => p.EditorId == null);
        await AssertCostAsync(0, 0, () => editor.ReloadAsync(p => p.Editor));
        Assert.Null(editor.Editor);
    }

    [SkippableFact]
    public async Task Line_41_a_reload_is_asked_for_so_it_sends_in_every_mode_which_stays()
    {
        var raising = await Db.Posts.Where(p => p.Id == 2).Fetch(FetchMode.Raise).SingleAsync();
        await raising.ReloadAsync();
        await raising.ReloadAsync(p => p.Author);
        Assert.Equal("Bea", raising.Author.Name);
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await raising.Tags.AllAsync());
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await raising.Author.Posts.AllAsync());

        var users = await Db.Users.ToListAsync();
        await users[0].ReloadAsync();
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var user in users)
                await user.Posts.AllAsync();
        });
    }

    [SkippableFact]
    public async Task Line_41_a_row_that_is_gone_leaves_the_instance_as_it_was()
    {
        var post = await Db.Posts.Where(p => p.Id == 1).Include(p => p.Author).Prefetch(p => p.Tags).SingleAsync();
        await Db.ExecuteAsync($"DELETE FROM comments WHERE post_id = 1 AND parent_id IS NOT NULL");
        await Db.ExecuteAsync($"DELETE FROM comments WHERE post_id = 1");
        await Db.ExecuteAsync($"DELETE FROM posts WHERE id = 1");
        var exception = await Assert.ThrowsAsync<RowNotFoundException>(() => post.ReloadAsync());
        Assert.Equal("Post", exception.Model);
        Assert.Contains("reload", exception.Message, StringComparison.Ordinal);
        Assert.Equal(("Post 1", true), (post.Title, post.Tags.IsLoaded));
        Assert.NotNull(post.Author);
    }

    [SkippableFact]
    public async Task Line_41_a_reload_that_fails_changes_nothing()
    {
        var post = await Db.Posts.Where(p => p.Id == 1).Include(p => p.Author).Prefetch(p => p.Tags).SingleAsync();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Db.ExecuteAsync($"UPDATE posts SET title = {"changed"} WHERE id = 1");
        var (author, tags) = (post.Author, post.Tags.All());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post.ReloadAsync(cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post.ReloadAsync(p => p.Author, cancelled.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post.ReloadAsync(p => p.Tags, cancelled.Token));
        await Db.ExecuteAsync($"ALTER TABLE users RENAME TO people");
        await Db.ExecuteAsync($"DROP TABLE post_tags");
        await Assert.ThrowsAnyAsync<Exception>(() => post.ReloadAsync(p => p.Author));
        await Assert.ThrowsAnyAsync<Exception>(() => post.ReloadAsync(p => p.Tags));
        Assert.Equal("Post 1", post.Title);
        Assert.Same(author, post.Author);
        Assert.Same(tags, post.Tags.All());
    }

    [SkippableFact]
    public async Task Line_41_an_instance_that_was_never_saved_says_so_and_so_does_one_that_was_deleted()
    {
        var tag = new Tag { Name = "short-lived" };
        using var log = Db.Record();
        await RefusedAsync(() => tag.ReloadAsync());
        await RefusedAsync(() => tag.ReloadAsync(t => t.Posts));
        await RefusedAsync(() => new Tag { Id = 1 }.ReloadAsync());
        Assert.Empty(log.Statements);
        await Db.Tags.InsertAsync(tag);
        await tag.ReloadAsync();
        await Db.Tags.DeleteAsync(tag);
        await RefusedAsync(() => tag.ReloadAsync());

        static async Task RefusedAsync(Func<Task> reload)
            => Assert.Contains("Tag", (await Assert.ThrowsAsync<InvalidOperationException>(reload)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Line_41_a_branch_of_another_model_or_of_the_database_is_refused_before_any_statement()
    {
        var post = await Db.Posts.FirstAsync();
        using var log = Db.Record();
        await Assert.ThrowsAsync<ArgumentException>(() => post.ReloadAsync(_ => Db.Tags.All()));
        await Assert.ThrowsAsync<ArgumentException>(() => post.ReloadAsync(p => p.Author.Take(1)));
        await Assert.ThrowsAsync<ArgumentNullException>(() => post.ReloadAsync((Func<PostPrefetch, PrefetchBranch>)null!));
        await Assert.ThrowsAsync<ArgumentNullException>(() => post.ReloadAsync(_ => null!));
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Line_41_in_a_transaction_a_reload_reads_there_and_afterwards_outside()
    {
        var post = await Db.TransactionAsync(async tx =>
        {
            var inside = (await tx.Posts.FindAsync(1))!;
            await tx.ExecuteAsync($"UPDATE posts SET title = {"inside"} WHERE id = 1");
            await inside.ReloadAsync();
            Assert.Equal("inside", inside.Title);
            return inside;
        });
        await Db.ExecuteAsync($"UPDATE posts SET title = {"outside"} WHERE id = 1");
        await post.ReloadAsync();
        Assert.Equal("outside", post.Title);
    }
}
