using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>The C# types that PostgreSQL stores, and as what.</summary>
internal static class PostgresTypes
{
    private static readonly Dictionary<Type, PostgresType> Types = [];

    static PostgresTypes()
    {
        Value<bool, bool>(NpgsqlDbType.Boolean, "boolean");
        Value<short, short>(NpgsqlDbType.Smallint, "smallint");
        Value<int, int>(NpgsqlDbType.Integer, "integer");
        Value<long, long>(NpgsqlDbType.Bigint, "bigint");
        Value<float, float>(NpgsqlDbType.Real, "real");
        Value<double, double>(NpgsqlDbType.Double, "double precision");
        Value<decimal, decimal>(NpgsqlDbType.Numeric, "numeric");
        Value<Guid, Guid>(NpgsqlDbType.Uuid, "uuid");
        Value<DateOnly, DateOnly>(NpgsqlDbType.Date, "date");
        Value<DateTime, DateTime>(NpgsqlDbType.Timestamp, "timestamp", (_, value) => new DateTime(WholeTime(value.Ticks), DateTimeKind.Unspecified));
        Value<DateTimeOffset, DateTime>(NpgsqlDbType.TimestampTz, "timestamptz", (_, value) => new DateTime(WholeTime(value.UtcTicks), DateTimeKind.Utc));
        Value<TimeOnly, TimeOnly>(NpgsqlDbType.Time, "time", (_, value) => new TimeOnly(Whole(value.Ticks)));
        Value<TimeSpan, TimeSpan>(NpgsqlDbType.Interval, "interval", (_, value) => new TimeSpan(Whole(value.Ticks)));
        Value<sbyte, short>(NpgsqlDbType.Smallint, "smallint", (_, value) => value);
        Value<byte, short>(NpgsqlDbType.Smallint, "smallint", (_, value) => value, hasArray: false);
        Value<ushort, int>(NpgsqlDbType.Integer, "integer", (_, value) => value);
        Value<uint, long>(NpgsqlDbType.Bigint, "bigint", (_, value) => value);
        Value<ulong, long>(NpgsqlDbType.Bigint, "bigint", ValueCheck.Signed);
        Value<char, string>(NpgsqlDbType.Text, "text", (name, value) => TextCheck.Demand(name, value.ToString()));
        Reference<string, string>(NpgsqlDbType.Text, "text", TextCheck.Demand);
        Reference<byte[], byte[]>(NpgsqlDbType.Bytea, "bytea");
    }

    /// <summary>How a type is sent; <see langword="null"/> when it isn't mapped.</summary>
    public static PostgresType<T>? Find<T>() => Types.GetValueOrDefault(typeof(T)) as PostgresType<T>;

    /// <summary>The SQL name of a type; <see langword="null"/> when it isn't mapped.</summary>
    public static string? SqlName(Type type) => Types.GetValueOrDefault(type)?.SqlName;

    private static void Value<T, TStored>(NpgsqlDbType dbType, string sqlName, Func<string, T, TStored>? toStored = null, bool hasArray = true) where T : struct
    {
        var type = new StoredType<T, TStored>(dbType, sqlName, toStored);
        Types.Add(typeof(T), type);
        Types.Add(typeof(T?), new NullableType<T>(type));
        // An array of bytes is bytea.
        if (hasArray)
            Types.Add(typeof(T[]), new ArrayType<T>(type));
    }

    private static void Reference<T, TStored>(NpgsqlDbType dbType, string sqlName, Func<string, T, TStored>? toStored = null) where T : class
    {
        var type = new StoredType<T, TStored>(dbType, sqlName, toStored);
        Types.Add(typeof(T), type);
        Types.Add(typeof(T[]), new ArrayType<T>(type));
    }

    /// <summary>PostgreSQL keeps microseconds: ticks below are cut, not rounded up into another day.</summary>
    private static long Whole(long ticks) => ticks - (ticks % TimeSpan.TicksPerMicrosecond);

    /// <summary>The same of a time. The last one stays as it is: Npgsql reads and writes infinity as that.</summary>
    private static long WholeTime(long ticks) => ticks == DateTime.MaxValue.Ticks ? ticks : Whole(ticks);
}
