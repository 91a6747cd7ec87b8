using Covet.Analyzers.Relations;
using Covet.CodeFixes.Relations;

namespace Covet.Analyzers.Tests.Relations;

public sealed class COV2202Tests : RuleTests<RelationInLoopAnalyzer>
{
    protected override string Reported => "foreach (var user in await db.Users.ToListAsync()) Console.WriteLine(([|await user.Posts.AllAsync()|]).Count);";

    [Theory]
    [InlineData("var posts = await db.Posts.ToListAsync(); foreach (var post in posts) [|await post.LoadAuthorAsync(token)|];")]
    [InlineData("await foreach (var post in db.Posts) Console.WriteLine(([|await post.LoadEditorAsync().ConfigureAwait(false)|])?.Name);")]
    [InlineData("foreach (var user in await db.Users.Prefetch(u => u.Profile).ToListAsync()) if ([|await user.Posts.CountAsync()|] > 3) return;")]
    [InlineData("foreach (var user in await db.Users.Prefetch(u => u.Posts).ToListAsync()) foreach (var post in user.Posts.All()) Console.WriteLine([|await post.Tags.AllAsync()|]);")]
    [InlineData("var users = await db.Users.ToListAsync(); foreach (var user in users) { Program2.Show(user); [|await user.LoadProfileAsync()|]; }")]
    [InlineData("foreach (var user in await db.Users.ToListAsync()) foreach (var post in [|await user.Posts.AllAsync()|]) Console.WriteLine([|await post.Tags.AllAsync()|]);")]
    public Task A_relation_in_a_loop_is_reported(string statements) => VerifyAsync(Sources.InMethod(statements) + Helper);

    [Theory]
    [InlineData("foreach (var user in await db.Users.Prefetch(u => u.Posts).ToListAsync()) Console.WriteLine((await user.Posts.AllAsync()).Count);")]
    [InlineData("foreach (var post in await db.Posts.Include(p => p.Author).ToListAsync()) Console.WriteLine((await post.LoadAuthorAsync()).Name);")]
    [InlineData("var user = await db.Users.FirstAsync(u => u.Id == 1); Console.WriteLine((await user.Posts.AllAsync()).Count);")]
    [InlineData("while (number-- > 0) { var user = await db.Users.FirstAsync(u => u.Id == number); Console.WriteLine((await user.Posts.AllAsync()).Count); }")]
    [InlineData("var users = await db.Users.ToListAsync(); await db.Users.PrefetchAsync(users, u => u.Posts); foreach (var user in users) Console.WriteLine((await user.Posts.AllAsync()).Count);")]
    [InlineData("var users = await db.Users.ToListAsync(); Program2.Fill(users); foreach (var user in users) Console.WriteLine((await user.Posts.AllAsync()).Count);")]
    [InlineData("foreach (var user in new[] { ann }) Console.WriteLine((await user.Posts.AllAsync()).Count);")]
    [InlineData("foreach (var user in await db.Users.ToListAsync()) await user.Posts.AddAsync(new Post());")]
    [InlineData("foreach (var user in await db.Users.ToListAsync()) await db.Users.UpdateAsync(user);")]
    [InlineData("foreach (var post in await ann.Posts.Query.ToListAsync()) Console.WriteLine((await post.LoadAuthorAsync()).Name);")]
    [InlineData("foreach (var post in await db.Posts.Live().ToListAsync()) await post.LoadAuthorAsync();")]
    public Task What_sends_no_query_for_each_or_is_not_known_is_not(string statements) => VerifyAsync(Sources.InMethod(statements) + Helper);

    private const string Helper = """

        public static class Program2
        {
            public static void Show(User user) { }
            public static void Fill(List<User> users) { }
        }
        """;
}

public sealed class LoopPrefetchCodeFixTests : FixTests<RelationInLoopAnalyzer, PrefetchCodeFix>
{
    [Fact]
    public Task The_query_prefetches_it() => VerifyFixAsync("""
        foreach (var post in await db.Posts.ToListAsync())
            Console.WriteLine(([|await post.LoadAuthorAsync()|]).Name);
        """, """
        foreach (var post in await db.Posts.Prefetch(p => p.Author).ToListAsync())
            Console.WriteLine((await post.LoadAuthorAsync()).Name);
        """);
}
