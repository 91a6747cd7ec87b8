namespace Covet.Infrastructure;

/// <summary>Which columns a selection asks for.</summary>
public abstract class RowShape
{
    private protected RowShape()
    {
    }

    /// <summary>The expressions that fill it.</summary>
    internal abstract IReadOnlyList<SqlExpression> Terms { get; }

    /// <summary>The projection that it fills; null for expressions.</summary>
    internal virtual string? Projection => null;

    /// <summary>The name of a selected expression where another SELECT reads it, quoted.</summary>
    internal static string NameOf(int ordinal) => $"\"c{ordinal + 1}\"";

    internal virtual void WriteColumns(SqlWriter writer, SelectBuilder select, bool isNamed, bool isRecursive = false)
    {
        for (int i = 0; i < Terms.Count; i++)
        {
            if (i > 0)
                writer.Append(", ");
            var term = Arguments.Given(Terms[i], "columns");
            if (isRecursive && term is Expr<string>)
                writer.Dialect.WritePlainText(writer, term);
            else
                term.WriteSelected(writer);
            if (isNamed && !term.IsModel)
                writer.AppendName(NameOf(i));
        }
    }

    /// <summary>Writes the expressions of a row that was written.</summary>
    internal void WriteTerms(SqlWriter writer)
    {
        for (int i = 0; i < Terms.Count; i++)
        {
            if (i > 0)
                writer.Append(", ");
            Arguments.Given(Terms[i], "columns").WriteSelected(writer);
        }
    }

    /// <summary>Demands that another shape has columns that are stored alike.</summary>
    internal void DemandAlike(RowShape other, SetOperation operation, string rows, string otherRows)
    {
        if (Terms.Count != other.Terms.Count)
            throw new NotSupportedException($"{operation} of rows of {rows} and {otherRows}: they have {Terms.Count} and {other.Terms.Count} columns. Select the same in both.");
        for (int i = 0; i < Terms.Count; i++)
        {
            if (Terms[i].StoredType != other.Terms[i].StoredType)
            {
                throw new NotSupportedException(
                    $"{operation} of rows of {rows} and {otherRows}: {Terms[i].Description} and {other.Terms[i].Description} are stored differently. Store both alike, or cast one.");
            }
        }
    }
}

/// <summary>What a selection makes of a row: which columns it asks for and how it reads them.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
public abstract class RowShape<T> : RowShape
{
    private protected RowShape()
    {
    }

    internal abstract T Read<TReader>(ref TReader row, ModelSource source) where TReader : struct, IRowReader;

    /// <summary>The exception for a row that can't be read.</summary>
    /// <param name="row">The row.</param>
    /// <param name="source">What the models of the row belong to, which is read once more.</param>
    /// <param name="exception">What was thrown.</param>
    internal Exception Unreadable(IRowReader row, ModelSource source, Exception exception)
    {
        var noted = UnreadableRow.Noted(row, out var note);
        try
        {
            Read(ref noted, source);
        }
        catch (Exception again) when (UnreadableRow.IsCause(again))
        {
            // Noted.
        }
        return UnreadableRow.Of(row, note, exception, note.Ordinal < 0 ? default : NameAt(note.Ordinal));
    }

    /// <summary>What the column at an ordinal is of.</summary>
    private protected virtual (string? Model, string? Member) NameAt(int ordinal)
    {
        int first = 0;
        foreach (var term in Terms)
        {
            first += term.Width;
            if (ordinal < first)
                return term.Stored is { } stored ? (stored.Path.Model.Name, stored.Info.Property) : default;
        }
        return default;
    }

    private protected static TItem Next<TReader, TItem>(Expr<TItem> expression, ref TReader row, ref int ordinal, ModelSource source)
        where TReader : struct, IRowReader
    {
        int first = ordinal;
        ordinal += expression.Width;
        return expression.Read(ref row, first, source);
    }
}

/// <summary>The only column of a raw statement's row.</summary>
internal sealed class ScalarShape<T> : RowShape<T>
{
    public static readonly ScalarShape<T> Instance = new();

    internal override IReadOnlyList<SqlExpression> Terms => throw new InvalidOperationException("A scalar has no columns of its own.");

    private protected override (string? Model, string? Member) NameAt(int ordinal) => default;

    internal override T Read<TReader>(ref TReader row, ModelSource source)
        => default(T) is not null && row.IsNull(0)
            ? throw new InvalidOperationException($"The statement gave NULL where a value of type {typeof(T).Name} was expected. Read it as {typeof(T).Name}?, or let the statement give no NULL.")
            : RowValue.Read<TReader, T>(ref row, 0);
}

/// <summary>One expression.</summary>
internal sealed class ExprShape<T>(Expr<T> expression) : RowShape<T>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = [expression];

    internal override T Read<TReader>(ref TReader row, ModelSource source) => expression.Read(ref row, 0, source);
}

/// <summary>A generated projection.</summary>
internal sealed class ProjectionShape<TProjection, TModel>(ModelColumns<TModel> columns) : RowShape<TProjection>
    where TProjection : IProjection<TProjection, TModel>
    where TModel : class, IModel<TModel>
{
    internal override IReadOnlyList<SqlExpression> Terms { get; } = TProjection.Columns(columns);

    internal override string? Projection => typeof(TProjection).Name;

    internal override TProjection Read<TReader>(ref TReader row, ModelSource source) => TProjection.Read(ref row, 0);

    private protected override (string? Model, string? Member) NameAt(int ordinal) => (Projection, TProjection.ColumnNames[ordinal]);
}

/// <summary>All columns of a model under their own names: what a query gives to another SELECT.</summary>
/// <param name="extra">An expression behind them, or null.</param>
/// <param name="slot">The model's place in the FROM clause.</param>
internal sealed class ModelShape(SqlExpression? extra = null, int slot = 0) : RowShape
{
    public static readonly ModelShape Plain = new();

    internal override IReadOnlyList<SqlExpression> Terms => [];

    internal override void WriteColumns(SqlWriter writer, SelectBuilder select, bool isNamed, bool isRecursive = false)
    {
        select.RootColumns(slot);
        if (extra is null)
            return;
        writer.Append(", ");
        extra.WriteSelected(writer);
    }
}
