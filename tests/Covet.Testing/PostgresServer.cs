using System.Collections.Concurrent;
using Npgsql;
using Xunit;

namespace Covet.Testing;

/// <summary>
/// The PostgreSQL server of this test process: started at the first use, stopped when the process ends. In this order: the server that
/// <c>COVET_POSTGRES</c> names (a connection string of a user who may create databases), a throwaway cluster of installed server
/// binaries, a container. Where there is none, a <c>[SkippableFact]</c> is skipped and says why; with <c>COVET_REQUIRE_POSTGRES=1</c> it fails.
/// </summary>
/// <remarks>A skip has to be thrown from a test or its <c>InitializeAsync</c>: xunit reports what a class fixture throws as a failure.</remarks>
public static class PostgresServer
{
    private static readonly string? Given = Environment.GetEnvironmentVariable("COVET_POSTGRES") is { Length: > 0 } given ? given : null;
    private static readonly Lazy<Task<string>> Server = new(() => Task.Run(StartAsync));
    private static readonly ConcurrentDictionary<string, string> Databases = new();

    /// <summary>Creates a database with a name of its own.</summary>
    /// <param name="template">The connection string of another database made here, to be copied with its content.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The connection string of the new database.</returns>
    public static async Task<string> CreateDatabaseAsync(string? template = null, CancellationToken cancellationToken = default)
    {
        var server = await Server.Value.WaitAsync(cancellationToken);
        var name = $"covet_{Environment.ProcessId}_{Guid.NewGuid():N}";
        var copy = template is null ? "" : $" TEMPLATE \"{new NpgsqlConnectionStringBuilder(template).Database}\"";
        await ReleaseAsync(template);
        await ExecuteWhenFreeAsync(server, $"CREATE DATABASE \"{name}\"{copy}", cancellationToken);
        // Pools shrink soon after their test, so that many databases fit under the server's limit of connections.
        var connectionString = new NpgsqlConnectionStringBuilder(server)
        {
            Database = name,
            IncludeErrorDetail = true,
            ConnectionIdleLifetime = 10,
            ConnectionPruningInterval = 5,
        }.ConnectionString;
        Databases[connectionString] = name;
        return connectionString;
    }

    /// <summary>Drops a database that <see cref="CreateDatabaseAsync"/> made, with whatever is still connected to it.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        if (!Databases.TryRemove(connectionString, out var name))
            throw new ArgumentException("Only a database that CreateDatabaseAsync made can be dropped, once.", nameof(connectionString));
        await ReleaseAsync(connectionString);
        await ExecuteAsync(await Server.Value, $"DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)", CancellationToken.None);
    }

    /// <summary>Runs a script of any number of statements.</summary>
    public static async Task ExecuteAsync(string connectionString, string script, CancellationToken cancellationToken = default)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(script, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<string> StartAsync()
    {
        if (Given is not null)
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => DropAll();
            return Given;
        }

        if (PostgresBinaries.Find() is { } binaries)
            return await PostgresCluster.StartAsync(binaries);

        var (server, refusal) = await PostgresContainer.TryStartAsync();
        if (server is not null)
            return server;
        var message = $"""
            No PostgreSQL to test with. Provide one of:
            - COVET_POSTGRES=<connection string> of a running server, with a user who may create databases;
            - the server's binaries (initdb, pg_ctl, postgres) on PATH or in /usr/lib/postgresql/*/bin: apt-get install postgresql;
            - Docker, which answered: {refusal}
            """;
        throw Environment.GetEnvironmentVariable("COVET_REQUIRE_POSTGRES") == "1" ? new InvalidOperationException(message) : new SkipException(message);
    }

    /// <summary>A template is copied only while nobody is connected to it, and a closed connection needs a moment to be gone.</summary>
    private static async Task ExecuteWhenFreeAsync(string server, string statement, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync(server, statement, cancellationToken);
                return;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ObjectInUse && attempt < 50)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    private static async Task ReleaseAsync(string? connectionString)
    {
        if (connectionString is null)
            return;
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    /// <summary>What tests left behind on a server that outlives this process. The other kinds of server vanish as a whole.</summary>
    private static void DropAll()
    {
        foreach (var connectionString in Databases.Keys)
            DropDatabaseAsync(connectionString).Wait(TimeSpan.FromSeconds(5));
    }
}
