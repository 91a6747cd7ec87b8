using System.Globalization;
using System.Text;

namespace Covet.Infrastructure;

/// <summary>Reckons with dates and times in SQLite, where they are texts; to the microsecond. Results have the one form that Covet stores.</summary>
internal static class SqliteTime
{
    public static string Now() => ToText(DateTime.UtcNow);

    public static string Add(ReadOnlySpan<byte> time, long microseconds)
        => ToText(new DateTime(checked(Parse(time).Ticks + (microseconds * TimeSpan.TicksPerMicrosecond))));

    public static string AddMonths(ReadOnlySpan<byte> time, long months) => ToText(Parse(time).AddMonths(checked((int)months)));

    public static long Elapsed(ReadOnlySpan<byte> later, ReadOnlySpan<byte> earlier)
        => (Parse(later).Ticks - Parse(earlier).Ticks) / TimeSpan.TicksPerMicrosecond;

    private static DateTime Parse(ReadOnlySpan<byte> text)
    {
        if (!SqliteText.TryParseDateTime(text, out var time, out var offset))
            throw new FormatException($"'{Encoding.UTF8.GetString(text)}' is not a date and time.");
        // Only what another program wrote has an offset.
        time -= offset ?? TimeSpan.Zero;
        return time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private static string ToText(DateTime time) => time.ToString(SqliteValue.DateTimeFormat, CultureInfo.InvariantCulture);
}
