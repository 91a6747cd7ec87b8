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

    internal override bool SameAs(SqlExpression other)
        => other is Value<T> same && EqualityComparer<T>.Default.Equals(value, same.Item) && ReferenceEquals(Mapping, same.Mapping);

    /// <summary>The value under its nullable type.</summary>
    public Value<TNullable> As<TNullable>() => new((TNullable)(object)value!);

    void IParameterSource.Bind(ParameterBinder binder, string name) => Mapping.Bind(binder, name, value);
}

/// <summary>Texts joined. As in C#, NULL counts as an empty text.</summary>
internal sealed class Concatenation(SqlExpression left, SqlExpression right) : Expr<string>
{
    internal override bool CanBeNull => false;

    internal override bool IsCompound => true;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is Concatenation same && same.Is(left, right));

    internal override void Write(SqlWriter writer)
    {
        Side(writer, left);
        writer.Append(" || ");
        Side(writer, right);
    }

    private static void Side(SqlWriter writer, SqlExpression side)
    {
        if (!side.ValueCanBeNull)
        {
            writer.Operand(side);
            return;
        }
        writer.Append("COALESCE(");
        writer.Argument(side is Expr<string> ? side : new Cast<string>(side));
        writer.Append(", '')");
    }

    private bool Is(SqlExpression first, SqlExpression second) => left.SameAs(first) && right.SameAs(second);
}

/// <summary>A call of a function that all dialects spell alike.</summary>
internal sealed class Function<T>(string name, params SqlExpression[] arguments) : Expr<T>
{
    internal override bool CanBeNull { get; } = Array.Exists(arguments, argument => argument.ValueCanBeNull);

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is Function<T> same && same.Is(name, arguments));

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

    private bool Is(string otherName, SqlExpression[] others) => name == otherName && Alike.AreSame(arguments, others);
}

/// <summary>An operation on numbers.</summary>
internal sealed class Operation<T>(Expr<T> left, Arithmetic operation, Expr<T> right) : Expr<T>
{
    // Once: a long chain isn't walked again for each of its links, nor by a call for each.
    internal override ValueMapping<T> Mapping { get; } = left.Mapping;

    internal override bool CanBeNull { get; } = left.ValueCanBeNull || right.ValueCanBeNull;

    internal override bool IsCompound => true;

    public static Operation<T> Of(Expr<T> left, Arithmetic operation, Expr<T> right)
    {
        Arguments.Given(left);
        Arguments.Given(right);
        return new Operation<T>(left is Value<T> first ? first.As(right) : left, operation, right is Value<T> second ? second.As(left) : right);
    }

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is Operation<T> same && same.Is(left, operation, right));

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

    private bool Is(Expr<T> first, Arithmetic other, Expr<T> second) => operation == other && left.SameAs(first) && right.SameAs(second);
}

/// <summary>The same SQL under another C# type.</summary>
internal sealed class Retyped<T>(SqlExpression inner, bool canBeNull) : Expr<T>
{
    private SqlExpression Inner => inner;

    private static bool IsDecimal => typeof(T) == typeof(decimal) || typeof(T) == typeof(decimal?);

    internal override bool CanBeNull => canBeNull;

    internal override bool IsCompound => inner.IsCompound;

    // Decimals are written another way.
    internal override SqlExpression Bare => IsDecimal ? this : inner.Bare;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is Retyped<T> same && inner.SameAs(same.Inner));

    internal override void Write(SqlWriter writer)
    {
        if (IsDecimal)
            writer.Dialect.WriteDecimal(writer, inner);
        else
            inner.Write(writer);
    }
}

/// <summary>A value cast by the database.</summary>
internal sealed class Cast<T>(SqlExpression inner) : Expr<T>
{
    private SqlExpression Inner => inner;

    internal override bool CanBeNull { get; } = inner.ValueCanBeNull;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is Cast<T> same && inner.SameAs(same.Inner));

    internal override void Write(SqlWriter writer)
    {
        writer.Append("CAST(");
        writer.Argument(inner);
        writer.Append(" AS ");
        writer.Append(writer.Dialect.TypeName(Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T)));
        writer.Append(")");
    }
}
