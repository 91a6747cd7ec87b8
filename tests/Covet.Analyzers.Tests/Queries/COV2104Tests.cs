using Covet.Analyzers.Queries;

namespace Covet.Analyzers.Tests.Queries;

public sealed class COV2104Tests : RuleTests<UnorderedLimitAnalyzer>
{
    protected override string Reported => "_ = await db.Posts.[|Take|](10).ToListAsync();";

    [Theory]
    [InlineData("await db.Posts.Where(p => p.Views > 1).[|Skip|](10).Take(10).ToListAsync()")]
    [InlineData("await db.Posts.All().[|Take|](10).Select(p => p.Id).ToArrayAsync()")]
    [InlineData("await db.Posts.[|Take|](10).Prefetch(p => p.Tags).ToListAsync(token)")]
    [InlineData("await db.Posts.[|FirstAsync|]()")]
    [InlineData("await db.Posts.Include(p => p.Author).[|FirstOrDefaultAsync|](token)")]
    [InlineData("await ann.Posts.Query.[|Take|](10).ToListAsync()")]
    [InlineData("await db.Posts.Select(p => p.Id).[|FirstAsync|]()")]
    [InlineData("await db.Users.Prefetch(u => u.Posts.[|Take|](3)).ToListAsync()")]
    [InlineData("await db.Users.Prefetch(u => u.Posts.Where(p => p.Views > 1).[|Take|](3).Prefetch(p => p.Tags)).ToListAsync()")]
    public Task Rows_without_an_order_are_reported(string query) => VerifyStatementsAsync($"_ = {query};");

    [Fact]
    public Task A_stream_gives_rows_too() => VerifyStatementsAsync("await foreach (var post in db.Posts.[|Take|](3)) { }");

    [Theory]
    [InlineData("await db.Posts.OrderBy(p => p.Id).Skip(10).Take(10).ToListAsync()")]
    [InlineData("await db.Posts.OrderByDescending(p => p.Id).Where(p => p.Views > 1).FirstAsync()")]
    [InlineData("await db.Posts.Where(p => p.Id == number).FirstOrDefaultAsync()")]
    [InlineData("await db.Posts.FirstOrDefaultAsync(p => p.Id == number)")]
    [InlineData("await db.Posts.SingleAsync(p => p.Id == number)")]
    [InlineData("await db.Posts.Take(10).CountAsync()")]
    [InlineData("await db.Posts.Skip(10).AnyAsync()")]
    [InlineData("await db.Posts.Take(10).DeleteAsync()")]
    [InlineData("await db.Posts.Where(p => p.Views > 1).ForUpdate().SkipLocked().Take(1).ToListAsync()")]
    [InlineData("await db.Posts.Take(1).ForUpdate().ToListAsync()")]
    [InlineData("await db.Posts.Live().Take(3).ToListAsync()")]
    [InlineData("await db.Posts.FromSql($\"SELECT * FROM posts ORDER BY id\").Take(3).ToListAsync()")]
    [InlineData("await query.Take(3).ToListAsync()")]
    [InlineData("await db.Users.Prefetch(u => u.Posts.OrderBy(p => p.Views).Take(3)).ToListAsync()")]
    [InlineData("(await db.Posts.ToListAsync()).Take(3).First()")]
    [InlineData("db.Posts.Take(3)")]
    public Task An_order_or_a_reason_not_to_have_one_is_not(string query)
        => VerifyStatementsAsync($"PostQuery query = db.Posts.OrderBy(p => p.Id); _ = {query};");
}
