using System.Globalization;
using System.Text.RegularExpressions;
using Blog.Pages;
using Covet;

namespace Blog.Rendering;

/// <summary>What the sample has to show, as text.</summary>
internal static partial class Report
{
    private const int SqlLength = 130;

    public static void Page(PageReading reading)
    {
        Terminal.Heading("The page: ten authors, their three newest posts, tags and comments");
        foreach (var line in reading.Lines.Take(12))
            Terminal.Line($"  {Terminal.Shorten(line, SqlLength)}");
        Terminal.Line(Terminal.Dim($"  ... {reading.Lines.Count - 12} lines more"));
    }

    /// <summary>The distinct statements in the order of their first run, each with the number of its runs.</summary>
    public static void Reading(PageReading reading)
    {
        Terminal.Heading(reading.Title);
        foreach (var statement in reading.Statements.CountBy(text => text))
            Terminal.Line($"  {statement.Value,4} x  {Terminal.Dim(Terminal.Shorten(Blanks().Replace(statement.Key, " ").Trim(), SqlLength))}");
        Terminal.Line(Terminal.Green($"  {reading.Statements.Count} statements, {reading.RoundTrips} round trips, {Milliseconds(reading)} ms"));
    }

    public static void Summary(params IReadOnlyList<PageReading> readings)
    {
        Terminal.Heading("The same page, three times");
        Terminal.Table([
            ["", "statements", "round trips", "ms"],
            .. readings.Select(r => new[] { r.Title, $"{r.Statements.Count,10}", $"{r.RoundTrips,11}", Milliseconds(r) }),
        ]);
    }

    public static void Registry(IReadOnlyList<ReverseRelation> relations)
    {
        Terminal.Heading("RelationRegistry.For<User>(): who points to a user");
        Terminal.Table([
            ["related model", "field", "type", "accessor"],
            .. relations.Select(r => new[] { r.RelatedModel.Name, r.RelatedField, $"{r.Type}", r.RelatedName }),
        ]);
    }

    private static string Milliseconds(PageReading reading) => reading.Time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
