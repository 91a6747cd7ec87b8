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

    protected override async Task<IDatabaseProvider> OpenAsync()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        _databases.Add(database);
        return new NpgsqlProvider(database);
    }
}
