using Covet.Analyzers.Queries;

namespace Covet.Analyzers.Tests.Queries;

public sealed class COV2106Tests : RuleTests<MemoryQueryAnalyzer>
{
    protected override string Reported => "_ = (await db.Posts.ToListAsync()).[|Where|](p => p.Views > 3).ToList();";

    [Theory]
    [InlineData("_ = (await db.Posts.ToListAsync(token)).[|First|](p => p.Id == number);")]
    [InlineData("_ = (await db.Posts.Where(p => p.Views > 1).OrderBy(p => p.Id).ToListAsync()).[|FirstOrDefault|]();")]
    [InlineData("_ = (await db.Posts.Include(p => p.Author).ToArrayAsync()).[|Where|](p => p.Author.Name == name && !p.Published);")]
    [InlineData("_ = (await db.Posts.ToListAsync().ConfigureAwait(false)).[|Any|](p => p.Published);")]
    [InlineData("_ = (await db.Posts.ToListAsync()).[|Count|];")]
    [InlineData("_ = (await db.Posts.Select(p => p.Id).ToArrayAsync()).[|Length|];")]
    [InlineData("_ = (await db.Posts.Select(p => p.Id).ToListAsync()).[|Any|]();")]
    [InlineData("_ = (await db.Posts.OrderBy(p => p.Id).ToListAsync()).[|Skip|](10).Take(10);")]
    [InlineData("var posts = await db.Posts.ToListAsync(); foreach (var post in posts.[|Where|](p => p.Views > number)) Console.WriteLine(post.Title);")]
    [InlineData("var posts = await db.Posts.ToListAsync(token); Console.WriteLine(posts.[|Count|]);")]
    [InlineData("foreach (var user in new[] { ann }) { var posts = await user.Posts.Query.ToListAsync(); Console.WriteLine(posts.[|Count|](p => p.DeletedAt == null)); }")]
    public Task What_the_database_could_do_is_reported(string statements) => VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("_ = await db.Posts.Where(p => p.Views > 3).ToListAsync();")]
    [InlineData("_ = (await db.Posts.ToListAsync()).Where(p => p.Title.GetHashCode() > 3);")]
    [InlineData("_ = (await db.Posts.ToListAsync()).Where(p => Program2.IsGood(p));")]
    [InlineData("_ = (await db.Posts.ToListAsync()).Where(Program2.IsGood);")]
    [InlineData("_ = (await db.Posts.Prefetch(p => p.Tags).ToListAsync()).Where(p => p.Tags.All().Count > 2);")]
    [InlineData("_ = (await db.Posts.OrderBy(p => p.Id).Take(10).ToListAsync()).Where(p => p.Views > 3);")]
    [InlineData("_ = (await db.Posts.Live().ToListAsync()).Where(p => p.Views > 3);")]
    [InlineData("PostQuery query = db.Posts; _ = (await query.ToListAsync()).Where(p => p.Views > 3);")]
    [InlineData("_ = (await db.Posts.ToListAsync()).Select(p => p.Title);")]
    [InlineData("_ = (await db.Posts.ToListAsync()).OrderBy(p => p.Title);")]
    [InlineData("_ = (await db.Posts.ToListAsync()).ToDictionary(p => p.Id);")]
    [InlineData("_ = (await db.Posts.ToListAsync()).Where((p, i) => i > 3);")]
    [InlineData("_ = (await db.Posts.Select(p => (p.Id, p.Views)).ToListAsync()).Where(row => row.Item2 > 3);")]
    [InlineData("_ = (await db.Posts.ToListAsync()).Take(..3);")]
    [InlineData("var posts = await db.Posts.ToListAsync(); Console.WriteLine(posts.Count); foreach (var post in posts) Console.WriteLine(post.Title);")]
    [InlineData("var posts = await db.Posts.ToListAsync(); for (int i = 0; i < 3; i++) Console.WriteLine(posts.Count(p => p.Views > i));")]
    [InlineData("var posts = await db.Posts.ToListAsync(); Func<int> count = () => posts.Count(p => p.Views > 3);")]
    [InlineData("var posts = Program2.Posts(); Console.WriteLine(posts.Count(p => p.Views > 3));")]
    public Task What_it_could_not_or_what_is_needed_twice_is_not(string statements) => VerifyAsync(Sources.InMethod(statements) + """

        public static class Program2
        {
            public static bool IsGood(Post post) => post.Views > 3;
            public static List<Post> Posts() => [];
        }
        """);
}
