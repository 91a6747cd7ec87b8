using System.Diagnostics.CodeAnalysis;
using Covet.Infrastructure;

namespace Covet;

/// <summary>A piece of SQL written by hand. Its text is a constant; columns in it become identifiers, values become parameters.</summary>
public sealed class RawExpression : SqlExpression
{
    private readonly string? _text;
    private readonly SqlExpression[]? _parts;

    /// <summary>SQL text that holds no value.</summary>
    /// <param name="text">A compile-time constant.</param>
    public RawExpression([ConstantExpected] string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    private RawExpression(SqlExpression[] parts) => _parts = parts;

    internal override bool IsCompound => true;

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is RawExpression same && _text == same._text && Alike.AreSame(_parts, same._parts));

    /// <summary>
    /// SQL with holes: a column becomes its quoted identifier, any other expression its SQL in parentheses, a raw expression its text, a list one list
    /// parameter, anything else one parameter.
    /// </summary>
    /// <param name="sql">The interpolated text.</param>
    public static RawExpression Interpolated(SqlInterpolatedStringHandler sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        return sql.ToExpression();
    }

    /// <summary>SQL text that was built at run time. Nothing in it is escaped: never build it from what a user wrote.</summary>
    /// <param name="text">The text, as it will be sent.</param>
    public static RawExpression Unsafe(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new RawExpression([new Text(text)]);
    }

    /// <summary>The expression with a type, to be selected or compared; the type is taken on trust.</summary>
    public Expr<T> As<T>() => new Retyped<T>(this, canBeNull: default(T) is null);

    /// <summary>The raw condition doesn't hold.</summary>
    public static Condition operator !(RawExpression raw) => !(Condition)raw;

    internal static RawExpression Of(SqlExpression[] parts) => new(parts);

    internal override void Write(SqlWriter writer)
    {
        if (_text is not null)
            writer.Append(_text);
        // Its columns may stand in an aggregate that is written by hand.
        writer.BeginRaw();
        WriteParts(writer, _parts ?? []);
        writer.EndRaw();
    }

    /// <summary>Writes text and holes; an operation in a hole is one operand, a raw expression whatever its text is.</summary>
    internal static void WriteParts(SqlWriter writer, IEnumerable<SqlExpression> parts)
    {
        foreach (var part in parts)
        {
            if (part is { IsCompound: true } and not RawExpression)
                writer.Operand(part);
            else
                part.Write(writer);
        }
    }

    /// <summary>A stretch of text between holes.</summary>
    internal sealed class Text(string text) : SqlExpression
    {
        private string Sql => text;

        internal override bool SameAs(SqlExpression other) => other is Text same && text == same.Sql;

        internal override void Write(SqlWriter writer) => writer.Append(text);
    }
}
