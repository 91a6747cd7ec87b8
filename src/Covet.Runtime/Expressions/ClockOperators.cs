using Covet.Infrastructure;

namespace Covet;

/// <summary>Arithmetic of dates and times without time zone and durations, to the microsecond. NULL in, NULL out.</summary>
public static class ClockOperators
{
    extension(Expr<DateTime>)
    {
        /// <summary>Later by a duration.</summary>
        public static Expr<DateTime> operator +(Expr<DateTime> left, TimeSpan right) => Later<DateTime>(left, new Value<TimeSpan>(right));

        /// <summary>Later by a duration.</summary>
        public static Expr<DateTime> operator +(Expr<DateTime> left, Expr<TimeSpan> right) => Later<DateTime>(left, right);

        /// <summary>Later by a duration that may be NULL.</summary>
        public static Expr<DateTime?> operator +(Expr<DateTime> left, Expr<TimeSpan?> right) => Later<DateTime?>(left, right);

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTime> operator -(Expr<DateTime> left, TimeSpan right) => Earlier<DateTime>(left, new Value<TimeSpan>(right));

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTime> operator -(Expr<DateTime> left, Expr<TimeSpan> right) => Earlier<DateTime>(left, right);

        /// <summary>Earlier by a duration that may be NULL.</summary>
        public static Expr<DateTime?> operator -(Expr<DateTime> left, Expr<TimeSpan?> right) => Earlier<DateTime?>(left, right);

        /// <summary>The duration since a value.</summary>
        public static Expr<TimeSpan> operator -(Expr<DateTime> left, DateTime right) => Elapsed<TimeSpan>(left, new Value<DateTime>(right));

        /// <summary>The duration until a value.</summary>
        public static Expr<TimeSpan> operator -(DateTime left, Expr<DateTime> right) => Elapsed<TimeSpan>(new Value<DateTime>(left), right);

        /// <summary>The duration from the right one to the left one.</summary>
        public static Expr<TimeSpan> operator -(Expr<DateTime> left, Expr<DateTime> right) => Elapsed<TimeSpan>(left, right);

        /// <summary>The duration from the right one, which may be NULL, to the left one.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTime> left, Expr<DateTime?> right) => Elapsed<TimeSpan?>(left, right);

        /// <summary>The duration from the right one to the left one, which may be NULL.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTime?> left, Expr<DateTime> right) => Elapsed<TimeSpan?>(left, right);
    }

    extension(Expr<DateTime?>)
    {
        /// <summary>Later by a duration.</summary>
        public static Expr<DateTime?> operator +(Expr<DateTime?> left, TimeSpan right) => Later<DateTime?>(left, new Value<TimeSpan>(right));

        /// <summary>Later by a duration.</summary>
        public static Expr<DateTime?> operator +(Expr<DateTime?> left, Expr<TimeSpan> right) => Later<DateTime?>(left, right);

        /// <summary>Later by a duration that may be NULL.</summary>
        public static Expr<DateTime?> operator +(Expr<DateTime?> left, Expr<TimeSpan?> right) => Later<DateTime?>(left, right);

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTime?> operator -(Expr<DateTime?> left, TimeSpan right) => Earlier<DateTime?>(left, new Value<TimeSpan>(right));

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTime?> operator -(Expr<DateTime?> left, Expr<TimeSpan> right) => Earlier<DateTime?>(left, right);

        /// <summary>Earlier by a duration that may be NULL.</summary>
        public static Expr<DateTime?> operator -(Expr<DateTime?> left, Expr<TimeSpan?> right) => Earlier<DateTime?>(left, right);

        /// <summary>The duration since a value.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTime?> left, DateTime right) => Elapsed<TimeSpan?>(left, new Value<DateTime>(right));

        /// <summary>The duration until a value.</summary>
        public static Expr<TimeSpan?> operator -(DateTime left, Expr<DateTime?> right) => Elapsed<TimeSpan?>(new Value<DateTime>(left), right);

        /// <summary>The duration from the right one to the left one.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTime?> left, Expr<DateTime?> right) => Elapsed<TimeSpan?>(left, right);
    }

    private static FunctionCall<T> Later<T>(SqlExpression time, SqlExpression duration)
        => new(ScalarFunction.AddDuration, Arguments.Given(time), Arguments.Given(duration));

    private static FunctionCall<T> Earlier<T>(SqlExpression time, SqlExpression duration)
        => new(ScalarFunction.SubtractDuration, Arguments.Given(time), Arguments.Given(duration));

    private static FunctionCall<T> Elapsed<T>(SqlExpression left, SqlExpression right) => new(ScalarFunction.Elapsed, Arguments.Given(left), Arguments.Given(right));
}
