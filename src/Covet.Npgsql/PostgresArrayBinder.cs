using Npgsql;

namespace Covet.Infrastructure;

/// <summary>Gathers the values of many rows, column by column.</summary>
/// <param name="rows">How many rows.</param>
internal sealed class PostgresArrayBinder(int rows) : RowBinder
{
    private readonly List<PostgresArray> _arrays = [];
    private int _next;

    /// <summary>How large the texts and bytes are together.</summary>
    public long Characters { get; private set; }

    /// <summary>The name of the parameter, and of the column in SQL.</summary>
    public static string NameOf(int column) => $"c{column}";

    /// <summary>Adds a row.</summary>
    public void Bind(RowValues values, int row)
    {
        _next = 0;
        values.Bind(this, row);
    }

    /// <summary>Adds the arrays to a command.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        for (int i = 0; i < _arrays.Count; i++)
            parameters.Add(_arrays[i].ToParameter(NameOf(i)));
    }

    protected override void Add<T>(PostgresType<T> type, string name, T value)
    {
        if (value is string text)
            Characters += text.Length;
        else if (value is byte[] bytes)
            Characters += bytes.Length;
        type.Add(Next(type), name, value);
    }

    protected override void AddNull(PostgresType type) => Next(type).AddNull();

    private PostgresArray Next(PostgresType type)
    {
        if (_next == _arrays.Count)
            _arrays.Add(type.CreateArray(rows));
        return _arrays[_next++];
    }
}
