namespace Covet.Infrastructure;

/// <summary>Writes the statements over link tables.</summary>
internal static class LinkStatements
{
    /// <summary>Pairs each key of the parameter <c>keys</c> with each of <c>children</c>; pairs that are there already are left alone.</summary>
    public static Statement Insert(Relation relation, SqlDialect dialect, SqlParameters parameters)
    {
        var writer = new SqlWriter(dialect);
        var link = relation.Link!;
        writer.Append("INSERT INTO ");
        writer.Append(dialect.Choose(link.Table));
        writer.Append($" ({string.Join(", ", link.ParentColumns)}, {string.Join(", ", link.ChildColumns)}) SELECT p.*, c.* FROM ");
        dialect.WriteListRows(writer, link.ParentColumns.Length, "keys");
        writer.Append(" AS p, ");
        dialect.WriteListRows(writer, link.ChildColumns.Length, "children");
        writer.Append(" AS c WHERE true ON CONFLICT DO NOTHING");
        return writer.ToStatement() with { Parameters = parameters };
    }
}
