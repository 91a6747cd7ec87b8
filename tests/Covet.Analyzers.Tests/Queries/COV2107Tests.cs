using Covet.Analyzers.Queries;

namespace Covet.Analyzers.Tests.Queries;

public sealed class COV2107Tests : RuleTests<UnindexedConditionAnalyzer>
{
    protected override string Reported => "_ = await db.Posts.Where(p => [|p.Views|] == number).ToListAsync();";

    [Fact]
    public void It_is_off_by_default() => Assert.False(new UnindexedConditionAnalyzer().SupportedDiagnostics.Single().IsEnabledByDefault);

    [Theory]
    [InlineData("await db.Posts.FirstOrDefaultAsync(p => [|p.Title|] == name)")]
    [InlineData("await db.Users.Where(u => [|u.Name|] == name && u.CreatedAt > DateTimeOffset.Now).CountAsync()")]
    [InlineData("await db.Posts.Include(p => p.Author).Where(p => [|p.Body|] == name).OrderBy(p => p.Id).Take(3).ToListAsync()")]
    public Task A_condition_on_plain_columns_is_reported(string query) => VerifyStatementsAsync($"_ = {query};");

    [Theory]
    [InlineData("await db.Posts.Where(p => p.Id == number).ToListAsync()")]
    [InlineData("await db.Users.Where(u => u.Email == name).SingleAsync()")]
    [InlineData("await db.Users.Where(u => u.Email == name && u.Name == name).SingleAsync()")]
    [InlineData("await db.Posts.Where(p => p.AuthorId == number).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Author == ann && p.Views > 3).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Author.Name == name).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Views != 3).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Published == true).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Published).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Views > 3 || p.Id == number).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Views > p.Id).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Id == number).Where(p => p.Views > 3).ToListAsync()")]
    [InlineData("await db.Posts.Where(p => p.Views > 3).FirstAsync(p => p.Id == number)")]
    [InlineData("await db.Posts.Live().Where(p => p.Views > 3).ToListAsync()")]
    [InlineData("await ann.Posts.Query.Where(p => p.Views > 3).ToListAsync()")]
    public Task One_with_an_index_or_that_none_would_help_is_not(string query) => VerifyStatementsAsync($"_ = {query};");

    [Fact]
    public Task An_index_of_several_columns_helps_by_its_first() => VerifyAsync("""
        [Model]
        [Index(nameof(Year), nameof(Number))]
        public partial class Bill { public int Id { get; set; } public int Year { get; set; } public int Number { get; set; } [Index] public int Sum { get; set; } }
        [Database]
        public partial class BillDb;
        public static class Program
        {
            public static async Task RunAsync(BillDb db)
            {
                await db.Bills.Where(b => b.Year == 2026).ToListAsync();
                await db.Bills.Where(b => b.Sum > 3).ToListAsync();
                await db.Bills.Where(b => [|b.Number|] == 3).ToListAsync();
            }
        }
        """);
}
