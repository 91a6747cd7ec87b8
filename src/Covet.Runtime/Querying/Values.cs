using Covet.Infrastructure;

namespace Covet;

/// <summary>A value as an expression.</summary>
internal sealed class Value<T>(T value, ValueMapping<T>? mapping = null) : Expr<T>, IParameterSource
{
    internal override ValueMapping<T> Mapping { get; } = mapping ?? ValueMapping<T>.Default;

    internal override bool CanBeNull => value is null;

    internal override void Write(SqlWriter writer) => writer.Parameter(this);

    /// <summary>The value.</summary>
    public T Item => value;

    /// <summary>The value as it is stored where the other expression's values are.</summary>
    public Value<T> As(Expr<T> other) => new(value, other.Mapping);

    /// <summary>The value under its nullable type.</summary>
    public Value<TNullable> As<TNullable>() => new((TNullable)(object)value!);

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

/// <summary>An operation on numbers.</summary>
internal sealed class Operation<T>(Expr<T> left, Arithmetic operation, Expr<T> right) : Expr<T>
{
    internal override ValueMapping<T> Mapping => left.Mapping;

    internal override bool CanBeNull => left.ValueCanBeNull || right.ValueCanBeNull;

    internal override bool IsCompound => true;

    public static Operation<T> Of(Expr<T> left, Arithmetic operation, Expr<T> right)
    {
        Arguments.Given(left);
        Arguments.Given(right);
        return new Operation<T>(left is Value<T> first ? first.As(right) : left, operation, right is Value<T> second ? second.As(left) : right);
    }

    internal override void Write(SqlWriter writer)
    {
        if (typeof(T) == typeof(decimal) || typeof(T) == typeof(decimal?))
        {
            writer.Dialect.WriteDecimalOperation(writer, operation, left, right);
            return;
        }
        writer.Operand(left);
        writer.Append(operation.Sql);
        writer.Operand(right);
    }
}

/// <summary>The same SQL under another C# type.</summary>
internal sealed class Retyped<T>(SqlExpression inner, bool canBeNull) : Expr<T>
{
    internal override bool CanBeNull => canBeNull;

    internal override bool IsCompound => inner.IsCompound;

    internal override void Write(SqlWriter writer)
    {
        if (typeof(T) == typeof(decimal) || typeof(T) == typeof(decimal?))
            writer.Dialect.WriteDecimal(writer, inner);
        else
            inner.Write(writer);
    }
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
