using Blog;
using Blog.Pages;
using Blog.Rendering;
using Blog.Seeding;
using Covet;

// Fills a blog and reads one page of it three times, to show what a prefetch is for.
//   dotnet run --project samples/BlogApp
//   dotnet run --project samples/BlogApp -- --postgres "Host=...;Database=..."
if (args is not ([] or ["--postgres", _]))
{
    Console.Error.WriteLine("Usage: BlogApp [--postgres <connection string>]");
    return 2;
}

BlogStore opened;
try
{
    opened = args is [_, var connectionString] ? await BlogStore.OpenPostgresAsync(connectionString) : BlogStore.OpenSqlite();
}
catch (InvalidOperationException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}

await using var store = opened;
var db = store.Db;
await db.Schema.CreateAsync();
await db.TransactionAsync(tx => new BlogSeed(tx).FillAsync());

Terminal.Heading($"A blog in {store.Place}");
Terminal.Table(
    ["users", "profiles", "posts", "comments", "tags"],
    [$"{await db.Users.CountAsync()}", $"{await db.Profiles.CountAsync()}", $"{await db.Posts.CountAsync()}", $"{await db.Comments.CountAsync()}", $"{await db.Tags.CountAsync()}"]);

var loop = await PageReading.MeasureAsync("A loop, FetchMode.One: N+1", db, () => LoopingPage.ReadAsync(db, FetchMode.One));
var peers = await PageReading.MeasureAsync("The same loop, FetchMode.Peers (the default)", db, () => LoopingPage.ReadAsync(db, FetchMode.Peers));
var prefetch = await PageReading.MeasureAsync("Prefetch", db, () => PrefetchedPage.ReadAsync(db));

Report.Page(prefetch);
Report.Reading(loop);
Report.Reading(peers);
Report.Reading(prefetch);
Report.Summary(loop, peers, prefetch);
Report.Registry(RelationRegistry.For<User>());

if (loop.Lines.SequenceEqual(prefetch.Lines) && peers.Lines.SequenceEqual(prefetch.Lines))
    return 0;
Console.Error.WriteLine("The page read in a loop differs from the prefetched page.");
return 1;
