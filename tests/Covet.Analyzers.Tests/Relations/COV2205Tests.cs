using Covet.Analyzers.Relations;

namespace Covet.Analyzers.Tests.Relations;

public sealed class COV2205Tests : RuleTests<UnreadPrefetchAnalyzer>
{
    protected override string Reported => "foreach (var user in await db.Users.Prefetch(u => [|u.Posts|]).ToListAsync()) Console.WriteLine(user.Name);";

    [Theory]
    [InlineData("var users = await db.Users.Where(u => u.Id > 3).Prefetch(u => u.Profile, u => [|u.Posts|].Where(p => p.Views > 3)).ToListAsync(token); foreach (var user in users) Console.WriteLine(user.Name + user.Profile?.City);")]
    [InlineData("await foreach (var user in db.Users.Prefetch(u => [|u.Posts|].Prefetch(p => p.Tags))) Console.WriteLine(user.Name);")]
    [InlineData("var user = await db.Users.Prefetch(u => [|u.Posts|]).FirstAsync(u => u.Id == 1); user.Name = name; await db.Users.UpdateAsync(user);")]
    [InlineData("var users = await db.Users.Prefetch(u => [|u.Posts|]).ToListAsync(); Console.WriteLine(string.Join(\", \", users.Where(u => u.Id > 3).Select(u => u.Name)));")]
    [InlineData("var user = await db.Users.Prefetch(u => [|u.Comments|]).Prefetch(u => u.Posts).SingleOrDefaultAsync(); if (user != null) foreach (var post in user.Posts.All()) Console.WriteLine(post.Title);")]
    public Task What_nothing_reads_is_reported(string statements) => VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("foreach (var user in await db.Users.Prefetch(u => u.Posts).ToListAsync()) Console.WriteLine(user.Posts.All().Count);")]
    [InlineData("foreach (var user in await db.Users.Prefetch(u => u.Posts).ToListAsync()) Console.WriteLine((await user.Posts.AllAsync()).Count);")]
    [InlineData("foreach (var post in await db.Posts.Prefetch(p => p.Author).ToListAsync()) await post.LoadAuthorAsync();")]
    [InlineData("foreach (var user in await db.Users.Prefetch(u => u.Posts).ToListAsync()) Program2.Show(user);")]
    [InlineData("Program2.Show(await db.Users.Prefetch(u => u.Posts).ToListAsync());")]
    [InlineData("Program2.Kept = await db.Users.Prefetch(u => u.Posts).ToListAsync();")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts).ToListAsync(); Func<object> later = () => users;")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts).ToListAsync(); var cards = users.Select(u => new { User = u }).ToList();")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts).ToListAsync(); var cards = users.Select(Program2.Shown).ToList();")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts).FirstAsync(u => u.Id == 1); Console.WriteLine($\"{user}\");")]
    [InlineData("await db.Users.Prefetch(u => u.Posts).ToListAsync();")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts.Take(3).Into(u.TopPosts)).FirstAsync(u => u.Id == 1); Console.WriteLine(user.Name);")]
    [InlineData("var query = db.Users.Prefetch(u => u.Posts); foreach (var user in await query.ToListAsync()) Console.WriteLine(user.Name);")]
    [InlineData("foreach (var user in await db.Users.Prefetch(u => u.Posts).ToListAsync()) if (user is { Posts.IsLoaded: true }) Console.WriteLine(user.Name);")]
    [InlineData("Func<Task<List<User>>> load = () => db.Users.Prefetch(u => u.Posts).ToListAsync();")]
    public Task What_is_read_or_may_be_is_not(string statements) => VerifyAsync(Sources.InMethod(statements) + """

        public static class Program2
        {
            public static List<User>? Kept { get; set; }
            public static void Show(object user) { }
            public static string Shown(User user) => user.Name + user.Posts.All().Count;
        }
        """);

    [Fact]
    public Task A_property_of_ones_own_may_read_it() => VerifyAsync("""
        [Model]
        public partial class Shop { public int Id { get; set; } public int Size => Items.All().Count; }
        [Model]
        public partial class Item { public int Id { get; set; } [ForeignKey] public partial Shop Shop { get; set; } }
        [Database]
        public partial class ShopDb;
        public static class Program
        {
            public static async Task RunAsync(ShopDb db)
            {
                foreach (var shop in await db.Shops.Prefetch(s => s.Items).ToListAsync())
                    Console.WriteLine(shop.Size);
                foreach (var shop in await db.Shops.Prefetch(s => s.Items).ToListAsync())
                    Console.WriteLine(shop.Id);
            }
            public static async Task<List<Shop>> GetAsync(ShopDb db)
            {
                var shops = await db.Shops.Prefetch(s => s.Items).ToListAsync();
                return shops;
            }
        }
        """);
}
