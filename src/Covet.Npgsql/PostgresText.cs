using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>What a column holds as text, for messages: also what .NET has no value for, read from PostgreSQL's own bytes.</summary>
internal static class PostgresText
{
    private const int MostBytes = 48;
    private const int NumericNaN = 0xC000;
    private const int NumericInfinity = 0xD000;
    private const int NumericNegativeInfinity = 0xF000;
    private const int NumericNegative = 0x4000;

    public static string? Of(NpgsqlDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal))
            return null;
        string type = reader.GetDataTypeName(ordinal);
        try
        {
            return type switch
            {
                _ when type.StartsWith("numeric", StringComparison.Ordinal) => OfNumeric(reader, ordinal),
                "date" => OfDay(reader.GetInt32(ordinal)),
                _ when type.StartsWith("timestamp", StringComparison.Ordinal) => OfMicroseconds(reader.GetInt64(ordinal)),
                _ when type.StartsWith("time ", StringComparison.Ordinal) => OfTime(reader.GetInt64(ordinal)),
                "interval" => OfInterval(reader.GetFieldValue<NpgsqlInterval>(ordinal)),
                _ => OfValue(reader.GetValue(ordinal)),
            };
        }
        catch (Exception exception) when (exception is InvalidCastException or OverflowException or FormatException or ArgumentException or NotSupportedException)
        {
            return $"a value of type {type}";
        }
    }

    private static string OfValue(object value) => value switch
    {
        byte[] bytes => @"\x" + Convert.ToHexString(bytes.AsSpan(0, Math.Min(bytes.Length, MostBytes))),
        Array { Rank: 1 } items => $"{{{string.Join(",", items.Cast<object?>().Select(item => item is null ? "NULL" : OfValue(item)))}}}",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>Digits of base 10,000, the first of which has a weight; the scale is how many decimal ones are behind the point.</summary>
    private static string OfNumeric(NpgsqlDataReader reader, int ordinal)
    {
        using var stream = reader.GetStream(ordinal);
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        int At(int index) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(2 * index));
        var (count, weight, sign, scale) = (At(0), (short)At(1), At(2), At(3));
        switch (sign)
        {
            case NumericNaN:
                return "NaN";
            case NumericInfinity:
                return "Infinity";
            case NumericNegativeInfinity:
                return "-Infinity";
        }
        var text = new StringBuilder(sign == NumericNegative ? "-" : "");
        for (int place = Math.Max((int)weight, 0); place >= 0; place--)
            text.Append(Digit(place).ToString(text.Length is 0 || (text.Length == 1 && text[0] == '-') ? "0" : "0000", CultureInfo.InvariantCulture));
        if (scale == 0)
            return text.ToString();
        int point = text.Length;
        for (int place = -1; text.Length - point < scale; place--)
            text.Append(Digit(place).ToString("0000", CultureInfo.InvariantCulture));
        return text.ToString(0, point + scale).Insert(point, ".");

        int Digit(int place) => weight - place is >= 0 and var index && index < count ? At(4 + index) : 0;
    }

    private static string OfInterval(NpgsqlInterval interval) => string.Create(
        CultureInfo.InvariantCulture, $"{interval.Months} months {interval.Days} days {OfTime(interval.Time)}");

    private static string OfTime(long microseconds)
    {
        long rest = Math.Abs(microseconds % TimeSpan.MicrosecondsPerSecond);
        var (hours, seconds) = Math.DivRem(Math.Abs(microseconds / TimeSpan.MicrosecondsPerSecond), 3600L);
        return string.Create(CultureInfo.InvariantCulture, $"{(microseconds < 0 ? "-" : "")}{hours:00}:{seconds / 60:00}:{seconds % 60:00}{(rest == 0 ? "" : $".{rest:000000}")}");
    }

    private static string OfMicroseconds(long microseconds)
    {
        if (microseconds is long.MaxValue or long.MinValue)
            return microseconds < 0 ? "-infinity" : "infinity";
        long days = Math.DivRem(microseconds, TimeSpan.MicrosecondsPerDay, out long time);
        return time < 0 ? $"{OfDay(days - 1, OfTime(time + TimeSpan.MicrosecondsPerDay))}" : OfDay(days, OfTime(time));
    }

    /// <summary>A day since 2000-01-01 in the Gregorian calendar, whatever the year: counted in cycles of 400 years, each of which begins in March.</summary>
    private static string OfDay(long day, string? time = null)
    {
        if (time is null && day is int.MaxValue or int.MinValue)
            return day < 0 ? "-infinity" : "infinity";
        const int DaysPerCycle = 146_097;
        const int DaysFromMarchOfYearZero = 730_425;
        long shifted = day + DaysFromMarchOfYearZero;
        long cycle = (shifted >= 0 ? shifted : shifted - (DaysPerCycle - 1)) / DaysPerCycle;
        int dayOfCycle = (int)(shifted - (cycle * DaysPerCycle));
        int yearOfCycle = (dayOfCycle - (dayOfCycle / 1460) + (dayOfCycle / 36_524) - (dayOfCycle / 146_096)) / 365;
        int dayOfYear = dayOfCycle - ((365 * yearOfCycle) + (yearOfCycle / 4) - (yearOfCycle / 100));
        int shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
        long year = yearOfCycle + (cycle * 400) + (month <= 2 ? 1 : 0);
        string date = string.Create(CultureInfo.InvariantCulture, $"{(year > 0 ? year : 1 - year):0000}-{month:00}-{dayOfYear - (((153 * shiftedMonth) + 2) / 5) + 1:00}");
        return date + (time is null ? "" : " " + time) + (year > 0 ? "" : " BC");
    }
}
