using System.Runtime.CompilerServices;
using Covet.Infrastructure;

namespace Covet;

/// <summary>What a query selects of its rows. Immutable; nothing is sent until a terminal is awaited.</summary>
/// <typeparam name="T">What a row becomes.</typeparam>
public sealed class Selection<T>
{
    private readonly PrefetchBranch _query;
    private readonly RowShape<T> _shape;
    private readonly int _depth;
    private readonly GroupClauses? _groups;
    private readonly bool _distinct;

    internal Selection(PrefetchBranch query, RowShape<T> shape, int depth, GroupClauses? groups = null, bool distinct = false)
    {
        _query = query;
        _shape = shape;
        _depth = depth;
        _groups = groups;
        _distinct = distinct;
    }

    /// <summary>Leaves out rows that are equal to an earlier one in all that is selected.</summary>
    public Selection<T> Distinct() => new(_query, _shape, _depth, _groups, distinct: true);

    /// <summary>All rows as a list. One statement.</summary>
    public async Task<List<T>> ToListAsync(CancellationToken cancellationToken = default)
    {
        var rows = NewRows(int.MaxValue);
        await Database.Session.ReadAsync(Statement(), rows, cancellationToken).ConfigureAwait(false);
        return rows.Items;
    }

    /// <summary>All rows as an array. One statement.</summary>
    public async Task<T[]> ToArrayAsync(CancellationToken cancellationToken = default) => [.. await ToListAsync(cancellationToken).ConfigureAwait(false)];

    /// <summary>The first row. One statement.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task<T> FirstAsync(CancellationToken cancellationToken = default)
        => await AtMostAsync(1, cancellationToken).ConfigureAwait(false) is [var first, ..]
            ? first
            : throw new InvalidOperationException($"The selection from {_query.Model.Name} gave no row. Use {nameof(FirstOrDefaultAsync)} where there may be none.");

    /// <summary>The first row, or the type's default. One statement.</summary>
    public async Task<T?> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => await AtMostAsync(1, cancellationToken).ConfigureAwait(false) is [var first, ..] ? first : default;

    /// <summary>The only row. One statement.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public async Task<T> SingleAsync(CancellationToken cancellationToken = default)
        => await AtMostAsync(2, cancellationToken).ConfigureAwait(false) is [var only]
            ? only
            : throw new InvalidOperationException($"The selection of a single row from {_query.Model.Name} gave none, or more than one.");

    /// <summary>Streams the rows. One statement.</summary>
    public async IAsyncEnumerable<T> Stream([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var result = await Database.Session.OpenAsync(Statement(), cancellationToken).ConfigureAwait(false);
        await using (result.ConfigureAwait(false))
        {
            bool whole = Database.Session.ReadsWhole(prefetches: false);
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
    public string ToSql() => Statement().Text;

    /// <summary>The database's plan, one line a step. One statement.</summary>
    public Task<string> ExplainAsync(CancellationToken cancellationToken = default) => QueryRun.ExplainAsync(_query, Statement(), cancellationToken);

    private Database Database => _query.Database!;

    private RowList<T> NewRows(int atMost) => new(_shape, Database, _query.Mode ?? Database.FetchMode, atMost);

    private Statement Statement(int? atMost = null) => SelectWriter.Selected(_query, Database.Dialect, _shape, _depth, _groups, _distinct, atMost);

    private async ValueTask<List<T>> AtMostAsync(int count, CancellationToken cancellationToken)
    {
        var rows = NewRows(count);
        await Database.Session.ReadAsync(Statement(_groups is { Keys.Length: 0 } ? null : count), rows, cancellationToken).ConfigureAwait(false);
        return rows.Items;
    }
}
