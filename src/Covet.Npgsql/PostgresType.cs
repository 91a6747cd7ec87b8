using Npgsql;
using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>How values of one C# type become parameters.</summary>
/// <param name="dbType">The type that they are sent as.</param>
/// <param name="sqlName">Its name in SQL.</param>
internal abstract class PostgresType(NpgsqlDbType dbType, string sqlName)
{
    public NpgsqlDbType DbType { get; } = dbType;

    public string SqlName { get; } = sqlName;

    /// <summary>An array for a column of many rows.</summary>
    public abstract PostgresArray CreateArray(int rows);

    public NpgsqlParameter Null(string name) => new(name, DbType) { Value = DBNull.Value };
}

/// <inheritdoc cref="PostgresType"/>
internal abstract class PostgresType<T>(NpgsqlDbType dbType, string sqlName) : PostgresType(dbType, sqlName)
{
    private static readonly PostgresType<T>? Known = PostgresTypes.Find<T>();

    /// <summary>The one for a type.</summary>
    /// <exception cref="NotSupportedException">The type isn't mapped.</exception>
    public static PostgresType<T> Instance => Known ?? throw new NotSupportedException(
        $"{typeof(T)} can't be sent to PostgreSQL: use a type that Covet maps, or a [Converter].");

    /// <summary>A parameter with a value, which isn't null.</summary>
    public abstract NpgsqlParameter Parameter(string name, T value);

    /// <summary>An array parameter.</summary>
    public abstract NpgsqlParameter List(string name, IReadOnlyList<T> values);

    /// <summary>Adds a value to a column of many rows.</summary>
    public abstract void Add(PostgresArray array, string name, T value);

    /// <summary>Writes a value that is copied.</summary>
    public abstract void Write(CopyBuffer buffer, string name, T value);
}

/// <summary>A type that is sent as it is, or as another.</summary>
/// <param name="dbType">The type that it is sent as.</param>
/// <param name="sqlName">Its name in SQL.</param>
/// <param name="createArray">Makes an array for a column of many rows.</param>
/// <param name="write">Writes a value that is copied.</param>
/// <param name="toStored">Makes the value that is sent, given the parameter's name; null where it is the same.</param>
internal sealed class StoredType<T, TStored>(
    NpgsqlDbType dbType, string sqlName, Func<NpgsqlDbType, int, PostgresArray<TStored>> createArray, Action<CopyBuffer, TStored> write, Func<string, T, TStored>? toStored)
    : PostgresType<T>(dbType, sqlName)
{
    public override PostgresArray CreateArray(int rows) => createArray(NpgsqlDbType.Array | DbType, rows);

    public override void Add(PostgresArray array, string name, T value) => ((PostgresArray<TStored>)array).Add(Stored(name, value));

    public override void Write(CopyBuffer buffer, string name, T value) => write(buffer, Stored(name, value));

    public override NpgsqlParameter Parameter(string name, T value) => new NpgsqlParameter<TStored>(name, DbType) { TypedValue = Stored(name, value) };

    public override NpgsqlParameter List(string name, IReadOnlyList<T> values)
    {
        if (toStored is not null || values is not TStored[] array)
        {
            array = new TStored[values.Count];
            for (int i = 0; i < array.Length; i++)
                array[i] = Stored(name, values[i]);
        }
        return new NpgsqlParameter<TStored[]>(name, NpgsqlDbType.Array | DbType) { TypedValue = array };
    }

    // Without a conversion the two types are one.
    private TStored Stored(string name, T value) => toStored is null ? (TStored)(object)value! : toStored(name, value);
}

/// <summary>The nullable twin of a value type.</summary>
internal sealed class NullableType<T>(PostgresType<T> inner) : PostgresType<T?>(inner.DbType, inner.SqlName) where T : struct
{
    public override PostgresArray CreateArray(int rows) => inner.CreateArray(rows);

    public override void Add(PostgresArray array, string name, T? value) => inner.Add(array, name, value!.Value);

    public override void Write(CopyBuffer buffer, string name, T? value) => inner.Write(buffer, name, value!.Value);

    public override NpgsqlParameter Parameter(string name, T? value) => inner.Parameter(name, value!.Value);

    public override NpgsqlParameter List(string name, IReadOnlyList<T?> values)
    {
        var given = new T[values.Count];
        for (int i = 0; i < given.Length; i++)
            given[i] = values[i]!.Value;
        return inner.List(name, given);
    }
}

/// <summary>An array column's type.</summary>
internal sealed class ArrayType<T>(PostgresType<T> element) : PostgresType<T[]>(NpgsqlDbType.Array | element.DbType, element.SqlName + "[]")
{
    public override NpgsqlParameter Parameter(string name, T[] value) => element.List(name, Demand(name, value));

    public override NpgsqlParameter List(string name, IReadOnlyList<T[]> values)
        => throw new NotSupportedException($"A list of arrays can't be sent to PostgreSQL (parameter @{name}): compare them one by one.");

    public override PostgresArray CreateArray(int rows) => throw Nested();

    public override void Add(PostgresArray array, string name, T[] value) => throw Nested();

    public override void Write(CopyBuffer buffer, string name, T[] value)
    {
        int start = buffer.Begin();
        buffer.ArrayHeader(PostgresTypes.Oid(element.DbType), value.Length);
        foreach (var item in Demand(name, value))
            element.Write(buffer, name, item);
        buffer.End(start);
    }

    private static T[] Demand(string name, T[] value)
        => default(T) is null && Array.IndexOf(value, default) is >= 0 and var index
            ? throw ValueCheck.Refusal(name, $"holds null (at {index}), and its type says that it holds none. Leave it out, or store the list in a [Json] property.")
            : value;

    private static NotSupportedException Nested() => new("PostgreSQL takes an array of arrays apart, so rows that hold arrays aren't sent as arrays.");
}
