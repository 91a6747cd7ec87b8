using Blog;

namespace Covet.Specification;

/// <summary>Writes of all rows of a query, and of some columns of one instance.</summary>
/// <param name="fixture">The database.</param>
public abstract class SetBasedWriteSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    // Replies restrict the deletion of what they reply to, and so of its post.
    protected override async Task FillAsync()
    {
        await base.FillAsync();
        await Db.Comments.All().UpdateAsync(c => c.ParentId.Set(null));
    }

    [SkippableFact]
    public async Task An_update_of_a_query_is_one_plain_statement()
    {
        using var log = Db.Record();
        Assert.Equal(4, await Db.Posts.Where(p => p.Views < 50).UpdateAsync(p => p.Views.Set(p.Views + 1), p => p.Published.Set(true)));
        AssertSent(log, "UPDATE \"posts\" AS t0 SET \"views\" = t0.\"views\" + @p0, \"published\" = @p1 WHERE t0.\"views\" < @p2");
        Assert.Equal([11, 21, 31, 41, 50, 60, 70, 80], await ViewsAsync());
        Assert.Equal(8, await Db.Posts.Where(p => p.Published).CountAsync());
    }

    [SkippableFact]
    public async Task A_delete_of_a_query_is_one_plain_statement()
    {
        using var log = Db.Record();
        Assert.Equal(1, await Db.Posts.Where(p => p.DeletedAt != null).DeleteAsync());
        AssertSent(log, "DELETE FROM \"posts\" AS t0 WHERE t0.\"deleted_at\" IS NOT NULL");
        Assert.Equal([10, 20, 30, 50, 60, 70, 80], await ViewsAsync());
        Assert.Equal(0, await Db.Posts.Where(p => p.Views > 1000).DeleteAsync());
    }

    [SkippableFact]
    public async Task All_rows_are_written_where_that_is_said()
    {
        Assert.Equal(8, await Db.Posts.OrderBy(p => p.Title).UpdateAsync(p => p.Views.Set(3)));
        using var log = Db.Record();
        Assert.Equal(8, await Db.Posts.All().UpdateAsync([p => p.Title.Set("same")], CancellationToken.None));
        AssertSent(log, "UPDATE \"posts\" AS t0 SET \"title\" = @p0");
        Assert.Equal(16, await Db.Comments.All().DeleteAsync());
        Assert.Equal(0, await Db.Comments.CountAsync());
    }

    [SkippableFact]
    public async Task A_table_in_a_variable_of_its_query_refuses()
    {
        PostQuery posts = Db.Posts;
        using var log = Db.Record();
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => posts.DeleteAsync());
        Assert.Contains("All().DeleteAsync", exception.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => posts.UpdateAsync(p => p.Views.Set(1)));
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Null_and_conditions_and_raw_sql_are_values()
    {
        await Db.Posts.Where(p => p.Id == 4).UpdateAsync(
            p => p.DeletedAt.Set(null), p => p.Published.Set(p.Views > 50 || p.DeletedAt == null), p => p.Title.Set(p.Title + "!"), p => p.Body.Set(RawExpression.Interpolated($"upper({p.Body})")));
        var post = (await Db.Posts.FindAsync(4))!;
        Assert.Equal((null, false, "Post 4!", "BODY OF 4"), (post.DeletedAt, post.Published, post.Title, post.Body));
        await Db.Posts.Where(p => p.Id == 4).UpdateAsync(p => p.DeletedAt.Set(p.CreatedAt), p => p.EditorId.Set(p.AuthorId));
        post = (await Db.Posts.FindAsync(4))!;
        Assert.Equal(((DateTimeOffset?)post.CreatedAt, (int?)post.AuthorId), (post.DeletedAt, post.EditorId));
    }

    [SkippableFact]
    public async Task Values_swap_since_they_are_of_the_row_as_it_was()
    {
        await Db.Posts.Where(p => p.Id == 1).UpdateAsync(p => p.Title.Set(p.Body), p => p.Body.Set(p.Title));
        var post = (await Db.Posts.FindAsync(1))!;
        Assert.Equal(("Body of 1", "Post 1"), (post.Title, post.Body));
    }

    [SkippableFact]
    public async Task Related_rows_are_counted_in_a_subquery()
    {
        using var log = Db.Record();
        await Db.Posts.Where(p => p.Comments.Any(c => c.Text == "indeed") && p.AuthorId == 1).UpdateAsync(p => p.Views.Set(p.Comments.Count()));
        AssertSent(
            log,
            "UPDATE \"posts\" AS t0 SET \"views\" = (SELECT count(*) FROM \"comments\" AS t1 WHERE t1.\"post_id\" = t0.\"id\") " +
            "WHERE EXISTS (SELECT 1 FROM \"comments\" AS t2 WHERE t2.\"post_id\" = t0.\"id\" AND (t2.\"text\" = @p0)) AND t0.\"author_id\" = @p1");
        Assert.Equal([10, 20, 2, 40, 50, 2, 70, 80], await ViewsAsync());
    }

    [SkippableFact]
    public async Task A_condition_over_a_relation_goes_by_the_keys()
    {
        using var log = Db.Record();
        Assert.Equal(2, await Db.Posts.Where(p => p.Author.Name == "Ann").UpdateAsync(p => p.Views.Set(0)));
        AssertSent(
            log,
            "UPDATE \"posts\" AS t0 SET \"views\" = @p0 WHERE t0.\"id\" IN (SELECT t1.\"id\" FROM \"posts\" AS t1 JOIN \"users\" AS t2 ON t2.\"id\" = t1.\"author_id\" WHERE t2.\"name\" = @p1)");
        Assert.Equal(2, await Db.Posts.Where(p => p.Author.Name == "Ann").DeleteAsync());
        Assert.Equal("DELETE FROM \"posts\" AS t0 WHERE t0.\"id\" IN (SELECT t1.\"id\" FROM \"posts\" AS t1 JOIN \"users\" AS t2 ON t2.\"id\" = t1.\"author_id\" WHERE t2.\"name\" = @p0)", log.Statements[1].Text);
    }

    [SkippableFact]
    public async Task A_value_over_a_relation_comes_from_a_subquery()
    {
        using var log = Db.Record();
        Assert.Equal(7, await Db.Posts.Where(p => p.Published).UpdateAsync(p => p.Title.Set(p.Author.Name), p => p.Views.Set(p.Views + 1)));
        AssertSent(
            log,
            "UPDATE \"posts\" AS t0 SET \"title\" = t1.\"covet_set0\", \"views\" = t0.\"views\" + @p0 FROM (SELECT t2.\"id\", t3.\"name\" AS \"covet_set0\" FROM \"posts\" AS t2 " +
            "JOIN \"users\" AS t3 ON t3.\"id\" = t2.\"author_id\" WHERE t2.\"published\") AS t1 WHERE t0.\"id\" = t1.\"id\"");
        Assert.Equal(["Abel", "Bea", "Post 3", "Abel", "Bea", "Ann", "Abel", "Bea"], await Db.Posts.OrderBy(p => p.Id).Select(p => p.Title).ToListAsync());
        Assert.Equal([11, 21, 30, 41, 51, 61, 71, 81], await ViewsAsync());
    }

    [SkippableFact]
    public async Task Values_of_other_rows_of_the_table_are_those_before_the_update()
    {
        // Each post gets the views of all posts of its author: were a row changed before another is computed, sums would grow.
        await Db.Posts.All().UpdateAsync(p => p.Views.Set(p.Author.Posts.Sum(q => q.Views).Cast<int>()));
        Assert.Equal([120, 150, 90, 120, 150, 90, 120, 150], await ViewsAsync());
        using var log = Db.Record();
        await Db.Posts.All().UpdateAsync(p => p.Published.Set(!Sql.Exists(Db.Posts.Where(q => q.Published && q.Id < p.Id))));
        Assert.Equal([1], await Db.Posts.Where(p => p.Published).Select(p => p.Id).ToListAsync());
    }

    [SkippableFact]
    public async Task Limits_go_by_the_keys()
    {
        using var log = Db.Record();
        Assert.Equal(2, await Db.Posts.OrderByDescending(p => p.Views).Skip(1).Take(2).UpdateAsync(p => p.Views.Set(0)));
        Assert.StartsWith(
            "UPDATE \"posts\" AS t0 SET \"views\" = @p0 WHERE t0.\"id\" IN (SELECT t1.\"id\" FROM \"posts\" AS t1 ORDER BY t1.\"views\" DESC LIMIT @p1 OFFSET @p2)", log.Statements[0].Text, StringComparison.Ordinal);
        Assert.Equal([10, 20, 30, 40, 50, 0, 0, 80], await ViewsAsync());
        Assert.Equal(1, await Db.Posts.OrderBy(p => p.Id).Take(3).Where(p => p.Views > 25).DeleteAsync());
        Assert.Equal([10, 20, 40, 50, 0, 0, 80], await ViewsAsync());
        Assert.Equal(3, await Db.Posts.Where(p => p.Id == 1).Union(Db.Posts.Where(p => p.Id > 6)).UpdateAsync(p => p.Title.Set(p.Author.Name)));
    }

    [SkippableFact]
    public async Task The_rows_of_one_instance_can_be_written()
    {
        var ann = (await Db.Users.FindAsync(1))!;
        Assert.Equal(2, await ann.Posts.Query.UpdateAsync(p => p.Views.Set(1)));
        Assert.Equal(1, await ann.Posts.Query.Where(p => p.Published).DeleteAsync());
        var post = (await Db.Posts.FindAsync(1))!;
        Assert.Equal(2, await post.Tags.Query.UpdateAsync(t => t.Name.Set(t.Name + "!")));
        Assert.Equal(["csharp!", "orm!", "sql"], await Db.Tags.OrderBy(t => t.Name).Select(t => t.Name).ToListAsync());
    }

    [SkippableFact]
    public async Task Instances_in_memory_stay_as_they_are()
    {
        var ann = await Db.Users.Prefetch(u => u.Posts).SingleAsync(u => u.Id == 1);
        await Db.Posts.Where(p => p.AuthorId == 1).DeleteAsync();
        Assert.Equal(2, ann.Posts.All().Count);
        await ann.ReloadAsync();
        Assert.Empty(await ann.Posts.AllAsync());
    }

    [SkippableFact]
    public async Task What_makes_no_sense_throws_before_sql()
    {
        using var log = Db.Record();
        var posts = Db.Posts.Where(p => p.Id == 1);
        await RefusedAsync("Post.Views is set twice", () => posts.UpdateAsync(p => p.Views.Set(1), p => p.Views.Set(2)));
        await RefusedAsync("Post.Id is the key", () => posts.UpdateAsync(p => p.Id.Set(2)));
        await RefusedAsync("User.Name is a column behind Post.Author", () => posts.UpdateAsync(p => p.Author.Name.Set("x")));
        await RefusedAsync("sets nothing", () => posts.UpdateAsync());
        await RefusedAsync("Prefetch", () => posts.Prefetch(p => p.Tags).DeleteAsync());
        await RefusedAsync("Include", () => posts.Include(p => p.Author).UpdateAsync(p => p.Views.Set(1)));
        await RefusedAsync("ForUpdate", () => posts.ForUpdate().DeleteAsync());
        Task<int>? deletion = null;
        Db.Users.Prefetch(u =>
        {
            deletion = u.Posts.DeleteAsync();
            return u.Posts;
        });
        await RefusedAsync("User.Posts", () => deletion!);
        await Assert.ThrowsAsync<ArgumentNullException>(() => posts.UpdateAsync((Func<PostColumns, Assignment>)null!));
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Some_columns_of_one_instance_are_written()
    {
        var post = (await Db.Posts.FindAsync(1))!;
        await Db.Posts.Where(p => p.Id == 1).UpdateAsync(p => p.Body.Set("meanwhile"));
        (post.Title, post.Views, post.Body, post.Published) = ("changed", 5, "lost", false);
        using var log = Db.Record();
        await Db.Posts.UpdateAsync(post, p => p.Title, p => p.Views);
        AssertSent(log, "UPDATE \"posts\" SET \"title\" = @p0, \"views\" = @p1 WHERE \"id\" = @p2");
        var read = (await Db.Posts.FindAsync(1))!;
        Assert.Equal(("changed", 5, "meanwhile", true), (read.Title, read.Views, read.Body, read.Published));
        await Db.Posts.UpdateAsync(post, [p => p.Published, p => p.Published], CancellationToken.None);
        Assert.False((await Db.Posts.FindAsync(1))!.Published);
    }

    [SkippableFact]
    public async Task Some_columns_of_what_is_gone_or_no_column_throw()
    {
        var post = (await Db.Posts.FindAsync(1))!;
        using (var log = Db.Record())
        {
            await RefusedAsync("Post.Id is the key", () => Db.Posts.UpdateAsync(post, p => p.Id));
            await RefusedAsync("User.Name is a column behind Post.Author", () => Db.Posts.UpdateAsync(post, p => p.Author.Name));
            await RefusedAsync("No column of Post", () => Db.Posts.UpdateAsync(post, [], CancellationToken.None));
            await RefusedAsync("never saved", () => Db.Posts.UpdateAsync(new Post(), p => p.Title));
            Assert.Empty(log.Statements);
        }
        await Db.Posts.DeleteAsync((await Db.Posts.FindAsync(1))!);
        await Assert.ThrowsAsync<RowNotFoundException>(() => Db.Posts.UpdateAsync(post, p => p.Title));
    }

    private static async Task RefusedAsync(string part, Func<Task> write)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(write);
        Assert.True(exception is ArgumentException or InvalidOperationException, exception.ToString());
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    private static void AssertSent(Recording log, string sql) => Assert.Equal(sql, Assert.Single(log.Statements).Text);

    private Task<List<int>> ViewsAsync() => Db.Posts.OrderBy(p => p.Id).Select(p => p.Views).ToListAsync();
}
