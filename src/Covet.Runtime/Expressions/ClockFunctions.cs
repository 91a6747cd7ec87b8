using Covet.Infrastructure;

namespace Covet;

/// <summary>Functions of dates and times without time zone. NULL in, NULL out.</summary>
public static class ClockFunctions
{
    extension(Expr<DateTime> time)
    {
        /// <summary>The year.</summary>
        public Expr<int> Year => new FunctionCall<int>(ScalarFunction.Year, Arguments.Given(time));

        /// <summary>The month, 1 to 12.</summary>
        public Expr<int> Month => new FunctionCall<int>(ScalarFunction.Month, Arguments.Given(time));

        /// <summary>The day of the month, from 1.</summary>
        public Expr<int> Day => new FunctionCall<int>(ScalarFunction.Day, Arguments.Given(time));

        /// <summary>The day of the year, from 1.</summary>
        public Expr<int> DayOfYear => new FunctionCall<int>(ScalarFunction.DayOfYear, Arguments.Given(time));

        /// <summary>The day of the week.</summary>
        public Expr<DayOfWeek> DayOfWeek => TimeParts.DayOfWeek(Arguments.Given(time));

        /// <summary>The date, without the time.</summary>
        public Expr<DateOnly> Date => new FunctionCall<DateOnly>(ScalarFunction.Date, Arguments.Given(time));

        /// <summary>The hour, 0 to 23.</summary>
        public Expr<int> Hour => new FunctionCall<int>(ScalarFunction.Hour, Arguments.Given(time));

        /// <summary>The minute, 0 to 59.</summary>
        public Expr<int> Minute => new FunctionCall<int>(ScalarFunction.Minute, Arguments.Given(time));

        /// <summary>The whole second, 0 to 59; its fraction is cut off.</summary>
        public Expr<int> Second => new FunctionCall<int>(ScalarFunction.Second, Arguments.Given(time));

        /// <summary>So many years later, or earlier; 29 February becomes the 28th where the year has none.</summary>
        public Expr<DateTime> AddYears(Expr<int> years) => new FunctionCall<DateTime>(ScalarFunction.AddYears, Arguments.Given(time), Arguments.Given(years));

        /// <summary>So many months later, or earlier; at most the month's last day, as in C#.</summary>
        public Expr<DateTime> AddMonths(Expr<int> months) => new FunctionCall<DateTime>(ScalarFunction.AddMonths, Arguments.Given(time), Arguments.Given(months));

        /// <summary>So many days later, or earlier.</summary>
        public Expr<DateTime> AddDays(Expr<int> days) => new FunctionCall<DateTime>(ScalarFunction.AddDays, Arguments.Given(time), Arguments.Given(days));

        /// <summary>So many hours later, or earlier.</summary>
        public Expr<DateTime> AddHours(Expr<int> hours) => new FunctionCall<DateTime>(ScalarFunction.AddHours, Arguments.Given(time), Arguments.Given(hours));

        /// <summary>So many minutes later, or earlier.</summary>
        public Expr<DateTime> AddMinutes(Expr<int> minutes) => new FunctionCall<DateTime>(ScalarFunction.AddMinutes, Arguments.Given(time), Arguments.Given(minutes));

        /// <summary>So many seconds later, or earlier.</summary>
        public Expr<DateTime> AddSeconds(Expr<int> seconds) => new FunctionCall<DateTime>(ScalarFunction.AddSeconds, Arguments.Given(time), Arguments.Given(seconds));
    }

    extension(Expr<DateTime?> time)
    {
        /// <summary>The year.</summary>
        public Expr<int?> Year => new FunctionCall<int?>(ScalarFunction.Year, Arguments.Given(time));

        /// <summary>The month, 1 to 12.</summary>
        public Expr<int?> Month => new FunctionCall<int?>(ScalarFunction.Month, Arguments.Given(time));

        /// <summary>The day of the month, from 1.</summary>
        public Expr<int?> Day => new FunctionCall<int?>(ScalarFunction.Day, Arguments.Given(time));

        /// <summary>The day of the year, from 1.</summary>
        public Expr<int?> DayOfYear => new FunctionCall<int?>(ScalarFunction.DayOfYear, Arguments.Given(time));

        /// <summary>The day of the week.</summary>
        public Expr<DayOfWeek?> DayOfWeek => TimeParts.DayOfWeekOrNull(Arguments.Given(time));

        /// <summary>The date, without the time.</summary>
        public Expr<DateOnly?> Date => new FunctionCall<DateOnly?>(ScalarFunction.Date, Arguments.Given(time));

        /// <summary>The hour, 0 to 23.</summary>
        public Expr<int?> Hour => new FunctionCall<int?>(ScalarFunction.Hour, Arguments.Given(time));

        /// <summary>The minute, 0 to 59.</summary>
        public Expr<int?> Minute => new FunctionCall<int?>(ScalarFunction.Minute, Arguments.Given(time));

        /// <summary>The whole second, 0 to 59; its fraction is cut off.</summary>
        public Expr<int?> Second => new FunctionCall<int?>(ScalarFunction.Second, Arguments.Given(time));

        /// <summary>So many years later, or earlier; 29 February becomes the 28th where the year has none.</summary>
        public Expr<DateTime?> AddYears(Expr<int> years) => new FunctionCall<DateTime?>(ScalarFunction.AddYears, Arguments.Given(time), Arguments.Given(years));

        /// <summary>So many months later, or earlier; at most the month's last day, as in C#.</summary>
        public Expr<DateTime?> AddMonths(Expr<int> months) => new FunctionCall<DateTime?>(ScalarFunction.AddMonths, Arguments.Given(time), Arguments.Given(months));

        /// <summary>So many days later, or earlier.</summary>
        public Expr<DateTime?> AddDays(Expr<int> days) => new FunctionCall<DateTime?>(ScalarFunction.AddDays, Arguments.Given(time), Arguments.Given(days));

        /// <summary>So many hours later, or earlier.</summary>
        public Expr<DateTime?> AddHours(Expr<int> hours) => new FunctionCall<DateTime?>(ScalarFunction.AddHours, Arguments.Given(time), Arguments.Given(hours));

        /// <summary>So many minutes later, or earlier.</summary>
        public Expr<DateTime?> AddMinutes(Expr<int> minutes) => new FunctionCall<DateTime?>(ScalarFunction.AddMinutes, Arguments.Given(time), Arguments.Given(minutes));

        /// <summary>So many seconds later, or earlier.</summary>
        public Expr<DateTime?> AddSeconds(Expr<int> seconds) => new FunctionCall<DateTime?>(ScalarFunction.AddSeconds, Arguments.Given(time), Arguments.Given(seconds));
    }
}
