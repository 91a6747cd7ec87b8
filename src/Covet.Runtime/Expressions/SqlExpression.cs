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

    /// <summary>The expression without what only changes its C# type.</summary>
    internal virtual SqlExpression Bare => this;

    /// <summary>How many result columns it takes when it is selected.</summary>
    internal virtual int Width => 1;

    /// <summary>The column whose values it gives, if it gives a column's values, and the type as which they are stored.</summary>
    internal virtual StoredAs? Stored => null;

    /// <summary>The type as which its values are stored; null for one that the providers know themselves.</summary>
    internal virtual Type? StoredType => null;

    /// <summary>What messages call it.</summary>
    internal virtual string Description => Stored?.Column ?? "an expression";

    /// <summary>What stands for it where columns are listed: a model's key, of one or more columns; else itself.</summary>
    internal virtual IReadOnlyList<SqlExpression> Terms => [this];

    /// <summary>Whether it is a whole model, which its key stands for.</summary>
    internal virtual bool IsModel => false;

    /// <summary>Whether its value may be NULL where it isn't itself the test of a WHERE: a condition is true there, or false.</summary>
    internal virtual bool ValueCanBeNull => CanBeNull;

    /// <summary>Whether it is the same expression: alike in structure and in its values, so that one can stand for the other.</summary>
    internal virtual bool SameAs(SqlExpression other) => ReferenceEquals(this, other);

    /// <summary>A value of its type, stored as its own values are, from a row.</summary>
    internal virtual SqlExpression ReadValue<TReader>(ref TReader row, int ordinal) where TReader : struct, Infrastructure.IRowReader
        => throw new NotSupportedException($"{Description} has no type to read a value of.");

    internal abstract void Write(Infrastructure.SqlWriter writer);

    internal virtual void WriteSelected(Infrastructure.SqlWriter writer) => writer.Argument(this);

    /// <summary>Writes it as a term of GROUP BY.</summary>
    internal virtual void WriteGroupKey(Infrastructure.SqlWriter writer) => writer.Operand(this);

    /// <summary>Not SQL: throws, so that an expression can't slip into a text unseen.</summary>
    /// <exception cref="InvalidOperationException">Always.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => throw new InvalidOperationException(
        "An SQL expression has no text of its own: in a C# string it would lose its meaning. " +
        "For SQL text with columns in it write RawExpression.Interpolated($\"...\").");
}

/// <summary>How a column is stored.</summary>
/// <param name="Path">The way to its model.</param>
/// <param name="Info">The column.</param>
/// <param name="Type">The type of its values in the database, without their nullability.</param>
/// <param name="IsJson">Whether it holds JSON documents.</param>
internal readonly record struct StoredAs(Infrastructure.ColumnPath Path, ColumnInfo Info, Type Type, bool IsJson)
{
    /// <summary>The column, for messages.</summary>
    public string Column => $"{Path.Model.Name}.{Info.Property}";
}
