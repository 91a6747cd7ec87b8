using Covet.Infrastructure;

namespace Covet;

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
