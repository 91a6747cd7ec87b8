using Covet.Infrastructure;

namespace Covet;

/// <summary>Functions of times of day. NULL in, NULL out.</summary>
public static class TimeOfDayFunctions
{
    extension(Expr<TimeOnly> time)
    {
        /// <summary>The hour, 0 to 23.</summary>
        public Expr<int> Hour => new FunctionCall<int>(ScalarFunction.HourOfTime, Arguments.Given(time));

        /// <summary>The minute, 0 to 59.</summary>
        public Expr<int> Minute => new FunctionCall<int>(ScalarFunction.MinuteOfTime, Arguments.Given(time));

        /// <summary>The whole second, 0 to 59; its fraction is cut off.</summary>
        public Expr<int> Second => new FunctionCall<int>(ScalarFunction.SecondOfTime, Arguments.Given(time));
    }

    extension(Expr<TimeOnly?> time)
    {
        /// <summary>The hour, 0 to 23.</summary>
        public Expr<int?> Hour => new FunctionCall<int?>(ScalarFunction.HourOfTime, Arguments.Given(time));

        /// <summary>The minute, 0 to 59.</summary>
        public Expr<int?> Minute => new FunctionCall<int?>(ScalarFunction.MinuteOfTime, Arguments.Given(time));

        /// <summary>The whole second, 0 to 59; its fraction is cut off.</summary>
        public Expr<int?> Second => new FunctionCall<int?>(ScalarFunction.SecondOfTime, Arguments.Given(time));
    }
}
