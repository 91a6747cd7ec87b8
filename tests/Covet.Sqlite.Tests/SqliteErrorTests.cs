using Blog;
using Covet.Specification;
using Microsoft.Data.Sqlite;

namespace Covet.Sqlite.Tests;

/// <summary>The suite, and what only SQLite says.</summary>
public sealed class SqliteErrorTests : ErrorSuite
{
    private readonly SqliteFixture _fixture;

    public SqliteErrorTests() : this(new SqliteFixture())
    {
    }

    private SqliteErrorTests(SqliteFixture fixture) : base(fixture) => _fixture = fixture;

    protected override bool NamesForeignKeys => false;

    [SkippableFact]
    public async Task A_unique_index_over_an_expression_is_named_by_SQLite()
    {
        await Db.ExecuteAsync($"CREATE UNIQUE INDEX ix_lower ON tags (lower(name))");
        var violation = await Assert.ThrowsAsync<UniqueViolationException>(() => Db.Tags.InsertAsync(new Tag { Name = "ORM" }));
        Assert.Equal("ix_lower", violation.Constraint);
        Assert.Empty(violation.Columns);
    }

    [SkippableFact]
    public async Task A_lock_timeout_keeps_the_likely_cause()
    {
        await using var provider = CreateImpatient();
        await Db.TransactionAsync(async tx =>
        {
            await tx.Tags.InsertAsync(new Tag { Name = "held" });
            var timeout = await Assert.ThrowsAsync<LockTimeoutException>(() => new BlogDb(provider).TransactionAsync(_ => Task.CompletedTask));
            Assert.Contains("write through tx, and through instances that tx loaded", timeout.Message, StringComparison.Ordinal);
            Assert.Equal(5, Assert.IsType<SqliteException>(timeout.InnerException).SqliteErrorCode);
        });
    }

    protected override IDatabaseProvider CreateImpatient() => new SqliteProvider(_fixture.ConnectionString + ";Default Timeout=1");

    protected override IDatabaseProvider CreateUnreachable() => new SqliteProvider("Data Source=no/such/folder/blog.db");
}
