using System.Data.Common;
using Blog;

namespace Covet.Specification;

/// <summary>What the database refuses arrives as an exception with a name, with the driver's inside, the same from every provider.</summary>
/// <param name="fixture">The database.</param>
public abstract class ErrorSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    /// <summary>Whether the database says which foreign key was broken.</summary>
    protected abstract bool NamesForeignKeys { get; }

    /// <summary>A provider of the same database that waits for locks for no more than a second.</summary>
    protected abstract IDatabaseProvider CreateImpatient();

    /// <summary>A provider of a database that isn't there.</summary>
    protected abstract IDatabaseProvider CreateUnreachable();

    [SkippableFact]
    public async Task A_value_that_another_row_has_is_a_unique_violation()
    {
        var violation = await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Users.InsertAsync(new User { Name = "Other", Email = "ann@example.org" }));
        AssertNames(violation, "uq_users_email", "users", ["email"], "User", ["Email"]);
        Assert.StartsWith("A row with the same User.Email exists already", violation.Message, StringComparison.Ordinal);
        Assert.Contains("uq_users_email", violation.Message, StringComparison.Ordinal);
        Assert.Contains("UpsertAsync", violation.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_key_that_another_row_has_is_a_unique_violation()
        => AssertNames(
            await Assert.ThrowsAsync<UniqueViolationException>(() => Db.ExecuteAsync($"INSERT INTO tags (id, name) VALUES ({1}, {"fresh"})")), "pk_tags", "tags", ["id"], "Tag", ["Id"]);

    [SkippableFact]
    public async Task A_link_that_is_there_is_a_unique_violation_of_a_table_without_a_model()
    {
        int tag = (await Db.Posts.Prefetch(p => p.Tags).FirstAsync(p => p.Id == 1)).Tags.All()[0].Id;
        AssertNames(
            await Assert.ThrowsAsync<UniqueViolationException>(() => Db.ExecuteAsync($"INSERT INTO post_tags (post_id, tag_id) VALUES ({1}, {tag})")),
            "pk_post_tags",
            "post_tags",
            ["post_id", "tag_id"],
            null,
            []);
    }

    [SkippableFact]
    public async Task A_batch_fails_with_the_violation_of_its_row()
    {
        var violation = await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Tags.InsertManyAsync([new Tag { Name = "fresh" }, new Tag { Name = "orm" }]));
        AssertNames(violation, "uq_tags_name", "tags", ["name"], "Tag", ["Name"]);
        Assert.False(await Db.Tags.AnyAsync(t => t.Name == "fresh"));
    }

    [SkippableFact]
    public async Task A_row_that_refers_to_nothing_is_a_foreign_key_violation()
        => AssertForeignKey(await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Posts.InsertAsync(new Post { AuthorId = 999, Title = "lost" })), "posts", "Post");

    [SkippableFact]
    public async Task A_row_to_which_others_refer_can_t_be_deleted_where_that_is_restricted()
    {
        var ann = await Db.Users.SingleAsync(u => u.Name == "Ann");
        // Her own posts go with her, with their comments; her comments on others' posts hold her.
        AssertForeignKey(await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Users.DeleteAsync(ann)), "comments", "Comment");
        Assert.True(await Db.Users.AnyAsync(u => u.Name == "Ann"));
    }

    [SkippableFact]
    public async Task A_column_that_takes_no_NULL_says_so()
    {
        var violation = await Assert.ThrowsAsync<NotNullViolationException>(() => Db.ExecuteAsync($"INSERT INTO posts (author_id, title) VALUES ({1}, {"empty"})"));
        AssertNames(violation, null, "posts", ["content"], "Post", ["Body"]);
        Assert.StartsWith("Post.Body has no value", violation.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_check_says_its_name()
    {
        await Db.ExecuteAsync($"CREATE TABLE prices (amount INTEGER NOT NULL, CONSTRAINT ck_amount CHECK (amount > 0))");
        var violation = await Assert.ThrowsAsync<CheckViolationException>(() => Db.ExecuteAsync($"INSERT INTO prices (amount) VALUES ({-1})"));
        Assert.Equal("ck_amount", violation.Constraint);
        Assert.Null(violation.Model);
        AssertHasDriver(violation);
    }

    [SkippableFact]
    public async Task SQL_that_is_wrong_is_a_database_exception_of_no_kind()
    {
        AssertHasDriver(await Assert.ThrowsAsync<DatabaseException>(() => Db.ExecuteAsync($"SELECT nothing FROM nowhere")));
        AssertHasDriver(await Assert.ThrowsAsync<DatabaseException>(() => Db.ScalarAsync<int>($"SELECT nothing FROM nowhere")));
    }

    [SkippableFact]
    public async Task A_violation_fails_the_transaction()
    {
        UniqueViolationException? violation = null;
        var aborted = await Assert.ThrowsAsync<TransactionAbortedException>(() => Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "before" });
            violation = await Assert.ThrowsAsync<UniqueViolationException>(() => tx.Tags.InsertAsync(new Tag { Name = "orm" }));
        }));
        Assert.Same(violation, aborted.InnerException);
        AssertNames(violation!, "uq_tags_name", "tags", ["name"], "Tag", ["Name"]);
        Assert.False(await Db.Tags.AnyAsync(t => t.Name == "before"));
    }

    [SkippableFact]
    public async Task A_savepoint_takes_a_violation_back()
    {
        await Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "before" });
            await Assert.ThrowsAsync<UniqueViolationException>(() => tx.TransactionAsync(nested => nested.Tags.InsertAsync(new Tag { Name = "orm" })));
            await Assert.ThrowsAsync<ForeignKeyViolationException>(() => tx.TransactionAsync(nested => nested.Posts.InsertAsync(new Post { AuthorId = 999 })));
            await tx.Tags.InsertAsync(new Tag { Name = "after" });
        });
        Assert.Equal(2, await Db.Tags.CountAsync(t => t.Name == "before" | t.Name == "after"));
    }

    [SkippableFact]
    public async Task A_violation_through_a_related_set_is_the_same()
    {
        var post = await Db.Posts.FirstAsync(p => p.Id == 1);
        AssertNames(
            await Assert.ThrowsAsync<UniqueViolationException>(() => post.Tags.CreateAsync(new Tag { Name = "orm" })), "uq_tags_name", "tags", ["name"], "Tag", ["Name"]);
    }

    [SkippableFact]
    public async Task A_lock_that_another_keeps_is_a_lock_timeout()
    {
        await using var provider = CreateImpatient();
        var other = new BlogDb(provider);
        await Db.TransactionAsync(async tx =>
        {
            var tag = await tx.Tags.OrderBy(t => t.Id).ForUpdate().FirstAsync();
            tag.Name = "locked";
            await tx.Tags.UpdateAsync(tag);
            AssertHasDriver(await Assert.ThrowsAsync<LockTimeoutException>(() => other.ExecuteAsync($"UPDATE tags SET name = {"theirs"} WHERE id = {tag.Id}")));
            AssertHasDriver(await Assert.ThrowsAsync<LockTimeoutException>(
                () => other.TransactionAsync(theirs => theirs.Tags.Where(t => t.Id == tag.Id).ForUpdate().NoWait().ToListAsync())));
        });
        Assert.Equal("locked", (await other.Tags.OrderBy(t => t.Id).FirstAsync()).Name);
    }

    [SkippableFact]
    public async Task A_database_that_can_t_be_reached_is_a_connection_exception()
    {
        await using var provider = CreateUnreachable();
        var db = new BlogDb(provider);
        AssertHasDriver(await Assert.ThrowsAsync<ConnectionException>(() => db.Tags.CountAsync()));
        AssertHasDriver(await Assert.ThrowsAsync<ConnectionException>(() => db.Tags.InsertAsync(new Tag { Name = "never" })));
        AssertHasDriver(await Assert.ThrowsAsync<ConnectionException>(() => db.TransactionAsync(_ => Task.CompletedTask)));
        AssertHasDriver(await Assert.ThrowsAsync<ConnectionException>(() => db.Users.Prefetch(u => u.Posts).ToListAsync()));
        AssertHasDriver(await Assert.ThrowsAsync<ConnectionException>(async () =>
        {
            await foreach (var _ in db.Tags.Stream(10))
                Assert.Fail("There is no row.");
        }));
    }

    [SkippableFact]
    public async Task A_cancelled_statement_stays_a_cancellation()
    {
        using var cancellation = new CancellationTokenSource();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.ToListAsync(cancellation.Token));
    }

    /// <summary>Asserts that the driver's exception is inside, and that its code is told.</summary>
    protected static void AssertHasDriver(DatabaseException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var driver = Assert.IsAssignableFrom<DbException>(exception.InnerException);
        Assert.Contains(driver.Message, exception.Message, StringComparison.Ordinal);
    }

    private static void AssertNames(ConstraintViolationException violation, string? constraint, string table, string[] columns, string? model, string[] members)
    {
        Assert.Equal(constraint, violation.Constraint);
        Assert.Equal(table, violation.Table);
        Assert.Equal(columns, violation.Columns);
        Assert.Equal(model, violation.Model);
        Assert.Equal(members, violation.Members);
        Assert.NotNull(violation.Code);
        AssertHasDriver(violation);
    }

    private void AssertForeignKey(ForeignKeyViolationException violation, string table, string model)
    {
        if (NamesForeignKeys)
        {
            AssertNames(violation, $"fk_{table}_author_id", table, ["author_id"], model, ["AuthorId"]);
            return;
        }
        Assert.Null(violation.Constraint);
        Assert.Null(violation.Table);
        Assert.Empty(violation.Columns);
        AssertHasDriver(violation);
    }
}
