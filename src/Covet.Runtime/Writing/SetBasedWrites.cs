namespace Covet.Infrastructure;

/// <summary>A column that an UPDATE sets, with the depth of the lambda that its value was written in.</summary>
internal readonly record struct ColumnSet(ColumnInfo Column, SqlExpression Value, int Depth);

/// <summary>Writes the statements that change all rows of a query.</summary>
internal static class SetBasedWrites
{
    /// <summary>
    /// The UPDATE of a query's rows. A value that joins, or reads other rows of the table itself, is computed in a subquery for all rows before the first one
    /// changes: SQLite would otherwise show it rows that are changed already.
    /// </summary>
    public static Statement Update(PrefetchBranch query, ColumnSet[] sets)
    {
        bool[] isApart = Array.ConvertAll(sets, set => IsApart(query, set));
        if (isApart.Contains(true))
            return UpdateFrom(query, sets, isApart);
        return Direct(query, UpdateHead) ?? ByKey(query, UpdateHead);

        void UpdateHead(SqlWriter writer, TableScope target)
        {
            writer.Append("UPDATE ");
            Target(writer, target, query.Model);
            Sets(writer, target, query, sets, isApart, rows: "");
        }
    }

    /// <summary>The DELETE of a query's rows.</summary>
    public static Statement Delete(PrefetchBranch query)
    {
        return Direct(query, DeleteHead) ?? ByKey(query, DeleteHead);

        void DeleteHead(SqlWriter writer, TableScope target)
        {
            writer.Append("DELETE FROM ");
            Target(writer, target, query.Model);
        }
    }

    /// <summary>The statement with the query's own conditions; null where these need joins, or more than conditions decides which rows they are.</summary>
    private static Statement? Direct(PrefetchBranch query, Action<SqlWriter, TableScope> head)
    {
        if (query.Source is not null || query.IsLimited || (query.Keys is not null && query.Relation!.Link is not null))
            return null;
        var writer = new SqlWriter(query.Database!);
        var select = new SelectBuilder(writer, query);
        head(writer, select.Scope);
        select.Filter();
        return select.Scope.HasJoins ? null : writer.ToStatement(query.Tag);
    }

    /// <summary>The statement over the rows whose keys the query selects.</summary>
    private static Statement ByKey(PrefetchBranch query, Action<SqlWriter, TableScope> head)
    {
        var writer = new SqlWriter(query.Database!);
        var target = new TableScope(writer.NewAlias(), query.Model);
        head(writer, target);
        bool isComposite = query.Model.KeyArray.Length > 1;
        writer.Append(isComposite ? " WHERE (" : " WHERE ");
        writer.Columns(target.Alias, query.Model.QuotedKey);
        writer.Append(isComposite ? ") IN (SELECT " : " IN (SELECT ");
        var select = new SelectBuilder(writer, query);
        select.RootColumns(query.Model.QuotedKey);
        Rows(select, query);
        writer.Append(")");
        return writer.ToStatement(query.Tag);
    }

    private static Statement UpdateFrom(PrefetchBranch query, ColumnSet[] sets, bool[] isApart)
    {
        var writer = new SqlWriter(query.Database!);
        var target = new TableScope(writer.NewAlias(), query.Model);
        string rows = writer.NewAlias();
        writer.Append("UPDATE ");
        Target(writer, target, query.Model);
        Sets(writer, target, query, sets, isApart, rows);
        writer.Append(" FROM (SELECT ");
        var select = new SelectBuilder(writer, query);
        select.RootColumns(query.Model.QuotedKey);
        for (int i = 0; i < sets.Length; i++)
        {
            if (!isApart[i])
                continue;
            writer.Append(", ");
            Value(writer, select.Scope, sets[i]);
            writer.AppendName(NameOf(i));
        }
        Rows(select, query);
        writer.Append($") AS {rows}");
        string before = " WHERE ";
        foreach (string column in query.Model.QuotedKey)
        {
            writer.Append($"{before}{target.Alias}.{column} = {rows}.{column}");
            before = " AND ";
        }
        return writer.ToStatement(query.Tag);
    }

    /// <summary>FROM and what follows it, of the rows to be changed.</summary>
    private static void Rows(SelectBuilder select, PrefetchBranch query)
    {
        select.From();
        if (query.IsLimited)
            select.Order(always: false);
        select.Limit();
        select.Joins();
    }

    private static void Target(SqlWriter writer, TableScope target, ModelInfo model)
    {
        writer.Append(writer.Dialect.Choose(model.Table));
        writer.Append(" AS ");
        writer.Append(target.Alias);
    }

    private static void Sets(SqlWriter writer, TableScope target, PrefetchBranch query, ColumnSet[] sets, bool[] isApart, string rows)
    {
        for (int i = 0; i < sets.Length; i++)
        {
            writer.Append(i == 0 ? " SET " : ", ");
            writer.Append(sets[i].Column.Quoted);
            writer.Append(" = ");
            if (isApart[i])
                writer.Append($"{rows}.{NameOf(i)}");
            else
                Value(writer, target, sets[i]);
        }
        RowStamps.Count(writer, query.Model, target.Alias + ".");
        if (query.Model.UpdatedAt is not null)
            RowStamps.Time(writer, query.Model, column => Array.Exists(sets, set => set.Column == column), query.Database!.Now);
    }

    /// <summary>Whether a value must be computed in a subquery, found by writing it for nothing.</summary>
    private static bool IsApart(PrefetchBranch query, ColumnSet set)
    {
        var writer = new SqlWriter(query.Database!);
        var scope = new TableScope(writer.NewAlias(), query.Model);
        Value(writer, scope, set);
        return scope.HasJoins || writer.MayRead(query.Model);
    }

    private static void Value(SqlWriter writer, TableScope scope, ColumnSet set)
    {
        var outer = writer.Bind(set.Depth, scope);
        var allowed = writer.Allow(SqlFunctions.None);
        writer.Argument(set.Value);
        writer.Allow(allowed);
        writer.Unbind(set.Depth, outer);
    }

    private static string NameOf(int ordinal) => $"\"covet_set{ordinal}\"";
}
