using Covet.Infrastructure;

namespace Covet;

/// <summary>An SQL condition. <c>&amp;&amp;</c>, <c>||</c> and <c>!</c> combine conditions; both sides always run, since they build SQL.</summary>
public abstract class Condition : Expr<bool>
{
    private protected Condition()
    {
    }

    internal override bool ValueCanBeNull => false;

    /// <summary>Writes it as an operand of AND or NOT, where NULL counts as not.</summary>
    internal void WriteTest(SqlWriter writer)
    {
        if (IsCompound)
            writer.Append("(");
        writer.Nested(this);
        if (IsCompound)
            writer.Append(")");
    }

    /// <summary>The condition that holds exactly where this one does not hold, NULL counted as not.</summary>
    internal virtual Condition Negate() => new Negation(this);

    /// <summary>Both hold.</summary>
    public static Condition operator &(Condition left, Condition right) => new Logical(left, right, isAnd: true);

    /// <summary>At least one holds.</summary>
    public static Condition operator |(Condition left, Condition right) => new Logical(left, right, isAnd: false);

    /// <summary>It does not hold; rows where it is NULL are kept, as in C#.</summary>
    public static Condition operator !(Condition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition.Negate();
    }

    /// <summary>Lets <c>||</c> compile; a condition can't be tested in C#.</summary>
    [Obsolete("A condition is SQL, not a C# bool: if, while and ?: can't test it. Use it in Where, or combine it with && and ||.", error: true)]
    public static bool operator true(Condition condition) => false;

    /// <summary>Lets <c>&amp;&amp;</c> compile.</summary>
    public static bool operator false(Condition condition) => false;

    /// <summary>A raw expression as a condition.</summary>
    public static implicit operator Condition(RawExpression raw) => new RawCondition(Arguments.Given(raw));

    /// <summary>Makes the compiler say what is wrong with a C# bool in a condition.</summary>
    [Obsolete("A C# bool is not SQL. Compare columns, or use WhereIf(flag, ...).", error: true)]
    public static implicit operator Condition(bool value) => throw new InvalidOperationException("A C# bool is not SQL.");
}
