using Npgsql;

namespace Covet.Infrastructure;

/// <summary>Reads columns from Npgsql's own reader.</summary>
internal readonly struct PostgresRowReader(NpgsqlDataReader reader) : IRowReader
{
    private readonly NpgsqlDataReader _reader = reader;

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(_reader.ReadAsync(cancellationToken));

    public int FieldCount => _reader.FieldCount;

    public string GetName(int ordinal) => _reader.GetName(ordinal);

    public bool IsNull(int ordinal) => _reader.IsDBNull(ordinal);

    public bool GetBoolean(int ordinal) => _reader.GetBoolean(ordinal);

    public short GetInt16(int ordinal) => _reader.GetInt16(ordinal);

    public int GetInt32(int ordinal) => _reader.GetInt32(ordinal);

    public long GetInt64(int ordinal) => _reader.GetInt64(ordinal);

    public uint GetRowVersion(int ordinal) => _reader.GetFieldValue<uint>(ordinal);

    public float GetSingle(int ordinal) => _reader.GetFloat(ordinal);

    public double GetDouble(int ordinal) => _reader.GetDouble(ordinal);

    public decimal GetDecimal(int ordinal) => _reader.GetDecimal(ordinal);

    public string GetString(int ordinal) => _reader.GetString(ordinal);

    public Guid GetGuid(int ordinal) => _reader.GetGuid(ordinal);

    public DateTime GetDateTime(int ordinal) => DateTime.SpecifyKind(_reader.GetDateTime(ordinal), DateTimeKind.Unspecified);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => _reader.GetFieldValue<DateTimeOffset>(ordinal);

    public DateOnly GetDateOnly(int ordinal) => _reader.GetFieldValue<DateOnly>(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => _reader.GetFieldValue<TimeOnly>(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) => _reader.GetTimeSpan(ordinal);

    public byte[] GetBytes(int ordinal) => _reader.GetFieldValue<byte[]>(ordinal);

    public T[] GetArray<T>(int ordinal) => _reader.GetFieldValue<T[]>(ordinal);
}
