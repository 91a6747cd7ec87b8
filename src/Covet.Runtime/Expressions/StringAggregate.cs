namespace Covet;

/// <summary>The texts of a group, joined; in an order of their own when they get one.</summary>
public static class StringAggregate
{
    /// <summary>Joins the texts in ascending order of an expression; after other calls where those are equal.</summary>
    /// <param name="aggregate">From <see cref="Sql.StringAgg(IExpr{string}, string)"/>.</param>
    /// <param name="key">What the texts are ordered by.</param>
    public static Aggregate<string?> OrderBy(this Aggregate<string?> aggregate, SqlExpression key) => Ordered(aggregate, key, descending: false);

    /// <summary>Joins the texts in descending order of an expression; after other calls where those are equal.</summary>
    /// <param name="aggregate">From <see cref="Sql.StringAgg(IExpr{string}, string)"/>.</param>
    /// <param name="key">What the texts are ordered by.</param>
    public static Aggregate<string?> OrderByDescending(this Aggregate<string?> aggregate, SqlExpression key) => Ordered(aggregate, key, descending: true);

    private static Aggregate<string?> Ordered(Aggregate<string?> aggregate, SqlExpression key, bool descending)
        => Arguments.Given(aggregate) is AggregateCall<string?> { Separator: not null } call
            ? call.Ordered(new OrderClause(Arguments.Given(key), 0, descending))
            : throw new NotSupportedException("Only a string aggregate has an order: the value of others doesn't depend on it.");
}
