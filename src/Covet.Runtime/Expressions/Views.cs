using Covet.Infrastructure;

namespace Covet;

/// <summary>An expression of a value type, read as a nullable.</summary>
internal sealed class NullableView<T>(Expr<T> inner, bool canBeNull = true) : Expr<T?> where T : struct
{
    private Expr<T> Inner => inner;

    internal override ValueMapping<T?> Mapping { get; } = NullableMapping<T>.Of(inner.Mapping);

    internal override StoredAs? Stored => inner.Stored;

    internal override string Description => inner.Description;

    internal override bool CanBeNull => canBeNull;

    internal override bool IsCompound => inner.IsCompound;

    internal override SqlExpression Bare => inner.Bare;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is NullableView<T> same && inner.SameAs(same.Inner));

    internal override void Write(SqlWriter writer) => writer.Append(inner);

    internal override T? Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => row.IsNull(ordinal) ? null : inner.Read(ref row, ordinal, source);
}

/// <summary>An expression of a class, read as one that may be null.</summary>
internal sealed class ReferenceView<T>(Expr<T> inner) : Expr<T?> where T : class?
{
    private Expr<T> Inner => inner;

    internal override ValueMapping<T?> Mapping => inner.Mapping!;

    internal override StoredAs? Stored => inner.Stored;

    internal override string Description => inner.Description;

    internal override bool IsCompound => inner.IsCompound;

    internal override SqlExpression Bare => inner.Bare;

    internal override bool SameAs(SqlExpression other) => ReferenceEquals(this, other) || (other is ReferenceView<T> same && inner.SameAs(same.Inner));

    internal override IReadOnlyList<SqlExpression> Terms => inner.Terms;

    internal override Condition Among(List<T?> values, bool orNull) => inner.Among(values!, orNull);

    internal override bool IsModel => inner.IsModel;

    internal override int Width => inner.Width;

    internal override void Write(SqlWriter writer) => writer.Append(inner);

    internal override void WriteSelected(SqlWriter writer) => inner.WriteSelected(writer);

    internal override void WriteGroupKey(SqlWriter writer) => inner.WriteGroupKey(writer);

    internal override T? Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => inner.Width == 1 && row.IsNull(ordinal) ? null : inner.Read(ref row, ordinal, source);
}
