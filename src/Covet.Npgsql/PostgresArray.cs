using Npgsql;
using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>The values of many rows in one column, which travel as one array.</summary>
internal abstract class PostgresArray
{
    /// <summary>Adds NULL.</summary>
    public abstract void AddNull();

    /// <summary>The array as a parameter; nothing is added afterwards.</summary>
    public abstract NpgsqlParameter ToParameter(string name);
}

/// <inheritdoc cref="PostgresArray"/>
internal abstract class PostgresArray<T> : PostgresArray
{
    /// <summary>Adds a value.</summary>
    public abstract void Add(T value);
}

/// <summary>An array of values, which becomes one of nullable values at the first NULL.</summary>
internal sealed class ValueArray<T>(NpgsqlDbType dbType, int rows) : PostgresArray<T> where T : struct
{
    private T[] _values = new T[rows];
    private T?[]? _nullable;
    private int _count;

    public override void Add(T value)
    {
        if (_nullable is null)
            _values[_count++] = value;
        else
            _nullable[_count++] = value;
    }

    public override void AddNull()
    {
        if (_nullable is null)
        {
            _nullable = new T?[rows];
            for (int i = 0; i < _count; i++)
                _nullable[i] = _values[i];
        }
        _nullable[_count++] = null;
    }

    public override NpgsqlParameter ToParameter(string name)
    {
        if (_nullable is null)
        {
            Array.Resize(ref _values, _count);
            return new NpgsqlParameter<T[]>(name, dbType) { TypedValue = _values };
        }
        Array.Resize(ref _nullable, _count);
        return new NpgsqlParameter<T?[]>(name, dbType) { TypedValue = _nullable };
    }
}

/// <summary>An array of references, where NULL is null.</summary>
internal sealed class ReferenceArray<T>(NpgsqlDbType dbType, int rows) : PostgresArray<T> where T : class
{
    private T?[] _values = new T?[rows];
    private int _count;

    public override void Add(T value) => _values[_count++] = value;

    public override void AddNull() => _values[_count++] = null;

    public override NpgsqlParameter ToParameter(string name)
    {
        Array.Resize(ref _values, _count);
        return new NpgsqlParameter<T?[]>(name, dbType) { TypedValue = _values };
    }
}
