using System.Runtime.CompilerServices;
using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows of two sources side by side. Immutable. It can be joined again: the left side of a lambda is then a pair.</summary>
/// <typeparam name="TLeft">What lambdas get of the left side.</typeparam>
/// <typeparam name="TRight">What lambdas get of the right side.</typeparam>
public sealed class Joined<TLeft, TRight> : IRowSource<(TLeft Left, TRight Right)>, IAggregatable<(TLeft Left, TRight Right)>
{
    internal Joined(Rows<(TLeft Left, TRight Right)> rows) => Rows = rows;

    /// <summary>The same with both sides as one.</summary>
    internal Rows<(TLeft Left, TRight Right)> Rows { get; }

    SelectQuery IRowSource<(TLeft Left, TRight Right)>.Query => Rows;

    /// <summary>Keeps the rows where the condition holds; several calls are combined with AND.</summary>
    public Joined<TLeft, TRight> Where(Func<TLeft, TRight, Condition> condition) => new(Rows.Where(Joined.OfPair(condition)));

    /// <summary><see cref="Where"/>, if the flag is set; otherwise the query as it is.</summary>
    public Joined<TLeft, TRight> WhereIf(bool apply, Func<TLeft, TRight, Condition> condition) => apply ? Where(condition) : this;

    /// <summary>Orders by an expression, ascending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Joined<TLeft, TRight> OrderBy(Func<TLeft, TRight, SqlExpression> key) => new(Rows.OrderBy(Joined.OfPair(key)));

    /// <summary>Orders by an expression, descending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Joined<TLeft, TRight> OrderByDescending(Func<TLeft, TRight, SqlExpression> key) => new(Rows.OrderByDescending(Joined.OfPair(key)));

    /// <summary>Orders rows that are equal so far, ascending.</summary>
    public Joined<TLeft, TRight> ThenBy(Func<TLeft, TRight, SqlExpression> key) => new(Rows.ThenBy(Joined.OfPair(key)));

    /// <summary>Orders rows that are equal so far, descending.</summary>
    public Joined<TLeft, TRight> ThenByDescending(Func<TLeft, TRight, SqlExpression> key) => new(Rows.ThenByDescending(Joined.OfPair(key)));

    /// <summary>Leaves out the first rows.</summary>
    /// <param name="count">How many; not negative.</param>
    public Joined<TLeft, TRight> Skip(int count) => new(Rows.Skip(count));

    /// <summary>Gives at most so many rows.</summary>
    /// <param name="count">How many; not negative.</param>
    public Joined<TLeft, TRight> Take(int count) => new(Rows.Take(count));

    /// <summary>Selects one expression of each row. For several write a tuple.</summary>
    public Selection<T> Select<T>(Func<TLeft, TRight, Expr<T>> expression) => Rows.Select(Joined.OfPair(expression));

    /// <summary>Groups the rows by one or more expressions; the lambdas of the groups get both sides as one: <c>row => row.Left.Name</c>.</summary>
    public Grouping<(TLeft Left, TRight Right)> GroupBy(params ReadOnlySpan<Func<TLeft, TRight, SqlExpression>> keys)
    {
        var pairs = new Func<(TLeft Left, TRight Right), SqlExpression>[keys.Length];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = Joined.OfPair(keys[i], nameof(keys));
        return Rows.GroupBy(pairs);
    }

    /// <summary>One aggregate over all rows, in one statement; the lambda gets both sides as one: <c>row => Sql.Max(row.Left.Id)</c>.</summary>
    public Task<T> AggregateAsync<T>(Func<(TLeft Left, TRight Right), Expr<T>> aggregate, CancellationToken cancellationToken = default)
        => Rows.AggregateAsync(aggregate, cancellationToken);

    /// <summary>One aggregate over all rows, not asked for yet: as a part of another query, by <see cref="Selection{T}.AsExpression"/>.</summary>
    public Selection<T> Aggregate<T>(Func<(TLeft Left, TRight Right), Expr<T>> aggregate) => Rows.Aggregate(aggregate);

    /// <summary>The number of rows, in one statement.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken = default) => Rows.CountAsync(cancellationToken);

    /// <summary>Whether there is a row, in one statement.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => Rows.AnyAsync(cancellationToken);

    (TLeft Left, TRight Right) ISelectable<(TLeft Left, TRight Right)>.RowAt(RowPlace place) => ((ISelectable<(TLeft Left, TRight Right)>)Rows).RowAt(place);

    Selection<T> ISelectable<(TLeft Left, TRight Right)>.Select<T>(RowShape<T> shape, int depth)
        => ((ISelectable<(TLeft Left, TRight Right)>)Rows).Select(shape, depth);

    ISelectable<(TLeft Left, TRight Right)> IAggregatable<(TLeft Left, TRight Right)>.Whole() => ((IAggregatable<(TLeft Left, TRight Right)>)Rows).Whole();
}

/// <summary>Joins of sources by a condition. Relations need none: <c>p.Author.Name</c> joins by itself.</summary>
public static class Joined
{
    /// <summary>The rows of both sources side by side where the condition holds: <c>JOIN</c>.</summary>
    /// <param name="left">A query, selected rows, or a join.</param>
    /// <param name="right">A query, selected rows, or a join of its own.</param>
    /// <param name="on">Which rows belong together.</param>
    public static Joined<TLeft, TRight> Join<TLeft, TRight>(this IRowSource<TLeft> left, IRowSource<TRight> right, Func<TLeft, TRight, Condition> on)
        => Of(left, right, on, isOptional: false);

    /// <summary>
    /// The rows of both sources side by side where the condition holds, and those of the left side that have no such row: <c>LEFT JOIN</c>. The right
    /// side's columns may be NULL: select their <c>OrNull()</c>.
    /// </summary>
    /// <param name="left">A query, selected rows, or a join.</param>
    /// <param name="right">A query, selected rows, or a join of its own.</param>
    /// <param name="on">Which rows belong together.</param>
    public static Joined<TLeft, TRight> LeftJoin<TLeft, TRight>(this IRowSource<TLeft> left, IRowSource<TRight> right, Func<TLeft, TRight, Condition> on)
        => Of(left, right, on, isOptional: true);

    /// <summary>A lambda over two sides as one over their pair.</summary>
    internal static Func<(TLeft Left, TRight Right), TResult> OfPair<TLeft, TRight, TResult>(
        Func<TLeft, TRight, TResult> lambda, [CallerArgumentExpression(nameof(lambda))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(lambda, name);
        return pair => lambda(pair.Left, pair.Right);
    }

    private static Joined<TLeft, TRight> Of<TLeft, TRight>(IRowSource<TLeft> left, IRowSource<TRight> right, Func<TLeft, TRight, Condition> on, bool isOptional)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (leftQuery, rightQuery) = (left.Query, right.Query);
        if (leftQuery.Database!.Session.Provider != rightQuery.Database!.Session.Provider)
            throw new InvalidOperationException($"{leftQuery.RowName} and {rightQuery.RowName} are asked of two databases, which can't be joined. Load one side, and use In with its values.");
        if (rightQuery.From.Length > 1)
            throw new InvalidOperationException("The right side of a join is a join itself: write the joins one after the other, or make it a subquery with Select(...).AsSubquery().");
        // A left side that only filters and orders goes on doing so; limits and owners need a subquery.
        bool isOpen = !leftQuery.IsLimited && leftQuery.Keys is null;
        var items = isOpen ? leftQuery.From : leftQuery.From is [_] ? [leftQuery.ToItem()] : leftQuery.Nested().From;
        var pair = new Rows<(TLeft Left, TRight Right)>(
            leftQuery.Database, items, place => (left.RowAt(place), right.RowAt(place with { Slot = place.Slot + items.Length, IsOptional = isOptional })), new NoShape());
        var condition = LambdaDepth.Run(pair, OfPair(on), out int depth, nameof(on));
        var joined = new Rows<(TLeft Left, TRight Right)>(
            leftQuery.Database,
            [.. items, rightQuery.ToItem() with { On = new Clause(condition, depth), IsOptional = isOptional }],
            ((ISelectable<(TLeft Left, TRight Right)>)pair).RowAt,
            new NoShape())
        {
            Conditions = isOpen ? leftQuery.Conditions : [],
            Orders = leftQuery.Orders,
            Lock = leftQuery.Lock,
            Tag = leftQuery.Tag,
            Mode = leftQuery.Mode,
        };
        return new Joined<TLeft, TRight>(joined);
    }

    /// <summary>Joined rows have no names of their own.</summary>
    private sealed class NoShape : RowShape
    {
        internal override IReadOnlyList<SqlExpression> Terms => throw new InvalidOperationException("Joined rows stand where selected ones are needed: Select what you need, then AsSubquery().");
    }
}
