using Covet.Testing;
using Xunit.Sdk;

namespace Covet.Differential.Tests;

/// <summary>One office, in memory and on each database.</summary>
public sealed class OfficeDatabases : IAsyncDisposable
{
    private readonly Office _office;
    private readonly SqliteFile _file;
    private readonly OfficeDb _sqlite;
    private readonly string _connectionString;
    private readonly OfficeDb _postgres;

    private OfficeDatabases(Office office, SqliteFile file, OfficeDb sqlite, string connectionString, OfficeDb postgres)
        => (_office, _file, _sqlite, _connectionString, _postgres) = (office, file, sqlite, connectionString, postgres);

    public static async Task<OfficeDatabases> OpenAsync(Office office)
    {
        string connectionString = await PostgresServer.CreateDatabaseAsync();
        var file = SqliteFiles.Create();
        return new OfficeDatabases(
            office, file, await office.StoreAsync(new SqliteProvider(file.ConnectionString)), connectionString, await office.StoreAsync(new NpgsqlProvider(connectionString)));
    }

    /// <summary>Asserts that all three give the same answer.</summary>
    public async Task CompareAsync(Question question)
    {
        var expected = Asking.Of(_office, question.Answer);
        foreach (var db in (OfficeDb[])[_sqlite, _postgres])
        {
            var actual = await Asking.Of(db, question.Ask);
            if (!expected.SequenceEqual(actual))
                throw new XunitException($"{db.Session.Provider.GetType().Name} gives\n  {string.Join("\n  ", actual)}\nand memory\n  {string.Join("\n  ", expected)}");
        }
    }

    /// <summary>Asserts that every row meets either the condition or its negation.</summary>
    public async Task ShareOutAsync(DualCondition condition)
    {
        foreach (var db in (OfficeDb[])[_sqlite, _postgres])
        {
            var rows = await Asking.Of(db, _ => db.People.Where(condition.Sql).Select(p => p.Id)).ToListAsync();
            var others = await Asking.Of(db, _ => db.People.Where(p => !condition.Sql(p)).Select(p => p.Id)).ToListAsync();
            Assert.Equal(_office.People.Select(p => p.Id), rows.Concat(others).Order());
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _sqlite.DisposeAsync();
        await _postgres.DisposeAsync();
        _file.Dispose();
        await PostgresServer.DropDatabaseAsync(_connectionString);
    }
}
