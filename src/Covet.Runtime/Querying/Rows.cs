using Covet.Infrastructure;

namespace Covet;

/// <summary>Rows that are no model's: of a selection (<c>AsSubquery</c>, <c>AsCte</c>), or of a join. Immutable.</summary>
/// <typeparam name="TRow">What a lambda over them gets: a tuple of expressions; in a join both sides.</typeparam>
public sealed class Rows<TRow> : SelectQuery, IRowSource<TRow>, IAggregatable<TRow>
{
    private readonly Func<RowPlace, TRow> _rowAt;

    internal Rows(Database database, FromItem[] from, Func<RowPlace, TRow> rowAt, RowShape shape)
    {
        Database = database;
        From = from;
        _rowAt = rowAt;
        OwnShape = shape;
    }

    private Rows(Rows<TRow> source) : base(source)
    {
        From = source.From;
        _rowAt = source._rowAt;
        OwnShape = source.OwnShape;
    }

    internal override FromItem[] From { get; }

    internal override string RowName => From[0] switch
    {
        { Model: { } model } => model.Name,
        { Source: CteSource cte } => cte.Name,
        _ => "a selection",
    };

    internal override RowShape OwnShape { get; }

    SelectQuery IRowSource<TRow>.Query => this;

    /// <summary>Keeps the rows where the condition holds; several calls are combined with AND. After Skip and Take it applies to the rows that they left.</summary>
    public Rows<TRow> Where(Func<TRow, Condition> condition)
    {
        var expression = LambdaDepth.Run(this, condition, out int depth);
        return Filtered(new Clause(expression, depth));
    }

    /// <summary><see cref="Where"/>, if the flag is set; otherwise the query as it is.</summary>
    public Rows<TRow> WhereIf(bool apply, Func<TRow, Condition> condition) => apply ? Where(condition) : this;

    /// <summary>Orders by an expression, ascending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Rows<TRow> OrderBy(Func<TRow, SqlExpression> key) => Ordered(key, descending: false, first: true);

    /// <summary>Orders by an expression, descending; replaces an earlier order. NULL counts as the smallest value.</summary>
    public Rows<TRow> OrderByDescending(Func<TRow, SqlExpression> key) => Ordered(key, descending: true, first: true);

    /// <summary>Orders rows that are equal so far, ascending.</summary>
    public Rows<TRow> ThenBy(Func<TRow, SqlExpression> key) => Ordered(key, descending: false, first: false);

    /// <summary>Orders rows that are equal so far, descending.</summary>
    public Rows<TRow> ThenByDescending(Func<TRow, SqlExpression> key) => Ordered(key, descending: true, first: false);

    /// <summary>Leaves out the first rows.</summary>
    /// <param name="count">How many; not negative.</param>
    public Rows<TRow> Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Limited(count, null);
    }

    /// <summary>Gives at most so many rows.</summary>
    /// <param name="count">How many; not negative.</param>
    public Rows<TRow> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Limited(null, count);
    }

    /// <summary>Selects one expression of each row. For several write a tuple.</summary>
    public Selection<T> Select<T>(Func<TRow, Expr<T>> expression) => Selected(new ExprShape<T>(LambdaDepth.Run(this, expression, out int depth)), depth);

    /// <summary>Groups the rows by one or more expressions; select keys and aggregates of the groups.</summary>
    public Grouping<TRow> GroupBy(params ReadOnlySpan<Func<TRow, SqlExpression>> keys) => new(this, Unordered(), GroupingKeys.Of(this, keys), [], []);

    /// <summary>One aggregate over all rows, in one statement.</summary>
    public Task<T> AggregateAsync<T>(Func<TRow, Expr<T>> aggregate, CancellationToken cancellationToken = default)
        => Aggregate(aggregate).FirstAsync(cancellationToken);

    /// <summary>One aggregate over all rows, not asked for yet: as a part of another query, by <see cref="Selection{T}.AsExpression"/>.</summary>
    public Selection<T> Aggregate<T>(Func<TRow, Expr<T>> aggregate) => Aggregated().Select(aggregate);

    /// <summary>The number of rows, in one statement.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken = default) => QueryRun.CountAsync(this, cancellationToken);

    /// <summary>Whether there is a row, in one statement.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default) => QueryRun.AnyAsync(this, cancellationToken);

    TRow ISelectable<TRow>.RowAt(RowPlace place) => _rowAt(place);

    Selection<T> ISelectable<TRow>.Select<T>(RowShape<T> shape, int depth) => Selected(shape, depth);

    ISelectable<TRow> IAggregatable<TRow>.Whole() => Aggregated();

    internal override SelectQuery Nested() => Inside();

    internal override SelectQuery Asked() => this;

    internal Rows<TRow> Filtered(Clause condition)
    {
        var query = IsLimited ? Inside() : new Rows<TRow>(this);
        query.Conditions = [.. query.Conditions, condition];
        return query;
    }

    private Rows<TRow> Inside()
    {
        if (From.Length > 1)
        {
            throw new InvalidOperationException(
                "What follows Skip or Take on joined rows would apply to all of them. Select what you need first: Select(...).AsSubquery(), or write it before Skip and Take.");
        }
        return new Rows<TRow>(Database!, [new FromItem(From[0].Model, new BodySource(OwnBody()))], _rowAt, OwnShape) { Orders = Orders, Tag = Tag, Mode = Mode };
    }

    private Grouping<TRow> Aggregated() => new(this, Unordered(), [], [], []);

    private Rows<TRow> Unordered()
    {
        var query = IsLimited ? Inside() : new Rows<TRow>(this);
        query.Orders = [];
        return query;
    }

    private Rows<TRow> Ordered(Func<TRow, SqlExpression> key, bool descending, bool first)
    {
        var expression = LambdaDepth.Run(this, key, out int depth);
        var clause = new OrderClause(expression, depth, descending);
        var query = IsLimited ? Inside() : new Rows<TRow>(this);
        query.Orders = first ? [clause] : [.. Orders, clause];
        return query;
    }

    private Rows<TRow> Limited(int? skip, int? take)
    {
        var query = new Rows<TRow>(this);
        (query.Skipped, query.Taken) = SelectBody.Combine((Skipped, Taken), (skip, take));
        return query;
    }

    private Selection<T> Selected<T>(RowShape<T> shape, int depth) => new(new PlainBody(this, shape, depth), shape, Mode);
}
