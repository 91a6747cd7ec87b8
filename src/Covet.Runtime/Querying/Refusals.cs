using System.ComponentModel;

namespace Covet;

/// <summary>
/// What doesn't exist, with the words what to write instead: the compiler finds these where it finds nothing else, and each of them is an error. They are
/// extensions, so that the types themselves stay without them.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Refusals
{
    private const string Required =
        "The foreign key of these rows is required, so they can't be let go. Delete them, as in set.Query.DeleteAsync(), or move them by AddAsync of another instance's set.";

    private const string ToMany = "Include joins relations to one row. A relation to many rows is loaded by Prefetch, as in Prefetch(x => x.Rows), by one statement more.";

    /// <summary>Doesn't compile.</summary>
    [Obsolete(Required, error: true)]
    public static Task RemoveAsync<TChild, TQuery>(this RelatedSet<TChild, TQuery> set, params IEnumerable<TChild> children)
        where TChild : class, IModel<TChild>
        where TQuery : PrefetchBranch
        => throw new NotSupportedException(Required);

    /// <summary>Doesn't compile.</summary>
    [Obsolete(Required, error: true)]
    public static Task RemoveAsync<TChild, TQuery>(this RelatedSet<TChild, TQuery> set, IEnumerable<TChild> children, CancellationToken cancellationToken)
        where TChild : class, IModel<TChild>
        where TQuery : PrefetchBranch
        => throw new NotSupportedException(Required);

    /// <summary>Doesn't compile.</summary>
    [Obsolete(Required, error: true)]
    public static Task ClearAsync<TChild, TQuery>(this RelatedSet<TChild, TQuery> set, CancellationToken cancellationToken = default)
        where TChild : class, IModel<TChild>
        where TQuery : PrefetchBranch
        => throw new NotSupportedException(Required);

    /// <summary>Doesn't compile.</summary>
    [Obsolete(ToMany, error: true)]
    public static TSelf Include<TModel, TColumns, TPrefetch, TSelf, TRows>(
        this Query<TModel, TColumns, TPrefetch, TSelf> query, params Func<TColumns, RelatedRows<TRows>>[] relations)
        where TModel : class, IModel<TModel>
        where TColumns : ModelColumns<TModel>, IColumns<TColumns>
        where TPrefetch : struct
        where TSelf : Query<TModel, TColumns, TPrefetch, TSelf>
        where TRows : class, IColumns<TRows>
        => throw new NotSupportedException(ToMany);
}
