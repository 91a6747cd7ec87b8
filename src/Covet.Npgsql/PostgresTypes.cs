using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>The C# types that PostgreSQL stores, and as what.</summary>
internal static class PostgresTypes
{
    private static readonly Dictionary<Type, PostgresType> Types = [];

    static PostgresTypes()
    {
        Value<bool>(NpgsqlDbType.Boolean, "boolean", static (buffer, value) => buffer.Boolean(value));
        Value<short>(NpgsqlDbType.Smallint, "smallint", Write);
        Value<int>(NpgsqlDbType.Integer, "integer", Write);
        Value<long>(NpgsqlDbType.Bigint, "bigint", Write);
        Value<float>(NpgsqlDbType.Real, "real", static (buffer, value) => buffer.Single(value));
        Value<double>(NpgsqlDbType.Double, "double precision", static (buffer, value) => buffer.Double(value));
        Value<decimal>(NpgsqlDbType.Numeric, "numeric", static (buffer, value) => buffer.Numeric(value));
        Value<Guid>(NpgsqlDbType.Uuid, "uuid", static (buffer, value) => buffer.Guid(value));
        Value<DateOnly>(NpgsqlDbType.Date, "date", static (buffer, value) => buffer.Int32(CopiedTime.Of(value)));
        Value<DateTime, DateTime>(NpgsqlDbType.Timestamp, "timestamp", Write, (_, value) => new DateTime(WholeTime(value.Ticks), DateTimeKind.Unspecified));
        Value<DateTimeOffset, DateTime>(NpgsqlDbType.TimestampTz, "timestamptz", Write, (_, value) => new DateTime(WholeTime(value.UtcTicks), DateTimeKind.Utc));
        Value<TimeOnly, TimeOnly>(
            NpgsqlDbType.Time, "time", static (buffer, value) => buffer.Int64(value.Ticks / TimeSpan.TicksPerMicrosecond), (_, value) => new TimeOnly(Whole(value.Ticks)));
        Value<TimeSpan, TimeSpan>(NpgsqlDbType.Interval, "interval", static (buffer, value) => buffer.Interval(value), (_, value) => new TimeSpan(Whole(value.Ticks)));
        Value<sbyte, short>(NpgsqlDbType.Smallint, "smallint", Write, (_, value) => value);
        Value<byte, short>(NpgsqlDbType.Smallint, "smallint", Write, (_, value) => value, hasArray: false);
        Value<ushort, int>(NpgsqlDbType.Integer, "integer", Write, (_, value) => value);
        Value<uint, long>(NpgsqlDbType.Bigint, "bigint", Write, (_, value) => value);
        Value<ulong, long>(NpgsqlDbType.Bigint, "bigint", Write, ValueCheck.Signed);
        AddValue(Reference<char, string>(NpgsqlDbType.Text, "text", Write, (name, value) => TextCheck.Demand(name, value.ToString())), hasArray: true);
        AddReference(Reference<string, string>(NpgsqlDbType.Text, "text", Write, TextCheck.Demand));
        AddReference(Reference<byte[], byte[]>(NpgsqlDbType.Bytea, "bytea", static (buffer, value) => buffer.Bytes(value)));
    }

    /// <summary>How JSON documents are sent.</summary>
    public static PostgresType<string> Json { get; } =
        Reference<string, string>(NpgsqlDbType.Jsonb, "jsonb", static (buffer, value) => buffer.Json(value), TextCheck.DemandJson);

    /// <summary>How row versions are sent.</summary>
    public static PostgresType<uint> RowVersion { get; } = new StoredType<uint, uint>(
        NpgsqlDbType.Xid, "xid", static (type, rows) => new ValueArray<uint>(type, rows), static (buffer, value) => buffer.Int32((int)value), toStored: null);

    /// <summary>How a type is sent; <see langword="null"/> when it isn't mapped.</summary>
    public static PostgresType<T>? Find<T>() => Types.GetValueOrDefault(typeof(T)) as PostgresType<T>;

    /// <summary>The number of a type that is an array's element.</summary>
    public static int Oid(NpgsqlDbType type) => type switch
    {
        NpgsqlDbType.Boolean => 16,
        NpgsqlDbType.Bytea => 17,
        NpgsqlDbType.Bigint => 20,
        NpgsqlDbType.Smallint => 21,
        NpgsqlDbType.Integer => 23,
        NpgsqlDbType.Text => 25,
        NpgsqlDbType.Real => 700,
        NpgsqlDbType.Double => 701,
        NpgsqlDbType.Date => 1082,
        NpgsqlDbType.Time => 1083,
        NpgsqlDbType.Timestamp => 1114,
        NpgsqlDbType.TimestampTz => 1184,
        NpgsqlDbType.Interval => 1186,
        NpgsqlDbType.Numeric => 1700,
        NpgsqlDbType.Uuid => 2950,
        _ => throw new NotSupportedException($"An array of {type} can't be copied."),
    };

    /// <summary>The SQL name of a type; <see langword="null"/> when it isn't mapped.</summary>
    public static string? SqlName(Type type) => Types.GetValueOrDefault(type)?.SqlName;

    private static void Value<T>(NpgsqlDbType dbType, string sqlName, Action<CopyBuffer, T> write) where T : struct => Value<T, T>(dbType, sqlName, write);

    private static void Value<T, TStored>(
        NpgsqlDbType dbType, string sqlName, Action<CopyBuffer, TStored> write, Func<string, T, TStored>? toStored = null, bool hasArray = true)
        where T : struct
        where TStored : struct
        => AddValue(new StoredType<T, TStored>(dbType, sqlName, static (type, rows) => new ValueArray<TStored>(type, rows), write, toStored), hasArray);

    private static StoredType<T, TStored> Reference<T, TStored>(
        NpgsqlDbType dbType, string sqlName, Action<CopyBuffer, TStored> write, Func<string, T, TStored>? toStored = null)
        where TStored : class
        => new(dbType, sqlName, static (type, rows) => new ReferenceArray<TStored>(type, rows), write, toStored);

    private static void AddValue<T>(PostgresType<T> type, bool hasArray) where T : struct
    {
        Types.Add(typeof(T), type);
        Types.Add(typeof(T?), new NullableType<T>(type));
        // An array of bytes is bytea.
        if (hasArray)
            Types.Add(typeof(T[]), new ArrayType<T>(type));
    }

    private static void AddReference<T>(PostgresType<T> type) where T : class
    {
        Types.Add(typeof(T), type);
        Types.Add(typeof(T[]), new ArrayType<T>(type));
    }

    private static void Write(CopyBuffer buffer, short value) => buffer.Int16(value);

    private static void Write(CopyBuffer buffer, int value) => buffer.Int32(value);

    private static void Write(CopyBuffer buffer, long value) => buffer.Int64(value);

    private static void Write(CopyBuffer buffer, DateTime value) => buffer.Int64(CopiedTime.Of(value));

    private static void Write(CopyBuffer buffer, string value) => buffer.Text(value);

    /// <summary>PostgreSQL keeps microseconds: ticks below are cut, not rounded up into another day.</summary>
    private static long Whole(long ticks) => ticks - (ticks % TimeSpan.TicksPerMicrosecond);

    /// <summary>The same of a time. The last one stays as it is: Npgsql reads and writes infinity as that.</summary>
    private static long WholeTime(long ticks) => ticks == DateTime.MaxValue.Ticks ? ticks : Whole(ticks);
}
