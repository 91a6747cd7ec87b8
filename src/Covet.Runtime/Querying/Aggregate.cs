using Covet.Infrastructure;

namespace Covet;

/// <summary>An aggregate function over rows.</summary>
/// <typeparam name="T">The C# type of its value.</typeparam>
public abstract class Aggregate<T> : Expr<T>
{
    private protected Aggregate()
    {
    }
}

/// <summary>An aggregate that all dialects spell alike.</summary>
internal sealed class PlainAggregate<T>(string name, SqlExpression? argument, bool distinct = false, ValueMapping<T>? mapping = null) : Aggregate<T>
{
    internal override ValueMapping<T> Mapping { get; } = mapping ?? ValueMapping<T>.Default;

    internal override bool CanBeNull => default(T) is null;

    internal override void Write(SqlWriter writer)
    {
        writer.BeginAggregate();
        writer.Append(name);
        writer.Append(distinct ? "(DISTINCT " : "(");
        if (argument is null)
            writer.Append("*");
        else if (argument is RawExpression)
            argument.Write(writer);
        else
            writer.Operand(argument);
        writer.Append(")");
        writer.EndAggregate();
    }
}

/// <summary>An aggregate that dialects spell differently.</summary>
internal sealed class DialectAggregate<T>(SqlFunction function, SqlExpression argument) : Aggregate<T>
{
    internal override void Write(SqlWriter writer)
    {
        writer.BeginAggregate();
        writer.Dialect.WriteFunction(writer, function, [argument]);
        writer.EndAggregate();
    }
}
