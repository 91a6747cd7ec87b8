using Covet.Infrastructure;

namespace Covet;

/// <summary>What the functions of dates and times share.</summary>
internal static class TimeParts
{
    private static readonly ValueMapping<DayOfWeek> Days = new StoredMapping<DayOfWeek, int>(day => (int)day, number => (DayOfWeek)number);
    private static readonly ValueMapping<DayOfWeek?> MaybeDays = NullableMapping<DayOfWeek>.Of(Days);

    /// <summary>The date and time of an instant in UTC.</summary>
    public static FunctionCall<DateTime> Utc(SqlExpression instant) => new(ScalarFunction.ToUtc, Arguments.Given(instant));

    /// <summary>An instant from another, by a function of its date and time in UTC.</summary>
    public static FunctionCall<T> Instant<T>(ScalarFunction function, SqlExpression instant, SqlExpression operand)
        => new(ScalarFunction.FromUtc, new FunctionCall<DateTime>(function, Utc(instant), operand));

    /// <summary>The day of the week.</summary>
    public static FunctionCall<DayOfWeek> DayOfWeek(SqlExpression date) => new(ScalarFunction.DayOfWeek, Arguments.Given(date)) { Stores = Days };

    /// <summary>The day of the week of a date that may be NULL.</summary>
    public static FunctionCall<DayOfWeek?> DayOfWeekOrNull(SqlExpression date) => new(ScalarFunction.DayOfWeek, Arguments.Given(date)) { Stores = MaybeDays };
}
