namespace Covet.Infrastructure;

/// <summary>
/// The rows that a relation between rows of one model leads to from a list of keys, level by level: a recursive common table expression. It holds their
/// keys and the columns from which the relation goes on, not whole rows, so that the database compares no more than it must to find a circle.
/// </summary>
/// <param name="branch">The branch of the prefetch; its conditions apply to each level.</param>
/// <param name="relation">Its relation.</param>
/// <param name="keys">The keys that the first level belongs to.</param>
internal sealed class TreeSource(PrefetchBranch branch, Relation relation, RelationKeys keys) : RowSource
{
    private const string Depth = "\"covet_depth\"";

    private readonly string[] _key = Array.ConvertAll(relation.Child.KeyArray, column => column.Quoted);
    private readonly int? _maxDepth = branch.Recursion!.Value.MaxDepth;

    private string[] Columns => [.. _key.Union(relation.ParentColumns)];

    public override void Write(SqlWriter writer) => writer.CommonTable(this, null, isRecursive: true, WriteTable);

    /// <summary>Writes the test that a row follows one that was found.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="found">The rows that were found.</param>
    /// <param name="alias">The row's table, or the link table.</param>
    public void WriteStep(SqlWriter writer, string found, string alias)
    {
        string[] columns = relation.Link?.ParentColumns ?? relation.ChildColumns;
        for (int i = 0; i < columns.Length; i++)
            writer.Append($"{(i > 0 ? " AND " : "")}{alias}.{columns[i]} = {found}.{relation.ParentColumns[i]}");
        if (_maxDepth is not { } most)
            return;
        writer.Append($" AND {found}.{Depth} < ");
        writer.Value(most);
    }

    /// <summary>Writes the test that a row is in the tree and, of a many-to-many relation, that a pair leads to it from a row whose relation is loaded.</summary>
    public void WriteTest(SqlWriter writer, string alias, string? link)
    {
        WriteIn(writer, alias, _key, _key);
        writer.Append(")");
        if (link is null)
            return;
        writer.Append(" AND (");
        writer.KeyTest(link, relation.Link!.ParentColumns, keys);
        writer.Append(" OR ");
        WriteIn(writer, link, relation.Link.ParentColumns, relation.ParentColumns);
        if (_maxDepth is { } most)
        {
            writer.Append($" WHERE {Depth} < ");
            writer.Value(most);
        }
        writer.Append("))");
    }

    /// <summary>Writes a test of membership up to its end, which is the caller's to close.</summary>
    private void WriteIn(SqlWriter writer, string alias, string[] columns, string[] inTree)
    {
        writer.Append(columns.Length > 1 ? "(" : "");
        writer.Columns(alias, columns);
        writer.Append(columns.Length > 1 ? ")" : "");
        writer.Append($" IN (SELECT {string.Join(", ", inTree)} FROM ");
        Write(writer);
    }

    private void WriteTable(SqlWriter writer)
    {
        bool counts = _maxDepth is not null;
        writer.AppendNames(counts ? [.. Columns, Depth] : Columns);
        writer.Append(" AS (SELECT ");
        var first = new SelectBuilder(writer, branch, keys);
        first.RootColumns(Columns);
        if (counts)
            writer.Append(", 1");
        first.From();
        first.Joins();
        writer.Append(" UNION SELECT ");
        string found = writer.NewAlias();
        var step = new SelectBuilder(writer, branch, keys) { Tree = this, Found = found };
        step.RootColumns(Columns);
        if (counts)
            writer.Append($", {found}.{Depth} + 1");
        step.From();
        step.Joins();
        writer.Append(")");
    }
}
