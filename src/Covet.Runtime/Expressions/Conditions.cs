using Covet.Infrastructure;

namespace Covet;

/// <summary>Holds where the operand does not, NULL included.</summary>
internal sealed class Negation(Condition operand) : Condition
{
    private Condition Operand => operand;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is Negation same && operand.SameAs(same.Operand));

    internal override bool CanBeNull => false;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        if (operand.CanBeNull)
        {
            operand.WriteTest(writer);
            writer.Append(" IS NOT TRUE");
            return;
        }
        writer.Append("NOT ");
        operand.WriteTest(writer);
    }

    internal override Condition Negate() => operand;
}

/// <summary>A raw condition. Its negation is SQL's own, three-valued: a raw text that is NULL stays NULL.</summary>
internal sealed class RawCondition(RawExpression raw, bool negated = false) : Condition
{
    private (RawExpression Raw, bool Negated) Parts => (raw, negated);

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is RawCondition { Parts: var parts } && negated == parts.Negated && raw.SameAs(parts.Raw));

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
    private (TextTest Test, Expr<string> Text, SqlExpression Part) Parts => (test, text, part);

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other)
        || (other is TextCondition { Parts: var parts } && test == parts.Test && text.SameAs(parts.Text) && part.SameAs(parts.Part));

    internal override bool CanBeNull => text.CanBeNull || part.CanBeNull;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer) => writer.Dialect.WriteTextTest(writer, test, text, part);
}

/// <summary>Membership in a list of values: one parameter, whatever the list's length.</summary>
internal sealed class InValues<T>(Expr<T> left, IReadOnlyList<T> values, bool orNull, bool negated = false) : Condition, IParameterSource
{
    private (Expr<T> Left, IReadOnlyList<T> Values, bool OrNull, bool Negated) Parts => (left, values, orNull, negated);

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is InValues<T> { Parts: var parts }
        && orNull == parts.OrNull && negated == parts.Negated && left.SameAs(parts.Left) && values.SequenceEqual(parts.Values));

    internal override bool CanBeNull => left.ValueCanBeNull && !orNull && !negated;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        bool keepsNull = negated && left.ValueCanBeNull && !orNull;
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

    StoredAs? IParameterSource.Meant => left.Stored;

    void IParameterSource.Bind(ParameterBinder binder, string name) => left.Mapping.BindList(binder, name, values);
}
