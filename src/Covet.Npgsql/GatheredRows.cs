using Npgsql;

namespace Covet.Infrastructure;

/// <summary>Rows whose values are gathered column by column, as many as one message of the protocol carries well.</summary>
internal sealed class GatheredRows : RowValues
{
    /// <summary>How large texts and bytes are together when no other row is taken: a message has an end at 1 GB, and is held in memory as a whole.</summary>
    private const long MostCharacters = 16 * 1024 * 1024;

    private readonly RowValues _rows;
    private readonly PostgresArrayBinder _columns;
    private readonly int _count;

    /// <summary>Gathers the rows from the first on.</summary>
    public GatheredRows(RowValues rows)
    {
        _rows = rows;
        _columns = new PostgresArrayBinder(rows.Count);
        while (_count < rows.Count && _columns.Characters < MostCharacters)
            _columns.Bind(rows, _count++);
    }

    public override int Count => _count;

    public override void Bind(ParameterBinder binder, int row) => _rows.Bind(binder, row);

    /// <summary>Adds the arrays to a command.</summary>
    public void AddTo(NpgsqlParameterCollection parameters) => _columns.AddTo(parameters);
}
