using Covet.Infrastructure;

namespace Covet.Specification;

/// <summary>A row with something in its way.</summary>
internal struct InterposedRow<TReader>(TReader row, Interposition interposition) : IRowReader where TReader : struct, IRowReader
{
    private readonly TReader _row = row;

    public readonly int FieldCount => _row.FieldCount;

    public readonly ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var before = interposition.RowAsync();
        return before.IsCompletedSuccessfully ? _row.ReadAsync(cancellationToken) : ReadAfterAsync(before, _row, cancellationToken);
    }

    public readonly string GetName(int ordinal) => _row.GetName(ordinal);

    public readonly bool IsNull(int ordinal) => _row.IsNull(ordinal);

    public readonly bool GetBoolean(int ordinal) => _row.GetBoolean(ordinal);

    public readonly short GetInt16(int ordinal) => _row.GetInt16(ordinal);

    public readonly int GetInt32(int ordinal) => _row.GetInt32(ordinal);

    public readonly long GetInt64(int ordinal) => _row.GetInt64(ordinal);

    public readonly uint GetRowVersion(int ordinal) => _row.GetRowVersion(ordinal);

    public readonly float GetSingle(int ordinal) => _row.GetSingle(ordinal);

    public readonly double GetDouble(int ordinal) => _row.GetDouble(ordinal);

    public readonly decimal GetDecimal(int ordinal) => _row.GetDecimal(ordinal);

    public readonly string GetString(int ordinal) => _row.GetString(ordinal);

    public readonly Guid GetGuid(int ordinal) => _row.GetGuid(ordinal);

    public readonly DateTime GetDateTime(int ordinal) => _row.GetDateTime(ordinal);

    public readonly DateTimeOffset GetDateTimeOffset(int ordinal) => _row.GetDateTimeOffset(ordinal);

    public readonly DateOnly GetDateOnly(int ordinal) => _row.GetDateOnly(ordinal);

    public readonly TimeOnly GetTimeOnly(int ordinal) => _row.GetTimeOnly(ordinal);

    public readonly TimeSpan GetTimeSpan(int ordinal) => _row.GetTimeSpan(ordinal);

    public readonly byte[] GetBytes(int ordinal) => _row.GetBytes(ordinal);

    public readonly T[] GetArray<T>(int ordinal) => _row.GetArray<T>(ordinal);

    public readonly string? GetText(int ordinal) => _row.GetText(ordinal);

    private static async ValueTask<bool> ReadAfterAsync(ValueTask before, TReader row, CancellationToken cancellationToken)
    {
        await before;
        return await row.ReadAsync(cancellationToken);
    }
}
