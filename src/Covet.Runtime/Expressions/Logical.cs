using Covet.Infrastructure;

namespace Covet;

/// <summary>AND and OR. However many are combined, nothing here recurses once a term, and the SQL nests no deeper than the logarithm of their number.</summary>
internal sealed class Logical : Condition
{
    /// <summary>How many terms stand side by side; more are halved. SQLite reads a chain as a tree of its length, of which it takes 1,000 levels.</summary>
    internal const int MostInChain = 32;

    /// <summary>How often AND and OR may stand inside each other.</summary>
    private const int Deepest = 200;

    private readonly Condition _left;
    private readonly Condition _right;
    private readonly bool _isAnd;
    private readonly int _count;
    private readonly int _depth;

    public Logical(Condition left, Condition right, bool isAnd)
    {
        _left = Arguments.Given(left);
        _right = Arguments.Given(right);
        _isAnd = isAnd;
        _count = CountOf(left) + CountOf(right);
        _depth = Math.Max(DepthOf(left), DepthOf(right));
        if (_depth > Deepest)
        {
            throw new InvalidOperationException(
                $"A condition changes more than {Deepest} times between && and ||, each inside the other, which not every database takes. Combine alike conditions first.");
        }
        CanBeNull = left.CanBeNull || right.CanBeNull;
    }

    internal override bool CanBeNull { get; }

    internal override bool IsCompound => true;

    // Term by term, without recursion along the chain.
    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other)
        || (other is Logical same && _isAnd == same._isAnd && _count == same._count && Alike.AreSame(Combined(), same.Combined()));

    internal override void Write(SqlWriter writer)
    {
        if (_count > MostInChain)
        {
            Write(writer, Combined());
            return;
        }
        Side(writer, _left);
        writer.Append(_isAnd ? " AND " : " OR ");
        Side(writer, _right);
    }

    internal override Condition Negate() => Combined().Select(term => term.Negate()).Aggregate((left, right) => new Logical(left, right, !_isAnd));

    private void Write(SqlWriter writer, ReadOnlySpan<Condition> terms)
    {
        if (terms.Length > MostInChain)
        {
            int half = terms.Length / 2;
            writer.Append("(");
            Write(writer, terms[..half]);
            writer.Append(_isAnd ? ") AND (" : ") OR (");
            Write(writer, terms[half..]);
            writer.Append(")");
            return;
        }
        for (int i = 0; i < terms.Length; i++)
        {
            if (i > 0)
                writer.Append(_isAnd ? " AND " : " OR ");
            Side(writer, terms[i]);
        }
    }

    private void Side(SqlWriter writer, Condition side)
    {
        bool parenthesized = side is Logical logical && logical._isAnd != _isAnd;
        if (parenthesized)
            writer.Append("(");
        writer.Nested(side);
        if (parenthesized)
            writer.Append(")");
    }

    private int CountOf(Condition side) => side is Logical logical && logical._isAnd == _isAnd ? logical._count : 1;

    /// <summary>How often AND and OR stand inside each other, from a side on.</summary>
    private int DepthOf(Condition side) => side is not Logical logical ? 1 : logical._isAnd == _isAnd ? logical._depth : logical._depth + 1;

    /// <summary>The conditions that are combined by the same word, from left to right.</summary>
    private Condition[] Combined()
    {
        var terms = new List<Condition>();
        var open = new Stack<Condition>([this]);
        while (open.TryPop(out var condition))
        {
            if (condition is Logical logical && logical._isAnd == _isAnd)
            {
                open.Push(logical._right);
                open.Push(logical._left);
            }
            else
            {
                terms.Add(condition);
            }
        }
        return [.. terms];
    }
}
