using System.Collections.Concurrent;
using Covet.Specification;
using Covet.Testing;

namespace Covet.Npgsql.Tests;

/// <summary>A database of its own on the test server. One that a test is done with is emptied for another: that is faster than a new one.</summary>
public sealed class PostgresFixture : ProviderFixture
{
    private static readonly ConcurrentBag<string> Free = [];

    /// <summary>The connection string of the database.</summary>
    public string ConnectionString { get; private set; } = "";

    protected override async Task<IDatabaseProvider> CreateAsync()
    {
        ConnectionString = Free.TryTake(out string? free) ? free : await PostgresServer.CreateDatabaseAsync();
        return new NpgsqlProvider(ConnectionString);
    }

    protected override async Task DropAsync()
    {
        await PostgresServer.ExecuteAsync(ConnectionString, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        Free.Add(ConnectionString);
    }
}
