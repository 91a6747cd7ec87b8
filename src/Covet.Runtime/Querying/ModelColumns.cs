using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>The columns of a model at the end of a path; as an expression, the whole model.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="path">The way there.</param>
public abstract class ModelColumns<TModel>(ColumnPath path) : Expr<TModel>, IRelated where TModel : class, IModel<TModel>
{
    ColumnPath IRelated.Path => path;

    /// <summary>The way there.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ColumnPath Path => path;

    /// <summary>The first column of the key: NULL exactly where the path leads nowhere.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract SqlExpression KeyColumn { get; }

    /// <summary>The condition that the key is that of an instance.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract Condition KeyEquals(TModel model);

    internal override bool CanBeNull => path.IsOptional;

    internal override int Width => TModel.ColumnCount;

    internal override void Write(SqlWriter writer) => KeyColumn.Write(writer);

    internal override void WriteSelected(SqlWriter writer) => writer.Columns(path);

    internal override TModel Read<TReader>(ref TReader row, int ordinal, ModelSource source)
    {
        if (path.IsOptional && row.IsNull(ordinal + TModel.Info.KeyOrdinals[0]))
            return null!;
        var model = TModel.Read(ref row, ordinal);
        source.Take(model);
        return model;
    }

    internal override Condition Compare(ComparisonOperator comparison, TModel? value)
    {
        if (value is null)
            return NullTest.For(KeyColumn, comparison);
        if (!value.HasKey)
            throw new InvalidOperationException($"This {TModel.Info.Name} was never saved, so it has no key to compare with: insert it first.");
        return comparison switch
        {
            ComparisonOperator.Equal => KeyEquals(value),
            ComparisonOperator.NotEqual => KeyEquals(value).Negate(),
            _ => throw new NotSupportedException($"Models are equal or not; {TModel.Info.Name} has no order. Compare a column."),
        };
    }
}
