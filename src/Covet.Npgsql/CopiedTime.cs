namespace Covet.Infrastructure;

/// <summary>Dates and times as PostgreSQL counts them, and as Npgsql's parameters store them: from the year 2000, the ends of .NET's calendar as infinity.</summary>
internal static class CopiedTime
{
    private static readonly long Epoch = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).Ticks;
    private static readonly int EpochDay = new DateOnly(2000, 1, 1).DayNumber;

    /// <summary>Npgsql's own switch.</summary>
    private static readonly bool HasInfinity = !(AppContext.TryGetSwitch("Npgsql.DisableDateTimeInfinityConversions", out bool isOff) && isOff);

    /// <summary>Microseconds.</summary>
    public static long Of(DateTime value)
    {
        if (HasInfinity && value.Ticks == DateTime.MinValue.Ticks)
            return long.MinValue;
        if (HasInfinity && value.Ticks == DateTime.MaxValue.Ticks)
            return long.MaxValue;
        return (value.Ticks - Epoch) / TimeSpan.TicksPerMicrosecond;
    }

    /// <summary>Days.</summary>
    public static int Of(DateOnly value)
    {
        if (HasInfinity && value == DateOnly.MinValue)
            return int.MinValue;
        if (HasInfinity && value == DateOnly.MaxValue)
            return int.MaxValue;
        return value.DayNumber - EpochDay;
    }
}
