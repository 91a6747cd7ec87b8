namespace Covet.Infrastructure;

/// <summary>Writes the SELECT statements of queries.</summary>
internal static class SelectWriter
{
    /// <summary>The models of a query, with what it includes.</summary>
    public static Statement Models(PrefetchBranch query, List<IncludeNode> includes)
    {
        var writer = new SqlWriter(query.Database!);
        var select = new SelectBuilder(writer, query);
        writer.Append("SELECT ");
        select.RootColumns();
        select.IncludedColumns(includes);
        select.From();
        select.Order(always: false);
        select.Limit();
        select.Lock();
        select.Joins();
        return writer.ToStatement(query.Tag);
    }

    /// <summary>The children of a relation for a list of keys: as the plain batch, with the branch's own clauses.</summary>
    public static Statement Children(PrefetchBranch branch, Relation relation, Database database, List<IncludeNode> includes, RelationKeys keys)
    {
        if (branch.Recursion is not null)
            return RowsOfTree(branch, relation, database, includes, keys);
        var writer = new SqlWriter(database);
        var select = new SelectBuilder(writer, branch, keys);
        if (branch.IsLimited)
        {
            LimitedChildren(writer, select, branch, relation, includes);
        }
        else
        {
            writer.Append("SELECT ");
            select.RootColumns();
            select.IncludedColumns(includes);
            select.LinkColumns();
            select.From();
            if (relation.IsToMany)
                select.Order(always: true);
            select.Lock();
            select.Joins();
        }
        return writer.ToStatement(branch.Tag);
    }

    /// <summary>The rows of all levels below a list of keys; of a many-to-many relation one for each pair.</summary>
    private static Statement RowsOfTree(PrefetchBranch branch, Relation relation, Database database, List<IncludeNode> includes, RelationKeys keys)
    {
        var writer = new SqlWriter(database);
        var tree = new TreeSource(branch, relation, keys);
        var select = new SelectBuilder(writer, branch, keys) { Tree = tree };
        writer.Append("SELECT ");
        select.RootColumns();
        select.IncludedColumns(includes);
        select.LinkColumns();
        select.From();
        if (relation.IsToMany)
            select.Order(always: true);
        select.Lock();
        select.Joins();
        return writer.ToStatement(branch.Tag);
    }

    /// <summary>What a body selects.</summary>
    public static Statement Selected(SelectBody body, int? atMost)
    {
        var writer = new SqlWriter(body.Database);
        body.Write(writer, new BodyUse(IsStatement: true, AtMost: atMost));
        return writer.ToStatement(body.Tag);
    }

    /// <summary>The number of a query's rows.</summary>
    public static Statement Count(SelectQuery query)
    {
        var writer = new SqlWriter(query.Database!);
        writer.Append(query.IsLimited ? "SELECT count(*) FROM (SELECT 1" : "SELECT count(*)");
        writer.RowsOf(query);
        if (query.IsLimited)
            writer.Append(") AS counted");
        return writer.ToStatement(query.Tag);
    }

    /// <summary>The number of rows that a body selects.</summary>
    public static Statement Count(SelectBody body)
    {
        var writer = new SqlWriter(body.Database);
        writer.Append("SELECT count(*) FROM (");
        body.Write(writer, new BodyUse(IsNamed: true));
        writer.Append(") AS counted");
        return writer.ToStatement(body.Tag);
    }

    /// <summary>Whether a query has a row.</summary>
    public static Statement Any(SelectQuery query)
    {
        var writer = new SqlWriter(query.Database!);
        writer.Append("SELECT EXISTS (SELECT 1");
        writer.RowsOf(query);
        writer.Append(")");
        return writer.ToStatement(query.Tag);
    }

    /// <summary>Whether a body selects a row.</summary>
    public static Statement Any(SelectBody body)
    {
        var writer = new SqlWriter(body.Database);
        // Not right inside EXISTS, where SQLite drops a DISTINCT, also where an OFFSET makes it matter.
        writer.Append("SELECT EXISTS (SELECT 1 FROM (");
        body.Write(writer, new BodyUse(IsNamed: true));
        writer.Append(") AS tested)");
        return writer.ToStatement(body.Tag);
    }

    /// <summary>
    /// A limit per parent: the rows are numbered within each parent, the surplus is cut off, and what the branch includes is joined to the rest.
    /// </summary>
    private static void LimitedChildren(SqlWriter writer, SelectBuilder inner, PrefetchBranch branch, Relation relation, List<IncludeNode> includes)
    {
        var outer = new TableScope(writer.NewAlias(), relation.Child);
        writer.Append("SELECT ");
        writer.Columns(outer.Alias, relation.Child);
        SelectBuilder.IncludedColumns(writer, outer, includes);
        for (int i = 0; i < (relation.Link?.ParentColumns.Length ?? 0); i++)
            writer.Append($", {outer.Alias}.{SelectBuilder.LinkName(i)}");
        writer.Append(" FROM (SELECT ");
        inner.RootColumns();
        inner.NamedLinkColumns();
        writer.Append(", row_number() OVER (PARTITION BY ");
        inner.PartitionColumns(relation);
        inner.Order(always: true);
        writer.Append(") AS \"covet_row\"");
        inner.From();
        inner.Joins();
        writer.Append(") AS ");
        writer.Append(outer.Alias);
        writer.Append(outer.Joins(writer.Dialect));
        int skip = branch.Skipped ?? 0;
        writer.Append(" WHERE ");
        writer.Append(outer.Alias);
        writer.Append(".\"covet_row\" > ");
        writer.Append(new Value<long>(skip));
        if (branch.Taken is { } take)
        {
            writer.Append(" AND ");
            writer.Append(outer.Alias);
            writer.Append(".\"covet_row\" <= ");
            writer.Append(new Value<long>((long)skip + take));
        }
        writer.Append(" ORDER BY ");
        writer.Append(outer.Alias);
        writer.Append(".\"covet_row\"");
    }
}
