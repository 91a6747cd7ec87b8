namespace Covet.Infrastructure;

/// <summary>What a selection makes of a row: which columns it asks for and how it reads them.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
public abstract class RowShape<T>
{
    private protected RowShape()
    {
    }

    internal abstract void WriteColumns(SqlWriter writer);

    internal abstract T Read<TReader>(ref TReader row, ModelSource source) where TReader : struct, IRowReader;

    private protected static TItem Next<TReader, TItem>(Expr<TItem> expression, ref TReader row, ref int ordinal, ModelSource source)
        where TReader : struct, IRowReader
    {
        int first = ordinal;
        ordinal += expression.Width;
        return expression.Read(ref row, first, source);
    }

    private protected static void WriteAll(SqlWriter writer, params ReadOnlySpan<SqlExpression> columns)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                writer.Append(", ");
            Arguments.Given(columns[i], "columns").WriteSelected(writer);
        }
    }
}

internal static class RowShape
{
    /// <summary>The only column of a row.</summary>
    public static RowShape<T> Scalar<T>() => ScalarShape<T>.Instance;

    private sealed class ScalarShape<T> : RowShape<T>
    {
        public static readonly ScalarShape<T> Instance = new();

        internal override void WriteColumns(SqlWriter writer) => throw new InvalidOperationException("A scalar has no columns of its own.");

        internal override T Read<TReader>(ref TReader row, ModelSource source) => RowValue.Read<TReader, T>(ref row, 0);
    }
}

/// <summary>One expression.</summary>
internal sealed class ExprShape<T>(Expr<T> expression) : RowShape<T>
{
    internal override void WriteColumns(SqlWriter writer) => expression.WriteSelected(writer);

    internal override T Read<TReader>(ref TReader row, ModelSource source) => expression.Read(ref row, 0, source);
}

/// <summary>A generated projection.</summary>
internal sealed class ProjectionShape<TProjection, TModel>(ModelColumns<TModel> columns) : RowShape<TProjection>
    where TProjection : IProjection<TProjection, TModel>
    where TModel : class, IModel<TModel>
{
    // Now, while the lambda runs that got the columns: aggregates over related rows have lambdas of their own inside it.
    private readonly SqlExpression[] _columns = TProjection.Columns(columns);

    internal override void WriteColumns(SqlWriter writer) => WriteAll(writer, _columns);

    internal override TProjection Read<TReader>(ref TReader row, ModelSource source) => TProjection.Read(ref row, 0);
}
