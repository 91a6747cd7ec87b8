namespace Covet.Infrastructure;

/// <summary>Makes what an UPDATE sets from the lambdas that say it.</summary>
internal static class ColumnSets
{
    /// <exception cref="ArgumentException">Nothing is set, a column twice, one of another model, or one of the key.</exception>
    public static ColumnSet[] Of<TColumns>(ModelInfo model, IEnumerable<Func<TColumns, Assignment>> sets) where TColumns : class, IColumns<TColumns>
    {
        ArgumentNullException.ThrowIfNull(sets);
        var columns = new List<ColumnSet>();
        foreach (var set in sets)
        {
            var assignment = LambdaDepth.Run(set, out int depth, nameof(sets));
            var column = WrittenColumns.Demand(model, assignment.Column, depth, nameof(sets));
            if (columns.Exists(earlier => earlier.Column == column))
                throw new ArgumentException($"{model.Name}.{column.Property} is set twice in one UpdateAsync. Say once what it becomes.", nameof(sets));
            columns.Add(new ColumnSet(model, column, assignment.Value, depth));
        }
        return columns.Count > 0
            ? [.. columns]
            : throw new ArgumentException($"UpdateAsync sets nothing. Say what the {model.Name} rows become, as in x => x.Column.Set(value).", nameof(sets));
    }
}
