namespace Covet;

/// <summary>A type that Covet can read from a row of a result: a model, a projection. Implemented by generated code.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IRow<TSelf> where TSelf : IRow<TSelf>
{
    /// <summary>How many columns one value takes in a row.</summary>
    static abstract int ColumnCount { get; }

    /// <summary>The names of those columns: what a raw statement has to call them, in any order; case and underscores don't matter.</summary>
    static abstract IReadOnlyList<string> ColumnNames { get; }

    /// <summary>The member that a column fills.</summary>
    static virtual string MemberAt(int ordinal) => TSelf.ColumnNames[ordinal];

    /// <summary>Makes values of one result known to each other: models become siblings, anything else stays as it is.</summary>
    static virtual void Adopt(Database database, FetchMode mode, IReadOnlyList<TSelf> values)
    {
    }

    /// <summary>Reads one value from the current row, columns by ordinal and without boxing.</summary>
    /// <param name="row">The provider's reader, on a row.</param>
    /// <param name="first">The ordinal of the value's first column.</param>
    /// <returns>A new value.</returns>
    static abstract TSelf Read<TReader>(ref TReader row, int first) where TReader : struct, Infrastructure.IRowReader;
}
