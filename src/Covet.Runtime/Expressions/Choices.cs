using System.Runtime.CompilerServices;
using Covet.Infrastructure;

namespace Covet;

/// <summary>The beginning of a choice, from <see cref="Sql.Case"/>.</summary>
public readonly struct CaseStart;

/// <summary>The first condition of a choice, which says what type its values are.</summary>
public static class CaseExtensions
{
    /// <summary>The value where the condition holds.</summary>
    [OverloadResolutionPriority(1)]
    public static Case<T> When<T>(this CaseStart start, Condition condition, Expr<T> value)
    {
        _ = start;
        return new([(Arguments.Given(condition), Arguments.Given(value))], null);
    }

    /// <summary>The value where the condition holds.</summary>
    public static Case<T> When<T>(this CaseStart start, Condition condition, T value) => start.When(condition, (Expr<T>)new Value<T>(value));
}

/// <summary>
/// A choice: the value of the first condition that holds, else that of <see cref="Else(T)"/>. Without an Else it may be NULL: select its <c>OrNull()</c>.
/// </summary>
/// <typeparam name="T">The C# type of its values.</typeparam>
public sealed class Case<T> : Expr<T>
{
    private readonly (Condition Condition, Expr<T> Value)[] _branches;
    private readonly Expr<T>? _otherwise;

    internal Case((Condition Condition, Expr<T> Value)[] branches, Expr<T>? otherwise)
    {
        _branches = branches;
        _otherwise = otherwise;
        // A value is stored as the columns that it stands beside.
        var typed = Array.Find([.. branches.Select(branch => branch.Value), otherwise], value => value is not (null or Value<T>));
        Mapping = typed?.Mapping ?? ValueMapping<T>.Default;
    }

    internal override ValueMapping<T> Mapping { get; }

    internal override bool CanBeNull => _otherwise is null || _otherwise.ValueCanBeNull || Array.Exists(_branches, branch => branch.Value.ValueCanBeNull);

    /// <summary>The value where this condition holds, and none before it.</summary>
    [OverloadResolutionPriority(1)]
    public Case<T> When(Condition condition, Expr<T> value) => new([.. _branches, (Arguments.Given(condition), Arguments.Given(value))], _otherwise);

    /// <summary>The value where this condition holds, and none before it.</summary>
    public Case<T> When(Condition condition, T value) => When(condition, new Value<T>(value));

    /// <summary>The value where no condition holds.</summary>
    [OverloadResolutionPriority(1)]
    public Expr<T> Else(Expr<T> value) => new Case<T>(_branches, Arguments.Given(value));

    /// <summary>The value where no condition holds.</summary>
    public Expr<T> Else(T value) => Else(new Value<T>(value));

    internal override bool SameAs(SqlExpression other)
        => other is Case<T> choice && choice._branches.Length == _branches.Length
            && Alike.AreSame(_otherwise, choice._otherwise)
            && _branches.Zip(choice._branches).All(pair => pair.First.Condition.SameAs(pair.Second.Condition) && pair.First.Value.SameAs(pair.Second.Value));

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.Append("CASE");
        int collations = writer.DecimalCollations;
        bool comparesDecimals = false;
        foreach (var (condition, value) in _branches)
        {
            writer.Append(" WHEN ");
            writer.Append(condition);
            comparesDecimals |= writer.DecimalCollations > collations;
            writer.Append(" THEN ");
            writer.Argument(Mapped(value));
        }
        if (_otherwise is not null)
        {
            writer.Append(" ELSE ");
            writer.Argument(Mapped(_otherwise));
        }
        writer.Append(" END");
        // On SQLite a collation in a condition would become that of the value.
        if (comparesDecimals && this is not (Expr<decimal> or Expr<decimal?>))
            writer.Append(writer.Dialect.PlainCollation);
    }

    internal override T Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => default(T) is not null && row.IsNull(ordinal)
            ? throw new InvalidOperationException("A row meets no condition of the Case: give it an Else, or select its OrNull(), which gives null there.")
            : base.Read(ref row, ordinal, source);

    private Expr<T> Mapped(Expr<T> value) => value is Value<T> constant ? constant.As(this) : value;
}

/// <summary>The first expression that isn't NULL.</summary>
internal sealed class Coalesce<T> : Expr<T>
{
    private readonly SqlExpression[] _expressions;

    public Coalesce(Expr<T>[] expressions)
    {
        var typed = Array.Find(expressions, expression => Arguments.Given(expression) is not Value<T>);
        Mapping = typed?.Mapping ?? ValueMapping<T>.Default;
        _expressions = Array.ConvertAll<Expr<T>, SqlExpression>(expressions, expression => expression is Value<T> value ? value.As(this) : expression);
    }

    public Coalesce(SqlExpression first, SqlExpression second, ValueMapping<T> mapping)
    {
        Mapping = mapping;
        _expressions = [Arguments.Given(first), Arguments.Given(second)];
    }

    internal override ValueMapping<T> Mapping { get; }

    internal override bool CanBeNull => Array.TrueForAll(_expressions, expression => expression.ValueCanBeNull);

    internal override bool IsCompound => true;

    internal override bool SameAs(SqlExpression other) => other is Coalesce<T> coalesce && Alike.AreSame(_expressions, coalesce._expressions);

    internal override void Write(SqlWriter writer)
    {
        writer.Append("COALESCE(");
        writer.Arguments(_expressions);
        writer.Append(")");
    }
}

/// <summary>NULL where two expressions are equal, else the first.</summary>
internal sealed class NullIf<T>(SqlExpression expression, SqlExpression other, ValueMapping<T> mapping) : Expr<T>
{
    internal override ValueMapping<T> Mapping => mapping;

    internal override bool IsCompound => true;

    internal override bool SameAs(SqlExpression same) => same is NullIf<T> nullIf && nullIf.Both.Item1.SameAs(expression) && nullIf.Both.Item2.SameAs(other);

    internal override void Write(SqlWriter writer)
    {
        writer.Append("NULLIF(");
        writer.Operand(expression);
        writer.Append(", ");
        writer.Operand(other);
        writer.Append(")");
    }

    private (SqlExpression, SqlExpression) Both => (expression, other);
}

/// <summary>Between two bounds, both of them included.</summary>
internal sealed class BetweenCondition(SqlExpression value, SqlExpression least, SqlExpression most) : Condition
{
    private SqlExpression[] Parts => [value, least, most];

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is BetweenCondition same && Alike.AreSame(Parts, same.Parts));

    internal override bool CanBeNull => value.ValueCanBeNull || least.ValueCanBeNull || most.ValueCanBeNull;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(value);
        writer.Append(" BETWEEN ");
        writer.Operand(least);
        writer.Append(" AND ");
        writer.Operand(most);
    }
}
