namespace Blog.Rendering;

/// <summary>Text on the console, with colours only where somebody looks at it and has not declined them (no-color.org).</summary>
internal static class Terminal
{
    private static readonly bool HasColours =
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Heading(string text) => Console.WriteLine($"\n{Bold(text)}\n{new string('-', text.Length)}");

    public static void Line(string text) => Console.WriteLine(text);

    public static string Bold(string text) => Paint(text, "1");

    public static string Dim(string text) => Paint(text, "2");

    public static string Green(string text) => Paint(text, "32");

    /// <summary>Cuts what does not fit, and says so by three dots.</summary>
    public static string Shorten(string text, int length) => text.Length <= length ? text : $"{text[..(length - 3)]}...";

    /// <summary>Columns as wide as their widest cell; the first row is the heading.</summary>
    public static void Table(params IReadOnlyList<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var line = string.Join("  ", rows[i].Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd();
            Line($"  {(i == 0 ? Bold(line) : line)}");
        }
    }

    private static string Paint(string text, string code) => HasColours ? $"\e[{code}m{text}\e[0m" : text;
}
