using Covet.Infrastructure;

namespace Covet;

/// <summary>Functions of dates. NULL in, NULL out.</summary>
public static class DateFunctions
{
    extension(Expr<DateOnly> date)
    {
        /// <summary>The year.</summary>
        public Expr<int> Year => new FunctionCall<int>(ScalarFunction.Year, Arguments.Given(date));

        /// <summary>The month, 1 to 12.</summary>
        public Expr<int> Month => new FunctionCall<int>(ScalarFunction.Month, Arguments.Given(date));

        /// <summary>The day of the month, from 1.</summary>
        public Expr<int> Day => new FunctionCall<int>(ScalarFunction.Day, Arguments.Given(date));

        /// <summary>The day of the year, from 1.</summary>
        public Expr<int> DayOfYear => new FunctionCall<int>(ScalarFunction.DayOfYear, Arguments.Given(date));

        /// <summary>The day of the week.</summary>
        public Expr<DayOfWeek> DayOfWeek => TimeParts.DayOfWeek(Arguments.Given(date));

        /// <summary>The days since 1 January of year 1, as in C#.</summary>
        public Expr<int> DayNumber => new FunctionCall<int>(ScalarFunction.DayNumber, Arguments.Given(date));

        /// <summary>So many years later, or earlier; 29 February becomes the 28th where the year has none.</summary>
        public Expr<DateOnly> AddYears(Expr<int> years) => new FunctionCall<DateOnly>(ScalarFunction.Date, new FunctionCall<DateTime>(ScalarFunction.AddYears, Arguments.Given(date), Arguments.Given(years)));

        /// <summary>So many months later, or earlier; at most the month's last day, as in C#.</summary>
        public Expr<DateOnly> AddMonths(Expr<int> months) => new FunctionCall<DateOnly>(ScalarFunction.Date, new FunctionCall<DateTime>(ScalarFunction.AddMonths, Arguments.Given(date), Arguments.Given(months)));

        /// <summary>So many days later, or earlier.</summary>
        public Expr<DateOnly> AddDays(Expr<int> days) => new FunctionCall<DateOnly>(ScalarFunction.Date, new FunctionCall<DateTime>(ScalarFunction.AddDays, Arguments.Given(date), Arguments.Given(days)));
    }

    extension(Expr<DateOnly?> date)
    {
        /// <summary>The year.</summary>
        public Expr<int?> Year => new FunctionCall<int?>(ScalarFunction.Year, Arguments.Given(date));

        /// <summary>The month, 1 to 12.</summary>
        public Expr<int?> Month => new FunctionCall<int?>(ScalarFunction.Month, Arguments.Given(date));

        /// <summary>The day of the month, from 1.</summary>
        public Expr<int?> Day => new FunctionCall<int?>(ScalarFunction.Day, Arguments.Given(date));

        /// <summary>The day of the year, from 1.</summary>
        public Expr<int?> DayOfYear => new FunctionCall<int?>(ScalarFunction.DayOfYear, Arguments.Given(date));

        /// <summary>The day of the week.</summary>
        public Expr<DayOfWeek?> DayOfWeek => TimeParts.DayOfWeekOrNull(Arguments.Given(date));

        /// <summary>The days since 1 January of year 1, as in C#.</summary>
        public Expr<int?> DayNumber => new FunctionCall<int?>(ScalarFunction.DayNumber, Arguments.Given(date));

        /// <summary>So many years later, or earlier; 29 February becomes the 28th where the year has none.</summary>
        public Expr<DateOnly?> AddYears(Expr<int> years) => new FunctionCall<DateOnly?>(ScalarFunction.Date, new FunctionCall<DateTime?>(ScalarFunction.AddYears, Arguments.Given(date), Arguments.Given(years)));

        /// <summary>So many months later, or earlier; at most the month's last day, as in C#.</summary>
        public Expr<DateOnly?> AddMonths(Expr<int> months) => new FunctionCall<DateOnly?>(ScalarFunction.Date, new FunctionCall<DateTime?>(ScalarFunction.AddMonths, Arguments.Given(date), Arguments.Given(months)));

        /// <summary>So many days later, or earlier.</summary>
        public Expr<DateOnly?> AddDays(Expr<int> days) => new FunctionCall<DateOnly?>(ScalarFunction.Date, new FunctionCall<DateTime?>(ScalarFunction.AddDays, Arguments.Given(date), Arguments.Given(days)));
    }
}
