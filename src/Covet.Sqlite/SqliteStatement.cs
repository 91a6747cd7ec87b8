using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>A prepared statement that is bound and stepped without a command and a reader of the driver's between.</summary>
internal sealed class SqliteStatement : ParameterBinder, IDisposable
{
    private const int MostBytesOnStack = 512;

    private readonly sqlite3 _database;
    private readonly List<(string Name, int Index)> _parameters = [];
    private int _bound;
    private bool _isNumbered;
    private bool _hasRow;
    private bool _isFirst;

    private SqliteStatement(sqlite3 database, sqlite3_stmt handle)
    {
        (_database, Handle) = (database, handle);
        IsReadOnly = raw.sqlite3_stmt_readonly(handle) != 0;
    }

    public sqlite3_stmt Handle { get; }

    /// <summary>Whether it changes nothing in the database.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether it gives rows, be it none.</summary>
    public bool GivesRows => raw.sqlite3_column_count(Handle) > 0;

    /// <summary>Prepares the first statement of a text.</summary>
    /// <param name="database">The connection.</param>
    /// <param name="text">The text.</param>
    /// <param name="rest">What follows the statement, perhaps others.</param>
    /// <returns>The statement; null where there is nothing but blanks and comments.</returns>
    public static SqliteStatement? Prepare(sqlite3 database, string text, out string rest)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(database, text, out var handle, out rest), database);
        if (!handle.IsInvalid)
            return new SqliteStatement(database, handle);
        handle.Dispose();
        return null;
    }

    /// <summary>Binds the values and runs as far as the first row; to the end where there is none.</summary>
    public void Run(SqlParameters parameters)
    {
        (_bound, _isNumbered) = (0, false);
        parameters.BindTo(this);
        int expected = raw.sqlite3_bind_parameter_count(Handle);
        if (_bound < expected)
            throw new InvalidOperationException($"The statement has {expected} parameters, but values for {_bound}.");
        _hasRow = Step();
        _isFirst = true;
    }

    /// <summary>Advances to the next row.</summary>
    public bool Read()
    {
        if (!_isFirst && _hasRow)
            _hasRow = Step();
        _isFirst = false;
        return _hasRow;
    }

    /// <summary>Passes over the rows that are left.</summary>
    public void ReadToEnd()
    {
        while (Read())
        {
        }
    }

    /// <summary>Ends the result and lets go of the values.</summary>
    public void Reset()
    {
        _hasRow = false;
        _ = raw.sqlite3_reset(Handle);
        _ = raw.sqlite3_clear_bindings(Handle);
    }

    public void Dispose() => Handle.Dispose();

    public override void Add<T>(string name, T value)
    {
        // The common ones first, unboxed.
        if (value is int whole)
            Bind(name, (long)whole);
        else if (value is long big)
            Bind(name, big);
        else
            Bind(name, SqliteValue.Of(name, value));
    }

    public override void AddNull<T>(string name) => Bind(name, DBNull.Value);

    public override void AddJson(string name, string? json) => Bind(name, json is null ? DBNull.Value : TextCheck.DemandJson(name, json));

    public override void AddList<T>(string name, IReadOnlyList<T> values) => Bind(name, SqliteList.Of(name, values));

    public override void AddList<T0, T1>(string name, IReadOnlyList<(T0, T1)> keys) => Bind(name, SqliteList.Of(name, keys));

    public override void AddList<T0, T1, T2>(string name, IReadOnlyList<(T0, T1, T2)> keys) => Bind(name, SqliteList.Of(name, keys));

    public override void AddRows(RowValues rows)
    {
        _isNumbered = true;
        base.AddRows(rows);
        _isNumbered = false;
    }

    private void Bind(string name, long value)
    {
        if (Index(name) is > 0 and var index)
            Check(raw.sqlite3_bind_int64(Handle, index, value));
    }

    private void Bind(string name, object value)
    {
        if (Index(name) is not (> 0 and var index))
            return;
        Check(value switch
        {
            string text => Bind(index, text),
            long number => raw.sqlite3_bind_int64(Handle, index, number),
            double number => raw.sqlite3_bind_double(Handle, index, number),
            byte[] bytes => raw.sqlite3_bind_blob(Handle, index, bytes),
            _ => raw.sqlite3_bind_null(Handle, index),
        });
    }

    private int Bind(int index, string text)
    {
        if (text.Length > MostBytesOnStack / 3)
            return raw.sqlite3_bind_text(Handle, index, text);
        Span<byte> bytes = stackalloc byte[MostBytesOnStack];
        return raw.sqlite3_bind_text(Handle, index, bytes[..Encoding.UTF8.GetBytes(text, bytes)]);
    }

    /// <summary>The parameter's place; 0 when the text doesn't use it. The names come in the same order each time, so they are looked up once.</summary>
    private int Index(string name)
    {
        if (_isNumbered)
            return ++_bound;
        int position = _bound;
        if (position < _parameters.Count && _parameters[position].Name == name)
        {
            _bound++;
            return _parameters[position].Index;
        }
        int index = raw.sqlite3_bind_parameter_index(Handle, "@" + name);
        if (index == 0)
            return 0;
        _parameters.RemoveRange(position, _parameters.Count - position);
        _parameters.Add((name, index));
        _bound++;
        return index;
    }

    private bool Step()
    {
        int code = raw.sqlite3_step(Handle);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            Check(code);
        return false;
    }

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _database);
}
