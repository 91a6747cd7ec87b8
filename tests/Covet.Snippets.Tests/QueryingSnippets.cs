using System.Runtime.CompilerServices;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of docs/guides/querying.md, each in a test that has its question's name.</summary>
/// <param name="databases">The databases.</param>
public abstract class QueryingSnippets(Databases databases) : BlogSnippets(databases)
{
    /// <summary>Whether the database is SQLite.</summary>
    protected bool IsSqlite => Db.Session.Provider.Dialect.SystemName == "sqlite";

    /// <summary>Asserts that the statements of the guide are those that ran; it shows PostgreSQL's.</summary>
    /// <param name="log">What ran.</param>
    /// <param name="test">The test, which has the question's name.</param>
    protected void AssertRan(Recording log, [CallerMemberName] string test = "")
    {
        if (!IsSqlite)
            Guide.Querying.AssertSql(test, [.. log.Statements.Select(statement => statement.Text)]);
    }
}
