using System.Diagnostics;

namespace Blog.Pages;

/// <summary>One way of reading the page: what it showed and what it cost.</summary>
internal sealed record PageReading(string Title, IReadOnlyList<string> Lines, IReadOnlyList<string> Statements, int RoundTrips, TimeSpan Time)
{
    /// <summary>Reads the page twice and measures the second time, when everything is compiled and the connection is open.</summary>
    public static async Task<PageReading> MeasureAsync(string title, BlogDb db, Func<Task<List<string>>> readAsync)
    {
        await readAsync();
        using var log = db.Record();
        var clock = Stopwatch.StartNew();
        var lines = await readAsync();
        return new PageReading(title, lines, [.. log.Statements.Select(s => s.Text)], log.RoundTrips, clock.Elapsed);
    }
}
