namespace Covet.Infrastructure;

/// <summary>The keys of GROUP BY and DistinctBy.</summary>
internal static class GroupingKeys
{
    public static Clause[] Of<TRow>(ISelectable<TRow> source, ReadOnlySpan<Func<TRow, SqlExpression>> keys)
    {
        if (keys.Length == 0)
            throw new ArgumentException("GroupBy and DistinctBy take at least one expression. For all rows as one group use AggregateAsync.", nameof(keys));
        var clauses = new Clause[keys.Length];
        for (int i = 0; i < keys.Length; i++)
            clauses[i] = new Clause(LambdaDepth.Run(source, keys[i], out int depth, nameof(keys)), depth);
        return clauses;
    }
}
