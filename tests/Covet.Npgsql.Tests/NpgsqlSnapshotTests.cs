using System.Transactions;
using Blog;
using Npgsql;

namespace Covet.Npgsql.Tests;

/// <summary>What a graph's snapshot meets on PostgreSQL alone.</summary>
public sealed class NpgsqlSnapshotTests : IAsyncLifetime
{
    private readonly PostgresFixture _fixture = new();

    private BlogDb Db { get; set; } = null!;

    public async Task InitializeAsync()
    {
        await _fixture.InitializeAsync();
        Db = new BlogDb(_fixture.Provider);
        await BlogData.FillAsync(Db);
    }

    public Task DisposeAsync() => _fixture.DisposeAsync();

    [SkippableFact]
    public async Task A_graph_in_an_ambient_transaction_opens_none_of_its_own()
    {
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await Db.Tags.InsertAsync(new Tag { Name = "never completed" });
            Assert.Equal(3, (await Db.Users.Prefetch(u => u.Posts.Prefetch(p => p.Tags)).ToListAsync()).Count);
            await Db.Tags.InsertAsync(new Tag { Name = "nor this one" });
            int posts = 0;
            await foreach (var post in Db.Posts.SnapshotReads(true).Prefetch(p => p.Tags).Stream(100))
                posts++;
            Assert.Equal(8, posts);
        }
        Assert.Equal(3, await Db.Tags.CountAsync());
    }

    [SkippableFact]
    public async Task A_graph_that_writes_says_how_to_read_it_without_a_snapshot()
    {
        await Db.ExecuteAsync($"CREATE SEQUENCE visits");
        await Db.ExecuteAsync($"CREATE FUNCTION visited() RETURNS SETOF posts LANGUAGE sql AS 'SELECT posts.* FROM posts, (SELECT nextval(''visits'')) AS v'");
        var visited = Db.Posts.FromSql($"SELECT * FROM visited()");
        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => visited.Prefetch(p => p.Tags).ToListAsync());
        Assert.Contains(".SnapshotReads(false)", exception.Message, StringComparison.Ordinal);
        Assert.IsType<PostgresException>(exception.InnerException?.InnerException);
        Assert.Equal(8, (await visited.SnapshotReads(false).Prefetch(p => p.Tags).ToListAsync()).Count);
    }

    [SkippableFact]
    public async Task Multiplexing_is_refused()
    {
        string connectionString = _fixture.ConnectionString + ";Multiplexing=true";
        Assert.Contains("Multiplexing", Assert.Throws<ArgumentException>(() => new NpgsqlProvider(connectionString)).Message, StringComparison.Ordinal);
        await using var source = NpgsqlDataSource.Create(connectionString);
        Assert.Throws<ArgumentException>(() => new NpgsqlProvider(source));
    }
}
