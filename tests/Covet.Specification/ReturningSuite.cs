using Blog;

namespace Covet.Specification;

/// <summary>What set-based writes give back of the rows that they write.</summary>
/// <param name="fixture">The database.</param>
public abstract class ReturningSuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    // Replies restrict the deletion of what they reply to, and so of its post.
    protected override async Task FillAsync()
    {
        await base.FillAsync();
        await Db.Comments.All().UpdateAsync(c => c.ParentId.Set(null));
    }

    [SkippableFact]
    public async Task An_update_gives_back_the_values_after_it()
    {
        using var log = Db.Record();
        var rows = await Db.Posts.Where(p => p.Views < 30).Returning(p => (p.Id, p.Views)).UpdateAsync(p => p.Views.Set(p.Views + 1), p => p.Published.Set(false));
        Assert.Equal([(1, 11), (2, 21)], rows.Order());
        AssertSent(log, "UPDATE \"posts\" AS t0 SET \"views\" = t0.\"views\" + @p0, \"published\" = @p1 WHERE t0.\"views\" < @p2 RETURNING T.\"id\", T.\"views\"", 2);
        Assert.Equal([11, 21, 30], await Db.Posts.OrderBy(p => p.Id).Take(3).Select(p => p.Views).ToListAsync());
    }

    [SkippableFact]
    public async Task A_delete_gives_back_the_values_before_it()
    {
        using var log = Db.Record();
        Assert.Equal(["Post 4"], await Db.Posts.Where(p => p.DeletedAt != null).Returning(p => p.Title).DeleteAsync());
        AssertSent(log, "DELETE FROM \"posts\" AS t0 WHERE t0.\"deleted_at\" IS NOT NULL RETURNING T.\"title\"", 1);
        Assert.Equal(7, await Db.Posts.CountAsync());
        Assert.Empty(await Db.Posts.Where(p => p.Id == 4).Returning(p => p.Title).DeleteAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task Updated_instances_belong_to_the_database_and_are_siblings()
    {
        using var log = Db.Record();
        var posts = await Db.Posts.Where(p => p.Id < 4).Returning().UpdateAsync(p => p.Title.Set(p.Title + "!"));
        Assert.Equal(3, Assert.Single(log.Statements).Rows);
        Assert.Equal(["Post 1!", "Post 2!", "Post 3!"], posts.Select(p => p.Title).Order());
        Assert.Equal([("Body of 1", 10), ("Body of 2", 20), ("Body of 3", 30)], posts.Select(p => (p.Body, p.Views)).Order());
        await AssertCostAsync(1, 1, async () =>
        {
            foreach (var post in posts)
                Assert.Equal((post.Id % 3) + 1, (await post.Tags.AllAsync()).Count);
        });
    }

    [SkippableFact]
    public async Task The_fetch_mode_travels_to_updated_instances()
    {
        var post = Assert.Single(await Db.Posts.Where(p => p.Id == 1).Fetch(FetchMode.Raise).Returning().UpdateAsync(p => p.Views.Set(1)));
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await post.Tags.AllAsync());
    }

    [SkippableFact]
    public async Task Deleted_instances_belong_to_no_database()
    {
        var post = Assert.Single(await Db.Posts.Where(p => p.Id == 1).Returning().DeleteAsync());
        Assert.Equal((1, "Post 1", "Body of 1", true), (post.Id, post.Title, post.Body, post.Published));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await post.Tags.AllAsync());
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await post.LoadAuthorAsync());
        await Db.Posts.InsertAsync(post);
        Assert.Empty(await post.Tags.AllAsync());
    }

    [SkippableFact]
    public async Task Instances_and_expressions_are_given_back_side_by_side()
    {
        var rows = await Db.Posts.Where(p => p.Id < 3).Returning(p => (p, p.Views * 2, p.Published && p.Views > 10, p.EditorId)).UpdateAsync(p => p.Views.Set(p.Id));
        var (post, doubled, isPopular, editor) = rows.Single(row => row.Item1.Id == 2);
        Assert.Equal((2, 4, false, (int?)1), (post.Views, doubled, isPopular, editor));
        Assert.Equal("Bea", (await post.LoadAuthorAsync()).Name);
        var deleted = Assert.Single(await Db.Comments.Where(c => c.Id == 1).Returning(c => (c, c.Author.Id)).DeleteAsync());
        Assert.Equal(("great", 1), (deleted.Item1.Text, deleted.Item2));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await deleted.Item1.LoadPostAsync());
    }

    [SkippableFact]
    public async Task Rows_of_one_instance_know_it_unless_they_move()
    {
        var ann = await Db.Users.SingleAsync(u => u.Id == 1);
        var posts = await ann.Posts.Query.Returning().UpdateAsync(p => p.Views.Set(1));
        Assert.Equal(2, posts.Count);
        Assert.All(posts, post => Assert.Same(ann, post.Author));
        posts = await ann.Posts.Query.Returning().UpdateAsync(p => p.AuthorId.Set(2));
        Assert.Equal(2, posts.Count);
        Assert.All(posts, post => Assert.Throws<RelationNotLoadedException>(() => post.Author));
        Assert.Equal("Abel", (await posts[0].LoadAuthorAsync()).Name);
    }

    [SkippableFact]
    public async Task Joins_and_limits_decide_which_rows_are_given_back()
    {
        using var log = Db.Record();
        var ids = await Db.Posts.Where(p => p.Author.Name == "Ann").Returning(p => p.Id).UpdateAsync(p => p.Views.Set(0));
        AssertSent(
            log,
            "UPDATE \"posts\" AS t0 SET \"views\" = @p0 WHERE t0.\"id\" IN (SELECT t1.\"id\" FROM \"posts\" AS t1 JOIN \"users\" AS t2 ON t2.\"id\" = t1.\"author_id\" " +
            "WHERE t2.\"name\" = @p1) RETURNING T.\"id\"",
            2);
        Assert.Equal([3, 6], ids.Order());
        Assert.Equal([7, 8], (await Db.Posts.OrderByDescending(p => p.Id).Take(2).Returning(p => p.Id).DeleteAsync()).Order());
        Assert.Equal([1, 2, 5], (await Db.Posts.Where(p => p.Id < 3).Union(Db.Posts.Where(p => p.Id == 5)).Returning(p => p.Id).UpdateAsync(p => p.Views.Set(0))).Order());
    }

    [SkippableFact]
    public async Task Values_over_relations_are_given_back_as_they_became()
    {
        using var log = Db.Record();
        var rows = await Db.Posts.Where(p => p.Id < 3).Returning(p => (p.Id, p.Title, p.AuthorId)).UpdateAsync(p => p.Title.Set(p.Author.Name), p => p.Views.Set(p.Views + 1));
        Assert.Equal([(1, "Abel", 2), (2, "Bea", 3)], rows.Order());
        AssertSent(
            log,
            "UPDATE \"posts\" AS t0 SET \"title\" = t1.\"covet_set0\", \"views\" = t0.\"views\" + @p0 FROM (SELECT t2.\"id\", t3.\"name\" AS \"covet_set0\" FROM \"posts\" AS t2 " +
            "JOIN \"users\" AS t3 ON t3.\"id\" = t2.\"author_id\" WHERE t2.\"id\" < @p1) AS t1 WHERE t0.\"id\" = t1.\"id\" RETURNING T.\"id\", T.\"title\", T.\"author_id\"",
            2);
        var titles = await Db.Posts.Where(p => p.Id < 3).Returning(p => p.Title).UpdateAsync(p => p.Title.Set(p.Author.Name + " " + p.Author.Posts.Max(q => q.Id).Cast<string>()));
        Assert.Equal(["Abel 7", "Bea 8"], titles.Order());
    }

    [SkippableFact]
    public async Task Subqueries_over_other_tables_see_them_after_an_update()
    {
        var rows = await Db.Posts.Where(p => p.Id < 3).Returning(p => (p.Id, p.Comments.Count(), p.Tags.Any(t => t.Name == "csharp"))).UpdateAsync(p => p.Views.Set(0));
        Assert.Equal([(1, 2, true), (2, 2, true)], rows.Order());
    }

    [SkippableFact]
    public async Task What_a_written_row_does_not_hold_throws_before_sql()
    {
        using var log = Db.Record();
        var posts = Db.Posts.Where(p => p.Id == 1);
        await RefusedAsync("a column behind a relation", () => posts.Returning(p => (p.Id, p.Author.Name)).UpdateAsync(p => p.Views.Set(1)));
        await RefusedAsync("a column behind a relation", () => posts.Returning(p => p.Author).DeleteAsync());
        await RefusedAsync("a column behind a relation", () => posts.Returning<PostCard>().DeleteAsync());
        await RefusedAsync("subquery over Post rows", () => posts.Returning(p => Db.Posts.Where(q => q.Id < p.Id).Aggregate(q => Sql.Count()).AsExpression()).UpdateAsync(p => p.Views.Set(1)));
        await RefusedAsync("deleted Post rows has a subquery", () => posts.Returning(p => p.Comments.Count()).DeleteAsync());
        await RefusedAsync("An aggregate stands in Returning", () => posts.Returning(p => Sql.Count()).DeleteAsync());
        await RefusedAsync("A window function stands in Returning", () => posts.Returning(p => Sql.RowNumber().Over()).DeleteAsync());
        await RefusedAsync("sets nothing", () => posts.Returning().UpdateAsync());
        await RefusedAsync("Post.Id is the key", () => posts.Returning().UpdateAsync(p => p.Id.Set(1)));
        await RefusedAsync("Prefetch", () => posts.Prefetch(p => p.Tags).Returning().DeleteAsync());
        PostQuery table = Db.Posts;
        await RefusedAsync("All().DeleteAsync", () => table.Returning().DeleteAsync());
        Assert.Empty(log.Statements);
    }

    [SkippableFact]
    public async Task Functions_over_rows_in_set_say_where_they_go()
    {
        using var log = Db.Record();
        await RefusedAsync("An aggregate stands in Set", () => Db.Posts.All().UpdateAsync(p => p.Views.Set(Sql.Max(p.Views).Cast<int>())));
        await RefusedAsync("A window function stands in Set", () => Db.Posts.All().UpdateAsync(p => p.Views.Set(Sql.RowNumber().Over().Cast<int>())));
        Assert.Empty(log.Statements);
        await Db.Posts.Where(p => p.Id == 1).UpdateAsync(p => p.Views.Set(Db.Posts.Aggregate(q => Sql.Max(q.Views)).AsExpression().Cast<int>()));
        Assert.Equal(80, (await Db.Posts.FindAsync(1))!.Views);
    }

    [SkippableFact]
    public async Task A_write_that_fails_gives_nothing_back_and_changes_nothing()
    {
        await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Tags.All().Returning().UpdateAsync(t => t.Name.Set("same")));
        await Assert.ThrowsAsync<ForeignKeyViolationException>(() => Db.Users.Where(u => u.Id == 1).Returning().DeleteAsync());
        Assert.Equal(["csharp", "orm", "sql"], await Db.Tags.OrderBy(t => t.Name).Select(t => t.Name).ToListAsync());
        Assert.Equal(3, await Db.Users.CountAsync());
        using var source = new CancellationTokenSource();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.All().Returning().DeleteAsync(source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Db.Tags.All().Returning().UpdateAsync([t => t.Name.Set("x")], source.Token));
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_write_gives_back_inside_a_transaction()
    {
        var post = await Db.TransactionAsync(async tx =>
        {
            var posts = await tx.Posts.Where(p => p.Id == 1).Returning().UpdateAsync(p => p.Views.Set(1));
            Assert.Equal([2], await tx.Posts.Where(p => p.Id == 2).Returning(p => p.Id).DeleteAsync());
            return posts[0];
        });
        Assert.Equal(2, (await post.Tags.AllAsync()).Count);
        Assert.Equal(1, (await Db.Posts.FindAsync(1))!.Views);
        Assert.Null(await Db.Posts.FindAsync(2));
    }

    private static async Task RefusedAsync(string part, Func<Task> write)
    {
        var exception = await Assert.ThrowsAnyAsync<Exception>(write);
        Assert.True(exception is ArgumentException or InvalidOperationException, exception.ToString());
        Assert.Contains(part, exception.Message, StringComparison.Ordinal);
    }

    /// <summary>Asserts the only statement; RETURNING names the table by T.</summary>
    private void AssertSent(Recording log, string sql, int rows)
    {
        var sent = Assert.Single(log.Statements);
        Assert.Equal(sql.Replace("T.", IsSqlite ? "\"posts\"." : "t0.", StringComparison.Ordinal), sent.Text);
        Assert.Equal((rows, 1), (sent.Rows, log.RoundTrips));
    }
}
