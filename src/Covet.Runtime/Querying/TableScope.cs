using System.Text;

namespace Covet.Infrastructure;

/// <summary>One table of a FROM clause with the tables that relations join to it: one join per path, whoever asks for it.</summary>
internal sealed class TableScope(string alias, ModelInfo? model)
{
    private readonly List<Join> _joins = [];

    public string Alias { get; } = alias;

    /// <summary>Whether something stands for the table, so that the database doesn't know what its rows' keys are.</summary>
    public bool IsDerived { get; init; }

    /// <summary>The next table of the same FROM clause.</summary>
    public TableScope? Next { get; set; }

    /// <summary>What columns may stand outside aggregates, since rows become groups; null where rows stay rows.</summary>
    public GroupedColumns? Groups { get; set; }

    /// <summary>Where the clause's text has the table, and where its joins go.</summary>
    public (int Start, int End) Position { get; set; }

    /// <summary>Whether a relation joined a table.</summary>
    public bool HasJoins => _joins.Count > 0;

    /// <summary>The table at a place of the FROM clause.</summary>
    public TableScope? At(int slot)
    {
        var scope = this;
        for (; slot > 0 && scope is not null; slot--)
            scope = scope.Next;
        return scope;
    }

    public string AliasOf(SqlWriter writer, ColumnPath path)
    {
        if (path.Parent is null)
        {
            return path.Model == model
                ? Alias
                : throw new InvalidOperationException(
                    $"A column of {path.Model.Name} stands where columns of {model?.Name ?? "a selection"} are meant. Use the parameter of the lambda it is written in.");
        }
        string parent = AliasOf(writer, path.Parent);
        foreach (var join in _joins)
        {
            if (join.Relation == path.Via && join.Parent == parent)
                return join.Alias;
        }
        var added = new Join(writer.NewAlias(), parent, path.Via!, path.IsOptional);
        _joins.Add(added);
        return added.Alias;
    }

    /// <summary>The JOIN clauses, each after the one that it builds on.</summary>
    public string Joins(SqlDialect dialect)
    {
        if (_joins.Count == 0)
            return "";
        var text = new StringBuilder();
        foreach (var join in _joins)
        {
            text.Append(join.IsOptional ? " LEFT JOIN " : " JOIN ").Append(dialect.Choose(join.Relation.Child.Table)).Append(" AS ").Append(join.Alias).Append(" ON ");
            for (int i = 0; i < join.Relation.ChildColumns.Length; i++)
            {
                text.Append(i > 0 ? " AND " : "")
                    .Append(join.Alias).Append('.').Append(join.Relation.ChildColumns[i]).Append(" = ")
                    .Append(join.Parent).Append('.').Append(join.Relation.ParentColumns[i]);
            }
        }
        return text.ToString();
    }

    private sealed record Join(string Alias, string Parent, Relation Relation, bool IsOptional);
}
