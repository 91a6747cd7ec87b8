namespace Covet.Infrastructure;

/// <summary>The columns that are the same for all rows of a group, and so may stand beside its aggregates.</summary>
internal sealed class GroupedColumns
{
    private readonly HashSet<string> _columns = [];
    private readonly HashSet<string> _tables = [];

    /// <summary>Whether all rows are one group: no column is the same.</summary>
    public bool IsWhole => _columns.Count == 0 && _tables.Count == 0;

    /// <summary>Takes a key, as it is written.</summary>
    public void Add(string column) => _columns.Add(column);

    /// <summary>Takes a table whose key is one of the keys: all its columns depend on it.</summary>
    public void AddTable(string alias) => _tables.Add(alias);

    /// <summary>Whether a table's key is one of the keys.</summary>
    public bool HasTable(string alias) => _tables.Contains(alias);

    /// <summary>Whether a column is the same for all rows of a group.</summary>
    public bool Has(string alias, string quoted) => _tables.Contains(alias) || _columns.Contains($"{alias}.{quoted}");

    /// <summary>Whether all columns of a model's table are the same for all rows of a group.</summary>
    public bool Has(string alias, ModelInfo model) => _tables.Contains(alias) || Array.TrueForAll(model.KeyArray, key => _columns.Contains($"{alias}.{key.Quoted}"));
}
