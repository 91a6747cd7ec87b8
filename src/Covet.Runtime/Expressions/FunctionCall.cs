using Covet.Infrastructure;

namespace Covet;

/// <summary>A call of a function that dialects spell differently. NULL in, NULL out.</summary>
internal sealed class FunctionCall<T>(ScalarFunction function, params SqlExpression[] arguments) : Expr<T>
{
    internal override ValueMapping<T> Mapping => Stores ?? ValueMapping<T>.Default;

    /// <summary>How its values are stored; null for a type that the providers know.</summary>
    public ValueMapping<T>? Stores { get; init; }

    internal override bool CanBeNull { get; } = Array.Exists(arguments, argument => argument.ValueCanBeNull);

    internal override bool IsCompound => function.IsCompound;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is FunctionCall<T> call && call.Is(function, arguments));

    internal override void Write(SqlWriter writer) => writer.Dialect.WriteScalar(writer, function, arguments);

    private bool Is(ScalarFunction other, SqlExpression[] others) => function == other && Alike.AreSame(arguments, others);
}

/// <summary>A call of a function that is a condition.</summary>
internal sealed class FunctionCondition(ScalarFunction function, params SqlExpression[] arguments) : Condition
{
    // An array may hold a NULL, which the value may equal or not.
    internal override bool CanBeNull => function == ScalarFunction.ArrayContains || Array.Exists(arguments, argument => argument.ValueCanBeNull);

    internal override bool IsCompound => function.IsCompound;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is FunctionCondition call && call.Is(function, arguments));

    internal override void Write(SqlWriter writer) => writer.Dialect.WriteScalar(writer, function, arguments);

    private bool Is(ScalarFunction other, SqlExpression[] others) => function == other && Alike.AreSame(arguments, others);
}

/// <summary>A text that is compared by another collation.</summary>
internal sealed class Collated(SqlExpression text, string collation) : Expr<string>
{
    private readonly SqlExpression _text = text;
    private readonly string _collation = collation;

    internal override bool CanBeNull => _text.ValueCanBeNull;

    internal override bool IsCompound => true;

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is Collated same && same._collation == _collation && _text.SameAs(same._text));

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(_text);
        writer.Append(" COLLATE ");
        writer.Append(SqlDialect.Quote(_collation));
    }
}

/// <summary>Compares lists of expressions.</summary>
internal static class Alike
{
    /// <summary>Whether two expressions are the same, or neither is there.</summary>
    public static bool AreSame(SqlExpression? left, SqlExpression? right) => left is null ? right is null : right is not null && left.SameAs(right);

    /// <summary>Whether two clauses are the same: of lambdas at the same depth.</summary>
    public static bool AreSame(ReadOnlySpan<Clause> left, ReadOnlySpan<Clause> right)
    {
        if (left.Length != right.Length)
            return false;
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i].Depth != right[i].Depth || !left[i].Expression.SameAs(right[i].Expression))
                return false;
        }
        return true;
    }

    /// <summary>Whether two lists hold the same expressions in the same order.</summary>
    public static bool AreSame(ReadOnlySpan<SqlExpression> left, ReadOnlySpan<SqlExpression> right)
    {
        if (left.Length != right.Length)
            return false;
        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].SameAs(right[i]))
                return false;
        }
        return true;
    }
}
