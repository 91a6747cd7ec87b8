using System.Globalization;

namespace Covet.Infrastructure;

/// <summary>Writes the statements over the links of one parent, the parameter <c>parent</c> or, of an INSERT, <c>keys</c>; <c>children</c> are keys of the other side.</summary>
internal static class LinkStatements
{
    /// <summary>Links the parent to each of the children; pairs that are there already are left alone.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="relation">The relation.</param>
    /// <param name="payload">The columns besides the two keys; each takes the parameter <c>v</c> with its place.</param>
    public static void Insert(SqlWriter writer, Relation relation, string[] payload)
    {
        var link = relation.Link!;
        bool isUnique = link.Uniqueness != LinkUniqueness.None;
        if (!isUnique)
            writer.Append($"WITH p({Names(link.ParentColumns)}) AS (SELECT * FROM {Rows(writer, link.ParentColumns, "keys")}), c({Names(link.ChildColumns)}) AS (SELECT * FROM {Rows(writer, link.ChildColumns, "children")}) ");
        writer.Append("INSERT INTO ");
        writer.Append(writer.Dialect.Choose(link.Table));
        writer.Append($" ({string.Join(", ", [.. link.ParentColumns, .. link.ChildColumns, .. payload])})");
        string values = string.Concat(payload.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $", @v{i}")));
        if (!isUnique)
        {
            writer.Append($" SELECT p.*, c.*{values} FROM p, c WHERE NOT EXISTS (SELECT 1 FROM {writer.Dialect.Choose(link.Table)} AS l WHERE {Match(link.ParentColumns, "p")} AND {Match(link.ChildColumns, "c")})");
            return;
        }
        Pairs(writer, link, $" SELECT p.*, c.*{values} FROM ");
        if (link.IsSymmetrical)
            Pairs(writer, link, " UNION SELECT c.*, p.* FROM ");
        writer.Append(" ON CONFLICT ");
        if (link.Uniqueness == LinkUniqueness.PairAmongOthers)
            writer.Append($"({string.Join(", ", [.. link.ParentColumns, .. link.ChildColumns])}) ");
        writer.Append("DO NOTHING");
    }

    /// <summary>Removes the links of the parent to the children.</summary>
    public static void Delete(SqlWriter writer, Relation relation)
    {
        var link = relation.Link!;
        Delete(writer, link);
        One(link.ParentColumns, link.ChildColumns);
        if (!link.IsSymmetrical)
            return;
        writer.Append(" OR ");
        One(link.ChildColumns, link.ParentColumns);

        void One(string[] parent, string[] children)
        {
            ReferrerStatements.Equal(writer, parent);
            writer.Append(" AND ");
            writer.Dialect.WriteListTest(writer, (writer, i) => writer.Append(children[i]), children.Length, "children");
        }
    }

    /// <summary>Removes all links of the parent.</summary>
    public static void DeleteAll(SqlWriter writer, Relation relation)
    {
        var link = relation.Link!;
        Delete(writer, link);
        ReferrerStatements.Equal(writer, link.ParentColumns);
        if (!link.IsSymmetrical)
            return;
        writer.Append(" OR ");
        ReferrerStatements.Equal(writer, link.ChildColumns);
    }

    /// <summary>Reads the keys that the parent is linked to.</summary>
    public static void Keys(SqlWriter writer, Relation relation)
    {
        var link = relation.Link!;
        writer.Append($"SELECT {string.Join(", ", link.ChildColumns)} FROM {writer.Dialect.Choose(link.Table)} WHERE ");
        ReferrerStatements.Equal(writer, link.ParentColumns);
    }

    private static void Delete(SqlWriter writer, LinkTable link)
    {
        writer.Append("DELETE FROM ");
        writer.Append(writer.Dialect.Choose(link.Table));
        writer.Append(" WHERE ");
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

    private static string Rows(SqlWriter writer, string[] columns, string name)
    {
        var rows = new SqlWriter(writer.Dialect);
        rows.Dialect.WriteListRows(rows, columns.Length, name);
        return rows.ToStatement().Text;
    }

    private static string Names(string[] columns) => string.Join(", ", columns.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"k{i}")));

    private static string Match(string[] columns, string rows)
        => string.Join(" AND ", columns.Select((column, i) => string.Create(CultureInfo.InvariantCulture, $"l.{column} = {rows}.k{i}")));
}
