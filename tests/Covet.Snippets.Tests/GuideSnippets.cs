using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Covet.Snippets.Tests;

/// <summary>Snippets of a guide over the small blog, each in a test that has its section's name.</summary>
/// <param name="guide">The guide.</param>
/// <param name="databases">The databases.</param>
public abstract class GuideSnippets(Guide guide, Databases databases) : BlogSnippets(databases)
{
    /// <summary>Whether the database is SQLite.</summary>
    protected bool IsSqlite => Db.Session.Provider.Dialect.SystemName == "sqlite";

    /// <summary>Asserts that the statements of the guide are those that ran; it shows PostgreSQL's.</summary>
    /// <param name="log">What ran.</param>
    /// <param name="test">The test, which has the section's name.</param>
    protected void AssertRan(Recording log, [CallerMemberName] string test = "")
    {
        if (!IsSqlite && guide.Of(test).Sql.Length > 0)
            guide.AssertSql(test, [.. log.Statements.Select(statement => statement.Text)]);
    }

    /// <summary>Asserts what ran, and that the guide shows it: PostgreSQL's statements, and how many of them there are in its last picture.</summary>
    /// <param name="log">What ran.</param>
    /// <param name="statements">How many statements.</param>
    /// <param name="roundTrips">How many round trips.</param>
    /// <param name="test">The test, which has the section's name.</param>
    protected void AssertRan(Recording log, int statements, int roundTrips, [CallerMemberName] string test = "")
    {
        Assert.Equal((statements, roundTrips), (log.Statements.Count, log.RoundTrips));
        AssertRan(log, test);
        if (guide.Of(test).Pictures is [.., var picture])
            AssertPicture(picture, statements, roundTrips);
    }

    /// <summary>Asserts that the section says something.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="test">The test, which has the section's name.</param>
    protected void AssertSays(string text, [CallerMemberName] string test = "") => guide.AssertSays(test, text);

    /// <summary>In a sequence each solid arrow is a round trip; in a flowchart each frame is one, and each box in it a statement.</summary>
    private static void AssertPicture(string picture, int statements, int roundTrips)
    {
        if (picture.StartsWith("sequenceDiagram", StringComparison.Ordinal))
        {
            Assert.Equal(roundTrips, Regex.Count(picture, "[A-Za-z]->>[A-Za-z]"));
            return;
        }
        Assert.Equal(roundTrips, Regex.Count(picture, @"^\s*subgraph ", RegexOptions.Multiline));
        Assert.Equal(statements, Regex.Count(picture, @"^\s*[a-z]+\[", RegexOptions.Multiline));
    }
}
