using System.Buffers.Text;

namespace Covet.Infrastructure;

/// <summary>Reads values from UTF-8 text, in the forms that Covet, SQLite's own functions and other programs write.</summary>
internal static class SqliteText
{
    public const long LeastMicroseconds = long.MinValue / TimeSpan.TicksPerMicrosecond;
    public const long MostMicroseconds = long.MaxValue / TimeSpan.TicksPerMicrosecond;

    public static bool TryParseGuid(ReadOnlySpan<byte> text, out Guid value)
        => Utf8Parser.TryParse(text, out value, out int length, 'D') && length == text.Length;

    public static bool TryParseDate(ReadOnlySpan<byte> text, out DateOnly value)
    {
        value = default;
        if (!TryTakeDate(ref text, out var date) || (text.Length > 0 && !TryTakeMidnight(text)))
            return false;
        value = DateOnly.FromDateTime(date);
        return true;
    }

    public static bool TryParseTime(ReadOnlySpan<byte> text, out TimeOnly value)
    {
        value = default;
        if (!TryTakeTime(ref text, out long ticks) || text.Length > 0)
            return false;
        value = new TimeOnly(ticks);
        return true;
    }

    /// <summary>Reads a date, with a time after a blank or a T, with <c>Z</c> or an offset.</summary>
    public static bool TryParseDateTime(ReadOnlySpan<byte> text, out DateTime value, out TimeSpan? offset)
    {
        offset = null;
        if (!TryTakeDate(ref text, out value))
            return false;
        if (text.Length == 0)
            return true;
        if (text[0] is not ((byte)' ' or (byte)'T'))
            return false;
        text = text[1..];
        if (!TryTakeTime(ref text, out long ticks))
            return false;
        value = value.AddTicks(ticks);
        return text.Length == 0 || TryParseOffset(text, out offset);
    }

    /// <summary>Reads an instant; without an offset it is UTC, as Covet writes it.</summary>
    public static bool TryParseInstant(ReadOnlySpan<byte> text, out DateTimeOffset value)
    {
        value = default;
        if (!TryParseDateTime(text, out var clock, out var offset))
            return false;
        long ticks = clock.Ticks - (offset ?? default).Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
            return false;
        value = new DateTimeOffset(ticks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Reads <c>[-][d.]hh:mm:ss[.fffffff]</c>.</summary>
    public static bool TryParseDuration(ReadOnlySpan<byte> text, out TimeSpan value)
        => Utf8Parser.TryParse(text, out value, out int length, 'c') && length == text.Length;

    private static bool TryTakeDate(ref ReadOnlySpan<byte> text, out DateTime value)
    {
        value = default;
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
            return false;
        int year = (Two(text) * 100) + Two(text[2..]);
        int month = Two(text[5..]);
        int day = Two(text[8..]);
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        value = new DateTime(year, month, day);
        text = text[10..];
        return true;
    }

    /// <summary>Takes hh:mm[:ss[.f...]] as ticks of the day.</summary>
    private static bool TryTakeTime(ref ReadOnlySpan<byte> text, out long ticks)
    {
        ticks = 0;
        if (text.Length < 5 || text[2] != ':')
            return false;
        int hour = Two(text);
        int minute = Two(text[3..]);
        int second = 0;
        text = text[5..];
        if (text.Length >= 3 && text[0] == ':')
        {
            second = Two(text[1..]);
            text = text[3..];
            if (text.Length > 0 && text[0] == '.' && !TryTakeFraction(ref text, out ticks))
                return false;
        }
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
            return false;
        ticks += (((hour * 60L) + minute) * 60L + second) * TimeSpan.TicksPerSecond;
        return true;
    }

    private static bool TryTakeFraction(ref ReadOnlySpan<byte> text, out long ticks)
    {
        const int TickDigits = 7;
        ticks = 0;
        int digits = 0;
        text = text[1..];
        while (digits < TickDigits && digits < text.Length && text[digits] is >= (byte)'0' and <= (byte)'9')
            ticks = (ticks * 10) + (text[digits++] - '0');
        if (digits == 0)
            return false;
        text = text[digits..];
        for (; digits < TickDigits; digits++)
            ticks *= 10;
        return true;
    }

    private static bool TryTakeMidnight(ReadOnlySpan<byte> text)
        => text[0] is (byte)' ' or (byte)'T' && TryTakeTimeAfter(text[1..]);

    private static bool TryTakeTimeAfter(ReadOnlySpan<byte> text) => TryTakeTime(ref text, out long ticks) && ticks == 0 && text.Length == 0;

    /// <summary>Reads <c>Z</c>, <c>+hh:mm</c>, <c>+hhmm</c> or <c>+hh</c>.</summary>
    private static bool TryParseOffset(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        if (text is [(byte)'Z' or (byte)'z'])
        {
            offset = TimeSpan.Zero;
            return true;
        }
        if (text.Length is not (3 or 5 or 6) || text[0] is not ((byte)'+' or (byte)'-') || (text.Length == 6 && text[3] != ':'))
            return false;
        int hours = Two(text[1..]);
        int minutes = text.Length == 3 ? 0 : Two(text[^2..]);
        if (hours is < 0 or > 18 || minutes is < 0 or > 59)
            return false;
        var size = new TimeSpan(hours, minutes, 0);
        offset = text[0] == '-' ? -size : size;
        return true;
    }

    /// <summary>Two digits; something far below zero when they aren't.</summary>
    private static int Two(ReadOnlySpan<byte> text)
    {
        int tens = text[0] - '0';
        int ones = text[1] - '0';
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : -10_000;
    }
}
