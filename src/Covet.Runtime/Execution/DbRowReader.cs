using System.Data.Common;
using System.Globalization;

namespace Covet.Infrastructure;

/// <summary>The row reader over any ADO.NET reader.</summary>
/// <param name="reader">The provider's reader, not wrapped.</param>
public struct DbRowReader(DbDataReader reader) : IRowReader
{
    private readonly DbDataReader _reader = reader;

    /// <inheritdoc/>
    public readonly ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => new(_reader.ReadAsync(cancellationToken));

    /// <inheritdoc/>
    public readonly int FieldCount => _reader.FieldCount;

    /// <inheritdoc/>
    public readonly string GetName(int ordinal) => _reader.GetName(ordinal);

    /// <inheritdoc/>
    public readonly bool IsNull(int ordinal) => _reader.IsDBNull(ordinal);

    /// <inheritdoc/>
    public readonly bool GetBoolean(int ordinal) => _reader.GetBoolean(ordinal);

    /// <inheritdoc/>
    public readonly short GetInt16(int ordinal) => _reader.GetInt16(ordinal);

    /// <inheritdoc/>
    public readonly int GetInt32(int ordinal) => _reader.GetInt32(ordinal);

    /// <inheritdoc/>
    public readonly long GetInt64(int ordinal) => _reader.GetInt64(ordinal);

    /// <inheritdoc/>
    public readonly uint GetRowVersion(int ordinal) => _reader.GetFieldValue<uint>(ordinal);

    /// <inheritdoc/>
    public readonly float GetSingle(int ordinal) => _reader.GetFloat(ordinal);

    /// <inheritdoc/>
    public readonly double GetDouble(int ordinal) => _reader.GetDouble(ordinal);

    /// <inheritdoc/>
    public readonly decimal GetDecimal(int ordinal) => _reader.GetDecimal(ordinal);

    /// <inheritdoc/>
    public readonly string GetString(int ordinal) => _reader.GetString(ordinal);

    /// <inheritdoc/>
    public readonly Guid GetGuid(int ordinal) => _reader.GetGuid(ordinal);

    /// <inheritdoc/>
    public readonly DateTime GetDateTime(int ordinal) => DateTime.SpecifyKind(_reader.GetDateTime(ordinal), DateTimeKind.Unspecified);

    /// <inheritdoc/>
    public readonly DateTimeOffset GetDateTimeOffset(int ordinal) => _reader.GetFieldValue<DateTimeOffset>(ordinal).ToUniversalTime();

    /// <inheritdoc/>
    public readonly DateOnly GetDateOnly(int ordinal) => _reader.GetFieldValue<DateOnly>(ordinal);

    /// <inheritdoc/>
    public readonly TimeOnly GetTimeOnly(int ordinal) => _reader.GetFieldValue<TimeOnly>(ordinal);

    /// <inheritdoc/>
    public readonly TimeSpan GetTimeSpan(int ordinal) => _reader.GetFieldValue<TimeSpan>(ordinal);

    /// <inheritdoc/>
    public readonly byte[] GetBytes(int ordinal) => _reader.GetFieldValue<byte[]>(ordinal);

    /// <inheritdoc/>
    public readonly T[] GetArray<T>(int ordinal) => _reader.GetFieldValue<T[]>(ordinal);

    /// <inheritdoc/>
    public readonly string? GetText(int ordinal)
        => _reader.IsDBNull(ordinal) ? null : Convert.ToString(_reader.GetValue(ordinal), CultureInfo.InvariantCulture);
}
