using System.Globalization;
using Covet.Infrastructure;

namespace Covet;

/// <summary>What Covet knows of a model when the program is compiled: its table, its columns, its key.</summary>
/// <param name="name">The class's name, without namespace.</param>
/// <param name="table">The table as each dialect writes it: quoted, with its schema where the dialect has schemas.</param>
/// <param name="columns">The columns in the order of the generated reader.</param>
/// <param name="keyOrdinals">Which of <paramref name="columns"/> form the primary key.</param>
public sealed class ModelInfo(string name, SqlText table, ColumnInfo[] columns, int[] keyOrdinals)
{
    /// <summary>The class's name, without namespace.</summary>
    public string Name { get; } = name;

    /// <summary>The columns in the order of the generated reader.</summary>
    public IReadOnlyList<ColumnInfo> Columns => ColumnArray;

    /// <summary>The primary key's columns, in key order.</summary>
    public IReadOnlyList<ColumnInfo> Key => KeyArray;

    /// <summary>Which column is the version of the row; null for none.</summary>
    public int? VersionOrdinal { get; init; }

    /// <summary>Whether the version is one that PostgreSQL makes itself, <c>xmin</c>.</summary>
    public bool IsRowVersion { get; init; }

    /// <summary>Which column says when the row was inserted; null for none.</summary>
    public int? CreatedAtOrdinal { get; init; }

    /// <summary>Which column says when the row was written last; null for none.</summary>
    public int? UpdatedAtOrdinal { get; init; }

    /// <summary>The version of the row; null for none.</summary>
    internal ColumnInfo? Version => VersionOrdinal is { } ordinal ? ColumnArray[ordinal] : null;

    /// <summary>When the row was written last; null for none.</summary>
    internal ColumnInfo? UpdatedAt => UpdatedAtOrdinal is { } ordinal ? ColumnArray[ordinal] : null;

    /// <summary>Whether writes fill in more of an instance than its key.</summary>
    internal bool HasStamps => VersionOrdinal is not null || HasTimes;

    /// <summary>Whether writes fill in when they were done.</summary>
    internal bool HasTimes => CreatedAtOrdinal is not null || UpdatedAtOrdinal is not null;

    /// <summary>The class's name with its article, for messages.</summary>
    internal string AnyName => field ??= ("aeioAEIO".Contains(Name[0], StringComparison.Ordinal) ? "an " : "a ") + Name;

    internal string[] ColumnNames { get; } = Array.ConvertAll(columns, column => column.Name);

    internal SqlText Table { get; } = table;

    internal ColumnInfo[] ColumnArray { get; } = columns;

    internal ColumnInfo[] KeyArray { get; } = Array.ConvertAll(keyOrdinals, ordinal => columns[ordinal]);

    internal int[] KeyOrdinals { get; } = keyOrdinals;

    /// <summary>The column whose value a parameter carries in a statement that was written when the program was compiled; null where none does.</summary>
    internal ColumnInfo? ColumnOf(string? parameter)
    {
        foreach (var column in ColumnArray)
        {
            if (column.Name == parameter)
                return column;
        }
        // What is no plain word goes by its number.
        return parameter is ['c', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int ordinal) && ordinal < ColumnArray.Length
            ? ColumnArray[ordinal]
            : null;
    }

    /// <summary>The names of the key's columns, quoted.</summary>
    internal string[] QuotedKey => field ??= Array.ConvertAll(KeyArray, column => SqlDialect.Quote(column.Name));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
