using Covet.Infrastructure;

namespace Covet;

/// <summary>A column of a model at the end of a path.</summary>
/// <typeparam name="T">The C# type of its values; nullable when the column is.</typeparam>
/// <param name="path">The way to its model.</param>
/// <param name="column">The column.</param>
/// <param name="mapping">How its values are stored; null for a type that the providers know.</param>
public sealed class Column<T>(ColumnPath path, ColumnInfo column, ValueMapping<T>? mapping = null) : Expr<T>, IColumn<T>
{
    /// <inheritdoc/>
    public string Name => column.Name;

    private (ColumnPath Path, ColumnInfo Info) Place => (path, column);

    internal override ValueMapping<T> Mapping { get; } = mapping ?? ValueMapping<T>.Default;

    internal override StoredAs? Stored => new(path, column, Mapping.Stored ?? Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), Mapping.IsJson);

    internal override bool CanBeNull => column.IsNullable || path.IsOptional;

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is Column<T> same && column == same.Place.Info && path.SameAs(same.Place.Path));

    internal override void Write(SqlWriter writer) => writer.Column(path, column);

    internal override T Read<TReader>(ref TReader row, int ordinal, ModelSource source)
    {
        if (column.IsNullable)
            return Mapping.Read(ref row, ordinal);
        return path.IsOptional && row.IsNull(ordinal) ? throw path.LeadsNowhere(column) : Mapping.ReadPresent(ref row, ordinal);
    }
}

/// <summary>A column of booleans: a condition as it stands.</summary>
/// <param name="path">The way to its model.</param>
/// <param name="column">The column.</param>
public sealed class BoolColumn(ColumnPath path, ColumnInfo column) : Condition, IColumn<bool>
{
    /// <inheritdoc/>
    public string Name => column.Name;

    private (ColumnPath Path, ColumnInfo Info) Place => (path, column);

    internal override bool CanBeNull => column.IsNullable || path.IsOptional;

    internal override bool ValueCanBeNull => CanBeNull;

    internal override StoredAs? Stored => new(path, column, typeof(bool), IsJson: false);

    internal override bool SameAs(SqlExpression other)
        => ReferenceEquals(this, other) || (other is BoolColumn same && column == same.Place.Info && path.SameAs(same.Place.Path));

    internal override void Write(SqlWriter writer) => writer.Column(path, column);

    internal override bool Read<TReader>(ref TReader row, int ordinal, ModelSource source)
        => path.IsOptional && row.IsNull(ordinal) ? throw path.LeadsNowhere(column) : row.GetBoolean(ordinal);
}
