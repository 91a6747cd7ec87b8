using Blog;

namespace Covet.Specification;

/// <summary>Conditions, orders, joins and selections give the rows that the same C# over objects would give.</summary>
/// <param name="fixture">The database.</param>
public abstract class QuerySuite(ProviderFixture fixture) : BlogSuite(fixture)
{
    [SkippableFact]
    public async Task Comparisons_compare_columns_with_values_and_columns()
    {
        await AssertPostsAsync(p => p.Views == 30, 3);
        await AssertPostsAsync(p => p.Views != 30, 1, 2, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.Views < 20, 1);
        await AssertPostsAsync(p => p.Views <= 20, 1, 2);
        await AssertPostsAsync(p => p.Views > 70, 8);
        await AssertPostsAsync(p => p.Views >= 70, 7, 8);
        await AssertPostsAsync(p => 70 <= p.Views, 7, 8);
        await AssertPostsAsync(p => p.Title == "Post 4", 4);
        await AssertPostsAsync(p => p.Id == p.AuthorId);
        await AssertPostsAsync(p => p.Views == p.Id * 10, 1, 2, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.Views - 5 > p.Id + 50, 7, 8);
        await AssertPostsAsync(p => p.EditorId == p.AuthorId, 6);
        await AssertPostsAsync(p => p.EditorId != p.AuthorId, 1, 2, 3, 4, 5, 7, 8);
    }

    [SkippableFact]
    public async Task Boolean_operators_follow_CSharp_where_a_column_is_null()
    {
        var deleted = BlogData.Start.AddDays(9);
        await AssertPostsAsync(p => p.Published, 1, 2, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => !p.Published, 3);
        await AssertPostsAsync(p => p.Published && p.Views > 60, 7, 8);
        await AssertPostsAsync(p => p.Views < 20 || p.Views > 70, 1, 8);
        await AssertPostsAsync(p => !(p.Views < 20 || p.Views > 70), 2, 3, 4, 5, 6, 7);
        await AssertPostsAsync(p => !(p.Published && p.Views > 60), 1, 2, 3, 4, 5, 6);
        await AssertPostsAsync(p => p.DeletedAt == null, 1, 2, 3, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.DeletedAt != null, 4);
        await AssertPostsAsync(p => p.DeletedAt == deleted, 4);
        await AssertPostsAsync(p => p.DeletedAt != deleted, 1, 2, 3, 5, 6, 7, 8);
        await AssertPostsAsync(p => !(p.DeletedAt == deleted), 1, 2, 3, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.DeletedAt > deleted.AddDays(-1), 4);
        await AssertPostsAsync(p => !(p.DeletedAt > deleted.AddDays(-1)), 1, 2, 3, 5, 6, 7, 8);
        await AssertPostsAsync(p => !(p.DeletedAt > deleted.AddDays(-1) || p.Views > 60), 1, 2, 3, 5, 6);
        await AssertPostsAsync(p => p.Editor.Name != "Ann", 1, 3, 5, 7);
        await AssertPostsAsync(p => p.Editor != null && p.Editor.Name == "Ann", 2, 4, 6, 8);
    }

    [SkippableFact]
    public async Task In_takes_lists_of_any_length()
    {
        await AssertPostsAsync(p => p.Id.In(1, 2, 99), 1, 2);
        await AssertPostsAsync(p => p.Id.In(Enumerable.Range(2, 100_000)), 2, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.Id.In(new List<int>()));
        await AssertPostsAsync(p => !p.Id.In(new List<int>()), 1, 2, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => !p.Id.In(1, 2, 3), 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.Title.In("Post 1", "it's \"not\" there; --"), 1);
        await AssertPostsAsync(p => p.EditorId.In(new List<int> { 1 }), 2, 4, 6, 8);
        await AssertPostsAsync(p => !p.EditorId.In(new List<int> { 1 }), 1, 3, 5, 7);
        await AssertPostsAsync(p => p.EditorId.In(1, null), 1, 2, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => !p.EditorId.In(7, null), 2, 4, 6, 8);
        await AssertPostsAsync(p => p.CreatedAt.In(BlogData.Start.AddHours(3), BlogData.Start.AddHours(4).ToOffset(TimeSpan.FromHours(5))), 3, 4);
    }

    [SkippableFact]
    public async Task Text_functions_take_wildcards_as_they_are_and_mind_the_case()
    {
        Tag[] tags = [new() { Name = "100%" }, new() { Name = "100 _x" }, new() { Name = "C#" }, new() { Name = "c#" }, new() { Name = "back\\slash" }, new() { Name = "ä'\"x'\"" }];
        await Db.Tags.InsertManyAsync(tags);
        Assert.Equal(["100%"], await NamesAsync(t => t.Name.Contains("0%")));
        Assert.Equal(["100 _x"], await NamesAsync(t => t.Name.Contains("_")));
        Assert.Equal(["back\\slash"], await NamesAsync(t => t.Name.Contains("\\")));
        Assert.Equal(["C#"], await NamesAsync(t => t.Name.StartsWith("C")));
        Assert.Equal(["C#", "c#"], await NamesAsync(t => t.Name.EndsWith("#")));
        Assert.Equal(["ä'\"x'\""], await NamesAsync(t => t.Name.EndsWith("'\"")));
        Assert.Equal(["csharp", "sql"], await NamesAsync(t => t.Name.Contains("s") && !t.Name.Contains("b")));
        Assert.Equal(9, (await NamesAsync(t => t.Name.Contains(""))).Count);
        Assert.Equal(9, (await NamesAsync(t => t.Name.StartsWith("") && t.Name.EndsWith(""))).Count);
        Assert.Empty(await NamesAsync(t => t.Name.EndsWith("a much longer text than any")));
        Assert.Equal(["C#", "c#"], await NamesAsync(t => t.Name.Lower() == "c#"));
        Assert.Equal(["C#", "c#"], await NamesAsync(t => t.Name.Upper() == "C#"));
        Assert.Equal(["orm", "sql"], await NamesAsync(t => t.Name.Length() == 3));
        Assert.Equal(["orm"], await NamesAsync(t => t.Name + "!" == "orm!"));
    }

    [SkippableFact]
    public async Task Paths_join_once_each_and_LEFT_where_they_may_lead_nowhere()
    {
        var query = Db.Posts.Where(p => p.Author.Name == "Ann" || p.Author.Email == "x").OrderBy(p => p.Author.Name).ThenBy(p => p.Editor.Profile.City);
        string sql = query.ToSql();
        Assert.Equal(3, sql.Split(" JOIN ").Length - 1);
        Assert.Equal(2, sql.Split(" LEFT JOIN ").Length - 1);
        Assert.Equal([3, 6], (await query.ToListAsync()).Select(p => p.Id).Order());
        Assert.DoesNotContain("JOIN", Db.Posts.Where(p => p.Author.Id == 1 && p.Editor == null).ToSql(), StringComparison.Ordinal);
        await AssertPostsAsync(p => p.Editor.Profile.City == "Rome", 2, 4, 6, 8);
        await AssertPostsAsync(p => p.Author.Profile == null, 1, 2, 4, 5, 7, 8);
        Assert.Equal(3, await Db.Comments.Where(c => c.Parent.Post.Author.Name == "Abel").CountAsync());
    }

    [SkippableFact]
    public async Task Models_compare_by_key()
    {
        var abel = await Db.Users.Where(u => u.Name == "Abel").SingleAsync();
        await AssertPostsAsync(p => p.Author == abel, 1, 4, 7);
        await AssertPostsAsync(p => p.Author != abel, 2, 3, 5, 6, 8);
        await AssertPostsAsync(p => p.Editor == null, 1, 3, 5, 7);
        await AssertPostsAsync(p => p.Editor != abel, 1, 2, 3, 4, 5, 6, 7, 8);
        User? nobody = null;
        await AssertPostsAsync(p => p.Editor != nobody, 2, 4, 6, 8);
        var exception = Assert.Throws<InvalidOperationException>(() => Db.Posts.Where(p => p.Author == new User()));
        Assert.Contains("User", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Related_rows_are_tested_and_counted_by_subqueries()
    {
        await AssertPostsAsync(p => p.Tags.Any(t => t.Name == "sql"), 2, 5, 8);
        await AssertPostsAsync(p => !p.Tags.Any(t => t.Name == "csharp"), 3, 6);
        await AssertPostsAsync(p => p.Tags.Count() == 2, 1, 4, 7);
        await AssertPostsAsync(p => p.Tags.Count(t => t.Name == "orm") == 0);
        await AssertPostsAsync(p => p.Tags.All(t => t.Name.Contains("r")), 1, 3, 4, 6, 7);
        await AssertPostsAsync(p => p.Comments.Any(c => c.Replies.Any(r => r.Author.Name == "Abel" && r.PostId == p.Id)), 1, 2, 3, 4, 5, 6, 7, 8);
        Assert.Equal([2, 3], (await Db.Users.Where(u => u.Posts.Sum(p => p.Views) > 100 && u.Posts.Max(p => p.Id) > 6).OrderBy(u => u.Id).ToListAsync()).Select(u => u.Id));
        Assert.Equal([1], (await Db.Users.Where(u => u.Profile.City == "Rome" && u.EditedPosts.Any()).ToListAsync()).Select(u => u.Id));
    }

    [SkippableFact]
    public async Task Orders_take_null_for_the_smallest_value()
    {
        Assert.Equal(4, (await Db.Posts.OrderByDescending(p => p.DeletedAt).FirstAsync()).Id);
        Assert.Equal(4, (await Db.Posts.OrderBy(p => p.DeletedAt).ThenBy(p => p.Id).ToListAsync())[^1].Id);
        Assert.Equal([1, 3, 5, 7, 2, 4, 6, 8], (await Db.Posts.OrderBy(p => p.EditorId).ThenBy(p => p.Id).ToListAsync()).Select(p => p.Id));
        Assert.Equal([8, 7], (await Db.Posts.OrderByDescending(p => p.Id).Take(2).ToListAsync()).Select(p => p.Id));
        Assert.Equal([3, 4], (await Db.Posts.OrderBy(p => p.Id).Skip(2).Take(2).ToListAsync()).Select(p => p.Id));
        Assert.Equal([7, 8], (await Db.Posts.OrderBy(p => p.Id).Skip(6).ToListAsync()).Select(p => p.Id));
        Assert.Equal(2, await Db.Posts.OrderBy(p => p.Id).Skip(6).Take(9).CountAsync());
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Posts.Take(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Db.Posts.Skip(-1));
    }

    [SkippableFact]
    public async Task Selections_give_columns_expressions_models_and_groups()
    {
        Assert.Equal(["Post 1", "Post 2"], await Db.Posts.OrderBy(p => p.Id).Take(2).Select(p => p.Title).ToListAsync());
        var (post, tags, author) = await Db.Posts.Where(p => p.Id == 2).Select(p => (p, p.Tags.Count(), p.Author)).SingleAsync();
        Assert.Equal(("Post 2", 3, "Bea"), (post.Title, tags, author.Name));
        Assert.Equal(3, (await post.Tags.AllAsync()).Count);
        Assert.Equal([1, 2, 3], (await Db.Posts.Select(p => p.AuthorId).Distinct().ToListAsync()).Order());
        var groups = await Db.Posts.GroupBy(p => p.Author.Name).Having(p => Sql.Count() > 2).Select(p => (p.Author.Name, Sql.Count(), Sql.Sum(p.Views), Sql.Avg(p.Views))).ToListAsync();
        Assert.Equal([("Abel", 3L, (long?)120, (double?)40), ("Bea", 3L, 150L, 50D)], groups.OrderBy(g => g.Item1));
        Assert.Equal((8L, (int?)80, (int?)10), await Db.Posts.AggregateAsync(p => (Sql.Count(), Sql.Max(p.Views), Sql.Min(p.Views))));
        Assert.Equal(60L, await Db.Posts.OrderBy(p => p.Id).Take(3).AggregateAsync(p => Sql.Sum(p.Views)));
        Assert.Null(await Db.Posts.Where(p => p.Id < 0).AggregateAsync(p => Sql.Max(p.Views)));
        Assert.Equal(4, await Db.Posts.AggregateAsync(p => Sql.Count(p.EditorId)));
        var streamed = new List<int>();
        await foreach (var (id, title) in Db.Posts.OrderBy(p => p.Id).Select(p => (p.Id, p.Title)))
            streamed.Add(id + title.Length);
        Assert.Equal(8, streamed.Count);
    }

    [SkippableFact]
    public async Task Includes_load_paths_with_the_same_statement()
    {
        using var log = Db.Record();
        var comment = await Db.Comments.OrderByDescending(c => c.Id).Include(c => c.Post.Author.Profile, c => c.Parent, c => c.Parent.Author).FirstAsync();
        Assert.Single(log.Statements);
        Assert.Equal("Bea", comment.Post.Author.Name);
        Assert.Null(comment.Post.Author.Profile);
        Assert.Equal("Ann", comment.Parent!.Author.Name);
        var profile = await Db.Profiles.Include(p => p.User).SingleAsync();
        Assert.Same(profile, profile.User.Profile);
    }

    [SkippableFact]
    public async Task Single_with_two_rows_and_First_with_none_say_so()
    {
        Assert.Contains("Post", (await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.SingleAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("Post", (await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.SingleOrDefaultAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("Post", (await Assert.ThrowsAsync<InvalidOperationException>(() => Db.Posts.Where(p => p.Id < 0).FirstAsync())).Message, StringComparison.Ordinal);
        Assert.Null(await Db.Posts.Where(p => p.Id < 0).SingleOrDefaultAsync());
    }

    [SkippableFact]
    public async Task Terminals_take_a_condition()
    {
        Assert.Equal(7, (await Db.Posts.OrderByDescending(p => p.Id).FirstAsync(p => p.Views < 80)).Id);
        Assert.Null(await Db.Posts.FirstOrDefaultAsync(p => p.Views < 0));
        Assert.Equal(3, (await Db.Posts.SingleAsync(p => !p.Published)).Id);
        Assert.Null(await Db.Posts.SingleOrDefaultAsync(p => p.Views < 0));
        Assert.Equal(2, await Db.Posts.CountAsync(p => p.Views > 60));
        Assert.True(await Db.Posts.AnyAsync(p => p.Views > 60));
    }

    [SkippableFact]
    public async Task A_lambda_inside_a_lambda_has_columns_of_its_own()
    {
        await AssertPostsAsync(p => p.Comments.Any(c => p.Comments.Any(other => other.Id != c.Id)), 1, 2, 3, 4, 5, 6, 7, 8);
        await AssertPostsAsync(p => p.Author.Posts.Any(q => q.Views > p.Views && q.Id != p.Id), 1, 2, 3, 4, 5);
        var exception = Assert.Throws<InvalidOperationException>(() =>
        {
            PostColumns? leaked = null;
            Db.Posts.Where(p => (leaked = p).Id == 1);
            return Db.Users.Where(u => leaked!.Id == u.Id).ToSql();
        });
        Assert.Contains("Post", exception.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Values_never_change_the_text()
    {
        string[] payloads = ["'", "\"", "'; DROP TABLE users;--", "@p0", "$1", "%", "\\", "{0}", "\u2028", "👍"];
        var texts = new HashSet<string>();
        foreach (string payload in payloads)
        {
            await Db.Tags.InsertAsync(new Tag { Name = payload });
            var query = Db.Tags.Where(t => t.Name == payload && t.Name.In(payload, "other") && t.Name.Contains(payload));
            texts.Add(query.ToSql());
            Assert.Equal(payload, (await query.SingleAsync()).Name);
        }
        Assert.Single(texts);
    }

    [SkippableFact]
    public async Task Queries_of_one_shape_share_their_text()
    {
        Assert.Same(Db.Posts.Where(p => p.Id == 1).ToSql(), Db.Posts.Where(p => p.Id == 2).ToSql());
        using var log = Db.Record();
        Assert.Equal(1, (await Db.Posts.FindAsync(1))?.Id);
        Assert.Equal(2, (await Db.Posts.All().FindAsync(2))?.Id);
        Assert.Equal(3, (await Db.TransactionAsync(tx => tx.Posts.FindAsync(3)))?.Id);
        Assert.All(log.Statements, statement => Assert.Same(log.Statements[0].Text, statement.Text));
        Assert.Equal(["p0"], log.Statements[2].ParameterNames);
    }

    [SkippableFact]
    public async Task A_row_is_found_with_all_that_was_asked_for()
    {
        Assert.Null(await Db.Posts.Where(p => p.Id != 1).FindAsync(1));
        Assert.NotEmpty((await Db.Posts.Include(p => p.Author).FindAsync(1))!.Author.Name);
        Assert.NotEmpty((await Db.Users.Prefetch(u => u.Posts).FindAsync(1))!.Posts.All());
        var strict = (await Db.Users.Fetch(FetchMode.Raise).FindAsync(1))!;
        await Assert.ThrowsAsync<RelationNotLoadedException>(async () => await strict.Posts.AllAsync());
        using var log = Db.Record();
        Assert.NotNull(await Db.Posts.TagWith("found").FindAsync(1));
        Assert.Contains("found", Assert.Single(log.Statements).Text, StringComparison.Ordinal);
    }

    private async Task AssertPostsAsync(Func<PostColumns, Condition> condition, params int[] expected)
        => Assert.Equal(expected, (await Db.Posts.Where(condition).OrderBy(p => p.Id).ToListAsync()).Select(p => p.Id));

    private async Task<List<string>> NamesAsync(Func<TagColumns, Condition> condition)
        => [.. (await Db.Tags.Where(condition).Select(t => t.Name).ToListAsync()).Order(StringComparer.Ordinal)];
}
