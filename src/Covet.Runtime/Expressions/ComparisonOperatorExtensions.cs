using Covet.Infrastructure;

namespace Covet;

/// <summary>Comparisons of an expression with one of the same type that may be NULL. As in C#, nothing is less or greater than null.</summary>
public static class ComparisonOperatorExtensions
{
    extension<T>(Expr<T>) where T : struct
    {
        /// <summary>Equal, where the right side may be NULL.</summary>
        public static Condition operator ==(Expr<T> left, Expr<T?> right) => Comparison.Of(Lift(left), ComparisonOperator.Equal, right);

        /// <summary>Equal, where the left side may be NULL.</summary>
        public static Condition operator ==(Expr<T?> left, Expr<T> right) => Comparison.Of(Arguments.Given(left), ComparisonOperator.Equal, Lift(right));

        /// <summary>Not equal, where the right side may be NULL.</summary>
        public static Condition operator !=(Expr<T> left, Expr<T?> right) => Comparison.Of(Lift(left), ComparisonOperator.NotEqual, right);

        /// <summary>Not equal, where the left side may be NULL.</summary>
        public static Condition operator !=(Expr<T?> left, Expr<T> right) => Comparison.Of(Arguments.Given(left), ComparisonOperator.NotEqual, Lift(right));

        /// <summary>Less, where the right side may be NULL.</summary>
        public static Condition operator <(Expr<T> left, Expr<T?> right) => Comparison.Of(Lift(left), ComparisonOperator.Less, right);

        /// <summary>Less, where the left side may be NULL.</summary>
        public static Condition operator <(Expr<T?> left, Expr<T> right) => Comparison.Of(Arguments.Given(left), ComparisonOperator.Less, Lift(right));

        /// <summary>Greater, where the right side may be NULL.</summary>
        public static Condition operator >(Expr<T> left, Expr<T?> right) => Comparison.Of(Lift(left), ComparisonOperator.Greater, right);

        /// <summary>Greater, where the left side may be NULL.</summary>
        public static Condition operator >(Expr<T?> left, Expr<T> right) => Comparison.Of(Arguments.Given(left), ComparisonOperator.Greater, Lift(right));

        /// <summary>At most, where the right side may be NULL.</summary>
        public static Condition operator <=(Expr<T> left, Expr<T?> right) => Comparison.Of(Lift(left), ComparisonOperator.LessOrEqual, right);

        /// <summary>At most, where the left side may be NULL.</summary>
        public static Condition operator <=(Expr<T?> left, Expr<T> right) => Comparison.Of(Arguments.Given(left), ComparisonOperator.LessOrEqual, Lift(right));

        /// <summary>At least, where the right side may be NULL.</summary>
        public static Condition operator >=(Expr<T> left, Expr<T?> right) => Comparison.Of(Lift(left), ComparisonOperator.GreaterOrEqual, right);

        /// <summary>At least, where the left side may be NULL.</summary>
        public static Condition operator >=(Expr<T?> left, Expr<T> right) => Comparison.Of(Arguments.Given(left), ComparisonOperator.GreaterOrEqual, Lift(right));
    }

    /// <summary>The same expression under the nullable type.</summary>
    internal static Expr<T?> Lift<T>(Expr<T> expression) where T : struct => Arguments.Given(expression) is Value<T> value
        ? value.As<T?>()
        : new NullableView<T>(expression, expression.ValueCanBeNull);
}
