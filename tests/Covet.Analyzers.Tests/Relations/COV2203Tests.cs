using Covet.Analyzers.Relations;
using Covet.CodeFixes.Relations;

namespace Covet.Analyzers.Tests.Relations;

public sealed class COV2203Tests : RuleTests<RequiredRelationAnalyzer>
{
    protected override string Reported => "static void Show([Requires(nameof(User.Posts))] User user) { } foreach (var user in await db.Users.ToListAsync()) Show([|user|]);";

    [Theory]
    [InlineData("var user = await db.Users.FirstAsync(u => u.Id == 1); Shown.One([|user|]);")]
    [InlineData("Shown.One([|await db.Users.SingleAsync()|]);")]
    [InlineData("var users = await db.Users.ToListAsync(); Shown.Many([|users|]); foreach (var user in users) Shown.One([|user|]);")]
    [InlineData("Shown.Many([|(await db.Users.Prefetch(u => u.Profile).ToListAsync()).Where(u => u.Id > 1)|]);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Profile).SingleAsync(); Shown.Two([|user|], number);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts).SingleAsync(); Shown.Path([|user|]);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Author)).SingleAsync(); foreach (var post in user.Posts.All()) Shown.Author([|post|]);")]
    [InlineData("await foreach (var user in db.Users) [|user|].Tell();")]
    [InlineData("var user = await db.Users.SingleAsync(); _ = new Shown([|user|]);")]
    [InlineData("var user = await db.Users.SingleAsync(); Shown.One(number: 3, user: [|user|]);")]
    public Task An_argument_without_the_relation_is_reported(string statements) => VerifyAsync(Sources.InMethod(statements) + Required);

    [Theory]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts).FirstAsync(u => u.Id == 1); Shown.One(user); Shown.One(user, 3); user.Tell();")]
    [InlineData("var users = await db.Users.Prefetch(u => u.Posts).ToListAsync(); Shown.Many(users); foreach (var user in users) Shown.One(user);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts, u => u.Profile).SingleAsync(); Shown.Two(user, 1);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).SingleAsync(); Shown.Path(user);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Author.Prefetch(a => a.Profile))).SingleAsync(); foreach (var post in user.Posts.All()) Shown.Author(post);")]
    [InlineData("var post = await db.Posts.Include(p => p.Author.Profile).SingleAsync(); Shown.Author(post);")]
    [InlineData("var user = await db.Users.SingleAsync(); await user.Posts.AllAsync(); Shown.One(user);")]
    [InlineData("var users = await db.Users.ToListAsync(); await db.Users.PrefetchAsync(users, u => u.Posts); Shown.Many(users);")]
    [InlineData("var user = await db.Users.SingleAsync(); Shown.Fill(user); Shown.One(user);")]
    [InlineData("var users = await db.Users.ToListAsync(); Shown.Fill(users[0]); Shown.Many(users);")]
    [InlineData("var user = await db.Users.Prefetch(u => u.Posts).SingleAsync(); foreach (var post in user.Posts.All()) Shown.Author(post);")]
    [InlineData("Shown.One(ann); Shown.Many([ann]);")]
    [InlineData("Shown.One(new User()); Shown.Many(await Shown.Query(db).ToListAsync());")]
    [InlineData("var user = await db.Users.SingleAsync(); Shown.Nothing(user);")]
    public Task One_with_it_or_that_is_not_known_is_not(string statements) => VerifyAsync(Sources.InMethod(statements) + Required);

    [Fact]
    public Task A_parameter_has_what_it_requires_and_no_more() => VerifyAsync("""
        public static class Pages
        {
            public static void List([Requires(nameof(User.Posts))] User user, User other, [Requires($"{nameof(User.Posts)}.{nameof(Post.Tags)}")] IReadOnlyList<User> users)
            {
                Shown.One(user);
                Shown.One(other);
                Shown.Two([|user|], 1);
                Shown.Path([|user|]);
                Shown.Many(users);
                foreach (var each in users)
                {
                    Shown.Path(each);
                    Shown.Two([|each|], 1);
                    foreach (var post in each.Posts.All())
                        Shown.Tags(post);
                }
                foreach (var post in user.Posts.All())
                    Shown.Tags([|post|]);
            }

            public static async Task LoadsAsync([Requires(nameof(User.Posts))] User user, [Requires(nameof(User.Posts))] User filled, [Requires(nameof(User.Posts))] User other)
            {
                await user.LoadProfileAsync();
                Shown.Two(user, 1);
                Shown.Fill(filled);
                Shown.Path(filled);
                other = new User();
                Shown.Path(other);
            }
        }
        """ + Required);

    private const string Required = """

        public sealed class Shown([Requires(nameof(User.Posts))] User user)
        {
            public User User => user;
            public static void One([Requires(nameof(User.Posts))] User user, int number = 0) { }
            public static void Many([Requires(nameof(User.Posts))] IEnumerable<User> users) { }
            public static void Two([Requires(nameof(User.Posts), nameof(User.Profile))] User user, int number) { }
            public static void Path([Requires($"{nameof(User.Posts)}.{nameof(Post.Tags)}")] User user) { }
            public static void Author([Requires("Author.Profile")] Post post) { }
            public static void Tags([Requires(nameof(Post.Tags))] Post post) { }
            public static void Nothing([Requires] User user) { }
            public static void Fill(User user) { }
            public static UserQuery Query(BlogDb db) => db.Users.Prefetch(u => u.Posts);
        }
        public static class UserExtensions
        {
            public static void Tell([Requires(nameof(User.Posts))] this User user) { }
        }
        """;
}

public sealed class RequiredPrefetchCodeFixTests : FixTests<RequiredRelationAnalyzer, PrefetchCodeFix>
{
    [Fact]
    public Task The_query_prefetches_it() => VerifyFixAsync("""
        static void Show([Requires(nameof(User.Posts))] IEnumerable<User> users) { }
        var users = await db.Users.OrderBy(u => u.Id).ToListAsync();
        Show([|users|]);
        """, """
        static void Show([Requires(nameof(User.Posts))] IEnumerable<User> users) { }
        var users = await db.Users.OrderBy(u => u.Id).Prefetch(u => u.Posts).ToListAsync();
        Show(users);
        """);

    [Fact]
    public Task A_branch_prefetches_what_is_behind_it() => VerifyFixAsync("""
        static void Show([Requires("Posts.Tags")] User user) { }
        Show([|await db.Users.Prefetch(u => u.Posts.Take(3)).SingleAsync()|]);
        """, """
        static void Show([Requires("Posts.Tags")] User user) { }
        Show(await db.Users.Prefetch(u => u.Posts.Take(3).Prefetch(p => p.Tags)).SingleAsync());
        """);
}
