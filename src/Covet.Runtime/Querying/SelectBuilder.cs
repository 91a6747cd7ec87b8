namespace Covet.Infrastructure;

/// <summary>Writes the clauses of one SELECT over a query's table, and the joins that they turned out to need.</summary>
internal sealed class SelectBuilder
{
    private readonly SqlWriter _writer;
    private readonly PrefetchBranch _query;
    private readonly SqlParameters? _keys;
    private readonly TableScope _scope;
    private readonly string? _link;
    private int _joinsAt;

    public SelectBuilder(SqlWriter writer, PrefetchBranch query, SqlParameters? keys)
    {
        _writer = writer;
        _query = query;
        _keys = keys;
        _scope = new TableScope(writer.NewAlias(), query.Model);
        _link = keys is not null && query.Relation!.Link is not null ? writer.NewAlias() : null;
    }

    public void RootColumns() => _writer.Columns(_scope.Alias, _query.Model);

    public void IncludedColumns(List<IncludeNode> includes) => IncludedColumns(_writer, _scope, includes);

    public static void IncludedColumns(SqlWriter writer, TableScope scope, List<IncludeNode> includes)
    {
        foreach (var include in includes)
        {
            writer.Append(", ");
            writer.Columns(scope.AliasOf(writer, include.Path), include.Path.Model);
            IncludedColumns(writer, scope, include.Children);
        }
    }

    /// <summary>The parent's key as the link table holds it, behind all other columns.</summary>
    public void LinkColumns()
    {
        if (_link is null)
            return;
        _writer.Append(", ");
        _writer.Columns(_link, _query.Relation!.Link!.ParentColumns);
    }

    /// <summary>The same under names of their own, for a subselect: the child may have columns that are called alike.</summary>
    public void NamedLinkColumns()
    {
        for (int i = 0; _link is not null && i < _query.Relation!.Link!.ParentColumns.Length; i++)
            _writer.Append($", {_link}.{_query.Relation.Link.ParentColumns[i]} AS {LinkName(i)}");
    }

    /// <summary>The name of a link table's column in a subselect.</summary>
    public static string LinkName(int ordinal) => $"\"covet_key{ordinal}\"";

    public void PartitionColumns(Relation relation)
    {
        if (_link is not null)
            _writer.Columns(_link, relation.Link!.ParentColumns);
        else
            _writer.Columns(_scope.Alias, relation.ChildColumns);
    }

    public void Selected<T>(RowShape<T> shape, int depth)
    {
        var outer = _writer.Bind(depth, _scope);
        shape.WriteColumns(_writer);
        _writer.Unbind(depth, outer);
    }

    /// <summary>FROM the rows of another SELECT over the same model, whose clauses have decided which they are.</summary>
    public void FromRowsOf(SelectBuilder inner)
    {
        _writer.Append(" FROM (SELECT ");
        inner.RootColumns();
        inner.From();
        inner.Order(always: false);
        inner.Limit();
        inner.Joins();
        _writer.Append(") AS ");
        _writer.Append(_scope.Alias);
        _joinsAt = _writer.Position;
    }

    /// <summary>FROM, the link table, and WHERE.</summary>
    public void From()
    {
        _writer.Append(" FROM ");
        if (_query.Raw is { } raw)
        {
            _writer.Append("(");
            raw.Write(_writer);
            _writer.Append(")");
        }
        else
        {
            _writer.Append(_writer.Dialect.Choose(_query.Model.Table));
        }
        _writer.Append(" AS ");
        _writer.Append(_scope.Alias);
        if (_link is not null)
            JoinLink(_query.Relation!, _link);
        _joinsAt = _writer.Position;
        string before = " WHERE ";
        if (_keys is not null)
        {
            _writer.Append(before);
            var relation = _query.Relation!;
            _writer.KeyTest(_link ?? _scope.Alias, relation.Link?.ParentColumns ?? relation.ChildColumns, _keys);
            before = " AND ";
        }
        foreach (var condition in _query.Conditions)
        {
            _writer.Append(before);
            bool parenthesized = condition.Expression is Logical && (_query.Conditions.Length > 1 || _keys is not null);
            if (parenthesized)
                _writer.Append("(");
            Write(condition);
            if (parenthesized)
                _writer.Append(")");
            before = " AND ";
        }
    }

    public void Group(GroupClauses groups)
    {
        string before = " GROUP BY ";
        foreach (var key in groups.Keys)
        {
            _writer.Append(before);
            Within(key, key.Expression.WriteGroupKey);
            before = ", ";
        }
        before = " HAVING ";
        foreach (var condition in groups.Conditions)
        {
            _writer.Append(before);
            Within(condition, ((Condition)condition.Expression).WriteTest);
            before = " AND ";
        }
        Order(groups.Orders);
    }

    /// <summary>ORDER BY; without terms of the query's own, the key where an order is needed always.</summary>
    public void Order(bool always)
    {
        Order(_query.Orders);
        if (!always || _query.Orders.Length > 0)
            return;
        string before = " ORDER BY ";
        foreach (var column in _query.Model.KeyArray)
        {
            _writer.Append(before);
            _writer.Append(_scope.Alias);
            _writer.Append(".");
            _writer.Append(column.Quoted);
            before = ", ";
        }
    }

    public void Limit()
    {
        if (_query.IsLimited)
            _writer.Dialect.WriteLimit(_writer, _query.Skipped, _query.Taken);
    }

    /// <summary>Last: the joins that the clauses needed, put where they belong.</summary>
    public void Joins() => _writer.Insert(_joinsAt, _scope.Joins(_writer.Dialect));

    private void Order(OrderClause[] orders)
    {
        string before = " ORDER BY ";
        foreach (var order in orders)
        {
            foreach (var term in order.Expression.Terms)
            {
                _writer.Append(before);
                Within(new Clause(term, order.Depth), _ => _writer.Operand(term));
                if (order.Descending)
                    _writer.Append(" DESC");
                if (term.ValueCanBeNull)
                    _writer.Append(_writer.Dialect.NullOrder(order.Descending));
                before = ", ";
            }
        }
    }

    private void Write(Clause clause) => Within(clause, clause.Expression.Write);

    private void Within(Clause clause, Action<SqlWriter> write)
    {
        var outer = _writer.Bind(clause.Depth, _scope);
        write(_writer);
        _writer.Unbind(clause.Depth, outer);
    }

    private void JoinLink(Relation relation, string alias)
    {
        _writer.Append(" JOIN ");
        _writer.Append(_writer.Dialect.Choose(relation.Link!.Table));
        _writer.Append(" AS ");
        _writer.Append(alias);
        _writer.Append(" ON ");
        for (int i = 0; i < relation.ChildColumns.Length; i++)
        {
            _writer.Append(i > 0 ? " AND " : "");
            _writer.Append($"{alias}.{relation.Link.ChildColumns[i]} = {_scope.Alias}.{relation.ChildColumns[i]}");
        }
    }
}
