namespace Covet.Infrastructure;

/// <summary>Writes what an UPDATE sets besides what it was told: the version, and when the row was written.</summary>
internal static class RowStamps
{
    /// <summary>Counts the version up, after other assignments; nothing where there is none, or the database does so itself.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The model.</param>
    /// <param name="prefix">What names its table: an alias and a dot, or nothing.</param>
    public static void Count(SqlWriter writer, ModelInfo model, string prefix = "")
    {
        if (model.Version is { } version && !(model.IsRowVersion && writer.Dialect.HasRowVersions))
            writer.Append($", {version.Quoted} = {prefix}{version.Quoted} + 1");
    }

    /// <summary>Sets when the row was written, after other assignments, unless these say so.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="model">The model.</param>
    /// <param name="isSet">Whether the assignments set a column.</param>
    /// <param name="now">When that is.</param>
    public static void Time(SqlWriter writer, ModelInfo model, Func<ColumnInfo, bool> isSet, DateTimeOffset now)
    {
        if (model.UpdatedAt is not { } column || isSet(column))
            return;
        writer.Append($", {column.Quoted} = ");
        writer.Parameter(new Value<DateTimeOffset>(now));
    }
}
