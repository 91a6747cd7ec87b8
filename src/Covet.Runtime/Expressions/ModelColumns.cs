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

    /// <summary>The columns of the key: NULL exactly where the path leads nowhere.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract SqlExpression[] KeyColumns { get; }

    /// <summary>The condition that the key is that of an instance.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract Condition KeyEquals(TModel model);

    /// <summary>The condition that the key is among those of instances, none of them null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract Condition KeyIn(IEnumerable<TModel> models);

    internal override bool CanBeNull => path.IsOptional;

    internal override int Width => TModel.ColumnCount;

    internal override IReadOnlyList<SqlExpression> Terms => KeyColumns;

    internal override bool IsModel => true;

    internal override void Write(SqlWriter writer)
    {
        if (KeyColumns is not [var key])
        {
            throw new NotSupportedException(
                $"The key of {TModel.Info.Name} has several columns, but one value is needed here. Take one of them: {string.Join(" or ", TModel.Info.Key)}.");
        }
        key.Write(writer);
    }

    // The model's own key, on which all its columns depend. The foreign key that leads here is grouped by too: it stands for the key where that is selected alone.
    internal override void WriteGroupKey(SqlWriter writer) => writer.GroupKey(path);

    internal override void WriteSelected(SqlWriter writer) => writer.Columns(path);

    internal override TModel Read<TReader>(ref TReader row, int ordinal, ModelSource source)
    {
        if (path.IsOptional && row.IsNull(ordinal + TModel.Info.KeyOrdinals[0]))
            return null!;
        TModel model;
        try
        {
            model = TModel.Read(ref row, ordinal);
        }
        catch (Exception exception) when (UnreadableRow.IsCause(exception))
        {
            throw UnreadableRow.Of<TModel>(row, ordinal, exception);
        }
        source.Take(model);
        return model;
    }

    internal override Condition Compare(ComparisonOperator comparison, TModel? value)
    {
        if (value is null)
            return NullTest.For(this, comparison);
        DemandKey(value);
        return comparison switch
        {
            ComparisonOperator.Equal => KeyEquals(value),
            ComparisonOperator.NotEqual => KeyEquals(value).Negate(),
            _ => throw new NotSupportedException($"Models are equal or not; {TModel.Info.Name} has no order. Compare a column."),
        };
    }

    internal override Condition Among(List<TModel> values, bool orNull)
    {
        values.ForEach(DemandKey);
        var among = KeyIn(values);
        return orNull ? among | NullTest.For(this, ComparisonOperator.Equal) : among;
    }

    private static void DemandKey(TModel model)
    {
        if (!model.HasKey)
            throw new InvalidOperationException($"This {TModel.Info.Name} was never saved, so it has no key to compare with: insert it first.");
    }
}
