using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// The rows whose foreign key points to one instance. Each write drops the caches on both sides before it is sent, and changes instances only when
/// it has succeeded as a whole.
/// </summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <param name="owner">The instance pointed to.</param>
/// <param name="relation">The relation.</param>
public class RelatedSet<TChild, TQuery>(IModel owner, ISetRelation<TChild, TQuery> relation) : RelatedCollection<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
{
    private protected ReferrerWrite<TChild> Write => ((IReferrerRelation<TChild>)OwnRelation).Write(Owner, Source.Database);

    /// <summary>
    /// Makes rows point to this instance: one UPDATE for all that are saved, which so move here from where they were, and one INSERT for each that isn't;
    /// in one transaction, if it is more than one row. Nothing is sent without arguments.
    /// </summary>
    /// <remarks>
    /// An instance is saved when it came from a database, or has a key that only the database makes; one that has a key of the program's and came from
    /// nowhere is inserted.
    /// </remarks>
    /// <param name="children">The instances. Afterwards their foreign key and related instance are this one.</param>
    /// <exception cref="InvalidOperationException">This instance was never saved; or the foreign key of a saved one is a part of its key.</exception>
    /// <exception cref="RowNotFoundException">The row of one isn't there any more: none is moved.</exception>
    public Task AddAsync(params IEnumerable<TChild> children) => AddAsync(children, CancellationToken.None);

    /// <inheritdoc cref="AddAsync(IEnumerable{TChild})"/>
    /// <param name="children">The instances. Afterwards their foreign key and related instance are this one.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    public Task AddAsync(IEnumerable<TChild> children, CancellationToken cancellationToken) => Write.AddAsync(children, cancellationToken);

    /// <summary>Inserts a new row that points to this instance: one INSERT.</summary>
    /// <param name="child">The instance; its foreign key is set, and its key filled in where the database or Covet makes it.</param>
    /// <param name="cancellationToken">Cancels the INSERT.</param>
    /// <returns>The instance.</returns>
    /// <exception cref="InvalidOperationException">This instance was never saved, or <paramref name="child"/> was.</exception>
    public Task<TChild> CreateAsync(TChild child, CancellationToken cancellationToken = default) => Write.CreateAsync(child, cancellationToken);

    /// <summary>
    /// Makes these the rows that point to this instance, in one transaction: one SELECT of the keys that are there, at most one UPDATE that lets rows go, at most
    /// one that takes rows in, and an INSERT for each that isn't saved. Rows that stay are untouched. Where the foreign key can't be null, no
    /// row is let go: then it only adds.
    /// </summary>
    /// <inheritdoc cref="AddAsync(IEnumerable{TChild})"/>
    public Task SetAsync(params IEnumerable<TChild> children) => SetAsync(children, CancellationToken.None);

    /// <inheritdoc cref="SetAsync(IEnumerable{TChild})"/>
    /// <param name="children">The instances. Afterwards their foreign key and related instance are this one.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    public Task SetAsync(IEnumerable<TChild> children, CancellationToken cancellationToken) => Write.SetAsync(children, cancellationToken);
}
