using System.Collections.Concurrent;
using Covet.Infrastructure;

namespace Covet;

/// <summary>A query over a model. Immutable: every method gives a new one. Nothing is sent until a terminal is awaited.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <typeparam name="TColumns">Its generated columns.</typeparam>
/// <typeparam name="TPrefetch">Its generated relations to prefetch.</typeparam>
/// <typeparam name="TSelf">The generated query.</typeparam>
public abstract partial class Query<TModel, TColumns, TPrefetch, TSelf> : PrefetchBranch, IRowSource<TColumns>, IAggregatable<TColumns>, IReturnable<TColumns>
    where TModel : class, IModel<TModel>
    where TColumns : ModelColumns<TModel>, IColumns<TColumns>
    where TPrefetch : struct
    where TSelf : Query<TModel, TColumns, TPrefetch, TSelf>
{
    private static readonly FromItem[] Table = [new(TModel.Info, null)];

    /// <summary>The statements that find a row by its key, by the database's name.</summary>
    private static readonly ConcurrentDictionary<string, string> ByKey = new();

    /// <summary>Starts a query.</summary>
    protected Query(QueryStart start) : base(start)
    {
    }

    /// <summary>Copies a query.</summary>
    protected Query(TSelf source) : base(source)
    {
    }

    internal sealed override ModelInfo Model => TModel.Info;

    internal sealed override PrefetchBranch AtMost(int count) => Taken <= count ? this : Take(count);

    internal sealed override FromItem[] From => Source is null ? Table : [Table[0] with { Source = Source }];

    SelectQuery IRowSource<TColumns>.Query => Runnable();

    TColumns ISelectable<TColumns>.RowAt(RowPlace place) => LambdaDepth.RootAt<TColumns>(place);

    Selection<T> ISelectable<TColumns>.Select<T>(RowShape<T> shape, int depth) => Selected(shape, depth);

    ISelectable<TColumns> IAggregatable<TColumns>.Whole() => Aggregated();

    /// <summary>A copy of this query, of the query's type (a table's copy is a query).</summary>
    protected abstract TSelf Clone();

    /// <summary>The query as it is: a table as a variable of its query's type.</summary>
    public TSelf All() => Clone();

    /// <summary>Keeps the rows where the condition holds; several calls are combined with AND. After Skip and Take it applies to the rows that they left.</summary>
    /// <param name="condition">Builds the condition from the model's columns; it runs once, here.</param>
    public TSelf Where(Func<TColumns, Condition> condition)
    {
        var expression = LambdaDepth.Run(condition, out int depth);
        return Filtered(new Clause(expression, depth));
    }

    /// <summary><see cref="Where"/>, if the flag is set; otherwise the query as it is.</summary>
    /// <param name="apply">Whether the condition applies.</param>
    /// <param name="condition">Builds the condition; runs only when it applies.</param>
    public TSelf WhereIf(bool apply, Func<TColumns, Condition> condition) => apply ? Where(condition) : Clone();

    /// <summary><see cref="Where"/>, if the value isn't null; otherwise the query as it is.</summary>
    /// <param name="value">A value that may be missing.</param>
    /// <param name="condition">Builds the condition from the columns and the value; runs only when there is one.</param>
    public TSelf WhereIf<TValue>(TValue? value, Func<TColumns, TValue, Condition> condition) where TValue : class
    {
        ArgumentNullException.ThrowIfNull(condition);
        return value is { } given ? Where(columns => condition(columns, given)) : Clone();
    }

    /// <inheritdoc cref="WhereIf{TValue}(TValue, Func{TColumns, TValue, Condition})"/>
    public TSelf WhereIf<TValue>(TValue? value, Func<TColumns, TValue, Condition> condition) where TValue : struct
    {
        ArgumentNullException.ThrowIfNull(condition);
        return value is { } given ? Where(columns => condition(columns, given)) : Clone();
    }

    /// <summary>Orders by a column or expression, ascending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public TSelf OrderBy(Func<TColumns, SqlExpression> key) => Ordered(key, descending: false, first: true);

    /// <summary>Orders by a column or expression, descending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public TSelf OrderByDescending(Func<TColumns, SqlExpression> key) => Ordered(key, descending: true, first: true);

    /// <summary>Orders rows that are equal so far, ascending.</summary>
    public TSelf ThenBy(Func<TColumns, SqlExpression> key) => Ordered(key, descending: false, first: false);

    /// <summary>Orders rows that are equal so far, descending.</summary>
    public TSelf ThenByDescending(Func<TColumns, SqlExpression> key) => Ordered(key, descending: true, first: false);

    /// <summary>Leaves out the first rows; in a prefetch, of each parent.</summary>
    /// <param name="count">How many; not negative.</param>
    public TSelf Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var query = Clone();
        (query.Skipped, query.Taken) = SelectBody.Combine((Skipped, Taken), (count, null));
        return query;
    }

    /// <summary>Gives at most so many rows; in a prefetch, for each parent.</summary>
    /// <param name="count">How many; not negative.</param>
    public TSelf Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var query = Clone();
        (query.Skipped, query.Taken) = SelectBody.Combine((Skipped, Taken), (null, count));
        return query;
    }

    /// <summary>Loads relations to one row with the same statement, by JOIN. A path (<c>p => p.Author.Profile</c>) loads what it passes too.</summary>
    /// <param name="relations">The relations, by the columns behind them.</param>
    public TSelf Include(params ReadOnlySpan<Func<TColumns, IRelated>> relations)
    {
        var included = new List<ColumnPath>(Includes);
        foreach (var relation in relations)
        {
            var related = LambdaDepth.Run(relation, out _, nameof(relations));
            if (related.Path.Parent is null)
                throw new ArgumentException($"Include takes a relation of {TModel.Info.Name}, as in Include(x => x.Author), not the model itself.", nameof(relations));
            included.Add(related.Path);
        }
        var query = Clone();
        query.Includes = [.. included];
        return query;
    }

    /// <summary>
    /// Loads relations together with what the query loads: one statement a relation, one round trip for all relations of a level.
    /// </summary>
    /// <param name="branches">The relations; each may be filtered, ordered, limited per parent and prefetch further.</param>
    public TSelf Prefetch(params ReadOnlySpan<Func<TPrefetch, PrefetchBranch>> branches)
    {
        var added = new PrefetchBranch[branches.Length];
        for (int i = 0; i < branches.Length; i++)
        {
            ArgumentNullException.ThrowIfNull(branches[i], nameof(branches));
            added[i] = PrefetchTree.Checked(TModel.Info, branches[i](default));
        }
        var query = Clone();
        query.Branches = [.. Branches, .. added];
        return query;
    }

    /// <summary>In a prefetch: loads into a place of its own, declared with <c>[Into]</c>, and leaves the relation's cache alone.</summary>
    public TSelf Into(Slot<IReadOnlyList<TModel>> place) => InPlace(place);

    /// <summary>In a prefetch of a relation to one row: loads into a place of its own and leaves the relation's cache alone.</summary>
    public TSelf Into(Slot<TModel?> place) => InPlace(place);

    /// <summary>Sets what relations of the loaded instances do when they are awaited and not loaded; travels to everything that the query loads.</summary>
    public TSelf Fetch(FetchMode mode)
    {
        var query = Clone();
        query.Mode = mode;
        return query;
    }

    /// <summary>
    /// Says whether the query and its prefetches read one snapshot of the database; see <see cref="Database.SnapshotReads"/>, which it overrides. For the
    /// query that is run, not for a branch of a prefetch.
    /// </summary>
    /// <param name="isOn">Whether they do.</param>
    public TSelf SnapshotReads(bool isOn = true)
    {
        var query = Clone();
        query.IsSnapshot = isOn;
        return query;
    }

    /// <summary>Starts from raw SQL instead of the table: it must give all columns of the model, by name. Further clauses apply to its rows.</summary>
    /// <param name="sql">The statement; holes become parameters.</param>
    public TSelf FromSql(SqlInterpolatedStringHandler sql)
    {
        ArgumentNullException.ThrowIfNull(sql);
        var query = Clone();
        query.Source = new RawSource(sql.ToExpression());
        return query;
    }

    /// <summary>Selects one expression of each row.</summary>
    /// <param name="expression">A column, an expression, or a whole model. For several write a tuple: <c>p => (p.Id, p.Title)</c>.</param>
    public Selection<T> Select<T>(Func<TColumns, Expr<T>> expression)
        => Selected(new ExprShape<T>(LambdaDepth.Run(expression, out int depth)), depth);

    /// <summary>Selects a named result, declared with <c>[Projection&lt;TModel&gt;]</c>.</summary>
    public Selection<TProjection> Select<TProjection>() where TProjection : IProjection<TProjection, TModel>
        => Selected(LambdaDepth.Run<TColumns, RowShape<TProjection>>(columns => new ProjectionShape<TProjection, TModel>(columns), out int depth), depth);

    /// <summary>Groups the rows by one or more expressions; select keys and aggregates of the groups. Of a limited query the rows that are left.</summary>
    public Grouping<TColumns> GroupBy(params ReadOnlySpan<Func<TColumns, SqlExpression>> keys)
        => new(this, Rows(), GroupingKeys.Of(this, keys), [], []);

    /// <summary>One aggregate over all rows, in one statement.</summary>
    /// <param name="aggregate">The aggregate. For several write a tuple.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public Task<T> AggregateAsync<T>(Func<TColumns, Expr<T>> aggregate, CancellationToken cancellationToken = default)
        => Aggregate(aggregate).FirstAsync(cancellationToken);

    /// <summary>One aggregate over all rows, not asked for yet: as a part of another query, by <see cref="Selection{T}.AsExpression"/>.</summary>
    /// <param name="aggregate">The aggregate.</param>
    public Selection<T> Aggregate<T>(Func<TColumns, Expr<T>> aggregate) => Aggregated().Select(aggregate);

    internal sealed override SelectQuery Nested() => Inside();

    private protected TSelf Filtered(Clause condition)
    {
        var query = IsLimited ? Inside(nameof(Where)) : Clone();
        query.Conditions = [.. query.Conditions, condition];
        return query;
    }

    /// <summary>The same rows out of a source that has decided which they are; without conditions and limits.</summary>
    private protected TSelf OutOf(RowSource source)
    {
        var query = Clone();
        query.Source = source;
        query.HasKeysInside = true;
        query.Conditions = [];
        (query.Skipped, query.Taken) = (null, null);
        return query;
    }

    /// <summary>The query as a subquery of itself, for a clause that applies to the rows that Skip and Take left.</summary>
    private TSelf Inside(string clause) => Database is null
        ? throw new InvalidOperationException($"{clause} follows Skip or Take in a prefetch of {Relation}, where they limit the rows of each parent at the end. Put {clause} before them.")
        : Inside();

    /// <summary>The query as a subquery of itself: what follows applies to the rows that Skip and Take left.</summary>
    private TSelf Inside() => OutOf(new BodySource(Inner().OwnBody()));

    /// <summary>The query as what another one's rows come from: a lock is the other one's.</summary>
    private TSelf Inner()
    {
        var inner = Clone();
        inner.Lock = null;
        return inner;
    }

    private TSelf Ordered(Func<TColumns, SqlExpression> key, bool descending, bool first)
    {
        var expression = LambdaDepth.Run(key, out int depth);
        return Ordered(new OrderClause(expression, depth, descending), first);
    }

    private TSelf Ordered(OrderClause clause, bool first)
    {
        var query = IsLimited ? Inside(first ? nameof(OrderBy) : nameof(ThenBy)) : Clone();
        query.Orders = first ? [clause] : [.. Orders, clause];
        return query;
    }

    private Selection<T> Selected<T>(RowShape<T> shape, int depth) => new(new PlainBody(Runnable(), shape, depth), shape, Mode);

    /// <summary>All rows as one group.</summary>
    private Grouping<TColumns> Aggregated() => new(this, Rows(), [], [], []);

    /// <summary>The rows that groups and aggregates are made of: their order matters only where it decides which rows are taken.</summary>
    private Query<TModel, TColumns, TPrefetch, TSelf> Rows()
    {
        var query = Runnable().IsLimited ? Inside() : Clone();
        query.Orders = [];
        return query;
    }

    private TSelf InPlace(Slot place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var query = Clone();
        query.Place = place;
        return query;
    }
}
