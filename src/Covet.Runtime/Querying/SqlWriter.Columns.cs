namespace Covet.Infrastructure;

/// <content>Columns, and the tables that lambda depths stand for.</content>
public sealed partial class SqlWriter
{
    /// <summary>Writes the key of the model at the end of a path, and the foreign key that leads there; of a model from a subquery all columns.</summary>
    internal void GroupKey(ColumnPath path)
    {
        string alias = Alias(path);
        if (path.Parent is null && Scope(path.Place.Depth)!.At(path.Place.Slot)!.IsDerived)
        {
            Columns(alias, path.Model);
            return;
        }
        Columns(alias, Array.ConvertAll(path.Model.KeyArray, column => column.Quoted));
        if (path is not { Parent: { } parent, Via: { Link: null } via } || via is not IForwardRelation)
            return;
        _text.Append(", ");
        Columns(Alias(parent), via.ParentColumns);
    }

    internal void BeginAggregate()
    {
        if (!_allowsAggregates)
        {
            throw new InvalidOperationException(
                "An aggregate or a window function stands in Where or in the condition of a join, where rows aren't grouped yet. " +
                "Use Having after GroupBy, or filter a subquery: Select(...).AsSubquery().Where(...).");
        }
        _aggregates++;
    }

    /// <summary>Lets columns stand alone in what follows, as in raw SQL, which may hold an aggregate.</summary>
    internal void BeginRaw() => _aggregates++;

    internal void EndAggregate() => _aggregates--;

    /// <summary>Says whether aggregates may be written from here on.</summary>
    /// <returns>Whether they might before.</returns>
    internal bool AllowAggregates(bool allows)
    {
        bool before = _allowsAggregates;
        _allowsAggregates = allows;
        return before;
    }

    internal void Column(ColumnPath path, ColumnInfo column)
    {
        DemandAggregate(path, column.Quoted);
        // The foreign key holds the same value as the key that it points to: no join is needed to read it.
        if (path is { Parent: { } parent, Via: { Link: null } via } && via is IForwardRelation
            && Array.IndexOf(via.ChildColumns, column.Quoted) is >= 0 and var i)
        {
            _text.Append(Alias(parent)).Append('.').Append(via.ParentColumns[i]);
            return;
        }
        _text.Append(Alias(path)).Append('.').Append(column.Quoted);
    }

    internal void Column(ColumnPath path, string quoted)
    {
        DemandAggregate(path, quoted);
        _text.Append(Alias(path)).Append('.').Append(quoted);
    }

    /// <summary>Writes a column of a selection.</summary>
    internal void Column(RowPlace place, string quoted, string description)
    {
        if (_aggregates == 0 && Scope(place.Depth)?.IsWhole == true)
            throw NeedsAggregate(description);
        _text.Append((Scope(place.Depth)?.At(place.Slot) ?? throw Stranger(description)).Alias).Append('.').Append(quoted);
    }

    /// <summary>Writes all columns of the model at the end of a path.</summary>
    internal void Columns(ColumnPath path)
    {
        if (Scope(path.Place.Depth)?.IsWhole == true)
        {
            throw new InvalidOperationException(
                $"{path.Model.Name} is selected where all rows become one: take Sql.Count() or another aggregate of its columns, or use Select to get all rows.");
        }
        Columns(Alias(path), path.Model);
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

    private void DemandAggregate(ColumnPath path, string quoted)
    {
        if (_aggregates > 0 || Scope(path.Place.Depth)?.IsWhole != true)
            return;
        var column = Array.Find(path.Model.ColumnArray, column => column.Quoted == quoted);
        throw NeedsAggregate($"{path.Model.Name}.{column?.Property ?? quoted}");
    }

    private static InvalidOperationException NeedsAggregate(string column) => new(
        $"{column} is selected where all rows become one, but has many values: take one of them with " +
        "Sql.Max, Sql.Min, Sql.Sum, Sql.Avg or Sql.Count, or use Select to get them all.");

    private TableScope? Scope(int depth) => depth < _scopes.Length ? _scopes[depth] : null;

    private string Alias(ColumnPath path)
        => (Scope(path.Place.Depth)?.At(path.Place.Slot) ?? throw Stranger($"A column of {path.Model.Name}")).AliasOf(this, path);

    private static InvalidOperationException Stranger(string column)
        => new($"{column} stands in a query that it doesn't belong to. Use the parameter of the lambda it is written in.");
}
