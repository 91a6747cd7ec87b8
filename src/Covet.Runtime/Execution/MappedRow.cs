namespace Covet.Infrastructure;

/// <summary>A row whose columns stand in another order than they are read in.</summary>
internal struct MappedRow<TReader>(TReader row, int[] ordinals) : IRowReader where TReader : struct, IRowReader
{
    private readonly TReader _row = row;

    public readonly int FieldCount => ordinals.Length;

    public readonly ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => _row.ReadAsync(cancellationToken);

    public readonly string GetName(int ordinal) => _row.GetName(ordinals[ordinal]);

    public readonly bool IsNull(int ordinal) => _row.IsNull(ordinals[ordinal]);

    public readonly bool GetBoolean(int ordinal) => _row.GetBoolean(ordinals[ordinal]);

    public readonly short GetInt16(int ordinal) => _row.GetInt16(ordinals[ordinal]);

    public readonly int GetInt32(int ordinal) => _row.GetInt32(ordinals[ordinal]);

    public readonly long GetInt64(int ordinal) => _row.GetInt64(ordinals[ordinal]);

    public readonly uint GetRowVersion(int ordinal) => _row.GetRowVersion(ordinals[ordinal]);

    public readonly float GetSingle(int ordinal) => _row.GetSingle(ordinals[ordinal]);

    public readonly double GetDouble(int ordinal) => _row.GetDouble(ordinals[ordinal]);

    public readonly decimal GetDecimal(int ordinal) => _row.GetDecimal(ordinals[ordinal]);

    public readonly string GetString(int ordinal) => _row.GetString(ordinals[ordinal]);

    public readonly Guid GetGuid(int ordinal) => _row.GetGuid(ordinals[ordinal]);

    public readonly DateTime GetDateTime(int ordinal) => _row.GetDateTime(ordinals[ordinal]);

    public readonly DateTimeOffset GetDateTimeOffset(int ordinal) => _row.GetDateTimeOffset(ordinals[ordinal]);

    public readonly DateOnly GetDateOnly(int ordinal) => _row.GetDateOnly(ordinals[ordinal]);

    public readonly TimeOnly GetTimeOnly(int ordinal) => _row.GetTimeOnly(ordinals[ordinal]);

    public readonly TimeSpan GetTimeSpan(int ordinal) => _row.GetTimeSpan(ordinals[ordinal]);

    public readonly byte[] GetBytes(int ordinal) => _row.GetBytes(ordinals[ordinal]);

    public readonly T[] GetArray<T>(int ordinal) => _row.GetArray<T>(ordinals[ordinal]);

    public readonly string? GetText(int ordinal) => _row.GetText(ordinals[ordinal]);
}
