using Covet.Analyzers.Queries;
using Covet.CodeFixes.Queries;

namespace Covet.Analyzers.Tests.Queries;

public sealed class COV2101Tests : RuleTests<UnusedQueryAnalyzer>
{
    protected override string Reported => "[|db.Posts.Where(p => p.Views > number)|];";

    [Fact]
    public Task A_query_whose_result_is_dropped_is_reported() => VerifyStatementsAsync("""
        PostQuery query = db.Posts;
        [|query.OrderBy(p => p.Id)|];
        [|query.Where(p => p.Views > 1).Take(3)|];
        [|query?.Take(3)|];
        [|query.Select(p => p.Id)|];
        [|query.GroupBy(p => p.AuthorId)|];
        [|db.Posts.All()|];
        [|ann.Posts.Query.Live()|];
        await query.ToListAsync();
        """);

    [Fact]
    public Task A_query_that_nothing_uses_is_reported() => VerifyStatementsAsync("""
        var [|query|] = db.Posts.Where(p => p.Views > 1);
        var [|ids|] = db.Posts.Select(p => p.Id);
        """);

    [Fact]
    public Task What_is_kept_or_run_is_not() => VerifyStatementsAsync("""
        PostQuery query = db.Posts.Where(p => p.Views > 1);
        query = query.OrderBy(p => p.Id);
        _ = query.Take(3);
        var list = await query.ToListAsync();
        await db.Users.InsertAsync(ann);
        var later = db.Posts.Where(p => p.Views > 2);
        Func<PostQuery> build = () => later.Take(1);
        Func<BlogDb, PostQuery> tree = inner => inner.Posts.Where(p => p.Views > 3);
        await foreach (var post in query) { }
        await db.Users.Prefetch(u => u.Posts.Take(3)).ToListAsync();
        db.Posts.ToSql();
        """);

    [Fact]
    public Task A_task_that_nothing_waits_for_is_reported_where_the_compiler_is_silent() => VerifyAsync("""
        public static class Program
        {
            public static void Run(BlogDb db, User ann)
            {
                [|db.Users.InsertAsync(ann)|];
                [|db.ExecuteAsync($"DELETE FROM posts")|];
                [|db.Posts.All().DeleteAsync()|];
                [|ann.Posts.AddAsync()|];
                _ = db.Users.InsertAsync(ann);
                var task = db.Users.InsertAsync(ann);
                db.Users.InsertAsync(ann).Wait();
                Task.Delay(1);
                Action action = () => [|db.Users.UpdateAsync(ann)|];
                Func<Task> function = () => db.Users.UpdateAsync(ann);
                Other.SaveAsync();
            }
        }
        public static class Other
        {
            public static Task SaveAsync() => Task.CompletedTask;
        }
        """);
}

public sealed class KeptQueryCodeFixTests : FixTests<UnusedQueryAnalyzer, KeptQueryCodeFix>
{
    [Fact]
    public Task A_variable_takes_the_new_query() => VerifyFixAsync("""
        PostQuery query = db.Posts;
        if (number > 1)
            [|query.Where(p => p.Views > number).OrderBy(p => p.Id)|]; // kept
        await query.ToListAsync();
        """, """
        PostQuery query = db.Posts;
        if (number > 1)
            query = query.Where(p => p.Views > number).OrderBy(p => p.Id); // kept
        await query.ToListAsync();
        """);

    [Fact]
    public Task What_no_variable_takes_is_left_to_the_author() => VerifyNoFixAsync("""
        var table = db.Posts;
        [|table.Where(p => p.Views > number)|];
        [|db.Posts.Where(p => p.Views > number)|];
        await table.ToListAsync();
        """);
}
