namespace Covet.Infrastructure;

/// <summary>
/// A result being read, row by row. Each provider supplies a struct, so that generated readers are compiled against it directly: no boxing, no
/// virtual call per column. Every getter demands a value of its type; call <see cref="IsNull"/> first where NULL is allowed.
/// </summary>
public interface IRowReader
{
    /// <summary>Advances to the next row.</summary>
    /// <returns><see langword="false"/> when there is none.</returns>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>How many columns a row has.</summary>
    int FieldCount { get; }

    /// <summary>The name of a column in the result.</summary>
    string GetName(int ordinal);

    /// <summary>Whether the column is NULL in the current row.</summary>
    bool IsNull(int ordinal);

    /// <summary>Reads a boolean.</summary>
    bool GetBoolean(int ordinal);

    /// <summary>Reads a 16-bit integer.</summary>
    short GetInt16(int ordinal);

    /// <summary>Reads a 32-bit integer.</summary>
    int GetInt32(int ordinal);

    /// <summary>Reads a 64-bit integer.</summary>
    long GetInt64(int ordinal);

    /// <summary>Reads the version that a database gives a row, or a number that stands for one.</summary>
    uint GetRowVersion(int ordinal);

    /// <summary>Reads a single-precision number.</summary>
    float GetSingle(int ordinal);

    /// <summary>Reads a double-precision number.</summary>
    double GetDouble(int ordinal);

    /// <summary>Reads a decimal number.</summary>
    decimal GetDecimal(int ordinal);

    /// <summary>Reads a text.</summary>
    string GetString(int ordinal);

    /// <summary>Reads a Guid.</summary>
    Guid GetGuid(int ordinal);

    /// <summary>Reads a wall-clock date and time; its <see cref="DateTime.Kind"/> is <see cref="DateTimeKind.Unspecified"/>.</summary>
    DateTime GetDateTime(int ordinal);

    /// <summary>Reads an instant; its offset is zero.</summary>
    DateTimeOffset GetDateTimeOffset(int ordinal);

    /// <summary>Reads a date.</summary>
    DateOnly GetDateOnly(int ordinal);

    /// <summary>Reads a time of day.</summary>
    TimeOnly GetTimeOnly(int ordinal);

    /// <summary>Reads a duration.</summary>
    TimeSpan GetTimeSpan(int ordinal);

    /// <summary>Reads bytes into a new array.</summary>
    byte[] GetBytes(int ordinal);

    /// <summary>Reads a one-dimensional array, where the provider has arrays.</summary>
    /// <typeparam name="T">The element's type.</typeparam>
    T[] GetArray<T>(int ordinal);

    /// <summary>What a column holds, whatever it is, as a text for messages, <see langword="null"/> for NULL. Doesn't fail.</summary>
    string? GetText(int ordinal);
}
