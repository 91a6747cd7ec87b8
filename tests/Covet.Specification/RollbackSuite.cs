using Blog;

namespace Covet.Specification;

/// <summary>A rollback makes instances what they were before the transaction, however it comes about.</summary>
/// <param name="fixture">The database.</param>
public abstract class RollbackSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task What_was_inserted_has_neither_key_nor_database()
    {
        var ann = new User { Name = "New", Email = "new@example.org" };
        var post = new Post { Author = ann };
        List<Tag> tags = [new() { Name = "a" }, new() { Name = "b" }];
        await RollBackAsync(async tx =>
        {
            await tx.Users.InsertAsync(ann);
            await tx.Posts.InsertAsync(post);
            await tx.Tags.InsertManyAsync(tags);
            Assert.NotEqual(0, ann.Id);
            Assert.Equal(ann.Id, post.AuthorId);
            Assert.NotEmpty(await post.Author.Posts.AllAsync());
        });
        Assert.Equal((0, 0, 0), (ann.Id, post.Id, post.AuthorId));
        Assert.Same(ann, post.Author);
        Assert.All<IModel>([ann, post, .. tags], model => Assert.Null(model.Source));
        Assert.All(tags, tag => Assert.Equal(0, tag.Id));
        Assert.False(ann.Posts.IsLoaded);

        // All of it once more, as a retry would.
        await Db.TransactionAsync(async tx =>
        {
            await tx.Users.InsertAsync(ann);
            await tx.Posts.InsertAsync(post);
            await tx.Tags.InsertManyAsync(tags);
        });
        Assert.Equal(ann.Id, (await Db.Posts.FindAsync(post.Id))!.AuthorId);
        Assert.Equal(2, await Db.Tags.CountAsync(t => t.Name.In("a", "b")));
    }

    [SkippableFact]
    public async Task A_key_of_one_s_own_stays()
    {
        var tag = new Tag { Id = 77, Name = "own" };
        await RollBackAsync(tx => tx.Tags.InsertAsync(tag));
        Assert.Equal(77, tag.Id);
        Assert.Null(((IModel)tag).Source);
    }

    [SkippableFact]
    public async Task What_was_deleted_is_there_again()
    {
        var tag = await Db.Tags.FirstAsync();
        await RollBackAsync(tx => tx.Tags.DeleteAsync(tag));
        await tag.ReloadAsync();
        Assert.Equal("orm", tag.Name);
    }

    [SkippableFact]
    public async Task An_update_takes_over_neither_database_nor_key()
    {
        var author = new User { Name = "New", Email = "new@example.org" };
        var post = new Post { Id = 1, Title = "Moved", Author = author };
        await RollBackAsync(async tx =>
        {
            await tx.Users.InsertAsync(author);
            await tx.Posts.UpdateAsync(post);
            Assert.NotEqual(0, post.AuthorId);
        });
        Assert.Equal((1, 0, "Moved"), (post.Id, post.AuthorId, post.Title));
        Assert.Same(author, post.Author);
        Assert.Null(((IModel)post).Source);
        await RollBackAsync(async tx =>
        {
            await tx.Users.InsertAsync(author);
            await tx.Posts.UpdateAsync(post, p => p.Title, p => p.AuthorId);
        });
        Assert.Equal((0, null), (post.AuthorId, ((IModel)post).Source));
    }

    [SkippableFact]
    public async Task Upserts_give_back_what_they_took()
    {
        var fresh = new Tag { Name = "fresh" };
        var known = new Tag { Name = "orm" };
        var wrong = new Tag { Id = 99, Name = "sql" };
        List<Tag> many = [new() { Name = "csharp" }, new() { Name = "another" }, new() { Id = 98, Name = "own" }];
        await RollBackAsync(async tx =>
        {
            await tx.Tags.UpsertAsync(fresh, t => t.Name);
            await tx.Tags.UpsertAsync(known, t => t.Name);
            await tx.Tags.UpdateOrCreateAsync(wrong, t => t.Name);
            await tx.Tags.UpsertManyAsync(many, t => t.Name);
            Assert.NotEqual(99, wrong.Id);
            Assert.DoesNotContain(0, many.Select(t => t.Id));
        });
        Assert.Equal((0, 0, 99), (fresh.Id, known.Id, wrong.Id));
        Assert.Equal([0, 0, 98], many.Select(t => t.Id));
        Assert.All([fresh, known, wrong, .. many], tag => Assert.Null(((IModel)tag).Source));
        Tag? created = null;
        await RollBackAsync(async tx => created = (await tx.Tags.GetOrCreateAsync(new Tag { Name = "created" }, t => t.Name)).Model);
        Assert.Equal(0, created!.Id);
    }

    [SkippableFact]
    public async Task What_a_set_took_in_is_where_it_was()
    {
        var abel = await Db.Users.SingleAsync(u => u.Name == "Abel");
        var fresh = new Post { Title = "fresh" };
        var created = new Post { Title = "created" };
        var upserted = new Post { Id = 500, Title = "upserted" };
        Post? moved = null;
        User? ann = null;
        await RollBackAsync(async tx =>
        {
            ann = await tx.Users.SingleAsync(u => u.Name == "Ann");
            moved = await tx.Posts.FirstAsync(p => p.AuthorId == abel.Id);
            await ann.Posts.AddAsync(moved, fresh);
            await ann.Posts.CreateAsync(created);
            await ann.Posts.UpsertAsync(upserted, p => p.Id);
            Assert.Equal([ann.Id, ann.Id, ann.Id, ann.Id], [moved.AuthorId, fresh.AuthorId, created.AuthorId, upserted.AuthorId]);
            await ann.Posts.AllAsync();
        });
        Assert.Equal(abel.Id, moved!.AuthorId);
        Assert.False(ann!.Posts.IsLoaded);
        Assert.Equal([(0, 0), (0, 0), (500, 0)], new[] { fresh, created, upserted }.Select(p => (p.Id, p.AuthorId)));
        Assert.All([fresh, created, upserted], post =>
        {
            Assert.Null(((IModel)post).Source);
            Assert.Throws<RelationNotLoadedException>(() => post.Author);
        });
    }

    [SkippableFact]
    public async Task What_a_set_let_go_is_in_it_again()
    {
        User? ann = null;
        List<Post> posts = [];
        await RollBackAsync(async tx =>
        {
            ann = await tx.Users.Where(u => u.Name == "Ann").Prefetch(u => u.EditedPosts).SingleAsync();
            posts = [.. ann.EditedPosts.All()];
            await ann.EditedPosts.RemoveAsync(posts[0], posts[0]);
            await ann.EditedPosts.SetAsync(posts[1]);
            await ann.EditedPosts.ClearAsync();
            Assert.Empty(await ann.EditedPosts.AllAsync());
            Assert.Null(posts[0].EditorId);
        });
        Assert.Equal(4, posts.Count);
        Assert.All(posts, post => Assert.Equal(ann!.Id, post.EditorId));
        Assert.Equal(4, (await ann!.EditedPosts.AllAsync()).Count);
    }

    [SkippableFact]
    public async Task Links_that_were_loaded_in_between_are_forgotten()
    {
        Post? post = null;
        var (created, found) = (new Tag { Name = "created" }, new Tag { Name = "upserted" });
        await RollBackAsync(async tx =>
        {
            post = await tx.Posts.OrderBy(p => p.Id).FirstAsync();
            await post.Tags.CreateAsync(created);
            await post.Tags.UpsertAsync(found, t => t.Name);
            Assert.Equal(4, (await post.Tags.AllAsync()).Count);
            await post.Tags.ClearAsync();
            Assert.Empty(await post.Tags.AllAsync());
        });
        Assert.Equal(2, (await post!.Tags.AllAsync()).Count);
        Assert.Equal((0, 0), (created.Id, found.Id));
        Assert.Null(((IModel)created).Source);
    }

    [SkippableFact]
    public async Task A_savepoint_takes_back_its_own_alone()
    {
        var (outer, inner, innermost, kept) = (new Tag { Name = "outer" }, new Tag { Name = "inner" }, new Tag { Name = "innermost" }, new Tag { Name = "kept" });
        await Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(outer);
            await Assert.ThrowsAsync<FormatException>(() => tx.TransactionAsync(async nested =>
            {
                await nested.Tags.InsertAsync(inner);
                await nested.TransactionAsync(again => again.Tags.InsertAsync(innermost));
                // What uses the outer one inside the savepoint is rolled back with it.
                await tx.Tags.InsertAsync(kept);
                throw new FormatException();
            }));
            Assert.NotEqual(0, outer.Id);
            Assert.Equal((0, 0, 0), (inner.Id, innermost.Id, kept.Id));
            await tx.Tags.InsertAsync(kept);
        });
        Assert.NotEqual((0, 0), (outer.Id, kept.Id));
        Assert.Equal(2, await Db.Tags.CountAsync(t => t.Id.In(outer.Id, kept.Id)));
    }

    [SkippableFact]
    public async Task What_a_savepoint_kept_goes_with_what_is_outside()
    {
        var tag = new Tag { Name = "inner" };
        await RollBackAsync(tx => tx.TransactionAsync(nested => nested.Tags.InsertAsync(tag)));
        Assert.Equal((0, null), (tag.Id, ((IModel)tag).Source));
    }

    [SkippableFact]
    public async Task What_was_committed_stays()
    {
        var tag = new Tag { Name = "kept" };
        await Db.TransactionAsync(tx => tx.Tags.InsertAsync(tag));
        await RollBackAsync(_ => Task.CompletedTask);
        await tag.ReloadAsync();
    }

    [SkippableFact]
    public async Task A_statement_that_failed_takes_back_the_others()
    {
        var (before, twice) = (new Tag { Name = "before" }, new Tag { Name = "orm" });
        var post = new Post { Author = new User { Name = "New", Email = "new@example.org" } };
        await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(before);
            await tx.Users.InsertAsync(post.Author);
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.Tags.InsertAsync(twice));
            post.Id = 1;
            await Assert.ThrowsAsync<TransactionAbortedException>(() => tx.Posts.InsertAsync(post));
            Assert.Equal(0, post.AuthorId);
        }));
        Assert.Equal((0, 0, 0), (before.Id, twice.Id, post.Author.Id));
    }

    [SkippableFact]
    public async Task A_commit_that_is_cancelled_or_fails_takes_back()
    {
        var tag = new Tag { Name = "new" };
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.TransactionAsync(
            async tx =>
            {
                await tx.Tags.InsertAsync(tag);
                await cancellation.CancelAsync();
            },
            cancellation.Token));
        Assert.Equal((0, null), (tag.Id, ((IModel)tag).Source));
        if (!IsSqlite)
            await Db.ExecuteAsync($"ALTER TABLE posts ALTER CONSTRAINT fk_posts_author_id DEFERRABLE INITIALLY DEFERRED");
        var post = new Post { AuthorId = 12345 };
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.TransactionAsync(async tx =>
        {
            if (IsSqlite)
                await tx.ExecuteAsync($"PRAGMA defer_foreign_keys = ON");
            await tx.Posts.InsertAsync(post);
            await tx.Tags.InsertAsync(tag);
        }));
        Assert.Equal((0, 0), (tag.Id, post.Id));
        await Db.Tags.InsertAsync(tag);
    }

    [SkippableFact]
    public async Task A_rollback_that_fails_takes_back_all_the_same()
    {
        var tag = new Tag { Name = "inner" };
        await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await Assert.ThrowsAsync<FormatException>(() => tx.TransactionAsync(async nested =>
            {
                await nested.Tags.InsertAsync(tag);
                await nested.ExecuteAsync($"RELEASE SAVEPOINT covet_1");
                throw new FormatException();
            }));
            Assert.Equal(0, tag.Id);
        }));
        Assert.Equal((0, null), (tag.Id, ((IModel)tag).Source));
    }

    [SkippableFact]
    public async Task A_write_that_was_not_awaited_is_taken_back_when_it_is_done()
    {
        var tag = new Tag { Name = "late" };
        var gate = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        var provider = new InterposedProvider(Provider, new Interposition { BeforeRoundTrip = (_, _) => Wait() });
        Task? late = null;
        await Assert.ThrowsAsync<InvalidOperationException>(() => new BlogDb(provider).TransactionAsync(async tx =>
        {
            late = tx.Tags.InsertAsync(tag);
            await entered.Task;
        }));
        gate.SetResult();
        await late!;
        Assert.Equal((0, null), (tag.Id, ((IModel)tag).Source));
        Assert.Equal(0, provider.ConnectionsOut);
        Assert.False(await Db.Tags.AnyAsync(t => t.Name == "late"));

        Task Wait()
        {
            entered.SetResult();
            return gate.Task;
        }
    }

    private async Task RollBackAsync(Func<BlogDb, Task> work)
        => await Assert.ThrowsAsync<FormatException>(() => Db.TransactionAsync(async tx =>
        {
            await work(tx);
            throw new FormatException();
        }));
}
