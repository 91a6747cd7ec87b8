using Covet.Testing;

namespace Covet.Snippets.Tests;

public sealed class SqliteSnippets : ProductSnippets
{
    private readonly List<SqliteFile> _files = [];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _files.ForEach(file => file.Dispose());
    }

    protected override Task<IDatabaseProvider> OpenAsync()
    {
        var file = SqliteFiles.Create();
        _files.Add(file);
        return Task.FromResult<IDatabaseProvider>(new SqliteProvider(file.ConnectionString));
    }
}

public sealed class PostgresSnippets : ProductSnippets
{
    private readonly List<string> _databases = [];

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        foreach (string database in _databases)
            await PostgresServer.DropDatabaseAsync(database);
    }

    protected override async Task<IDatabaseProvider> OpenAsync()
    {
        string database = await PostgresServer.CreateDatabaseAsync();
        _databases.Add(database);
        return new NpgsqlProvider(database);
    }
}
