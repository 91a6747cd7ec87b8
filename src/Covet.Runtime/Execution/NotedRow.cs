namespace Covet.Infrastructure;

/// <summary>Which column of a row was asked for last.</summary>
internal sealed class RowNote
{
    /// <summary>The column's ordinal; -1 when none was asked for.</summary>
    public int Ordinal { get; private set; } = -1;

    /// <summary>Whether the last question was whether it is NULL, and it was.</summary>
    public bool WasFoundNull { get; private set; }

    public void Take(int ordinal, bool wasFoundNull = false) => (Ordinal, WasFoundNull) = (ordinal, wasFoundNull);
}

/// <summary>A row that is read once more to find the column that can't be read. One type for all providers, so that readers are compiled for it once.</summary>
internal readonly struct NotedRow(IRowReader row, RowNote note) : IRowReader
{
    public int FieldCount => row.FieldCount;

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => throw new InvalidOperationException("The row is read once more, not the next one.");

    public string GetName(int ordinal) => row.GetName(ordinal);

    public bool IsNull(int ordinal)
    {
        bool isNull = row.IsNull(ordinal);
        note.Take(ordinal, isNull);
        return isNull;
    }

    public bool GetBoolean(int ordinal) => At(ordinal).GetBoolean(ordinal);

    public short GetInt16(int ordinal) => At(ordinal).GetInt16(ordinal);

    public int GetInt32(int ordinal) => At(ordinal).GetInt32(ordinal);

    public long GetInt64(int ordinal) => At(ordinal).GetInt64(ordinal);

    public float GetSingle(int ordinal) => At(ordinal).GetSingle(ordinal);

    public double GetDouble(int ordinal) => At(ordinal).GetDouble(ordinal);

    public decimal GetDecimal(int ordinal) => At(ordinal).GetDecimal(ordinal);

    public string GetString(int ordinal) => At(ordinal).GetString(ordinal);

    public Guid GetGuid(int ordinal) => At(ordinal).GetGuid(ordinal);

    public DateTime GetDateTime(int ordinal) => At(ordinal).GetDateTime(ordinal);

    public DateTimeOffset GetDateTimeOffset(int ordinal) => At(ordinal).GetDateTimeOffset(ordinal);

    public DateOnly GetDateOnly(int ordinal) => At(ordinal).GetDateOnly(ordinal);

    public TimeOnly GetTimeOnly(int ordinal) => At(ordinal).GetTimeOnly(ordinal);

    public TimeSpan GetTimeSpan(int ordinal) => At(ordinal).GetTimeSpan(ordinal);

    public byte[] GetBytes(int ordinal) => At(ordinal).GetBytes(ordinal);

    public T[] GetArray<T>(int ordinal) => At(ordinal).GetArray<T>(ordinal);

    public uint GetRowVersion(int ordinal) => At(ordinal).GetRowVersion(ordinal);

    public string? GetText(int ordinal) => row.GetText(ordinal);

    private IRowReader At(int ordinal)
    {
        note.Take(ordinal);
        return row;
    }
}
