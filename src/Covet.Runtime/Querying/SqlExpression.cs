using System.ComponentModel;

namespace Covet;

/// <summary>A piece of SQL made from columns, values and operators. Building one sends nothing.</summary>
public abstract class SqlExpression
{
    private protected SqlExpression()
    {
    }

    /// <summary>Whether its value may be NULL.</summary>
    internal virtual bool CanBeNull => true;

    /// <summary>Whether it must stand in parentheses as an operand.</summary>
    internal virtual bool IsCompound => false;

    /// <summary>How many result columns it takes when it is selected.</summary>
    internal virtual int Width => 1;

    internal abstract void Write(Infrastructure.SqlWriter writer);

    internal virtual void WriteSelected(Infrastructure.SqlWriter writer) => Write(writer);

    /// <summary>Not SQL: throws, so that an expression can't slip into a text unseen.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => throw new InvalidOperationException(
        "An SQL expression has no text of its own: in a C# string it would lose its meaning. " +
        "For SQL text with columns in it write RawExpression.Interpolated($\"...\").");
}
