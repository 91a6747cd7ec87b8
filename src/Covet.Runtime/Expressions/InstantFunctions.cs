using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// Functions of instants. NULL in, NULL out. The parts are those in UTC, whatever the time zone of the session or the machine; sums are made in UTC too,
/// so a day always has 24 hours.
/// </summary>
public static class InstantFunctions
{
    extension(Expr<DateTimeOffset> instant)
    {
        /// <summary>The year.</summary>
        public Expr<int> Year => new FunctionCall<int>(ScalarFunction.Year, TimeParts.Utc(instant));

        /// <summary>The month, 1 to 12.</summary>
        public Expr<int> Month => new FunctionCall<int>(ScalarFunction.Month, TimeParts.Utc(instant));

        /// <summary>The day of the month, from 1.</summary>
        public Expr<int> Day => new FunctionCall<int>(ScalarFunction.Day, TimeParts.Utc(instant));

        /// <summary>The day of the year, from 1.</summary>
        public Expr<int> DayOfYear => new FunctionCall<int>(ScalarFunction.DayOfYear, TimeParts.Utc(instant));

        /// <summary>The day of the week.</summary>
        public Expr<DayOfWeek> DayOfWeek => TimeParts.DayOfWeek(TimeParts.Utc(instant));

        /// <summary>The date, without the time.</summary>
        public Expr<DateOnly> Date => new FunctionCall<DateOnly>(ScalarFunction.Date, TimeParts.Utc(instant));

        /// <summary>The hour, 0 to 23.</summary>
        public Expr<int> Hour => new FunctionCall<int>(ScalarFunction.Hour, TimeParts.Utc(instant));

        /// <summary>The minute, 0 to 59.</summary>
        public Expr<int> Minute => new FunctionCall<int>(ScalarFunction.Minute, TimeParts.Utc(instant));

        /// <summary>The whole second, 0 to 59; its fraction is cut off.</summary>
        public Expr<int> Second => new FunctionCall<int>(ScalarFunction.Second, TimeParts.Utc(instant));

        /// <summary>So many years later, or earlier; 29 February becomes the 28th where the year has none.</summary>
        public Expr<DateTimeOffset> AddYears(Expr<int> years) => TimeParts.Instant<DateTimeOffset>(ScalarFunction.AddYears, instant, Arguments.Given(years));

        /// <summary>So many months later, or earlier; at most the month's last day, as in C#.</summary>
        public Expr<DateTimeOffset> AddMonths(Expr<int> months) => TimeParts.Instant<DateTimeOffset>(ScalarFunction.AddMonths, instant, Arguments.Given(months));

        /// <summary>So many days later, or earlier.</summary>
        public Expr<DateTimeOffset> AddDays(Expr<int> days) => TimeParts.Instant<DateTimeOffset>(ScalarFunction.AddDays, instant, Arguments.Given(days));

        /// <summary>So many hours later, or earlier.</summary>
        public Expr<DateTimeOffset> AddHours(Expr<int> hours) => TimeParts.Instant<DateTimeOffset>(ScalarFunction.AddHours, instant, Arguments.Given(hours));

        /// <summary>So many minutes later, or earlier.</summary>
        public Expr<DateTimeOffset> AddMinutes(Expr<int> minutes) => TimeParts.Instant<DateTimeOffset>(ScalarFunction.AddMinutes, instant, Arguments.Given(minutes));

        /// <summary>So many seconds later, or earlier.</summary>
        public Expr<DateTimeOffset> AddSeconds(Expr<int> seconds) => TimeParts.Instant<DateTimeOffset>(ScalarFunction.AddSeconds, instant, Arguments.Given(seconds));
    }

    extension(Expr<DateTimeOffset?> instant)
    {
        /// <summary>The year.</summary>
        public Expr<int?> Year => new FunctionCall<int?>(ScalarFunction.Year, TimeParts.Utc(instant));

        /// <summary>The month, 1 to 12.</summary>
        public Expr<int?> Month => new FunctionCall<int?>(ScalarFunction.Month, TimeParts.Utc(instant));

        /// <summary>The day of the month, from 1.</summary>
        public Expr<int?> Day => new FunctionCall<int?>(ScalarFunction.Day, TimeParts.Utc(instant));

        /// <summary>The day of the year, from 1.</summary>
        public Expr<int?> DayOfYear => new FunctionCall<int?>(ScalarFunction.DayOfYear, TimeParts.Utc(instant));

        /// <summary>The day of the week.</summary>
        public Expr<DayOfWeek?> DayOfWeek => TimeParts.DayOfWeekOrNull(TimeParts.Utc(instant));

        /// <summary>The date, without the time.</summary>
        public Expr<DateOnly?> Date => new FunctionCall<DateOnly?>(ScalarFunction.Date, TimeParts.Utc(instant));

        /// <summary>The hour, 0 to 23.</summary>
        public Expr<int?> Hour => new FunctionCall<int?>(ScalarFunction.Hour, TimeParts.Utc(instant));

        /// <summary>The minute, 0 to 59.</summary>
        public Expr<int?> Minute => new FunctionCall<int?>(ScalarFunction.Minute, TimeParts.Utc(instant));

        /// <summary>The whole second, 0 to 59; its fraction is cut off.</summary>
        public Expr<int?> Second => new FunctionCall<int?>(ScalarFunction.Second, TimeParts.Utc(instant));

        /// <summary>So many years later, or earlier; 29 February becomes the 28th where the year has none.</summary>
        public Expr<DateTimeOffset?> AddYears(Expr<int> years) => TimeParts.Instant<DateTimeOffset?>(ScalarFunction.AddYears, instant, Arguments.Given(years));

        /// <summary>So many months later, or earlier; at most the month's last day, as in C#.</summary>
        public Expr<DateTimeOffset?> AddMonths(Expr<int> months) => TimeParts.Instant<DateTimeOffset?>(ScalarFunction.AddMonths, instant, Arguments.Given(months));

        /// <summary>So many days later, or earlier.</summary>
        public Expr<DateTimeOffset?> AddDays(Expr<int> days) => TimeParts.Instant<DateTimeOffset?>(ScalarFunction.AddDays, instant, Arguments.Given(days));

        /// <summary>So many hours later, or earlier.</summary>
        public Expr<DateTimeOffset?> AddHours(Expr<int> hours) => TimeParts.Instant<DateTimeOffset?>(ScalarFunction.AddHours, instant, Arguments.Given(hours));

        /// <summary>So many minutes later, or earlier.</summary>
        public Expr<DateTimeOffset?> AddMinutes(Expr<int> minutes) => TimeParts.Instant<DateTimeOffset?>(ScalarFunction.AddMinutes, instant, Arguments.Given(minutes));

        /// <summary>So many seconds later, or earlier.</summary>
        public Expr<DateTimeOffset?> AddSeconds(Expr<int> seconds) => TimeParts.Instant<DateTimeOffset?>(ScalarFunction.AddSeconds, instant, Arguments.Given(seconds));
    }
}
