using Covet.Analyzers.Relations;
using Covet.CodeFixes.Relations;

namespace Covet.Analyzers.Tests.Relations;

public sealed class COV2201Tests : RuleTests<UnloadedRelationAnalyzer>
{
    protected override string Reported => "var users = await db.Users.ToListAsync(); foreach (var user in users) Console.WriteLine([|user.Posts|].All().Count);";

    [Theory]
    [InlineData("var post = await db.Posts.FirstAsync(p => p.Id == 1); Console.WriteLine([|post.Author|].Name);")]
    [InlineData("var post = await db.Posts.FindAsync(5); Console.WriteLine([|post!.Author|].Name + post?.Title);")]
    [InlineData("var post = await db.Posts.FindAsync(5); if (post != null) Console.WriteLine([|post.Tags|].All().Count);")]
    [InlineData("var post = await db.Posts.Where(p => p.Views > 1).Include(p => p.Author).SingleAsync(); Console.WriteLine([|post.Editor|]?.Name);")]
    [InlineData("var post = await db.Posts.Include(p => p.Author).SingleAsync(); Console.WriteLine([|post.Author.Profile|]?.City);")]
    [InlineData("foreach (var post in await db.Posts.ToListAsync()) Console.WriteLine([|post.Author|].Name);")]
    [InlineData("await foreach (var post in db.Posts.OrderBy(p => p.Id)) Console.WriteLine([|post.Author|].Name);")]
    [InlineData("await foreach (var post in db.Posts.Stream(100, token)) Console.WriteLine([|post.Author|].Name);")]
    [InlineData("var posts = await db.Posts.ToListAsync().ConfigureAwait(false); Console.WriteLine(posts.Sum(p => [|p.Tags|].All().Count));")]
    [InlineData("var posts = await db.Posts.ToListAsync(); Console.WriteLine([|posts[0].Author|].Name);")]
    [InlineData("var posts = await db.Posts.ToArrayAsync(); Console.WriteLine([|posts[0].Author|].Name);")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts).ToListAsync(); foreach (var user in users) foreach (var post in user.Posts.All()) Console.WriteLine([|post.Tags|].All().Count);")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts.Where(p => p.Views > 1).Take(3).Prefetch(p => p.Tags)).ToListAsync(); foreach (var user in users) foreach (var post in user.Posts.All()) Console.WriteLine([|post.Comments|].All().Count + post.Tags.All().Count);")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts.Into(u.TopPosts)).ToListAsync(); foreach (var user in users) Console.WriteLine([|user.Posts|].All().Count);")]
    [InlineData("var query = db.Posts.Where(p => p.Views > 1); var posts = await query.ToListAsync(); foreach (var post in posts) Console.WriteLine([|post.Author|].Name);")]
    public Task What_the_query_does_not_load_is_reported(string statements) => VerifyStatementsAsync(statements);

    [Theory]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts).ToListAsync(); foreach (var user in users) Console.WriteLine(user.Posts.All().Count);")]
    [InlineData("var post = await db.Posts.Include(p => p.Author.Profile).FirstAsync(p => p.Id == 1); Console.WriteLine(post.Author.Profile?.City);")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).Prefetch(u => u.Posts.Prefetch(p => p.Comments)).ToListAsync(); foreach (var user in users) foreach (var post in user.Posts.All()) Console.WriteLine(post.Tags.All().Count + post.Comments.All().Count);")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts).ToListAsync(); foreach (var user in users) foreach (var post in user.Posts.All()) Console.WriteLine(post.Author.Name);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Profile, u => u.Posts.Prefetch(p => p.Tags)).SingleAsync(); Console.WriteLine(user.Posts.All()[0].Author.Name + user.Profile!.User.Name);")]
    [InlineData("var users = await db.Users.ToListAsync(); await db.Users.PrefetchAsync(users, u => u.Posts); foreach (var user in users) Console.WriteLine(user.Posts.All().Count);")]
    [InlineData("var post = await db.Posts.FirstAsync(p => p.Id == 1); await post.LoadAuthorAsync(); Console.WriteLine(post.Author.Name);")]
    [InlineData("var user = await db.Users.FirstAsync(u => u.Id == 1); await user.Posts.AllAsync(); Console.WriteLine(user.Posts.All().Count);")]
    [InlineData("var user = await db.Users.FirstAsync(u => u.Id == 1); if (user.Posts.IsLoaded) Console.WriteLine(user.Posts.All().Count);")]
    [InlineData("var users = await db.Users.ToListAsync(); foreach (var user in users) Console.WriteLine((await user.Posts.AllAsync()).Count);")]
    [InlineData("var users = await db.Users.ToListAsync(); Program2.Fill(users); foreach (var user in users) Console.WriteLine(user.Posts.All().Count);")]
    [InlineData("var users = await db.Users.ToListAsync(); foreach (var user in users) { Program2.FillOne(user); Console.WriteLine(user.Posts.All().Count); }")]
    [InlineData("var users = await db.Users.ToListAsync(); var first = users.First(); await first.LoadProfileAsync(); foreach (var user in users) Console.WriteLine(user.Profile?.City);")]
    [InlineData("var users = await db.Users.ToListAsync(); Program2.FillOne(users[0]); foreach (var user in users) Console.WriteLine(user.Profile?.City);")]
    [InlineData("var post = await db.Posts.FirstAsync(p => p.Id == 1); post.Author = ann; Console.WriteLine(post.Author.Name);")]
    [InlineData("var post = new Post { Author = ann }; Console.WriteLine(post.Author.Name);")]
    [InlineData("Console.WriteLine(ann.Posts.All().Count);")]
    [InlineData("var posts = await ann.Posts.Query.ToListAsync(); foreach (var post in posts) Console.WriteLine(post.Author.Name);")]
    [InlineData("var posts = await Program2.Query(db).ToListAsync(); foreach (var post in posts) Console.WriteLine(post.Author.Name);")]
    [InlineData("var posts = await db.Posts.Live().ToListAsync(); foreach (var post in posts) Console.WriteLine(post.Author.Name);")]
    [InlineData("Post? post = null; if (number > 1) post = await db.Posts.FirstAsync(p => p.Id == 1); else post = Program2.Made(); Console.WriteLine(post.Author.Name);")]
    [InlineData("var post = await db.Posts.FirstAsync(p => p.Id == 1); Console.WriteLine(nameof(post.Author) + post.AuthorId + post.Title);")]
    [InlineData("var rows = await db.Posts.Select(p => (p.Id, p.Author.Name)).ToListAsync(); Console.WriteLine(rows[0].Item2);")]
    [InlineData("_ = await db.Posts.Where(p => p.Author.Name == name && p.Comments.Any()).ToListAsync();")]
    public Task What_is_loaded_or_may_be_is_not(string statements) => VerifyAsync(Sources.InMethod(statements) + """

        public static class Program2
        {
            public static void Fill(List<User> users) { }
            public static void FillOne(User user) { }
            public static PostQuery Query(BlogDb db) => db.Posts.Prefetch(p => p.Author);
            public static Post Made() => new();
        }
        """);

    [Fact]
    public Task A_method_that_runs_one_query_is_read() => VerifyAsync("""
        public sealed class Users(BlogDb given)
        {
            private readonly BlogDb _db = given;

            public Task<List<User>> OldestAsync() => _db.Users.OrderBy(u => u.Id).Take(3).ToListAsync();

            public async Task<User?> FindAsync(int id) { return await given.Users.FindAsync(id).ConfigureAwait(false); }

            public static Task<User> FirstAsync(BlogDb db) => db.Users.OrderBy(u => u.Id).FirstAsync();

            public Task<List<User>> FullAsync() => _db.Users.Prefetch(u => u.Posts).ToListAsync();

            public Task<List<Post>> LiveAsync() => _db.Posts.Live().ToListAsync();

            public async Task<List<User>> FilledAsync()
            {
                var users = await _db.Users.ToListAsync();
                await _db.Users.PrefetchAsync(users, u => u.Posts);
                return users;
            }

            public static async Task ShowAsync(Users users, Store store, BlogDb db)
            {
                foreach (var user in await users.OldestAsync())
                    Console.WriteLine([|user.Posts|].All().Count);
                var found = await users.FindAsync(3).ConfigureAwait(false);
                Console.WriteLine([|found!.Profile|]?.City);
                Console.WriteLine([|(await FirstAsync(db)).Posts|].All().Count);
                foreach (var user in await users.FullAsync())
                    Console.WriteLine(user.Posts.All().Count);
                foreach (var post in await users.LiveAsync())
                    Console.WriteLine(post.Author.Name);
                foreach (var user in await users.FilledAsync())
                    Console.WriteLine(user.Posts.All().Count);
                foreach (var user in await store.AllAsync())
                    Console.WriteLine(user.Posts.All().Count);
                Task<List<User>> Local() => db.Users.ToListAsync();
                foreach (var user in await Local())
                    Console.WriteLine(user.Posts.All().Count);
            }
        }

        public class Store(BlogDb db)
        {
            public virtual Task<List<User>> AllAsync() => db.Users.ToListAsync();
        }
        """);

    [Fact]
    public Task A_query_method_of_the_source_is_read() => VerifyAsync("""
        [Model]
        public partial class Shop { public int Id { get; set; } public string Name { get; set; } = ""; }
        [Model]
        public partial class Item { public int Id { get; set; } [ForeignKey] public partial Shop Shop { get; set; } public int Price { get; set; } }
        [Database]
        public partial class ShopDb;
        public partial class ItemQuery
        {
            public ItemQuery Cheap() => Where(i => i.Price < 10).OrderBy(i => i.Id);
            public ItemQuery Full() => Include(i => i.Shop);
        }
        public static class Program
        {
            public static async Task RunAsync(ShopDb db)
            {
                foreach (var item in await db.Items.Cheap().ToListAsync())
                    Console.WriteLine([|item.Shop|].Name);
                foreach (var item in await db.Items.Cheap().Full().ToListAsync())
                    Console.WriteLine(item.Shop.Name);
            }
        }
        """);
}

public sealed class PrefetchCodeFixTests : FixTests<UnloadedRelationAnalyzer, PrefetchCodeFix>
{
    [Fact]
    public Task The_query_prefetches_it() => VerifyFixAsync("""
        var users = await db.Users.OrderBy(u => u.Id).ToListAsync(token);
        foreach (var user in users)
            Console.WriteLine([|user.Posts|].All().Count);
        """, """
        var users = await db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync(token);
        foreach (var user in users)
            Console.WriteLine(user.Posts.All().Count);
        """);

    [Fact]
    public Task The_query_of_a_method_prefetches_it() => VerifyFixAsync("""
        static Task<List<User>> OldestAsync(BlogDb db) => db.Users.OrderBy(u => u.Id).ToListAsync();
        foreach (var user in await OldestAsync(db))
            Console.WriteLine([|user.Posts|].All().Count);
        """, """
        static Task<List<User>> OldestAsync(BlogDb db) => db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync();
        foreach (var user in await OldestAsync(db))
            Console.WriteLine(user.Posts.All().Count);
        """);

    [Fact]
    public Task A_branch_prefetches_it() => VerifyFixAsync("""
        await foreach (var user in db.Users.Prefetch(u => u.Profile, u => u.Posts.Take(3)))
            Console.WriteLine(user.Posts.All().Sum(p => [|p.Tags|].All().Count));
        """, """
        await foreach (var user in db.Users.Prefetch(u => u.Profile, u => u.Posts.Take(3).Prefetch(p => p.Tags)))
            Console.WriteLine(user.Posts.All().Sum(p => p.Tags.All().Count));
        """);
}
