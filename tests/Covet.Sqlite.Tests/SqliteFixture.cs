using Covet.Specification;
using Covet.Testing;

namespace Covet.Sqlite.Tests;

/// <summary>A database file of its own.</summary>
public sealed class SqliteFixture : ProviderFixture
{
    private SqliteFile? _file;

    /// <summary>The connection string of the database.</summary>
    public string ConnectionString => _file?.ConnectionString ?? "";

    protected override Task<IDatabaseProvider> CreateAsync()
    {
        _file = SqliteFiles.Create();
        return Task.FromResult<IDatabaseProvider>(new SqliteProvider(_file.ConnectionString));
    }

    protected override Task DropAsync()
    {
        _file?.Dispose();
        return Task.CompletedTask;
    }
}

/// <summary>A database in memory.</summary>
public sealed class SqliteMemoryFixture : ProviderFixture
{
    protected override Task<IDatabaseProvider> CreateAsync() => Task.FromResult<IDatabaseProvider>(new SqliteProvider("Data Source=:memory:"));

    protected override Task DropAsync() => Task.CompletedTask;
}
