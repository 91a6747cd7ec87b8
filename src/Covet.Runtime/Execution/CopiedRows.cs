namespace Covet.Infrastructure;

/// <summary>Rows that go into a table by a way of the database's own, which gives nothing back.</summary>
/// <param name="table">The table, as SQL names it.</param>
/// <param name="columns">The names of the columns, unquoted, in the order in which <paramref name="values"/> binds them.</param>
/// <param name="values">The rows.</param>
/// <param name="progress">Told now and then how many rows were sent; <see langword="null"/> for nobody.</param>
public sealed class CopiedRows(string table, string[] columns, RowValues values, IProgress<long>? progress)
{
    /// <summary>The table, as SQL names it.</summary>
    public string Table => table;

    /// <summary>The names of the columns, unquoted.</summary>
    public IReadOnlyList<string> Columns => columns;

    /// <summary>The columns, as SQL lists them.</summary>
    public string ColumnList => string.Join(", ", columns.Select(SqlDialect.Quote));

    /// <summary>The rows.</summary>
    public RowValues Values => values;

    /// <summary>Told how many rows were sent.</summary>
    public IProgress<long>? Progress => progress;
}
