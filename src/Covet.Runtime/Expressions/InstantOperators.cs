using Covet.Infrastructure;

namespace Covet;

/// <summary>Arithmetic of instants and durations, to the microsecond, in UTC. NULL in, NULL out.</summary>
public static class InstantOperators
{
    extension(Expr<DateTimeOffset>)
    {
        /// <summary>Later by a duration.</summary>
        public static Expr<DateTimeOffset> operator +(Expr<DateTimeOffset> left, TimeSpan right) => Later<DateTimeOffset>(left, new Value<TimeSpan>(right));

        /// <summary>Later by a duration.</summary>
        public static Expr<DateTimeOffset> operator +(Expr<DateTimeOffset> left, Expr<TimeSpan> right) => Later<DateTimeOffset>(left, right);

        /// <summary>Later by a duration that may be NULL.</summary>
        public static Expr<DateTimeOffset?> operator +(Expr<DateTimeOffset> left, Expr<TimeSpan?> right) => Later<DateTimeOffset?>(left, right);

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTimeOffset> operator -(Expr<DateTimeOffset> left, TimeSpan right) => Earlier<DateTimeOffset>(left, new Value<TimeSpan>(right));

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTimeOffset> operator -(Expr<DateTimeOffset> left, Expr<TimeSpan> right) => Earlier<DateTimeOffset>(left, right);

        /// <summary>Earlier by a duration that may be NULL.</summary>
        public static Expr<DateTimeOffset?> operator -(Expr<DateTimeOffset> left, Expr<TimeSpan?> right) => Earlier<DateTimeOffset?>(left, right);

        /// <summary>The duration since a value.</summary>
        public static Expr<TimeSpan> operator -(Expr<DateTimeOffset> left, DateTimeOffset right) => Elapsed<TimeSpan>(left, new Value<DateTimeOffset>(right));

        /// <summary>The duration until a value.</summary>
        public static Expr<TimeSpan> operator -(DateTimeOffset left, Expr<DateTimeOffset> right) => Elapsed<TimeSpan>(new Value<DateTimeOffset>(left), right);

        /// <summary>The duration from the right one to the left one.</summary>
        public static Expr<TimeSpan> operator -(Expr<DateTimeOffset> left, Expr<DateTimeOffset> right) => Elapsed<TimeSpan>(left, right);

        /// <summary>The duration from the right one, which may be NULL, to the left one.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTimeOffset> left, Expr<DateTimeOffset?> right) => Elapsed<TimeSpan?>(left, right);

        /// <summary>The duration from the right one to the left one, which may be NULL.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTimeOffset?> left, Expr<DateTimeOffset> right) => Elapsed<TimeSpan?>(left, right);
    }

    extension(Expr<DateTimeOffset?>)
    {
        /// <summary>Later by a duration.</summary>
        public static Expr<DateTimeOffset?> operator +(Expr<DateTimeOffset?> left, TimeSpan right) => Later<DateTimeOffset?>(left, new Value<TimeSpan>(right));

        /// <summary>Later by a duration.</summary>
        public static Expr<DateTimeOffset?> operator +(Expr<DateTimeOffset?> left, Expr<TimeSpan> right) => Later<DateTimeOffset?>(left, right);

        /// <summary>Later by a duration that may be NULL.</summary>
        public static Expr<DateTimeOffset?> operator +(Expr<DateTimeOffset?> left, Expr<TimeSpan?> right) => Later<DateTimeOffset?>(left, right);

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTimeOffset?> operator -(Expr<DateTimeOffset?> left, TimeSpan right) => Earlier<DateTimeOffset?>(left, new Value<TimeSpan>(right));

        /// <summary>Earlier by a duration.</summary>
        public static Expr<DateTimeOffset?> operator -(Expr<DateTimeOffset?> left, Expr<TimeSpan> right) => Earlier<DateTimeOffset?>(left, right);

        /// <summary>Earlier by a duration that may be NULL.</summary>
        public static Expr<DateTimeOffset?> operator -(Expr<DateTimeOffset?> left, Expr<TimeSpan?> right) => Earlier<DateTimeOffset?>(left, right);

        /// <summary>The duration since a value.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTimeOffset?> left, DateTimeOffset right) => Elapsed<TimeSpan?>(left, new Value<DateTimeOffset>(right));

        /// <summary>The duration until a value.</summary>
        public static Expr<TimeSpan?> operator -(DateTimeOffset left, Expr<DateTimeOffset?> right) => Elapsed<TimeSpan?>(new Value<DateTimeOffset>(left), right);

        /// <summary>The duration from the right one to the left one.</summary>
        public static Expr<TimeSpan?> operator -(Expr<DateTimeOffset?> left, Expr<DateTimeOffset?> right) => Elapsed<TimeSpan?>(left, right);
    }

    private static FunctionCall<T> Later<T>(SqlExpression instant, SqlExpression duration)
        => TimeParts.Instant<T>(ScalarFunction.AddDuration, instant, Arguments.Given(duration));

    private static FunctionCall<T> Earlier<T>(SqlExpression instant, SqlExpression duration)
        => TimeParts.Instant<T>(ScalarFunction.SubtractDuration, instant, Arguments.Given(duration));

    private static FunctionCall<T> Elapsed<T>(SqlExpression left, SqlExpression right) => new(ScalarFunction.Elapsed, Arguments.Given(left), Arguments.Given(right));
}
