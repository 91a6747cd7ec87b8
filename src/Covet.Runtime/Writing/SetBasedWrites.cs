namespace Covet.Infrastructure;

/// <summary>A column that an UPDATE of a model's rows sets, with the depth of the lambda that its value was written in.</summary>
internal readonly record struct ColumnSet(ModelInfo Model, ColumnInfo Column, SqlExpression Value, int Depth);

/// <summary>What a write gives back of each row, with the depth of the lambda that it was written in.</summary>
internal readonly record struct ReturnedRow(RowShape Shape, int Depth);

/// <summary>Writes the statements that change all rows of a query.</summary>
internal static class SetBasedWrites
{
    /// <summary>
    /// The UPDATE of a query's rows. A value that joins, or reads other rows of the table itself, is computed in a subquery for all rows before the first one
    /// changes: SQLite would otherwise show it rows that are changed already.
    /// </summary>
    public static Statement Update(PrefetchBranch query, ColumnSet[] sets, ReturnedRow? returned = null)
    {
        bool[] isApart = new bool[sets.Length];
        var statement = Direct(query, UpdateHead, Tail) ?? ByKey(query, UpdateHead, Tail);
        return isApart.Contains(true) ? UpdateFrom(query, sets, isApart, Tail) : statement;

        void UpdateHead(SqlWriter writer, TableScope target)
        {
            writer.Append("UPDATE ");
            Target(writer, target, query.Model);
            for (int i = 0; i < sets.Length; i++)
            {
                Set(writer, sets[i], i);
                isApart[i] = Value(writer, new TableScope(target.Alias, query.Model), sets[i]);
            }
            RowStamps.Write(writer, query, target, sets);
        }

        void Tail(SqlWriter writer, TableScope target) => Returning(writer, target, query.Model, returned, isDelete: false);
    }

    /// <summary>The DELETE of a query's rows.</summary>
    public static Statement Delete(PrefetchBranch query, ReturnedRow? returned = null)
    {
        return Direct(query, DeleteHead, Tail) ?? ByKey(query, DeleteHead, Tail);

        void DeleteHead(SqlWriter writer, TableScope target)
        {
            writer.Append("DELETE FROM ");
            Target(writer, target, query.Model);
        }

        void Tail(SqlWriter writer, TableScope target) => Returning(writer, target, query.Model, returned, isDelete: true);
    }

    /// <summary>The statement with the query's own conditions; null where these need joins, or more than conditions decides which rows they are.</summary>
    private static Statement? Direct(PrefetchBranch query, Action<SqlWriter, TableScope> head, Action<SqlWriter, TableScope> tail)
    {
        if (query.Source is not null || query.IsLimited || (query.Keys is not null && query.Relation!.Link is not null))
            return null;
        var writer = new SqlWriter(query.Database!);
        var select = new SelectBuilder(writer, query);
        head(writer, select.Scope);
        select.Filter();
        if (select.Scope.HasJoins)
            return null;
        tail(writer, select.Scope);
        return writer.ToStatement(query.Tag);
    }

    /// <summary>The statement over the rows whose keys the query selects.</summary>
    private static Statement ByKey(PrefetchBranch query, Action<SqlWriter, TableScope> head, Action<SqlWriter, TableScope> tail)
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
        tail(writer, target);
        return writer.ToStatement(query.Tag);
    }

    private static Statement UpdateFrom(PrefetchBranch query, ColumnSet[] sets, bool[] isApart, Action<SqlWriter, TableScope> tail)
    {
        var writer = new SqlWriter(query.Database!);
        var target = new TableScope(writer.NewAlias(), query.Model);
        string rows = writer.NewAlias();
        writer.Append("UPDATE ");
        Target(writer, target, query.Model);
        for (int i = 0; i < sets.Length; i++)
        {
            Set(writer, sets[i], i);
            if (isApart[i])
                writer.Append($"{rows}.{NameOf(i)}");
            else
                Value(writer, target, sets[i]);
        }
        RowStamps.Write(writer, query, target, sets);
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
        tail(writer, target);
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

    private static void Set(SqlWriter writer, ColumnSet set, int ordinal)
    {
        writer.Append(ordinal == 0 ? " SET " : ", ");
        writer.Append(set.Column.Quoted);
        writer.Append(" = ");
    }

    /// <summary>Writes what a column is set to.</summary>
    /// <returns>Whether it joins, or may read the table itself, so that it must be computed apart, in a subquery.</returns>
    private static bool Value(SqlWriter writer, TableScope scope, ColumnSet set)
    {
        var mark = writer.Mark();
        var outer = writer.Bind(set.Depth, scope);
        var allowed = writer.Allow(SqlFunctions.NoneInSet);
        writer.Argument(set.Value);
        writer.Allow(allowed);
        writer.Unbind(set.Depth, outer);
        return scope.HasJoins || writer.MayRead(set.Model, mark);
    }

    /// <summary>
    /// RETURNING. What it reads must mean the same on both databases: of the written row alone, since SQLite sees no other table of the statement; and of other
    /// tables after an UPDATE only, since SQLite has run a DELETE's cascades by then, and PostgreSQL hasn't.
    /// </summary>
    private static void Returning(SqlWriter writer, TableScope target, ModelInfo model, ReturnedRow? returned, bool isDelete)
    {
        if (returned is not { } row)
            return;
        writer.Append(" RETURNING ");
        var mark = writer.Mark();
        var scope = new TableScope(writer.Dialect.Written(model.Table, target.Alias), model);
        var outer = writer.Bind(row.Depth, scope);
        var allowed = writer.Allow(SqlFunctions.NoneInReturning);
        row.Shape.WriteTerms(writer);
        writer.Allow(allowed);
        writer.Unbind(row.Depth, outer);
        if (scope.HasJoins)
        {
            throw new InvalidOperationException(
                $"Returning of {model.Name} rows takes a column behind a relation, but it sees the written rows alone. Return the foreign key, and load what it refers to by a query of its own.");
        }
        if (isDelete && writer.HasSubquery(mark))
        {
            throw new InvalidOperationException(
                $"Returning of deleted {model.Name} rows has a subquery, but what depends on the rows may be deleted before it runs, or after. Ask for it before the rows are deleted.");
        }
        if (writer.MayRead(model, mark))
        {
            throw new InvalidOperationException(
                $"Returning of {model.Name} rows has a subquery over {model.Name} rows, which are being written while it runs. Ask for them by a query of their own.");
        }
    }

    private static string NameOf(int ordinal) => $"\"covet_set{ordinal}\"";
}
