namespace Covet.Infrastructure;

/// <summary>Writes the SELECT statements of queries.</summary>
internal static class SelectWriter
{
    /// <summary>The models of a query, with what it includes.</summary>
    public static Statement Models(PrefetchBranch query, SqlDialect dialect, List<IncludeNode> includes)
    {
        var writer = new SqlWriter(dialect);
        var select = new SelectBuilder(writer, query, query.Owner is { } owner ? KeysOf(query, owner) : null);
        writer.Append("SELECT ");
        select.RootColumns();
        select.IncludedColumns(includes);
        select.From();
        select.Order(always: false);
        select.Limit();
        select.Joins();
        return writer.ToStatement();
    }

    /// <summary>The children of a relation for a list of keys: as the plain batch, with the branch's own clauses.</summary>
    public static Statement Children(PrefetchBranch branch, Relation relation, SqlDialect dialect, List<IncludeNode> includes, SqlParameters keys)
    {
        var writer = new SqlWriter(dialect);
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
            select.Joins();
        }
        return writer.ToStatement();
    }

    /// <summary>A shape of a query's rows, or of their groups.</summary>
    public static Statement Selected<T>(PrefetchBranch query, SqlDialect dialect, RowShape<T> shape, int depth, GroupClauses? groups, bool distinct, int? atMost)
    {
        var writer = new SqlWriter(dialect);
        var keys = query.Owner is { } owner ? KeysOf(query, owner) : null;
        bool nested = query.IsLimited && (groups is not null || distinct);
        var rows = nested ? new SelectBuilder(writer, query, keys) : null;
        var select = new SelectBuilder(writer, query, nested ? null : keys);
        writer.Append(distinct ? "SELECT DISTINCT " : "SELECT ");
        writer.WholeDepth = groups is { Keys.Length: 0 } ? depth : null;
        select.Selected(shape, depth);
        writer.WholeDepth = null;
        if (rows is not null)
            select.FromRowsOf(rows);
        else
            select.From();
        if (groups is not null)
            select.Group(groups);
        if (!nested && !distinct && groups is null)
            select.Order(always: false);
        int? taken = nested ? null : query.Taken;
        if (atMost < (taken ?? int.MaxValue))
            taken = atMost;
        if (taken is not null || (!nested && query.Skipped is not null))
            dialect.WriteLimit(writer, nested ? null : query.Skipped, taken);
        select.Joins();
        return writer.ToStatement();
    }

    /// <summary>The number of a query's rows.</summary>
    public static Statement Count(PrefetchBranch query, SqlDialect dialect)
    {
        var writer = new SqlWriter(dialect);
        writer.Append(query.IsLimited ? "SELECT count(*) FROM (SELECT 1" : "SELECT count(*)");
        Rest(writer, query);
        if (query.IsLimited)
            writer.Append(") AS counted");
        return writer.ToStatement();
    }

    /// <summary>Whether a query has a row.</summary>
    public static Statement Any(PrefetchBranch query, SqlDialect dialect)
    {
        var writer = new SqlWriter(dialect);
        writer.Append("SELECT EXISTS (SELECT 1");
        Rest(writer, query);
        writer.Append(")");
        return writer.ToStatement();
    }

    private static void Rest(SqlWriter writer, PrefetchBranch query)
    {
        var select = new SelectBuilder(writer, query, query.Owner is { } owner ? KeysOf(query, owner) : null);
        select.From();
        select.Limit();
        select.Joins();
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

    private static SqlParameters KeysOf(PrefetchBranch query, IModel owner)
        => query.Relation!.KeysOf(owner) ?? throw new InvalidOperationException($"This {owner.Model.Name} has no key, so {query.Relation} leads nowhere.");
}

/// <summary>GROUP BY, HAVING and ORDER BY.</summary>
internal sealed record GroupClauses(Clause[] Keys, Clause[] Conditions, OrderClause[] Orders);
