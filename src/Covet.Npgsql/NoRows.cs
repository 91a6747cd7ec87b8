namespace Covet.Infrastructure;

/// <summary>The result of a statement that gives none: no row, no column.</summary>
internal readonly struct NoRows : IRowReader
{
    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(false);

    public int FieldCount => 0;

    public string GetName(int ordinal) => throw None();

    public bool IsNull(int ordinal) => throw None();

    public bool GetBoolean(int ordinal) => throw None();

    public short GetInt16(int ordinal) => throw None();

    public int GetInt32(int ordinal) => throw None();

    public long GetInt64(int ordinal) => throw None();

    public uint GetRowVersion(int ordinal) => throw None();

    public float GetSingle(int ordinal) => throw None();

    public double GetDouble(int ordinal) => throw None();

    public decimal GetDecimal(int ordinal) => throw None();

    public string GetString(int ordinal) => throw None();

    public Guid GetGuid(int ordinal) => throw None();

    public DateTime GetDateTime(int ordinal) => throw None();

    public DateTimeOffset GetDateTimeOffset(int ordinal) => throw None();

    public DateOnly GetDateOnly(int ordinal) => throw None();

    public TimeOnly GetTimeOnly(int ordinal) => throw None();

    public TimeSpan GetTimeSpan(int ordinal) => throw None();

    public byte[] GetBytes(int ordinal) => throw None();

    public T[] GetArray<T>(int ordinal) => throw None();

    public string? GetText(int ordinal) => throw None();

    private static InvalidOperationException None() => new("The statement gave no row to read from.");
}
