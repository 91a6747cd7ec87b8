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
}
