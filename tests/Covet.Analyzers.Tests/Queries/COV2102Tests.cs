using Covet.Analyzers.Queries;
using Covet.CodeFixes.Queries;

namespace Covet.Analyzers.Tests.Queries;

public sealed class COV2102Tests : RuleTests<CountAnalyzer>
{
    protected override string Reported => "_ = [|await db.Posts.CountAsync() > 0|];";

    [Theory]
    [InlineData("await db.Posts.CountAsync() != 0")]
    [InlineData("await db.Posts.CountAsync() >= 1")]
    [InlineData("await db.Posts.CountAsync(token) == 0L")]
    [InlineData("0 < await db.Posts.CountAsync(p => p.Views > 1)")]
    [InlineData("1 > (await db.Posts.Where(p => p.Views > 1).CountAsync())")]
    [InlineData("await db.Posts.Select(p => p.AuthorId).Distinct().CountAsync() > 0")]
    [InlineData("await ann.Posts.Query.CountAsync() <= 0")]
    public Task A_count_that_only_tells_whether_there_is_one_is_reported(string condition) => VerifyStatementsAsync($"if ([|{condition}|]) return;");

    [Theory]
    [InlineData("await db.Posts.CountAsync() > 1")]
    [InlineData("await db.Posts.CountAsync() == 1")]
    [InlineData("await db.Posts.CountAsync() > number")]
    [InlineData("await db.Posts.CountAsync() >= 0")]
    [InlineData("await db.Posts.AnyAsync()")]
    [InlineData("await ann.Posts.CountAsync() > 0")]
    [InlineData("ann.Posts.All().Count > 0")]
    [InlineData("await Other.CountAsync() > 0")]
    public Task Other_counts_are_not(string condition)
        => VerifyAsync(Sources.InMethod($"if ({condition}) return;") + "public static class Other { public static Task<long> CountAsync() => Task.FromResult(1L); }");

    [Fact]
    public Task A_count_in_sql_is_not() => VerifyStatementsAsync("_ = await db.Posts.Where(p => p.Comments.Count() > 0).ToListAsync();");
}

public sealed class AnyCodeFixTests : FixTests<CountAnalyzer, AnyCodeFix>
{
    [Fact]
    public Task Any_is_asked_for() => VerifyFixAsync("""
        if ([|await db.Posts.CountAsync(p => p.Views > 1, token) > 0|] && number > 1)
            return;
        var none = [|0 == (await db.Posts.Where(p => p.Views > 1).CountAsync())|];
        """, """
        if (await db.Posts.AnyAsync(p => p.Views > 1, token) && number > 1)
            return;
        var none = !await db.Posts.Where(p => p.Views > 1).AnyAsync();
        """);
}
