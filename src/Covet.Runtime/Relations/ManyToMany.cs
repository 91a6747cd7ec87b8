using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows that are linked to one instance through a table of pairs.</summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <param name="owner">The instance that has the links.</param>
/// <param name="relation">The relation.</param>
public class ManyToMany<TChild, TQuery>(IModel owner, ISetRelation<TChild, TQuery> relation) : RelatedCollection<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
{
    /// <summary>Links rows to this instance: one INSERT; those that are linked already stay as they are. Drops the caches on both sides.</summary>
    /// <param name="children">Saved instances.</param>
    /// <exception cref="InvalidOperationException">This instance, or one of them, was never saved.</exception>
    public Task AddAsync(params TChild[] children) => AddAsync(children, CancellationToken.None);

    /// <inheritdoc cref="AddAsync(TChild[])"/>
    /// <param name="children">Saved instances.</param>
    /// <param name="cancellationToken">Cancels the INSERT.</param>
    public Task AddAsync(IEnumerable<TChild> children, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(children);
        return ((ILinkRelation<TChild>)OwnRelation).LinkAsync(Owner, Source.Database, [.. children], cancellationToken);
    }
}

/// <summary>The rows that are linked to one instance through a model of the user's own.</summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <typeparam name="TThrough">The model of the links.</typeparam>
/// <param name="owner">The instance that has the links.</param>
/// <param name="relation">The relation.</param>
public sealed class ManyToMany<TChild, TQuery, TThrough>(IModel owner, ISetRelation<TChild, TQuery> relation) : ManyToMany<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
    where TThrough : class, IModel<TThrough>;
