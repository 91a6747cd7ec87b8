using Covet.Infrastructure;

namespace Covet;

/// <summary>A column of selected rows: an expression of the selection as it is read from outside.</summary>
/// <param name="place">Where the rows stand.</param>
/// <param name="name">The column's name there, quoted.</param>
/// <param name="origin">The expression that was selected.</param>
/// <param name="description">What messages call it.</param>
/// <param name="canBeNull">Whether it may be NULL among the selected rows.</param>
internal sealed class RowColumn<T>(RowPlace place, string name, Expr<T> origin, string description, bool canBeNull) : Expr<T>
{
    internal override ValueMapping<T> Mapping => origin.Mapping;

    internal override StoredAs? Stored => origin.Stored;

    internal override bool CanBeNull => place.IsOptional || canBeNull;

    internal override string Description => description;

    internal override bool SameAs(SqlExpression other) => other is RowColumn<T> column && column.Key == Key;

    internal override void Write(SqlWriter writer) => writer.Column(place, name, description);

    internal override T Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => CanBeNull && !origin.ValueCanBeNull && row.IsNull(ordinal)
            ? throw new InvalidOperationException(
                $"{description} is {(place.IsOptional ? "behind a LEFT JOIN, and a row has none" : "NULL in a row of a union")}: select its OrNull(), which gives null there.")
            : origin.Read(ref row, ordinal, source);

    private (RowPlace Place, string Name) Key => (place, name);
}

/// <summary>The columns of selected rows, by their ordinal in the selection.</summary>
internal readonly struct RowColumns(IReadOnlyList<SqlExpression> terms, bool[] canBeNull, RowPlace place, string rows)
{
    /// <summary>The column of an expression.</summary>
    public Expr<T> At<T>(int ordinal) => new RowColumn<T>(place, RowShape.NameOf(ordinal), (Expr<T>)terms[ordinal], $"Item{ordinal + 1} of {rows}", canBeNull[ordinal]);
}

/// <summary>All columns of selected rows.</summary>
internal sealed class RowsShape(int count) : RowShape
{
    internal override IReadOnlyList<SqlExpression> Terms => [];

    internal override void WriteColumns(SqlWriter writer, SelectBuilder select, bool isNamed, bool isRecursive = false)
        => select.RootColumns([.. Enumerable.Range(0, count).Select(NameOf)]);
}
