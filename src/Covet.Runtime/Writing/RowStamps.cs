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

    /// <summary>Counts the version up and sets when the rows were written, after other assignments, unless these say when.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="query">The rows.</param>
    /// <param name="target">Their table.</param>
    /// <param name="sets">The other assignments.</param>
    public static void Write(SqlWriter writer, PrefetchBranch query, TableScope target, ColumnSet[] sets)
    {
        Count(writer, query.Model, target.Alias + ".");
        if (query.Model.UpdatedAt is not { } column || Array.Exists(sets, set => set.Column == column))
            return;
        writer.Append($", {column.Quoted} = ");
        writer.Parameter(new Value<DateTimeOffset>(query.Database!.Now));
    }
}
