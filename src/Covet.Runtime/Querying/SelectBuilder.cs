namespace Covet.Infrastructure;

/// <summary>Writes the clauses of one SELECT over a query's tables, and the joins that they turned out to need.</summary>
internal sealed class SelectBuilder
{
    private readonly SqlWriter _writer;
    private readonly SelectQuery _query;
    private readonly Relation? _relation;
    private readonly RelationKeys? _keys;
    private readonly TableScope _scope;
    private readonly string? _link;
    private GroupedColumns? _groups;

    public SelectBuilder(SqlWriter writer, SelectQuery query) : this(writer, query, query.Keys)
    {
    }

    public SelectBuilder(SqlWriter writer, SelectQuery query, RelationKeys? keys)
    {
        _writer = writer;
        _query = query;
        _keys = keys;
        _relation = keys is null ? null : (query as PrefetchBranch)?.Relation;
        var items = query.From;
        _scope = ScopeOf(items[0]);
        var last = _scope;
        for (int i = 1; i < items.Length; i++)
            last = last.Next = ScopeOf(items[i]);
        if (_relation?.Link is not { } link)
            return;
        // What links the rows stands beside them: the second parameter of a clause.
        _link = writer.NewAlias();
        last.Next = new TableScope(_link, link.Through);
    }

    /// <summary>The tree whose rows are selected; null for the rows of the keys alone.</summary>
    public TreeSource? Tree { get; init; }

    /// <summary>The name under which a step of <see cref="Tree"/> sees the rows found so far; null outside the tree.</summary>
    public string? Found { get; init; }

    /// <summary>The query's first table.</summary>
    public TableScope Scope => _scope;

    public void RootColumns(int slot = 0) => _writer.Columns(_scope.At(slot)!.Alias, _query.From[slot].Model!);

    public void RootColumns(string[] quoted) => _writer.Columns(_scope.Alias, quoted);

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
        _writer.Columns(_link, _relation!.Link!.ParentColumns);
    }

    /// <summary>The same under names of their own, for a subselect: the child may have columns that are called alike.</summary>
    public void NamedLinkColumns()
    {
        for (int i = 0; _link is not null && i < _relation!.Link!.ParentColumns.Length; i++)
            _writer.Append($", {_link}.{_relation.Link.ParentColumns[i]} AS {LinkName(i)}");
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

    /// <summary>What a shape selects.</summary>
    public void Selected(RowShape shape, int depth, BodyUse use)
    {
        var outer = _writer.Bind(depth, _scope);
        _scope.Groups = _groups;
        var allows = _writer.Allow(_groups is null ? SqlFunctions.Windows : SqlFunctions.All);
        shape.WriteColumns(_writer, this, use.IsNamed, use.IsRecursive);
        _writer.Allow(allows);
        _scope.Groups = null;
        _writer.Unbind(depth, outer);
    }

    /// <summary>FROM, with what is joined by the query itself, the link table, and WHERE.</summary>
    public void From()
    {
        // Rows aren't grouped yet: what is written here shares nothing with the groups' keys.
        var groups = _writer.EnterRows();
        _writer.Append(" FROM ");
        if (Found is not null)
        {
            Tree!.Write(_writer);
            _writer.Append($" AS {Found}, ");
        }
        var scope = _scope;
        foreach (var item in _query.From)
        {
            if (item.On is not null)
                _writer.Append(item.IsOptional ? " LEFT JOIN " : " JOIN ");
            int start = _writer.Position;
            if (item.Source is { } source)
                source.Write(_writer);
            else
                _writer.Append(_writer.Dialect.Choose(item.Model!.Table));
            _writer.Append(" AS ");
            _writer.Append(scope!.Alias);
            if (item.On is null && _link is not null)
                JoinLink(_relation!, _link);
            scope.Position = (start, _writer.Position);
            if (_link is not null)
                scope.Next!.Position = scope.Position;
            if (item.On is { } on)
            {
                _writer.Append(" ON ");
                Write(on);
            }
            scope = scope.Next;
        }
        Where();
        _writer.Leave(groups);
    }

    /// <summary>WHERE alone, of a statement that names the query's table itself.</summary>
    public void Filter()
    {
        var groups = _writer.EnterRows();
        Where();
        _writer.Leave(groups);
    }

    /// <summary>Writes grouped expressions that may hold values first, so that what is selected can use their parameters; see <see cref="SqlWriter.Leave"/>.</summary>
    public SqlWriter.GroupedKeys? EnterGroups(GroupClauses groups)
    {
        var outer = _writer.EnterGroups();
        _groups = new GroupedColumns();
        var allows = _writer.Allow(SqlFunctions.None);
        foreach (var key in groups.Keys)
        {
            var bound = _writer.Bind(key.Depth, _scope);
            _writer.KeepGroupKey(key.Expression, _groups);
            _writer.Unbind(key.Depth, bound);
        }
        _writer.Allow(allows);
        return outer;
    }

    public void Group(GroupClauses groups, bool isOrdered)
    {
        string before = " GROUP BY ";
        foreach (var key in groups.Keys)
        {
            _writer.Append(before);
            var outer = _writer.Bind(key.Depth, _scope);
            key.Expression.WriteGroupKey(_writer);
            _writer.Unbind(key.Depth, outer);
            before = ", ";
        }
        _scope.Groups = _groups;
        before = " HAVING ";
        var allows = _writer.Allow(SqlFunctions.Aggregates);
        foreach (var condition in groups.Conditions)
        {
            _writer.Append(before);
            var outer = _writer.Bind(condition.Depth, _scope);
            ((Condition)condition.Expression).WriteTest(_writer);
            _writer.Unbind(condition.Depth, outer);
            before = " AND ";
        }
        _writer.Allow(SqlFunctions.All);
        if (isOrdered)
            Order(groups.Orders);
        _writer.Allow(allows);
        _scope.Groups = null;
    }

    /// <summary>Expressions side by side.</summary>
    public void List(Clause[] clauses)
    {
        string before = "";
        var allows = _writer.Allow(SqlFunctions.None);
        foreach (var clause in clauses)
        {
            var outer = _writer.Bind(clause.Depth, _scope);
            foreach (var term in clause.Expression.Terms)
            {
                _writer.Append(before);
                _writer.Operand(term);
                before = ", ";
            }
            _writer.Unbind(clause.Depth, outer);
        }
        _writer.Allow(allows);
    }

    /// <summary>ORDER BY; without terms of the query's own, the key where an order is needed always.</summary>
    public void Order(bool always)
    {
        var allows = _writer.Allow(SqlFunctions.Windows);
        Order(_query.Orders);
        _writer.Allow(allows);
        if (!always || _query.Orders.Length > 0)
            return;
        string before = " ORDER BY ";
        foreach (var column in _query.From[0].Model!.KeyArray)
        {
            _writer.Append(before);
            _writer.Append(_scope.Alias);
            _writer.Append(".");
            _writer.Append(column.Quoted);
            before = ", ";
        }
    }

    public void Limit() => _writer.Limit(_query.Skipped, _query.Taken);

    /// <summary>FOR UPDATE, of the query's own table.</summary>
    public void Lock()
    {
        if (_query.Lock is not { } rowLock)
            return;
        if (_query.From[0].Source is { HasTableRows: false })
            throw new InvalidOperationException($"The rows of this {_query} are not those of a table, so they can't be locked. Lock them by a query of their own.");
        _writer.Dialect.WriteLock(_writer, rowLock, _scope.Alias);
    }

    /// <summary>Last: the joins that the clauses needed, put where they belong.</summary>
    public void Joins() => Joins(_scope, isFirst: true);

    private void Joins(TableScope scope, bool isFirst)
    {
        // From the end, so that the positions in front stay what they are.
        if (scope.Next is { } next)
            Joins(next, isFirst: false);
        string joins = scope.Joins(_writer.Dialect);
        if (joins.Length == 0)
            return;
        bool isOpen = isFirst || scope.Alias == _link;
        _writer.Insert(scope.Position.End, isOpen ? joins : joins + ")");
        if (!isOpen)
            _writer.Insert(scope.Position.Start, "(");
    }

    private void Where()
    {
        string before = " WHERE ";
        if (Tree is not null)
        {
            _writer.Append(before);
            if (Found is not null)
                Tree.WriteStep(_writer, Found, _link ?? _scope.Alias);
            else
                Tree.WriteTest(_writer, _scope.Alias, _link);
            before = " AND ";
        }
        else if (_keys is not null)
        {
            _writer.Append(before);
            _writer.KeyTest(_link ?? _scope.Alias, _relation!.Link?.ParentColumns ?? _relation.ChildColumns, _keys);
            before = " AND ";
        }
        // The rows of a tree have passed the conditions; the pairs that lead to them have not.
        if (Tree is null || Found is not null || _link is not null)
            Where(_query.Conditions, before);
    }

    /// <summary>Writes conditions that all must hold: side by side, or, of many, in halves; see <see cref="Logical"/>.</summary>
    private void Where(ReadOnlySpan<Clause> conditions, string before)
    {
        if (conditions.Length > Logical.MostInChain)
        {
            int half = conditions.Length / 2;
            _writer.Append(before);
            Where(conditions[..half], "(");
            _writer.Append(")");
            Where(conditions[half..], " AND (");
            _writer.Append(")");
            return;
        }
        foreach (var condition in conditions)
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

    private TableScope ScopeOf(FromItem item) => new(_writer.NewAlias(), item.Model) { IsDerived = item.Source is not null };

    /// <summary>Writes a clause whose rows aren't grouped yet.</summary>
    private void Write(Clause clause)
    {
        var outer = _writer.Bind(clause.Depth, _scope);
        var allows = _writer.Allow(SqlFunctions.None);
        clause.Expression.Write(_writer);
        _writer.Allow(allows);
        _writer.Unbind(clause.Depth, outer);
    }

    private void Order(OrderClause[] orders)
    {
        string before = " ORDER BY ";
        foreach (var order in orders)
        {
            var outer = _writer.Bind(order.Depth, _scope);
            foreach (var term in order.Expression.Terms)
            {
                _writer.Append(before);
                _writer.OrderTerm(term, order.Descending);
                before = ", ";
            }
            _writer.Unbind(order.Depth, outer);
        }
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
