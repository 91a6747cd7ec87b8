using System.Diagnostics.CodeAnalysis;
using Covet.Infrastructure;

namespace Covet;

/// <content>Queries made of queries.</content>
public abstract partial class Query<TModel, TColumns, TPrefetch, TSelf>
{
    /// <summary>The rows of both queries, each once. What is included and prefetched is this query's.</summary>
    public TSelf Union(TSelf other) => Combined(SetOperation.Union, other);

    /// <summary>The rows of both queries, those twice that both have.</summary>
    public TSelf UnionAll(TSelf other) => Combined(SetOperation.UnionAll, other);

    /// <summary>The rows that both queries have.</summary>
    public TSelf Intersect(TSelf other) => Combined(SetOperation.Intersect, other);

    /// <summary>The rows of this query that the other doesn't have.</summary>
    public TSelf Except(TSelf other) => Combined(SetOperation.Except, other);

    /// <summary>
    /// The first row, in this query's order (else by key), of all rows that have the same keys. The rows that are left come in this query's order.
    /// </summary>
    /// <param name="keys">The expressions that count as the same.</param>
    public TSelf DistinctBy(params ReadOnlySpan<Func<TColumns, SqlExpression>> keys)
    {
        var clauses = GroupingKeys.Of(this, keys);
        return OutOf(new DistinctSource(Runnable().IsLimited ? Inside().Inner() : Inner(), clauses));
    }

    /// <summary>
    /// The rows of this query, those that the step reaches from them, those that it reaches from these, and so on: one statement, with a recursive
    /// common table expression. A row that is reached twice comes once, so a circle ends.
    /// </summary>
    /// <param name="step">Which rows follow a row that was reached: <c>(child, parent) => child.ParentId == parent.Id</c>.</param>
    /// <param name="maxDepth">How many steps at most; null for all.</param>
    public TSelf Recursive(Func<TColumns, TColumns, Condition> step, int? maxDepth = null)
    {
        ArgumentNullException.ThrowIfNull(step);
        if (maxDepth is { } depths)
            ArgumentOutOfRangeException.ThrowIfNegative(depths, nameof(maxDepth));
        return UnorderedOutOf(Tree.Of<TModel, TColumns>(Runnable().Inner(), step, maxDepth));
    }

    /// <summary>
    /// In a prefetch of a relation between rows of one model: follows it level by level to any depth, as in <c>Prefetch(c => c.Replies.Recursive())</c>.
    /// One statement loads all levels, with a recursive common table expression. Each row of them has the relation loaded; each is one instance, an instance
    /// that the prefetch starts from included where the relation leads back to it, so a circle ends. Where applies to each level, and hides what is below.
    /// </summary>
    /// <exception cref="InvalidOperationException">This is no branch of a prefetch, or its relation leads to another model.</exception>
    public TSelf Recursive() => Followed(new Recursion(null));

    /// <summary>As <see cref="Recursive()"/>, so many levels at most: the relation of the last level's rows stays as it was, not loaded.</summary>
    /// <param name="maxDepth">How many levels; at least one.</param>
    /// <exception cref="InvalidOperationException">This is no branch of a prefetch, or its relation leads to another model.</exception>
    public TSelf Recursive(int maxDepth)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxDepth);
        return Followed(new Recursion(maxDepth));
    }

    /// <summary>
    /// This query's rows as a common table expression (<c>WITH name AS (SELECT ...)</c>), which a statement writes once, however often it uses it.
    /// </summary>
    /// <param name="name">Its name in the statement: a constant, at most 63 bytes.</param>
    public TSelf AsCte([ConstantExpected] string name)
    {
        return UnorderedOutOf(new CteSource(RowsOf.Checked(name), Runnable().Inner().OwnBody(), columns: null));
    }

    /// <summary>Locks the rows until the transaction ends, so that nobody else changes or locks them. On SQLite, whose writers lock the whole database, it changes nothing.</summary>
    /// <exception cref="InvalidOperationException">When it runs outside a transaction, or its rows aren't those of a table.</exception>
    public TSelf ForUpdate() => Locked(new RowLock(IsShared: false));

    /// <summary>Locks the rows until the transaction ends, so that nobody else changes them; others may lock them so, too. On SQLite it changes nothing.</summary>
    /// <exception cref="InvalidOperationException">When it runs outside a transaction, or its rows aren't those of a table.</exception>
    public TSelf ForShare() => Locked(new RowLock(IsShared: true));

    /// <summary>After <see cref="ForUpdate"/>: leaves rows out that others have locked.</summary>
    public TSelf SkipLocked() => Locked(DemandLock(nameof(SkipLocked)) with { Wait = RowLockWait.Skip });

    /// <summary>After <see cref="ForUpdate"/>: fails at once where others have locked a row.</summary>
    public TSelf NoWait() => Locked(DemandLock(nameof(NoWait)) with { Wait = RowLockWait.Fail });

    /// <summary>
    /// Puts a comment in front of the statement, to find it in the database's logs. Letters, digits, blanks and simple punctuation stay; anything else
    /// becomes <c>_</c>. A text that differs each time makes a statement that differs each time, which isn't kept prepared.
    /// </summary>
    /// <param name="tag">The comment.</param>
    public TSelf TagWith(string tag)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var query = Clone();
        query.Tag += SqlComment.Of(tag);
        return query;
    }

    private TSelf Followed(Recursion recursion)
    {
        if (Relation is not { } relation || Owner is not null)
        {
            throw new InvalidOperationException(
                $"Recursive() without a step follows a relation in a prefetch, as in Prefetch(x => x.Children.Recursive()), but this is a query of {TModel.Info.Name} rows. " +
                "Write the step: Recursive((child, parent) => child.ParentId == parent.Id).");
        }
        if (relation.Parent != relation.Child)
        {
            throw new InvalidOperationException(
                $"{relation} leads from {relation.Parent.Name} to {relation.Child.Name}, so it can't be followed further. Recursive() is for relations between rows of one model; " +
                $"leave it out, and prefetch relations of {relation.Child.Name} inside.");
        }
        var query = Clone();
        query.Recursion = recursion;
        return query;
    }

    private TSelf Combined(SetOperation operation, TSelf other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (left, right) = (Runnable().Clone(), other.Runnable());
        left.Tag = null;
        return UnorderedOutOf(new BodySource(new CompoundBody(left.OwnBody(), operation, right.OwnBody())));
    }

    /// <summary>The rows of a source that keeps no order.</summary>
    private TSelf UnorderedOutOf(RowSource source)
    {
        var query = OutOf(source);
        query.Orders = [];
        return query;
    }

    private RowLock DemandLock(string method)
        => Lock ?? throw new InvalidOperationException($"{method} says what a lock does with rows that others have locked: call ForUpdate or ForShare first.");

    private TSelf Locked(RowLock rowLock)
    {
        var query = Clone();
        query.Lock = rowLock;
        return query;
    }
}
