using Microsoft.Data.Sqlite;

namespace Covet.Infrastructure;

/// <summary>
/// Fills the parameters of a SQLite command. A command that ran before has them already, in the same order: then the values alone are set.
/// </summary>
internal sealed class SqliteParameterBinder(SqliteParameterCollection parameters) : ParameterBinder
{
    private int _next;
    private bool _isNumbered;

    public override void Add<T>(string name, T value) => Set(name, SqliteValue.Of(name, value));

    public override void AddNull<T>(string name) => Set(name, DBNull.Value);

    public override void AddJson(string name, string? json) => Set(name, json is null ? DBNull.Value : TextCheck.DemandJson(name, json));

    public override void AddList<T>(string name, IReadOnlyList<T> values) => Set(name, SqliteList.Of(name, values));

    public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => Set(name, SqliteList.Of(name, keys));

    public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => Set(name, SqliteList.Of(name, keys));

    /// <summary>Their parameters are numbered: <c>?1</c>.</summary>
    public override void AddRows(RowValues rows)
    {
        _isNumbered = true;
        base.AddRows(rows);
        _isNumbered = false;
    }

    private void Set(string name, object value)
    {
        char prefix = '@';
        if (_isNumbered)
            (prefix, name) = ('?', $"{_next + 1}");
        int index = _next++;
        if (index < parameters.Count)
        {
            var parameter = parameters[index];
            if (parameter.ParameterName[0] == prefix && parameter.ParameterName.AsSpan(1).SequenceEqual(name))
            {
                parameter.Value = value;
                return;
            }
            while (parameters.Count > index)
                parameters.RemoveAt(parameters.Count - 1);
        }
        parameters.Add(new SqliteParameter(prefix + name, value));
    }
}
