using Covet.Infrastructure;

namespace Covet;

/// <summary>An expression compared with a value that isn't null. It is its own parameter, so the value is never boxed.</summary>
internal sealed class ValueComparison<T>(Expr<T> left, ComparisonOperator comparison, T value) : Condition, IParameterSource
{
    internal override bool CanBeNull => left.CanBeNull && comparison != ComparisonOperator.NotEqual;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(left);
        writer.Append(comparison == ComparisonOperator.NotEqual && left.CanBeNull ? " IS DISTINCT FROM " : comparison.Sql);
        writer.Parameter(this);
    }

    internal override Condition Negate() => comparison switch
    {
        ComparisonOperator.Equal or ComparisonOperator.NotEqual => new ValueComparison<T>(left, comparison.Opposite, value),
        _ => left.CanBeNull ? new Negation(this) : new ValueComparison<T>(left, comparison.Opposite, value),
    };

    void IParameterSource.Bind(ParameterBinder binder, string name) => left.Mapping.Bind(binder, name, value);
}

/// <summary>Two expressions compared.</summary>
internal sealed class Comparison(SqlExpression left, ComparisonOperator comparison, SqlExpression right) : Condition
{
    private bool IsEquality => comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual;

    internal override bool CanBeNull => !IsEquality && (left.CanBeNull || right.CanBeNull);

    internal override bool IsCompound => true;

    public static Condition Of(SqlExpression left, ComparisonOperator comparison, object? right)
        => right is null ? NullTest.For(left, comparison) : new Comparison(left, comparison, (SqlExpression)right);

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(left);
        writer.Append(comparison switch
        {
            ComparisonOperator.Equal when left.CanBeNull && right.CanBeNull => " IS NOT DISTINCT FROM ",
            ComparisonOperator.NotEqual when left.CanBeNull || right.CanBeNull => " IS DISTINCT FROM ",
            _ => comparison.Sql,
        });
        writer.Operand(right);
    }

    internal override Condition Negate()
        => IsEquality || !CanBeNull ? new Comparison(left, comparison.Opposite, right) : new Negation(this);
}

/// <summary><c>IS NULL</c> and <c>IS NOT NULL</c>.</summary>
internal sealed class NullTest(SqlExpression operand, bool isNull) : Condition
{
    internal override bool CanBeNull => false;

    internal override bool IsCompound => true;

    public static Condition For(SqlExpression operand, ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => new NullTest(operand, isNull: true),
        ComparisonOperator.NotEqual => new NullTest(operand, isNull: false),
        _ => throw new ArgumentNullException(
            nameof(operand), "A value compared with <, >, <= or >= is null: nothing is less or greater than null. Use WhereIf for a value that may be missing."),
    };

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(operand);
        writer.Append(isNull ? " IS NULL" : " IS NOT NULL");
    }

    internal override Condition Negate() => new NullTest(operand, !isNull);
}

/// <summary>AND and OR.</summary>
internal sealed class Logical : Condition
{
    private readonly Condition _left;
    private readonly Condition _right;
    private readonly bool _isAnd;

    public Logical(Condition left, Condition right, bool isAnd)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        _left = left;
        _right = right;
        _isAnd = isAnd;
    }

    internal override bool CanBeNull => _left.CanBeNull || _right.CanBeNull;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        Side(writer, _left);
        writer.Append(_isAnd ? " AND " : " OR ");
        Side(writer, _right);
    }

    internal override Condition Negate() => new Logical(_left.Negate(), _right.Negate(), !_isAnd);

    private void Side(SqlWriter writer, Condition side)
    {
        bool parenthesized = side is Logical logical && logical._isAnd != _isAnd;
        if (parenthesized)
            writer.Append("(");
        side.Write(writer);
        if (parenthesized)
            writer.Append(")");
    }
}

/// <summary>Holds where the operand does not, NULL included.</summary>
internal sealed class Negation(Condition operand) : Condition
{
    internal override bool CanBeNull => false;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        if (operand.CanBeNull)
        {
            writer.Operand(operand);
            writer.Append(" IS NOT TRUE");
            return;
        }
        writer.Append("NOT ");
        writer.Operand(operand);
    }

    internal override Condition Negate() => operand;
}

/// <summary>A raw condition. Its negation is SQL's own, three-valued: a raw text that is NULL stays NULL.</summary>
internal sealed class RawCondition(RawExpression raw, bool negated = false) : Condition
{
    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.Append(negated ? "NOT (" : "(");
        raw.Write(writer);
        writer.Append(")");
    }

    internal override Condition Negate() => new RawCondition(raw, !negated);
}

/// <summary>A test of a text's characters.</summary>
internal sealed class TextCondition(TextTest test, Expr<string> text, SqlExpression part) : Condition
{
    internal override bool CanBeNull => text.CanBeNull || part.CanBeNull;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer) => writer.Dialect.WriteTextTest(writer, test, text, part);
}

/// <summary>Membership in a list of values: one parameter, whatever the list's length.</summary>
internal sealed class InValues<T>(Expr<T> left, IReadOnlyList<T> values, bool orNull, bool negated = false) : Condition, IParameterSource
{
    internal override bool CanBeNull => left.CanBeNull && !orNull && !negated;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        bool keepsNull = negated && left.CanBeNull && !orNull;
        if (negated)
            writer.Append(keepsNull ? "(" : "NOT (");
        else if (orNull)
            writer.Append("(");
        if (orNull)
        {
            writer.Operand(left);
            writer.Append(" IS NULL OR ");
        }
        writer.ListTest(left, this);
        if (negated || orNull)
            writer.Append(keepsNull ? ") IS NOT TRUE" : ")");
    }

    internal override Condition Negate() => new InValues<T>(left, values, orNull, !negated);

    void IParameterSource.Bind(ParameterBinder binder, string name) => left.Mapping.BindList(binder, name, values);
}
