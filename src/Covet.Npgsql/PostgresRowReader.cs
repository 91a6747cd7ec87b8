using Npgsql;
using NpgsqlTypes;

namespace Covet.Infrastructure;

/// <summary>Reads columns from Npgsql's own reader.</summary>
internal readonly struct PostgresRowReader(NpgsqlDataReader reader) : IRowReader
{
    private const uint NumericOid = 1700;

    private readonly NpgsqlDataReader _reader = reader;

    // Npgsql drops the fraction of a numeric that is read as an integer, so those are looked at; few results have any.
    private readonly bool _hasNumeric = HasNumeric(reader);

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(_reader.ReadAsync(cancellationToken));

    public int FieldCount => _reader.FieldCount;

    public string GetName(int ordinal) => _reader.GetName(ordinal);

    public bool IsNull(int ordinal) => _reader.IsDBNull(ordinal);

    public bool GetBoolean(int ordinal) => _reader.GetBoolean(ordinal);

    public short GetInt16(int ordinal) => IsNumeric(ordinal) ? checked((short)GetWhole(ordinal)) : _reader.GetInt16(ordinal);

    public int GetInt32(int ordinal) => IsNumeric(ordinal) ? checked((int)GetWhole(ordinal)) : _reader.GetInt32(ordinal);

    public long GetInt64(int ordinal) => IsNumeric(ordinal) ? checked((long)GetWhole(ordinal)) : _reader.GetInt64(ordinal);

    public uint GetRowVersion(int ordinal) => _reader.GetFieldValue<uint>(ordinal);

    public float GetSingle(int ordinal)
    {
        float value = _reader.GetFloat(ordinal);
        return float.IsFinite(value) || !double.IsFinite(_reader.GetDouble(ordinal))
            ? value
            : throw new OverflowException($"Column {_reader.GetName(ordinal)} holds a number beyond those of single precision.");
    }

    public double GetDouble(int ordinal) => _reader.GetDouble(ordinal);

    public decimal GetDecimal(int ordinal) => _reader.GetDecimal(ordinal);

    public string GetString(int ordinal) => _reader.GetString(ordinal);

    public Guid GetGuid(int ordinal) => _reader.GetGuid(ordinal);

    public DateTime GetDateTime(int ordinal)
    {
        var time = _reader.GetDateTime(ordinal);
        return time.Kind == DateTimeKind.Unspecified
            ? time
            : throw new InvalidCastException($"Column {_reader.GetName(ordinal)} keeps instants, and a DateTime is a wall clock without a zone. Read it as a DateTimeOffset.");
    }

    public DateTimeOffset GetDateTimeOffset(int ordinal) => _reader.GetFieldValue<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) => _reader.GetFieldValue<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => _reader.GetFieldValue<TimeOnly>(ordinal);

    // Npgsql's own would overflow silently.
    public TimeSpan GetTimeSpan(int ordinal)
    {
        var interval = _reader.GetFieldValue<NpgsqlInterval>(ordinal);
        return interval.Months == 0
            ? new TimeSpan(checked((interval.Days * TimeSpan.TicksPerDay) + (interval.Time * TimeSpan.TicksPerMicrosecond)))
            : throw new InvalidCastException($"Column {_reader.GetName(ordinal)} holds months, which have no length of their own, so they are no TimeSpan.");
    }

    public byte[] GetBytes(int ordinal) => _reader.GetFieldValue<byte[]>(ordinal);

    public T[] GetArray<T>(int ordinal)
    {
        var items = _reader.GetFieldValue<T[]>(ordinal);
        return default(T) is null && Array.IndexOf(items, default) >= 0
            ? throw new InvalidCastException($"Column {_reader.GetName(ordinal)} holds an array with NULL among its elements, and {typeof(T).Name}[] has none.")
            : items;
    }

    public string? GetText(int ordinal) => PostgresText.Of(_reader, ordinal);

    private static bool HasNumeric(NpgsqlDataReader reader)
    {
        for (int i = 0; i < reader.FieldCount; i++)
        {
            if (reader.GetDataTypeOID(i) == NumericOid)
                return true;
        }
        return false;
    }

    private bool IsNumeric(int ordinal) => _hasNumeric && _reader.GetDataTypeOID(ordinal) == NumericOid;

    private decimal GetWhole(int ordinal)
    {
        decimal number = _reader.GetDecimal(ordinal);
        return number == decimal.Truncate(number)
            ? number
            : throw new InvalidCastException($"Column {_reader.GetName(ordinal)} holds a fraction, which an integer has none of.");
    }
}
