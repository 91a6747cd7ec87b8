using Covet.Analyzers.Queries;
using Covet.CodeFixes.Queries;

namespace Covet.Analyzers.Tests.Queries;

public sealed class COV2103Tests : RuleTests<OuterDatabaseAnalyzer>
{
    protected override string Reported => "await db.TransactionAsync(async tx => await [|db|].Users.InsertAsync(ann));";

    [Fact]
    public Task Each_use_inside_is_reported() => VerifyStatementsAsync("""
        await db.TransactionAsync(async tx =>
        {
            await tx.Users.InsertAsync(ann);
            await [|db|].Users.InsertAsync(ann);
            async Task Local() => await [|db|].Posts.CountAsync();
            await Local();
            await [|db|].TransactionAsync(async inner => await inner.Users.InsertAsync(ann));
            await tx.TransactionAsync(async inner => await [|db|].Users.InsertAsync(ann));
        });
        long count = await db.TransactionAsync(tx => [|db|].Posts.CountAsync(), token);
        """);

    [Fact]
    public Task Uses_outside_and_of_others_are_not() => VerifyStatementsAsync("""
        BlogDb other = db;
        await db.TransactionAsync(async tx => await tx.Users.InsertAsync(ann));
        await db.Users.InsertAsync(ann);
        await db.TransactionAsync(async tx => { await other.Users.InsertAsync(ann); Console.WriteLine(nameof(db)); });
        await db.TransactionAsync(async tx => await tx.TransactionAsync(async inner => { await inner.Users.InsertAsync(ann); await tx.Users.InsertAsync(ann); }));
        await db.TransactionAsync(async tx => await tx.OnCommit(async () => await db.Users.InsertAsync(ann)));
        Func<BlogDb, Task> work = async tx => await db.Users.InsertAsync(ann);
        await db.TransactionAsync(work);
        """);

    [Fact]
    public Task What_it_loaded_asks_it_too() => VerifyStatementsAsync("""
        var post = await db.Posts.FirstAsync(p => p.Id == 1);
        var users = await db.Users.Where(u => u.Id > 3).ToListAsync();
        await db.TransactionAsync(async tx =>
        {
            await [|post|].Tags.AddAsync(new Tag());
            await [|post|].ReloadAsync();
            long count = await [|post|].Comments.Query.CountAsync();
            foreach (var user in users)
                await [|user|].Posts.AddAsync(new Post());
        });
        """);

    [Fact]
    public Task What_the_transaction_loaded_or_may_have_is_not() => VerifyStatementsAsync("""
        BlogDb other = db;
        var post = await db.Posts.Prefetch(p => p.Tags).FirstAsync(p => p.Id == 1);
        var elsewhere = await other.Posts.FirstAsync(p => p.Id == 1);
        var updated = await db.Posts.FirstAsync(p => p.Id == 2);
        var again = await db.Posts.FirstAsync(p => p.Id == 3);
        await db.TransactionAsync(async tx =>
        {
            var own = await tx.Posts.FirstAsync(p => p.Id == 1);
            await own.Tags.AddAsync(new Tag());
            Console.WriteLine(post.Title + post.Tags.All().Count + (await post.Tags.AllAsync()).Count);
            await elsewhere.Tags.AddAsync(new Tag());
            await tx.Posts.UpdateAsync(updated);
            await updated.Tags.AddAsync(new Tag());
            again = await tx.Posts.FirstAsync(p => p.Id == 3);
            await again.Tags.AddAsync(new Tag());
            await ann.Posts.AddAsync(new Post());
            await tx.OnCommit(async () => await post.Tags.AddAsync(new Tag()));
        });
        await post.Tags.AddAsync(new Tag());
        """);

    [Fact]
    public Task A_field_is_the_same_of_the_same_object() => VerifyAsync("""
        public sealed class Store(BlogDb given)
        {
            private readonly BlogDb _db = given;
            public BlogDb Db => _db;
            public Task SaveAsync(User user, Store other) => _db.TransactionAsync(async tx =>
            {
                await [|_db|].Users.InsertAsync(user);
                await [|this._db|].Users.InsertAsync(user);
                await other._db.Users.InsertAsync(user);
            });
            public static Task SaveAsync(Store store, Store other, User user) => store.Db.TransactionAsync(async tx =>
            {
                await [|store.Db|].Users.InsertAsync(user);
                await other.Db.Users.InsertAsync(user);
            });
        }
        """);
}

public sealed class InnerDatabaseCodeFixTests : FixTests<OuterDatabaseAnalyzer, InnerDatabaseCodeFix>
{
    [Fact]
    public Task The_transactions_database_takes_its_place() => VerifyFixAsync("""
        await db.TransactionAsync(async (BlogDb tx) => { await [|db|].Users.InsertAsync(ann); });
        await db.TransactionAsync(tx => [|db|].Posts.Where(p => p.Views > 1).CountAsync());
        """, """
        await db.TransactionAsync(async (BlogDb tx) => { await tx.Users.InsertAsync(ann); });
        await db.TransactionAsync(tx => tx.Posts.Where(p => p.Views > 1).CountAsync());
        """);

    [Fact]
    public Task An_instance_of_the_outer_one_is_left_to_the_author() => VerifyNoFixAsync("""
        var post = await db.Posts.FirstAsync(p => p.Id == 1);
        await db.TransactionAsync(async tx => await [|post|].Tags.AddAsync(new Tag()));
        """);
}
