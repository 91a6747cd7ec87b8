namespace Covet;

/// <summary>One column of a model.</summary>
/// <param name="property">The C# property.</param>
/// <param name="name">The column's name in the database, unquoted.</param>
/// <param name="isNullable">Whether the column may be NULL.</param>
/// <param name="isUnique">Whether no two rows have the same value in it, NULL aside.</param>
/// <param name="maxLength">How many characters its texts have at most; 0 without limit.</param>
/// <param name="precision">How many digits its decimals have at most; 0 without limit.</param>
/// <param name="scale">How many of these are behind the point.</param>
/// <param name="isArray">Whether it holds arrays.</param>
public sealed class ColumnInfo(
    string property, string name, bool isNullable = false, bool isUnique = false, int maxLength = 0, int precision = 0, int scale = 0, bool isArray = false)
{
    /// <summary>The C# property.</summary>
    public string Property { get; } = property;

    /// <summary>The column's name in the database, unquoted.</summary>
    public string Name { get; } = name;

    /// <summary>Whether the column may be NULL.</summary>
    public bool IsNullable { get; } = isNullable;

    /// <summary>Whether no two rows have the same value in it, NULL aside: it is the whole key, or has a unique index of its own.</summary>
    internal bool IsUnique { get; } = isUnique;

    internal bool IsArray { get; } = isArray;

    /// <summary>What a value of it may be at most; null without limit.</summary>
    internal ColumnLimit? Limit { get; } = maxLength + precision > 0 ? new(maxLength, precision, scale) : null;

    internal string Quoted { get; } = Infrastructure.SqlDialect.Quote(name);

    /// <inheritdoc/>
    public override string ToString() => Property;
}
