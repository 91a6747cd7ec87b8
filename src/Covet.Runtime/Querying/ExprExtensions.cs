using System.Numerics;
using Covet.Infrastructure;

namespace Covet;

/// <summary>Functions and operators on expressions of any type.</summary>
public static class ExprExtensions
{
    /// <summary>The value is among a list: one parameter, whatever the list's length. A null in the list matches NULL; an empty list nothing.</summary>
    public static Condition In<T>(this Expr<T> expression, params IEnumerable<T> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var all = values.ToList();
        int given = all.Count;
        if (default(T) is null)
            all.RemoveAll(value => value is null);
        return expression.Among(all, orNull: all.Count < given);
    }

    /// <summary>The value of a nullable column is among a list that holds no null.</summary>
    public static Condition In<T>(this Expr<T?> expression, params IEnumerable<T> values) where T : struct
    {
        ArgumentNullException.ThrowIfNull(values);
        return new InValues<T?>(expression, [.. values.Select(value => (T?)value)], orNull: false);
    }

    /// <summary>The same value with a type that may be null: for a column behind an optional relation.</summary>
    public static Expr<T?> OrNull<T>(this Expr<T> expression) where T : struct => new NullableView<T>(expression);

    /// <summary>The value in another type, cast by the database.</summary>
    public static Expr<TTo> Cast<TTo>(this SqlExpression expression) => new Cast<TTo>(expression);

    extension<T>(Expr<T>) where T : struct
    {
        /// <summary>Equal, where the right side may be NULL.</summary>
        public static Condition operator ==(Expr<T> left, Expr<T?> right) => Comparison.Of(left, ComparisonOperator.Equal, right);

        /// <summary>Not equal, where the right side may be NULL.</summary>
        public static Condition operator !=(Expr<T> left, Expr<T?> right) => Comparison.Of(left, ComparisonOperator.NotEqual, right);

        /// <summary>Equal, where the left side may be NULL.</summary>
        public static Condition operator ==(Expr<T?> left, Expr<T> right) => Comparison.Of(left, ComparisonOperator.Equal, right);

        /// <summary>Not equal, where the left side may be NULL.</summary>
        public static Condition operator !=(Expr<T?> left, Expr<T> right) => Comparison.Of(left, ComparisonOperator.NotEqual, right);
    }

    extension<T>(Expr<T>) where T : struct, INumber<T>
    {
        /// <summary>The sum of an expression and a value.</summary>
        public static Expr<T> operator +(Expr<T> left, T right) => new Operation<T>(left, " + ", new Value<T>(right));

        /// <summary>The sum of two expressions.</summary>
        public static Expr<T> operator +(Expr<T> left, Expr<T> right) => new Operation<T>(left, " + ", right);

        /// <summary>An expression less a value.</summary>
        public static Expr<T> operator -(Expr<T> left, T right) => new Operation<T>(left, " - ", new Value<T>(right));

        /// <summary>An expression less another.</summary>
        public static Expr<T> operator -(Expr<T> left, Expr<T> right) => new Operation<T>(left, " - ", right);

        /// <summary>An expression times a value.</summary>
        public static Expr<T> operator *(Expr<T> left, T right) => new Operation<T>(left, " * ", new Value<T>(right));

        /// <summary>The product of two expressions.</summary>
        public static Expr<T> operator *(Expr<T> left, Expr<T> right) => new Operation<T>(left, " * ", right);
    }
}

/// <summary><see cref="ExprExtensions.OrNull{T}(Expr{T})"/> for classes: C# allows the two only in two classes.</summary>
public static class ReferenceExprExtensions
{
    /// <summary>The same value with a type that may be null: for a column behind an optional relation.</summary>
    public static Expr<T?> OrNull<T>(this Expr<T> expression) where T : class => new ReferenceView<T>(expression);
}

/// <summary>An expression of a value type, read as a nullable.</summary>
internal sealed class NullableView<T>(Expr<T> inner) : Expr<T?> where T : struct
{
    internal override bool IsCompound => inner.IsCompound;

    internal override void Write(SqlWriter writer) => inner.Write(writer);

    internal override T? Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => row.IsNull(ordinal) ? null : inner.Read(ref row, ordinal, source);
}

/// <summary>An expression of a class, read as one that may be null.</summary>
internal sealed class ReferenceView<T>(Expr<T> inner) : Expr<T?> where T : class
{
    internal override bool IsCompound => inner.IsCompound;

    internal override IReadOnlyList<SqlExpression> Terms => inner.Terms;

    internal override Condition Among(List<T?> values, bool orNull) => inner.Among(values!, orNull);

    internal override bool IsModel => inner.IsModel;

    internal override int Width => inner.Width;

    internal override void Write(SqlWriter writer) => inner.Write(writer);

    internal override void WriteSelected(SqlWriter writer) => inner.WriteSelected(writer);

    internal override void WriteGroupKey(SqlWriter writer) => inner.WriteGroupKey(writer);

    internal override T? Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => inner.Width == 1 && row.IsNull(ordinal) ? null : inner.Read(ref row, ordinal, source);
}
