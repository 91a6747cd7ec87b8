using System.Collections.Concurrent;
using Covet.Specification;
using Covet.Testing;

namespace Covet.Npgsql.Tests;

/// <summary>A database of its own on the test server. One that a test is done with is emptied for another: that is faster than a new one.</summary>
public sealed class PostgresFixture : ProviderFixture
{
    /// <summary>Drops every schema, since models may name schemas of their own.</summary>
    private const string Empty = """
        DO $$
        DECLARE name text;
        BEGIN
            FOR name IN SELECT nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%' AND nspname <> 'information_schema' LOOP
                EXECUTE format('DROP SCHEMA %I CASCADE', name);
            END LOOP;
            CREATE SCHEMA public;
        END $$
        """;

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
        await PostgresServer.ExecuteAsync(ConnectionString, Empty);
        Free.Add(ConnectionString);
    }
}
