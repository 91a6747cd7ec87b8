using Covet.Infrastructure;

namespace Covet;

/// <summary>The rows whose nullable foreign key points to one instance: they can also be let go.</summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <param name="owner">The instance pointed to.</param>
/// <param name="relation">The relation.</param>
public sealed class OptionalRelatedSet<TChild, TQuery>(IModel owner, ISetRelation<TChild, TQuery> relation) : RelatedSet<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
{
    /// <summary>Makes the foreign key of rows null: one UPDATE for all, in a transaction if there are several. Nothing is sent without arguments.</summary>
    /// <param name="children">Instances whose foreign key points here. Afterwards it is null, in memory too.</param>
    /// <exception cref="InvalidOperationException">
    /// This instance was never saved; or one of them isn't among its rows, by its own foreign key or by the database's: then nothing is changed.
    /// </exception>
    public Task RemoveAsync(params IEnumerable<TChild> children) => RemoveAsync(children, CancellationToken.None);

    /// <inheritdoc cref="RemoveAsync(IEnumerable{TChild})"/>
    /// <param name="children">Instances whose foreign key points here. Afterwards it is null, in memory too.</param>
    /// <param name="cancellationToken">Cancels the UPDATE.</param>
    public Task RemoveAsync(IEnumerable<TChild> children, CancellationToken cancellationToken) => Write.RemoveAsync(children, cancellationToken);

    /// <summary>Makes the foreign key of all rows that point here null: one UPDATE. Instances that this set had in memory know it, too.</summary>
    /// <param name="cancellationToken">Cancels the UPDATE.</param>
    /// <exception cref="InvalidOperationException">This instance was never saved.</exception>
    public Task ClearAsync(CancellationToken cancellationToken = default) => Write.ClearAsync(cancellationToken);
}
