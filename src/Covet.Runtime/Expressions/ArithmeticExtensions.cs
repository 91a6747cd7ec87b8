using System.Numerics;
using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// Arithmetic on expressions of numbers. NULL in, NULL out. Division by zero is the database's error; on SQLite it gives NULL, except of decimals.
/// </summary>
public static class ArithmeticExtensions
{
    extension<T>(Expr<T>) where T : struct, INumber<T>
    {
        /// <summary>The sum of an expression and a value.</summary>
        public static Expr<T> operator +(Expr<T> left, T right) => Operation<T>.Of(left, Arithmetic.Add, right);

        /// <summary>The sum of a value and an expression.</summary>
        public static Expr<T> operator +(T left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Add, right);

        /// <summary>The sum of two expressions.</summary>
        public static Expr<T> operator +(Expr<T> left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Add, right);

        /// <summary>The sum of two expressions, of which the left one may be NULL.</summary>
        public static Expr<T?> operator +(Expr<T?> left, Expr<T> right) => Operation<T?>.Of(left, Arithmetic.Add, ComparisonOperatorExtensions.Lift(right));

        /// <summary>The sum of two expressions, of which the right one may be NULL.</summary>
        public static Expr<T?> operator +(Expr<T> left, Expr<T?> right) => Operation<T?>.Of(ComparisonOperatorExtensions.Lift(left), Arithmetic.Add, right);

        /// <summary>The difference of an expression and a value.</summary>
        public static Expr<T> operator -(Expr<T> left, T right) => Operation<T>.Of(left, Arithmetic.Subtract, right);

        /// <summary>The difference of a value and an expression.</summary>
        public static Expr<T> operator -(T left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Subtract, right);

        /// <summary>The difference of two expressions.</summary>
        public static Expr<T> operator -(Expr<T> left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Subtract, right);

        /// <summary>The difference of two expressions, of which the left one may be NULL.</summary>
        public static Expr<T?> operator -(Expr<T?> left, Expr<T> right) => Operation<T?>.Of(left, Arithmetic.Subtract, ComparisonOperatorExtensions.Lift(right));

        /// <summary>The difference of two expressions, of which the right one may be NULL.</summary>
        public static Expr<T?> operator -(Expr<T> left, Expr<T?> right) => Operation<T?>.Of(ComparisonOperatorExtensions.Lift(left), Arithmetic.Subtract, right);

        /// <summary>The product of an expression and a value.</summary>
        public static Expr<T> operator *(Expr<T> left, T right) => Operation<T>.Of(left, Arithmetic.Multiply, right);

        /// <summary>The product of a value and an expression.</summary>
        public static Expr<T> operator *(T left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Multiply, right);

        /// <summary>The product of two expressions.</summary>
        public static Expr<T> operator *(Expr<T> left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Multiply, right);

        /// <summary>The product of two expressions, of which the left one may be NULL.</summary>
        public static Expr<T?> operator *(Expr<T?> left, Expr<T> right) => Operation<T?>.Of(left, Arithmetic.Multiply, ComparisonOperatorExtensions.Lift(right));

        /// <summary>The product of two expressions, of which the right one may be NULL.</summary>
        public static Expr<T?> operator *(Expr<T> left, Expr<T?> right) => Operation<T?>.Of(ComparisonOperatorExtensions.Lift(left), Arithmetic.Multiply, right);

        /// <summary>The quotient, as in C# whole where both are whole numbers, of an expression and a value.</summary>
        public static Expr<T> operator /(Expr<T> left, T right) => Operation<T>.Of(left, Arithmetic.Divide, right);

        /// <summary>The quotient, as in C# whole where both are whole numbers, of a value and an expression.</summary>
        public static Expr<T> operator /(T left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Divide, right);

        /// <summary>The quotient, as in C# whole where both are whole numbers, of two expressions.</summary>
        public static Expr<T> operator /(Expr<T> left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Divide, right);

        /// <summary>The quotient, as in C# whole where both are whole numbers, of two expressions, of which the left one may be NULL.</summary>
        public static Expr<T?> operator /(Expr<T?> left, Expr<T> right) => Operation<T?>.Of(left, Arithmetic.Divide, ComparisonOperatorExtensions.Lift(right));

        /// <summary>The quotient, as in C# whole where both are whole numbers, of two expressions, of which the right one may be NULL.</summary>
        public static Expr<T?> operator /(Expr<T> left, Expr<T?> right) => Operation<T?>.Of(ComparisonOperatorExtensions.Lift(left), Arithmetic.Divide, right);

        /// <summary>An expression with the opposite sign.</summary>
        public static Expr<T> operator -(Expr<T> operand) => Operation<T>.Of(T.Zero, Arithmetic.Subtract, operand);
    }

    extension<T>(Expr<T?>) where T : struct, INumber<T>
    {
        /// <summary>The sum of an expression that may be NULL and a value.</summary>
        public static Expr<T?> operator +(Expr<T?> left, T right) => Operation<T?>.Of(left, Arithmetic.Add, right);

        /// <summary>The sum of a value and an expression that may be NULL.</summary>
        public static Expr<T?> operator +(T left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Add, right);

        /// <summary>The sum of two expressions that may be NULL.</summary>
        public static Expr<T?> operator +(Expr<T?> left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Add, right);

        /// <summary>The difference of an expression that may be NULL and a value.</summary>
        public static Expr<T?> operator -(Expr<T?> left, T right) => Operation<T?>.Of(left, Arithmetic.Subtract, right);

        /// <summary>The difference of a value and an expression that may be NULL.</summary>
        public static Expr<T?> operator -(T left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Subtract, right);

        /// <summary>The difference of two expressions that may be NULL.</summary>
        public static Expr<T?> operator -(Expr<T?> left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Subtract, right);

        /// <summary>The product of an expression that may be NULL and a value.</summary>
        public static Expr<T?> operator *(Expr<T?> left, T right) => Operation<T?>.Of(left, Arithmetic.Multiply, right);

        /// <summary>The product of a value and an expression that may be NULL.</summary>
        public static Expr<T?> operator *(T left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Multiply, right);

        /// <summary>The product of two expressions that may be NULL.</summary>
        public static Expr<T?> operator *(Expr<T?> left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Multiply, right);

        /// <summary>The quotient, as in C# whole where both are whole numbers, of an expression that may be NULL and a value.</summary>
        public static Expr<T?> operator /(Expr<T?> left, T right) => Operation<T?>.Of(left, Arithmetic.Divide, right);

        /// <summary>The quotient, as in C# whole where both are whole numbers, of a value and an expression that may be NULL.</summary>
        public static Expr<T?> operator /(T left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Divide, right);

        /// <summary>The quotient, as in C# whole where both are whole numbers, of two expressions that may be NULL.</summary>
        public static Expr<T?> operator /(Expr<T?> left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Divide, right);

        /// <summary>An expression that may be NULL, with the opposite sign.</summary>
        public static Expr<T?> operator -(Expr<T?> operand) => Operation<T?>.Of(T.Zero, Arithmetic.Subtract, operand);
    }

    extension<T>(Expr<T>) where T : struct, IBinaryInteger<T>
    {
        /// <summary>The remainder of the division of an expression and a value.</summary>
        public static Expr<T> operator %(Expr<T> left, T right) => Operation<T>.Of(left, Arithmetic.Remainder, right);

        /// <summary>The remainder of the division of a value and an expression.</summary>
        public static Expr<T> operator %(T left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Remainder, right);

        /// <summary>The remainder of the division of two expressions.</summary>
        public static Expr<T> operator %(Expr<T> left, Expr<T> right) => Operation<T>.Of(left, Arithmetic.Remainder, right);

        /// <summary>The remainder of the division of two expressions, of which the left one may be NULL.</summary>
        public static Expr<T?> operator %(Expr<T?> left, Expr<T> right) => Operation<T?>.Of(left, Arithmetic.Remainder, ComparisonOperatorExtensions.Lift(right));

        /// <summary>The remainder of the division of two expressions, of which the right one may be NULL.</summary>
        public static Expr<T?> operator %(Expr<T> left, Expr<T?> right) => Operation<T?>.Of(ComparisonOperatorExtensions.Lift(left), Arithmetic.Remainder, right);
    }

    extension<T>(Expr<T?>) where T : struct, IBinaryInteger<T>
    {
        /// <summary>The remainder of the division of an expression that may be NULL and a value.</summary>
        public static Expr<T?> operator %(Expr<T?> left, T right) => Operation<T?>.Of(left, Arithmetic.Remainder, right);

        /// <summary>The remainder of the division of a value and an expression that may be NULL.</summary>
        public static Expr<T?> operator %(T left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Remainder, right);

        /// <summary>The remainder of the division of two expressions that may be NULL.</summary>
        public static Expr<T?> operator %(Expr<T?> left, Expr<T?> right) => Operation<T?>.Of(left, Arithmetic.Remainder, right);
    }
}
