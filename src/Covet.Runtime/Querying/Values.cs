using Covet.Infrastructure;

namespace Covet;

/// <summary>A value as an expression.</summary>
internal sealed class Value<T>(T value) : Expr<T>, IParameterSource
{
    internal override bool CanBeNull => value is null;

    internal override void Write(SqlWriter writer) => writer.Parameter(this);

    void IParameterSource.Bind(ParameterBinder binder, string name) => Mapping.Bind(binder, name, value);
}

/// <summary>Texts joined.</summary>
internal sealed class Concatenation(SqlExpression left, SqlExpression right) : Expr<string>
{
    internal override bool CanBeNull => left.ValueCanBeNull || right.ValueCanBeNull;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(left);
        writer.Append(" || ");
        writer.Operand(right);
    }
}

/// <summary>A call of a function that all dialects spell alike.</summary>
internal sealed class Function<T>(string name, params SqlExpression[] arguments) : Expr<T>
{
    internal override bool CanBeNull => Array.Exists(arguments, argument => argument.ValueCanBeNull);

    internal override void Write(SqlWriter writer)
    {
        writer.Append(name);
        writer.Append("(");
        for (int i = 0; i < arguments.Length; i++)
        {
            if (i > 0)
                writer.Append(", ");
            writer.Argument(arguments[i]);
        }
        writer.Append(")");
    }
}

/// <summary>An infix operation.</summary>
internal sealed class Operation<T>(SqlExpression left, string operation, SqlExpression right) : Expr<T>
{
    internal override bool CanBeNull => left.ValueCanBeNull || right.ValueCanBeNull;

    internal override bool IsCompound => true;

    internal override void Write(SqlWriter writer)
    {
        writer.Operand(left);
        writer.Append(operation);
        writer.Operand(right);
    }
}

/// <summary>The same SQL under another C# type.</summary>
internal sealed class Retyped<T>(SqlExpression inner, bool canBeNull) : Expr<T>
{
    internal override bool CanBeNull => canBeNull;

    internal override bool IsCompound => inner.IsCompound;

    internal override void Write(SqlWriter writer) => inner.Write(writer);
}

/// <summary>A value cast by the database.</summary>
internal sealed class Cast<T>(SqlExpression inner) : Expr<T>
{
    internal override bool CanBeNull => inner.ValueCanBeNull;

    internal override void Write(SqlWriter writer)
    {
        writer.Append("CAST(");
        writer.Argument(inner);
        writer.Append(" AS ");
        writer.Append(writer.Dialect.TypeName(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)));
        writer.Append(")");
    }
}
