using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows that a relation leads to from one instance: a cache, and a way to ask for more. Not enumerable itself: say All() or Query.</summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
public abstract class RelatedCollection<TChild, TQuery>
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
{
    private readonly IModel _owner;
    private readonly ISetRelation<TChild, TQuery> _relation;
    private TChild[]? _items;
    private int _version;

    private protected RelatedCollection(IModel owner, ISetRelation<TChild, TQuery> relation)
    {
        _owner = owner;
        _relation = relation;
    }

    /// <summary>Whether the rows are in memory. Never touches the database.</summary>
    public bool IsLoaded => _items is not null;

    /// <summary>A query limited to this instance's rows; the cache neither serves it nor is filled by it. Sends nothing until it is awaited.</summary>
    /// <exception cref="InvalidOperationException">The instance was never saved or loaded.</exception>
    public TQuery Query => _relation.QueryFor(_owner, Source.Database);

    /// <summary>The rows in memory. Never touches the database.</summary>
    /// <returns>The cached rows, in the order in which they were loaded; empty when there are none.</returns>
    /// <exception cref="RelationNotLoadedException">They aren't loaded.</exception>
    public IReadOnlyList<TChild> All()
    {
        if (_items is { } items)
            return items;
        _ = Source;
        var relation = _relation.Relation;
        throw RelationNotLoadedException.ForMany(relation.Parent.Name, relation.Name, relation.ParentTable);
    }

    /// <summary>
    /// The rows, loaded if they aren't: one statement, for all live siblings of the instance (<see cref="FetchMode.Peers"/>) or for it alone.
    /// </summary>
    /// <param name="cancellationToken">Cancels the loading.</param>
    /// <returns>The cached rows; empty when there are none.</returns>
    /// <exception cref="RelationNotLoadedException">They aren't loaded and the fetch mode is <see cref="FetchMode.Raise"/>.</exception>
    public async ValueTask<IReadOnlyList<TChild>> AllAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            if (_items is { } items)
                return items;
            _ = Source;
            // A write by someone else may drop what was loaded before it is read here.
            await _relation.LoadAsync(_owner, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The number of rows: of the cache when it is loaded, else one <c>count(*)</c>, of this instance alone.</summary>
    /// <param name="cancellationToken">Cancels the counting.</param>
    /// <exception cref="RelationNotLoadedException">They aren't loaded and the fetch mode is <see cref="FetchMode.Raise"/>.</exception>
    public ValueTask<long> CountAsync(CancellationToken cancellationToken = default)
    {
        if (_items is { } items)
            return new(items.LongLength);
        return Source.Mode == FetchMode.Raise ? throw RelationNotLoadedException.ForRaise(_relation.Relation) : Query.CountRowsAsync(cancellationToken);
    }

    /// <summary>Drops the cache.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void Forget()
    {
        Interlocked.Increment(ref _version);
        _items = null;
    }

    /// <summary>Rises whenever the cache is dropped, so that a load that began before doesn't fill it with what was there then.</summary>
    internal int Version => Volatile.Read(ref _version);

    /// <summary>Fills the cache, unless it was dropped since the version.</summary>
    internal void SetLoaded(TChild[] items, int version)
    {
        if (Version != version)
            return;
        Interlocked.Exchange(ref _items, items);
        if (Version != version)
            _items = null;
    }

    /// <summary>The rows in memory, or null.</summary>
    internal TChild[]? Loaded => _items;

    private protected IModel Owner => _owner;

    private protected ISetRelation<TChild, TQuery> OwnRelation => _relation;

    private protected ModelSource Source => _owner.Source ?? throw Strangers.Of(_owner, _relation.Relation);
}
