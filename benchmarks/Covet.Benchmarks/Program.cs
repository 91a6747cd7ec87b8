using Bench;
using Covet;
using Microsoft.Data.Sqlite;

// Covet beside hand-written ADO.NET (the limit) and Dapper on SQLite, as ratios in one run: time (allocated bytes).
//   dotnet run -c Release --project benchmarks/Covet.Benchmarks
// The memory that streams of growing length take, on SQLite and PostgreSQL:
//   dotnet run -c Release --project benchmarks/Covet.Benchmarks -- streaming
if (args is ["streaming"])
{
    await Streaming.RunAsync();
    return;
}
Dapper.SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
Dapper.SqlMapper.AddTypeHandler(new InstantHandler());
const int Users = 2_000;
var folder = Directory.CreateTempSubdirectory("covet-bench-");
try
{
    string connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "bench.db"), Pooling = false }.ConnectionString;
    await using var db = new BenchDb(new SqliteProvider(connectionString));
    await FillAsync(db);
    await using var connection = new SqliteConnection(connectionString);
    await connection.OpenAsync();
    var (ado, dapper, covet) = (new AdoNet(connection), new WithDapper(connection), new WithCovet(db));

    Contest[] contests =
    [
        new("find by key", 1000, new("ADO.NET", () => Task.FromResult(ado.Find(77))), new("Dapper", () => dapper.FindAsync(77)), new("Covet", () => covet.FindAsync(77))),
        new("list 10,000 posts", 3, new("ADO.NET", () => Task.FromResult(ado.List(10_000))), new("Dapper", () => dapper.ListAsync(10_000)), new("Covet", () => covet.ListAsync(10_000))),
        new("graph of 20 users", 20, new("ADO.NET", () => Task.FromResult(ado.Graph(20))), new("Dapper", () => dapper.GraphAsync(20)), new("Covet", () => covet.GraphAsync(20))),
        new("graph of 1,000 users", 1, new("ADO.NET", () => Task.FromResult(ado.Graph(1_000))), new("Dapper", () => dapper.GraphAsync(1_000)), new("Covet", () => covet.GraphAsync(1_000))),
        new("insert 10,000 tags", 1, new("ADO.NET", () => Task.FromResult(ado.Insert(10_000))), new("Dapper", () => dapper.InsertAsync(10_000)), new("Covet", () => covet.InsertAsync(10_000))),
    ];
    Console.WriteLine(contests[0].Header);
    foreach (var contest in contests)
        Console.WriteLine(await contest.RunAsync());
}
finally
{
    folder.Delete(recursive: true);
}

static async Task FillAsync(BenchDb db)
{
    var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    await db.Schema.CreateAsync();
    await db.Users.InsertManyAsync(Enumerable.Range(1, Users).Select(i => new User { Id = i, Name = $"User {i}", Email = $"user{i}@example.org", CreatedAt = start.AddMinutes(i) }));
    var posts = Enumerable.Range(1, Users * 10).Select(i => new Post
    {
        Id = i,
        AuthorId = (i % Users) + 1,
        Title = $"The title of post {i}",
        Body = new string('x', 200),
        Views = i % 1000,
        CreatedAt = start.AddSeconds(i),
    }).ToList();
    await db.Posts.InsertManyAsync(posts);
    await db.Comments.InsertManyAsync(Enumerable.Range(1, Users * 30).Select(i => new Comment { PostId = (i % posts.Count) + 1, Text = $"Comment {i}" }));
    await db.Tags.InsertManyAsync(Enumerable.Range(1, 50).Select(i => new Tag { Id = i, Name = $"tag {i}" }));
    await db.ExecuteAsync($"INSERT INTO post_tags (post_id, tag_id) SELECT id, (id % 25) + 1 FROM posts UNION SELECT id, (id % 25) + 26 FROM posts");
}
