namespace Covet.Infrastructure;

/// <summary>A function of one row's values that dialects spell differently. The arguments are named in their order.</summary>
public enum ScalarFunction
{
    /// <summary>A number, or 0 where it is less.</summary>
    NotNegative,

    /// <summary>A position counted from 1, of one counted from 0; a negative one counts as 0.</summary>
    Position,

    /// <summary>A text's characters from a position on, the first being 1.</summary>
    SubstringFrom,

    /// <summary>A text's characters from a position on, the first being 1: at most so many.</summary>
    Substring,

    /// <summary>Where a part begins in a text, the first place being 0; -1 where it doesn't occur.</summary>
    IndexOf,

    /// <summary>A text matches a pattern with <c>%</c> and <c>_</c>, by its exact characters.</summary>
    Like,

    /// <summary>A text matches a pattern with <c>%</c> and <c>_</c>, whatever the case of its letters.</summary>
    LikeIgnoringCase,

    /// <summary>A text matches a regular expression.</summary>
    Matches,

    /// <summary>A number without its sign.</summary>
    Absolute,

    /// <summary>A decimal without its sign.</summary>
    AbsoluteDecimal,

    /// <summary>A double rounded to so many digits, halves away from zero.</summary>
    RoundDouble,

    /// <summary>A decimal rounded to so many digits, halves away from zero.</summary>
    RoundDecimal,

    /// <summary>The greatest whole double that isn't greater.</summary>
    FloorDouble,

    /// <summary>The greatest whole decimal that isn't greater.</summary>
    FloorDecimal,

    /// <summary>The smallest whole double that isn't less.</summary>
    CeilingDouble,

    /// <summary>The smallest whole decimal that isn't less.</summary>
    CeilingDecimal,

    /// <summary>The date and time that an instant has in UTC.</summary>
    ToUtc,

    /// <summary>The instant of a date and time in UTC.</summary>
    FromUtc,

    /// <summary>The date of a date and time.</summary>
    Date,

    /// <summary>The year of a date.</summary>
    Year,

    /// <summary>The month of a date.</summary>
    Month,

    /// <summary>The day of a date's month.</summary>
    Day,

    /// <summary>The day of a date's year.</summary>
    DayOfYear,

    /// <summary>The day of a date's week, Sunday being 0.</summary>
    DayOfWeek,

    /// <summary>The days since 1 January of year 1.</summary>
    DayNumber,

    /// <summary>The hour of a date and time.</summary>
    Hour,

    /// <summary>The minute of a date and time.</summary>
    Minute,

    /// <summary>The whole second of a date and time.</summary>
    Second,

    /// <summary>The hour of a time of day.</summary>
    HourOfTime,

    /// <summary>The minute of a time of day.</summary>
    MinuteOfTime,

    /// <summary>The whole second of a time of day.</summary>
    SecondOfTime,

    /// <summary>A date and time that is later by a duration.</summary>
    AddDuration,

    /// <summary>A date and time that is earlier by a duration.</summary>
    SubtractDuration,

    /// <summary>The duration from the second date and time to the first.</summary>
    Elapsed,

    /// <summary>A date and time that is later by so many years.</summary>
    AddYears,

    /// <summary>A date and time that is later by so many months.</summary>
    AddMonths,

    /// <summary>A date and time that is later by so many days.</summary>
    AddDays,

    /// <summary>A date and time that is later by so many hours.</summary>
    AddHours,

    /// <summary>A date and time that is later by so many minutes.</summary>
    AddMinutes,

    /// <summary>A date and time that is later by so many seconds.</summary>
    AddSeconds,

    /// <summary>The instant at which the statement runs.</summary>
    Now,

    /// <summary>An array holds a value.</summary>
    ArrayContains,

    /// <summary>The number of an array's elements.</summary>
    ArrayLength,
}

/// <summary>What is known of functions whatever the dialect.</summary>
internal static class ScalarFunctions
{
    extension(ScalarFunction function)
    {
        /// <summary>Whether a dialect spells it with an operator, so that it must stand in parentheses as an operand.</summary>
        public bool IsCompound => function is ScalarFunction.IndexOf or ScalarFunction.Like or ScalarFunction.LikeIgnoringCase or ScalarFunction.Matches
            or ScalarFunction.ToUtc or ScalarFunction.FromUtc or ScalarFunction.DayNumber or ScalarFunction.AddDuration or ScalarFunction.SubtractDuration
            or ScalarFunction.Elapsed or (>= ScalarFunction.AddYears and <= ScalarFunction.AddSeconds) or ScalarFunction.ArrayContains;
    }
}
