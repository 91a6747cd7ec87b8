namespace Covet.Infrastructure;

/// <content>Columns, and the tables that lambda depths stand for.</content>
public sealed partial class SqlWriter
{
    /// <summary>Writes the key of the model at the end of a path, and the foreign key that leads there; of a model from a subquery all columns.</summary>
    internal void GroupKey(ColumnPath path)
    {
        string alias = Alias(path);
        _grouped?.AddTable(alias);
        if (IsDerived(path))
        {
            Columns(alias, path.Model);
            return;
        }
        Columns(alias, Array.ConvertAll(path.Model.KeyArray, column => column.Quoted));
        if (path is not { Parent: { } parent, Via: { Link: null } via } || via is not IForwardRelation)
            return;
        _text.Append(", ");
        foreach (string column in via.ParentColumns)
            _grouped?.Add($"{Alias(parent)}.{column}");
        Columns(Alias(parent), via.ParentColumns);
    }

    /// <summary>Starts an aggregate, or a window function.</summary>
    /// <returns>What <see cref="EndAggregate"/> takes.</returns>
    internal SqlFunctions BeginAggregate(bool isWindowed)
    {
        var needed = isWindowed ? SqlFunctions.Windows : SqlFunctions.Aggregates;
        if (!_allowed.HasFlag(needed))
            throw Misplaced(isWindowed);
        _functions++;
        // A window sees the groups, so what stands in it is made by them; an aggregate sees their rows.
        _aggregates += isWindowed ? 0 : 1;
        // A window looks at what grouped rows became.
        return Allow(isWindowed ? _allowed & SqlFunctions.Aggregates : SqlFunctions.None);
    }

    /// <summary>Lets columns stand alone in what follows, as in raw SQL, which may hold an aggregate.</summary>
    internal void BeginRaw() => _aggregates++;

    internal void EndAggregate(bool isWindowed, SqlFunctions allowed)
    {
        _functions--;
        _aggregates -= isWindowed ? 0 : 1;
        _allowed = allowed;
    }

    internal void EndRaw() => _aggregates--;

    /// <summary>Says which functions over several rows may be written from here on.</summary>
    /// <returns>Which might before.</returns>
    internal SqlFunctions Allow(SqlFunctions allowed)
    {
        var before = _allowed;
        _allowed = allowed;
        return before;
    }

    internal void Column(ColumnPath path, ColumnInfo column)
    {
        // The foreign key holds the same value as the key that it points to: no join is needed to read it.
        if (path is { Parent: { } parent, Via: { Link: null } via } && via is IForwardRelation
            && Array.IndexOf(via.ChildColumns, column.Quoted) is >= 0 and var i)
        {
            Column(parent, via.ParentColumns[i]);
            return;
        }
        Column(path, column.Quoted);
    }

    internal void Column(ColumnPath path, string quoted)
    {
        string alias = Alias(path);
        if (_aggregates == 0 && Scope(path.Place.Depth)!.Groups is { } groups && !groups.Has(alias, quoted) && !DependsOnKey(groups, alias, path))
        {
            var column = Array.Find(path.Model.ColumnArray, column => column.Quoted == quoted);
            throw NeedsAggregate(groups, $"{path.Model.Name}.{column?.Property ?? quoted}");
        }
        _text.Append(alias).Append('.').Append(quoted);
    }

    /// <summary>Writes a column of a selection.</summary>
    internal void Column(RowPlace place, string quoted, string description)
    {
        string alias = (Scope(place.Depth)?.At(place.Slot) ?? throw Stranger(description)).Alias;
        if (_aggregates == 0 && Scope(place.Depth)!.Groups is { } groups && !groups.Has(alias, quoted))
            throw NeedsAggregate(groups, description);
        _text.Append(alias).Append('.').Append(quoted);
    }

    /// <summary>Writes all columns of the model at the end of a path.</summary>
    internal void Columns(ColumnPath path)
    {
        string alias = Alias(path);
        if (Scope(path.Place.Depth)!.Groups is { } groups && !DependsOnKey(groups, alias, path))
        {
            throw new InvalidOperationException(groups.IsWhole
                ? $"{path.Model.Name} is selected where all rows become one: take Sql.Count() or another aggregate of its columns, or use Select to get all rows."
                : $"{path.Model.Name} is selected of groups that aren't made by it: add it to GroupBy, or take an aggregate of its columns.");
        }
        Columns(alias, path.Model);
    }

    internal void Columns(string alias, ModelInfo model)
    {
        var columns = model.ColumnArray;
        for (int i = 0; i < columns.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            _text.Append(alias).Append('.').Append(columns[i].Quoted);
        }
    }

    internal void Columns(string alias, string[] quoted)
    {
        for (int i = 0; i < quoted.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            _text.Append(alias).Append('.').Append(quoted[i]);
        }
    }

    /// <summary>How much is written so far, for the questions what is written later.</summary>
    internal Written Mark() => new(_text.Length, _aliases, _commonTableUses);

    /// <summary>Whether what was written since the mark has a subquery, or a join; raw SQL aside.</summary>
    internal bool HasSubquery(Written mark) => _aliases != mark.Aliases || _commonTableUses != mark.CommonTables;

    /// <summary>Whether what was written since the mark may read rows of a model's table; raw SQL aside.</summary>
    internal bool MayRead(ModelInfo model, Written mark)
        => _commonTableUses != mark.CommonTables || _text.ToString(mark.Length, _text.Length - mark.Length).Contains($"{Dialect.Choose(model.Table)} AS ", StringComparison.Ordinal);

    /// <summary>Lets the lambda depth stand for tables while a clause is written; give the result back to <see cref="Unbind"/>.</summary>
    internal TableScope? Bind(int depth, TableScope scope)
    {
        if (depth >= _scopes.Length)
            Array.Resize(ref _scopes, depth + 4);
        var outer = _scopes[depth];
        _scopes[depth] = scope;
        return outer;
    }

    internal void Unbind(int depth, TableScope? outer) => _scopes[depth] = outer;

    /// <summary>Whether the table's key is among those of the groups, so that all its columns depend on it. Of what a subquery gives databases don't know.</summary>
    private bool DependsOnKey(GroupedColumns groups, string alias, ColumnPath path)
        => groups.Has(alias, path.Model) && (!IsDerived(path) || groups.HasTable(alias));

    /// <summary>Whether something stands for the table of the path's model.</summary>
    private bool IsDerived(ColumnPath path) => path.Parent is null && Scope(path.Place.Depth)!.At(path.Place.Slot)!.IsDerived;

    private static InvalidOperationException NeedsAggregate(GroupedColumns groups, string column) => new(groups.IsWhole
        ? $"{column} is selected where all rows become one, but has many values: take one of them with " +
        "Sql.Max, Sql.Min, Sql.Sum, Sql.Avg or Sql.Count, or use Select to get them all."
        : $"{column} stands beside groups that aren't made by it, so it may have many values in one: add it, or the model that it is of, to GroupBy, " +
        "or take one of its values with Sql.Max, Sql.Min, Sql.Sum, Sql.Avg or Sql.Count.");

    private InvalidOperationException Misplaced(bool isWindowed)
    {
        if (_functions > 0)
            return new("An aggregate or a window function stands inside another. Compute the inner one in a subquery: Select(...).AsSubquery().");
        string function = isWindowed ? "A window function" : "An aggregate";
        return new(_allowed switch
        {
            SqlFunctions.NoneInSet =>
                $"{function} stands in Set, where each row gets a value of its own. Compute it in a subquery: of related rows as in p.Comments.Max(c => c.Id), of other rows by " +
                "a query's Aggregate(...).AsExpression().",
            SqlFunctions.NoneInReturning => $"{function} stands in Returning, which gives a result for each written row. Return the rows' values, and compute it of them.",
            _ when isWindowed =>
                "A window function stands in Where, GroupBy, Having or in the condition of a join, which come before windows. Filter a subquery: Select(...).AsSubquery().Where(...).",
            SqlFunctions.None =>
                "An aggregate stands in Where, GroupBy or in the condition of a join, where rows aren't grouped yet. " +
                "Use Having after GroupBy, or filter a subquery: Select(...).AsSubquery().Where(...).",
            _ => "An aggregate stands in a query whose rows aren't grouped. For all rows as one use Aggregate or AggregateAsync, for groups GroupBy, for each row Over(...).",
        });
    }

    private TableScope? Scope(int depth) => depth < _scopes.Length ? _scopes[depth] : null;

    private string Alias(ColumnPath path)
        => (Scope(path.Place.Depth)?.At(path.Place.Slot) ?? throw Stranger($"A column of {path.Model.Name}")).AliasOf(this, path);

    private static InvalidOperationException Stranger(string column)
        => new($"{column} stands in a query that it doesn't belong to. Use the parameter of the lambda it is written in.");

    /// <summary>How much was written at some time.</summary>
    internal readonly record struct Written(int Length, int Aliases, int CommonTables);
}
