using System.Collections.Concurrent;
using Covet.Testing;

namespace Covet.Graphs.Tests;

/// <summary>Gives empty databases.</summary>
public interface IGraphDatabases
{
    /// <summary>Does something with the provider of an empty database, which is gone afterwards.</summary>
    Task WithAsync(Func<IDatabaseProvider, Task> action);
}

/// <summary>Databases in memory.</summary>
public sealed class SqliteGraphs : IGraphDatabases
{
    public async Task WithAsync(Func<IDatabaseProvider, Task> action)
    {
        await using var provider = new SqliteProvider("Data Source=:memory:");
        await action(provider);
    }
}

/// <summary>Databases on the test server. One that is done with is emptied for another: that is faster than a new one.</summary>
public sealed class PostgresGraphs : IGraphDatabases, IAsyncDisposable
{
    private readonly ConcurrentBag<string> _free = [];

    public async Task WithAsync(Func<IDatabaseProvider, Task> action)
    {
        string database = _free.TryTake(out string? free) ? free : await PostgresServer.CreateDatabaseAsync();
        await using (var provider = new NpgsqlProvider(database))
            await action(provider);
        await PostgresServer.ExecuteAsync(database, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        _free.Add(database);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (string database in _free)
            await PostgresServer.DropDatabaseAsync(database);
    }
}
