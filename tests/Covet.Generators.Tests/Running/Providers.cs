using Covet.Generators.Tests.Infrastructure;
using Covet.Testing;

namespace Covet.Generators.Tests.Running;

public sealed class SqliteShapeRuns : ShapeRuns
{
    protected override Task<IDatabaseProvider> OpenAsync() => SqliteDatabases.OpenAsync();
}

public sealed class SqliteProjectionRuns : ProjectionRuns
{
    protected override Task<IDatabaseProvider> OpenAsync() => SqliteDatabases.OpenAsync();
}

public sealed class SqliteUpsertRuns : UpsertRuns
{
    protected override Task<IDatabaseProvider> OpenAsync() => SqliteDatabases.OpenAsync();
}

public sealed class SqliteSavedRuns : SavedRuns
{
    protected override Task<IDatabaseProvider> OpenAsync() => SqliteDatabases.OpenAsync();
}

public sealed class PostgresSavedRuns : SavedRuns, IAsyncLifetime
{
    private readonly PostgresDatabases _databases = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _databases.DropAsync();

    protected override Task<IDatabaseProvider> OpenAsync() => _databases.OpenAsync();
}

public sealed class PostgresShapeRuns : ShapeRuns, IAsyncLifetime
{
    private readonly PostgresDatabases _databases = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _databases.DropAsync();

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

    protected override Task<IDatabaseProvider> OpenAsync() => _databases.OpenAsync();
}

public sealed class PostgresProjectionRuns : ProjectionRuns, IAsyncLifetime
{
    private readonly PostgresDatabases _databases = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _databases.DropAsync();

    protected override Task<IDatabaseProvider> OpenAsync() => _databases.OpenAsync();
}

public sealed class PostgresUpsertRuns : UpsertRuns, IAsyncLifetime
{
    private readonly PostgresDatabases _databases = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => _databases.DropAsync();

    protected override Task<IDatabaseProvider> OpenAsync() => _databases.OpenAsync();
}

internal static class SqliteDatabases
{
    public static Task<IDatabaseProvider> OpenAsync() => Task.FromResult<IDatabaseProvider>(new SqliteProvider("Data Source=:memory:"));
}

/// <summary>The databases of one test.</summary>
internal sealed class PostgresDatabases
{
    private readonly List<string> _databases = [];

    public async Task<IDatabaseProvider> OpenAsync()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        _databases.Add(database);
        return new NpgsqlProvider(database);
    }

    public async Task DropAsync()
    {
        foreach (var database in _databases)
            await PostgresServer.DropDatabaseAsync(database);
    }
}
