using Covet.Analyzers.Queries;
using Covet.CodeFixes.Queries;

namespace Covet.Analyzers.Tests.Queries;

public sealed class COV2105Tests : RuleTests<IgnoredPrefetchAnalyzer>
{
    protected override string Reported => "_ = await db.Posts.[|Prefetch|](p => p.Tags).CountAsync();";

    [Theory]
    [InlineData("await db.Posts.[|Prefetch|](p => p.Tags).Where(p => p.Views > 1).AnyAsync()")]
    [InlineData("await db.Posts.[|Include|](p => p.Author).CountAsync(token)")]
    [InlineData("await db.Posts.[|Prefetch|](p => p.Tags).Select(p => p.Id).ToListAsync()")]
    [InlineData("await db.Posts.[|Prefetch|](p => p.Tags).Select<PostCard>().ToListAsync()")]
    [InlineData("await db.Posts.[|Prefetch|](p => p.Tags).GroupBy(p => p.AuthorId).Select(p => Sql.Count()).ToListAsync()")]
    [InlineData("await db.Posts.[|Include|](p => p.Author).AggregateAsync(p => Sql.Max(p.Views))")]
    public Task Relations_of_what_has_none_are_reported(string query) => VerifyStatementsAsync($"_ = {query};");

    [Theory]
    [InlineData("await db.Posts.Prefetch(p => p.Tags).ToListAsync()")]
    [InlineData("await db.Posts.Prefetch(p => p.Tags).FirstAsync(p => p.Id == 1)")]
    [InlineData("await db.Posts.Include(p => p.Author).OrderBy(p => p.Id).ToListAsync()")]
    [InlineData("(await db.Posts.Prefetch(p => p.Tags).ToListAsync()).Select(p => p.Id).Count()")]
    [InlineData("await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync()")]
    [InlineData("await db.Posts.Select(p => p.Id).ToListAsync()")]
    [InlineData("db.Posts.Prefetch(p => p.Tags).Stream()")]
    public Task Instances_have_relations(string query) => VerifyStatementsAsync($"_ = {query};");
}

public sealed class RemovedPrefetchCodeFixTests : FixTests<IgnoredPrefetchAnalyzer, RemovedPrefetchCodeFix>
{
    [Fact]
    public Task The_call_goes() => VerifyFixAsync(
        "_ = await db.Posts.Where(p => p.Views > 1).[|Prefetch|](p => p.Tags, p => p.Comments).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();",
        "_ = await db.Posts.Where(p => p.Views > 1).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();");
}
