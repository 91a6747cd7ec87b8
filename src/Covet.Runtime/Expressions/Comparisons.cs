using Covet.Infrastructure;

namespace Covet;

/// <summary>An expression compared with a value that isn't null. It is its own parameter, so the value is never boxed.</summary>
internal sealed class ValueComparison<T>(Expr<T> left, ComparisonOperator comparison, T value) : Condition, IParameterSource
{
    private (Expr<T> Left, ComparisonOperator Operator, T Value) Parts => (left, comparison, value);

    internal override bool CanBeNull => left.ValueCanBeNull && comparison != ComparisonOperator.NotEqual;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is ValueComparison<T> { Parts: var parts }
        && comparison == parts.Operator && EqualityComparer<T>.Default.Equals(value, parts.Value) && left.SameAs(parts.Left));

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(left);
        writer.Append(comparison == ComparisonOperator.NotEqual && left.ValueCanBeNull ? " IS DISTINCT FROM " : comparison.Sql);
        writer.Parameter(this);
    }

    internal override Condition Negate() => comparison switch
    {
        ComparisonOperator.Equal or ComparisonOperator.NotEqual => new ValueComparison<T>(left, comparison.Opposite, value),
        _ => left.ValueCanBeNull ? new Negation(this) : new ValueComparison<T>(left, comparison.Opposite, value),
    };

    StoredAs? IParameterSource.Meant => left.Stored;

    void IParameterSource.Bind(ParameterBinder binder, string name) => left.Mapping.Bind(binder, name, value);
}

/// <summary>Two expressions compared.</summary>
internal sealed class Comparison(SqlExpression left, ComparisonOperator comparison, SqlExpression right) : Condition
{
    private (SqlExpression Left, ComparisonOperator Operator, SqlExpression Right) Parts => (left, comparison, right);

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other)
        || (other is Comparison { Parts: var parts } && comparison == parts.Operator && left.SameAs(parts.Left) && right.SameAs(parts.Right));

    private bool IsEquality => comparison is ComparisonOperator.Equal or ComparisonOperator.NotEqual;

    internal override bool CanBeNull => comparison switch
    {
        ComparisonOperator.Equal => left.ValueCanBeNull != right.ValueCanBeNull,
        ComparisonOperator.NotEqual => false,
        _ => left.ValueCanBeNull || right.ValueCanBeNull,
    };

    internal override bool IsCompound => true;

    public static Condition Of<T>(Expr<T> left, ComparisonOperator comparison, object? right)
    {
        if (right is null)
            return NullTest.For(left, comparison);
        if (right is not Expr<T> other)
            return new Comparison(left, comparison, (SqlExpression)right);
        // A value is stored as what it meets.
        if (other is Value<T> second)
            return left.Compare(comparison, second.Item);
        if (left is Value<T> first)
            return other.Compare(comparison.Mirrored, first.Item);
        if (left.IsModel && other.IsModel)
            return OfModels(left.Terms, comparison, other.Terms);
        if (left.Stored is { } stored && other.Stored is { } otherwise && stored.Type != otherwise.Type)
        {
            throw new NotSupportedException(
                $"{stored.Column} is stored as {stored.Type.Name} and {otherwise.Column} as {otherwise.Type.Name}: the database would find no two of them equal. " +
                "Store both alike, or cast one in raw SQL.");
        }
        return new Comparison(left, comparison, other);
    }

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(left);
        writer.Append(comparison switch
        {
            ComparisonOperator.Equal when left.ValueCanBeNull && right.ValueCanBeNull => " IS NOT DISTINCT FROM ",
            ComparisonOperator.NotEqual when left.ValueCanBeNull || right.ValueCanBeNull => " IS DISTINCT FROM ",
            _ => comparison.Sql,
        });
        writer.Operand(right);
    }

    private static Condition OfModels(IReadOnlyList<SqlExpression> left, ComparisonOperator comparison, IReadOnlyList<SqlExpression> right)
    {
        if (comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
            throw new NotSupportedException("Models are equal or not; they have no order. Compare a column of each.");
        Condition equal = new Comparison(left[0], ComparisonOperator.Equal, right[0]);
        for (int i = 1; i < left.Count; i++)
            equal &= new Comparison(left[i], ComparisonOperator.Equal, right[i]);
        return comparison == ComparisonOperator.Equal ? equal : equal.Negate();
    }

    internal override Condition Negate()
        => IsEquality || !CanBeNull ? new Comparison(left, comparison.Opposite, right) : new Negation(this);
}

/// <summary><c>IS NULL</c> and <c>IS NOT NULL</c>.</summary>
internal sealed class NullTest(SqlExpression operand, bool isNull) : Condition
{
    private (SqlExpression Operand, bool IsNull) Parts => (operand, isNull);

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is NullTest { Parts: var parts } && isNull == parts.IsNull && operand.SameAs(parts.Operand));

    internal override bool CanBeNull => false;

    internal override bool IsCompound => true;

    public static Condition For(SqlExpression operand, ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => new NullTest(operand.Terms[0], isNull: true),
        ComparisonOperator.NotEqual => new NullTest(operand.Terms[0], isNull: false),
        _ => throw new ArgumentNullException(
            nameof(operand),
            $"The value that {operand.Description} is compared with by{comparison.Sql}is null: nothing is less or greater than null. Use WhereIf for a value that may be missing."),
    };

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(operand);
        writer.Append(isNull ? " IS NULL" : " IS NOT NULL");
    }

    internal override Condition Negate() => new NullTest(operand, !isNull);
}
