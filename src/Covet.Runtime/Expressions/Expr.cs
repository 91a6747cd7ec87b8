using System.Runtime.CompilerServices;
using Covet.Infrastructure;

namespace Covet;

/// <summary>An SQL expression of a type. Its operators build SQL; values become parameters.</summary>
/// <typeparam name="T">The C# type of its values; nullable when it may be NULL.</typeparam>
public abstract class Expr<T> : SqlExpression, IExpr<T>
{
    private protected Expr()
    {
    }

    internal virtual ValueMapping<T> Mapping => ValueMapping<T>.Default;

    internal override Type? StoredType => Mapping.Stored;

    internal virtual T Read<TReader>(ref TReader row, int ordinal, ModelSource source) where TReader : struct, IRowReader
        => Mapping.Read(ref row, ordinal);

    internal override SqlExpression ReadValue<TReader>(ref TReader row, int ordinal) => new Value<T>(Mapping.Read(ref row, ordinal), Mapping);

    internal virtual Condition Compare(ComparisonOperator comparison, T? value) => value is null
        ? NullTest.For(this, comparison)
        : new ValueComparison<T>(this, comparison, value);

    /// <summary>The condition that it is among values, none of them null; or NULL.</summary>
    internal virtual Condition Among(List<T> values, bool orNull) => new InValues<T>(this, values, orNull);

    /// <summary>Equal to a value; <c>IS NULL</c> when the value is null.</summary>
    [OverloadResolutionPriority(1)]
    public static Condition operator ==(Expr<T>? left, T? right) => Given(left).Compare(ComparisonOperator.Equal, right);

    /// <summary>Not equal to a value; keeps the rows where the column is NULL. <c>IS NOT NULL</c> when the value is null.</summary>
    [OverloadResolutionPriority(1)]
    public static Condition operator !=(Expr<T>? left, T? right) => Given(left).Compare(ComparisonOperator.NotEqual, right);

    /// <summary>Equal to another expression; NULL equals NULL, as in C#.</summary>
    public static Condition operator ==(Expr<T>? left, IExpr<T?>? right) => Comparison.Of(Given(left), ComparisonOperator.Equal, right);

    /// <summary>Not equal to another expression; NULL equals NULL, as in C#.</summary>
    public static Condition operator !=(Expr<T>? left, IExpr<T?>? right) => Comparison.Of(Given(left), ComparisonOperator.NotEqual, right);

    /// <summary>Equal to a raw expression.</summary>
    public static Condition operator ==(Expr<T> left, RawExpression right) => Comparison.Of(Given(left), ComparisonOperator.Equal, right);

    /// <summary>Not equal to a raw expression.</summary>
    public static Condition operator !=(Expr<T> left, RawExpression right) => Comparison.Of(Given(left), ComparisonOperator.NotEqual, right);

    /// <summary>Less than a value.</summary>
    public static Condition operator <(Expr<T>? left, T right) => Given(left).Compare(ComparisonOperator.Less, right);

    /// <summary>Greater than a value.</summary>
    public static Condition operator >(Expr<T>? left, T right) => Given(left).Compare(ComparisonOperator.Greater, right);

    /// <summary>At most a value.</summary>
    public static Condition operator <=(Expr<T>? left, T right) => Given(left).Compare(ComparisonOperator.LessOrEqual, right);

    /// <summary>At least a value.</summary>
    public static Condition operator >=(Expr<T>? left, T right) => Given(left).Compare(ComparisonOperator.GreaterOrEqual, right);

    /// <summary>Less than an expression.</summary>
    public static Condition operator <(T left, Expr<T>? right) => Given(right).Compare(ComparisonOperator.Greater, left);

    /// <summary>Greater than an expression.</summary>
    public static Condition operator >(T left, Expr<T>? right) => Given(right).Compare(ComparisonOperator.Less, left);

    /// <summary>At most an expression.</summary>
    public static Condition operator <=(T left, Expr<T>? right) => Given(right).Compare(ComparisonOperator.GreaterOrEqual, left);

    /// <summary>At least an expression.</summary>
    public static Condition operator >=(T left, Expr<T>? right) => Given(right).Compare(ComparisonOperator.LessOrEqual, left);

    /// <summary>Less than another expression.</summary>
    public static Condition operator <(Expr<T>? left, IExpr<T?>? right) => Comparison.Of(Given(left), ComparisonOperator.Less, right);

    /// <summary>Greater than another expression.</summary>
    public static Condition operator >(Expr<T>? left, IExpr<T?>? right) => Comparison.Of(Given(left), ComparisonOperator.Greater, right);

    /// <summary>At most another expression.</summary>
    public static Condition operator <=(Expr<T>? left, IExpr<T?>? right) => Comparison.Of(Given(left), ComparisonOperator.LessOrEqual, right);

    /// <summary>At least another expression.</summary>
    public static Condition operator >=(Expr<T>? left, IExpr<T?>? right) => Comparison.Of(Given(left), ComparisonOperator.GreaterOrEqual, right);

    /// <summary>Text after text. As in C#, null and NULL count as an empty text.</summary>
    public static Expr<string> operator +(Expr<T> left, string? right) => new Concatenation(Given(left), new Value<string>(right ?? ""));

    /// <summary>Text before text. As in C#, null and NULL count as an empty text.</summary>
    public static Expr<string> operator +(string? left, Expr<T> right) => new Concatenation(new Value<string>(left ?? ""), Given(right));

    /// <summary>A value as an expression: a parameter.</summary>
    public static implicit operator Expr<T>(T? value) => new Value<T>(value!);

    /// <summary>A raw expression where a typed one is expected; the type is taken on trust.</summary>
    public static implicit operator Expr<T>(RawExpression raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        return raw.As<T>();
    }

    /// <summary>Reference equality; <c>==</c> builds SQL.</summary>
    public sealed override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <summary>The hash code of the reference.</summary>
    public sealed override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    private static Expr<T> Given(Expr<T>? expression) => expression ?? throw new ArgumentNullException(
        nameof(expression), "A comparison's SQL expression is null. Compare a column; for a value that may be missing use WhereIf.");
}
