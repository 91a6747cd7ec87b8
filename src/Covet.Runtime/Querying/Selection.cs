using System.Runtime.CompilerServices;
using Covet.Infrastructure;

namespace Covet;

/// <summary>What a query selects of its rows. Immutable; nothing is sent until a terminal is awaited.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
public sealed class Selection<T>
{
    private readonly RowShape<T> _shape;
    private readonly FetchMode? _mode;

    internal Selection(SelectBody body, RowShape<T> shape, FetchMode? mode)
    {
        Body = body;
        _shape = shape;
        _mode = mode;
    }

    /// <summary>What is sent.</summary>
    internal SelectBody Body { get; }

    /// <summary>Leaves out rows that are equal to an earlier one in all that is selected. The order is lost: order the rows of <c>AsSubquery()</c>.</summary>
    public Selection<T> Distinct() => With(Body.Distinct());

    /// <summary>Leaves out the first rows.</summary>
    /// <param name="count">How many; not negative.</param>
    public Selection<T> Skip(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(Body.Limit(count, null));
    }

    /// <summary>Gives at most so many rows.</summary>
    /// <param name="count">How many; not negative.</param>
    public Selection<T> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return With(Body.Limit(null, count));
    }

    /// <summary>The rows of both selections, each once. The order is lost: order the rows of <c>AsSubquery()</c>.</summary>
    public Selection<T> Union(Selection<T> other) => Combined(SetOperation.Union, other);

    /// <summary>The rows of both selections, those twice that both have.</summary>
    public Selection<T> UnionAll(Selection<T> other) => Combined(SetOperation.UnionAll, other);

    /// <summary>The rows that both selections have, each once.</summary>
    public Selection<T> Intersect(Selection<T> other) => Combined(SetOperation.Intersect, other);

    /// <summary>The rows of this selection that the other doesn't have, each once.</summary>
    public Selection<T> Except(Selection<T> other) => Combined(SetOperation.Except, other);

    /// <summary>The selection as a value in another query: that of its first row, NULL when there is none. It may use the columns of the lambdas around it.</summary>
    /// <exception cref="NotSupportedException">It selects several expressions, or a whole model.</exception>
    public Expr<T> AsExpression() => new ScalarSubquery<T>(Body, (Expr<T>)DemandOneExpression());

    /// <summary>All rows as a list. One statement.</summary>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default) => (await RunAsync(null, cancellationToken).ConfigureAwait(false)).Items;

    /// <summary>All rows as an array. One statement.</summary>
    public async Task<T[]> ToArrayAsync(CancellationToken cancellationToken = default) => [.. await ToListAsync(cancellationToken).ConfigureAwait(false)];

    /// <summary>The first row. One statement.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<T> FirstAsync(CancellationToken cancellationToken = default)
        => (await RunAsync(1, cancellationToken).ConfigureAwait(false)).Items is [var first, ..]
            ? first
            : throw new InvalidOperationException($"The selection from {Body.RowName} gave no row. Use {nameof(FirstOrDefaultAsync)} where there may be none.");

    /// <summary>The first row, or the type's default. One statement.</summary>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await RunAsync(1, cancellationToken).ConfigureAwait(false)).Items is [var first, ..] ? first : default;

    /// <summary>The only row. One statement.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public async Task<T> SingleAsync(CancellationToken cancellationToken = default)
        => (await RunAsync(2, cancellationToken).ConfigureAwait(false)).Items is [var only]
            ? only
            : throw new InvalidOperationException($"The selection of a single row from {Body.RowName} gave none, or more than one.");

    /// <summary>The only row, or the type's default. One statement.</summary>
    /// <exception cref="InvalidOperationException">There is more than one.</exception>
    public async Task<T?> SingleOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await RunAsync(2, cancellationToken).ConfigureAwait(false)).Items switch
        {
            [] => default,
            [var only] => only,
            _ => throw new InvalidOperationException($"The selection of a single row from {Body.RowName} gave more than one. Use First with an order to take one of several."),
        };

    /// <summary>The number of rows. One statement.</summary>
    public Task<long> CountAsync(CancellationToken cancellationToken = default)
        => QueryRun.ScalarAsync<long>(Body.Database, SelectWriter.Count(Body), cancellationToken);

    /// <summary>Whether there is a row. One statement.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken = default)
        => QueryRun.ScalarAsync<bool>(Body.Database, SelectWriter.Any(Body), cancellationToken);

    /// <summary>Streams the rows. One statement.</summary>
    public async IAsyncEnumerable<T> Stream([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var session = Body.Database.Session;
        QueryRun.DemandLock(Body.Database, Body.Lock);
        var result = await session.OpenAsync(SelectWriter.Selected(Body, null), null, cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            bool whole = session.ReadsWhole(prefetches: false);
            int chunk = whole ? int.MaxValue : 256;
            bool more = true;
            while (more)
            {
                var rows = NewRows(chunk);
                more = await result.ConsumeAsync(rows, chunk, cancellationToken).ConfigureAwait(false);
                if (whole)
                    await result.DisposeAsync().ConfigureAwait(false);
                foreach (var row in rows.Items)
                    yield return row;
            }
        }
    }

    /// <summary>Lets <c>await foreach</c> stream the rows.</summary>
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => Stream(cancellationToken).GetAsyncEnumerator(cancellationToken);

    /// <summary>The statement as it would be sent.</summary>
    public string ToSql() => SelectWriter.Selected(Body, null).Text;

    /// <summary>The database's plan, one line a step. One statement.</summary>
    public Task<string> ExplainAsync(CancellationToken cancellationToken = default)
        => QueryRun.ExplainAsync(Body.Database, SelectWriter.Selected(Body, null), cancellationToken);

    /// <summary>The only expression that is selected.</summary>
    internal SqlExpression DemandOneExpression() => Body.Shape is { Projection: null, Terms: [{ IsModel: false } only] }
        ? only
        : throw new NotSupportedException($"A selection from {Body.RowName} stands where one value is meant: select one expression, as in Select(x => x.Id).");

    private Selection<T> With(SelectBody body) => new(body, _shape, _mode);

    private Selection<T> Combined(SetOperation operation, Selection<T> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var body = new CompoundBody(Body, operation, other.Body);
        // Where the other side alone may give NULL, it is the one that knows what to make of it.
        bool isLoose = operation is SetOperation.Union or SetOperation.UnionAll && Enumerable.Range(0, Body.Shape.Terms.Count).Any(i => !Body.CanBeNull(i) && other.Body.CanBeNull(i));
        return new Selection<T>(body, isLoose ? other._shape : _shape, _mode);
    }

    private RowList<T> NewRows(int atMost) => new(_shape, Body.Database, _mode ?? Body.Database.FetchMode, atMost);

    private async ValueTask<RowList<T>> RunAsync(int? atMost, CancellationToken cancellationToken)
    {
        QueryRun.DemandLock(Body.Database, Body.Lock);
        var rows = NewRows(atMost ?? int.MaxValue);
        await Body.Database.Session.ReadAsync(SelectWriter.Selected(Body, atMost), rows, cancellationToken).ConfigureAwait(false);
        return rows;
    }
}
