using Covet.Testing;

namespace Covet.Snippets.Tests;

/// <summary>Databases of one kind, dropped together.</summary>
public abstract class Databases
{
    /// <summary>Makes a new database.</summary>
    public abstract Task<IDatabaseProvider> OpenAsync();

    /// <summary>Drops what was made.</summary>
    public abstract Task DropAsync();
}

public sealed class SqliteDatabases : Databases
{
    private readonly List<SqliteFile> _files = [];

    public override Task<IDatabaseProvider> OpenAsync()
    {
        var file = SqliteFiles.Create();
        _files.Add(file);
        return Task.FromResult<IDatabaseProvider>(new SqliteProvider(file.ConnectionString));
    }

    public override Task DropAsync()
    {
        _files.ForEach(file => file.Dispose());
        return Task.CompletedTask;
    }
}

public sealed class PostgresDatabases : Databases
{
    private readonly List<string> _databases = [];

    public override async Task<IDatabaseProvider> OpenAsync()
    {
        string database = await PostgresServer.CreateDatabaseAsync();
        _databases.Add(database);
        return new NpgsqlProvider(database);
    }

    public override async Task DropAsync()
    {
        foreach (string database in _databases)
            await PostgresServer.DropDatabaseAsync(database);
    }
}

public sealed class SqliteProductSnippets() : ProductSnippets(new SqliteDatabases());

public sealed class PostgresProductSnippets() : ProductSnippets(new PostgresDatabases());

public sealed class SqliteTourSnippets() : TourSnippets(new SqliteDatabases());

public sealed class PostgresTourSnippets() : TourSnippets(new PostgresDatabases());
