using Covet.Generators.Tests.Infrastructure;
using Covet.Testing;

namespace Covet.Generators.Tests.Running;

public sealed class SqliteShapeRuns : ShapeRuns
{
    protected override Task<IDatabaseProvider> OpenAsync() => Task.FromResult<IDatabaseProvider>(new SqliteProvider("Data Source=:memory:"));
}

public sealed class PostgresShapeRuns : ShapeRuns, IAsyncLifetime
{
    private readonly List<string> _databases = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _databases)
            await PostgresServer.DropDatabaseAsync(database);
    }

    [SkippableFact]
    public Task Arrays_come_back() => RunAsync(
        Zoo.Types,
        "EverythingDb",
        """
        await db.Arrays.InsertAsync(new Arrays { Numbers = [1, 2], Words = ["a", "b"] });
        var arrays = await db.Arrays.SingleAsync();
        Assert.Equal([1, 2], arrays.Numbers);
        Assert.Equal(["a", "b"], arrays.Words!);
        Assert.Null(arrays.Guids);
        """);

    protected override async Task<IDatabaseProvider> OpenAsync()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        _databases.Add(database);
        return new NpgsqlProvider(database);
    }
}
