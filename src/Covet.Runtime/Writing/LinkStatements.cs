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
        writer.Append($" ({string.Join(", ", link.ParentColumns)}, {string.Join(", ", link.ChildColumns)})");
        Pairs(writer, link, " SELECT p.*, c.* FROM ");
        if (link.IsSymmetrical)
            Pairs(writer, link, " UNION SELECT c.*, p.* FROM ");
        writer.Append(" ON CONFLICT DO NOTHING");
        return writer.ToStatement() with { Parameters = parameters };
    }

    private static void Pairs(SqlWriter writer, LinkTable link, string select)
    {
        writer.Append(select);
        writer.Dialect.WriteListRows(writer, link.ParentColumns.Length, "keys");
        writer.Append(" AS p, ");
        writer.Dialect.WriteListRows(writer, link.ChildColumns.Length, "children");
        // SQLite takes ON CONFLICT behind a bare FROM for a join's ON.
        writer.Append(" AS c WHERE true");
    }
}
