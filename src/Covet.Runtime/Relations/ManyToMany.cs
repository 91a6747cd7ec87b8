using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// The rows that are linked to one instance through a table of pairs. Each write drops the caches on both sides before it is sent. Beside the writes
/// by instances, each is generated for keys: <c>post.Tags.AddAsync(1, 2)</c>.
/// </summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <param name="owner">The instance that has the links.</param>
/// <param name="relation">The relation.</param>
public class ManyToMany<TChild, TQuery>(IModel owner, ISetRelation<TChild, TQuery> relation) : RelatedCollection<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
{
    private protected LinkWrite<TChild> Write => ((ILinkRelation<TChild>)OwnRelation).Write(Owner, Source.Database);

    /// <summary>Links rows to this instance: one INSERT; those that are linked already stay as they are. Nothing is sent without arguments.</summary>
    /// <param name="children">Saved instances.</param>
    /// <exception cref="InvalidOperationException">This instance, or one of them, was never saved.</exception>
    public Task AddAsync(params IEnumerable<TChild> children) => AddAsync(children, CancellationToken.None);

    /// <inheritdoc cref="AddAsync(IEnumerable{TChild})"/>
    /// <param name="children">Saved instances.</param>
    /// <param name="cancellationToken">Cancels the INSERT.</param>
    public Task AddAsync(IEnumerable<TChild> children, CancellationToken cancellationToken) => Write.AddAsync(children, null, cancellationToken);

    /// <summary>Inserts a new row and links it to this instance: two INSERTs in one transaction.</summary>
    /// <param name="child">The instance; its key is filled in where the database or Covet makes it.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <returns>The instance.</returns>
    /// <exception cref="InvalidOperationException">This instance was never saved, or <paramref name="child"/> was.</exception>
    public Task<TChild> CreateAsync(TChild child, CancellationToken cancellationToken = default) => Write.CreateAsync(child, null, cancellationToken);

    /// <summary>Removes the links to rows: one DELETE. Rows that aren't linked are passed over. Nothing is sent without arguments.</summary>
    /// <param name="children">The instances.</param>
    /// <exception cref="InvalidOperationException">This instance was never saved.</exception>
    public Task RemoveAsync(params IEnumerable<TChild> children) => RemoveAsync(children, CancellationToken.None);

    /// <inheritdoc cref="RemoveAsync(IEnumerable{TChild})"/>
    /// <param name="children">The instances.</param>
    /// <param name="cancellationToken">Cancels the DELETE.</param>
    public Task RemoveAsync(IEnumerable<TChild> children, CancellationToken cancellationToken) => Write.RemoveAsync(children, cancellationToken);

    /// <summary>
    /// Makes these the rows that are linked, in one transaction: one SELECT of the keys that are there, at most one DELETE and one INSERT. Links that stay are
    /// untouched.
    /// </summary>
    /// <param name="children">Saved instances; none removes all links.</param>
    /// <exception cref="InvalidOperationException">This instance, or one of them, was never saved.</exception>
    public Task SetAsync(params IEnumerable<TChild> children) => SetAsync(children, CancellationToken.None);

    /// <inheritdoc cref="SetAsync(IEnumerable{TChild})"/>
    /// <param name="children">Saved instances; none removes all links.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    public Task SetAsync(IEnumerable<TChild> children, CancellationToken cancellationToken) => Write.SetAsync(children, null, cancellationToken);

    /// <summary>Removes all links of this instance: one DELETE.</summary>
    /// <param name="cancellationToken">Cancels the DELETE.</param>
    /// <exception cref="InvalidOperationException">This instance was never saved.</exception>
    public Task ClearAsync(CancellationToken cancellationToken = default) => Write.ClearAsync(cancellationToken);

    /// <summary>What the generated <c>AddAsync</c> for keys calls.</summary>
    /// <param name="keys">Keys as they are stored.</param>
    /// <param name="cancellationToken">Cancels the INSERT.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task AddKeysAsync<TKey>(IEnumerable<TKey> keys, CancellationToken cancellationToken) => Write.AddKeysAsync(keys, null, cancellationToken);

    /// <summary>What the generated <c>RemoveAsync</c> for keys calls.</summary>
    /// <param name="keys">Keys as they are stored.</param>
    /// <param name="cancellationToken">Cancels the DELETE.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task RemoveKeysAsync<TKey>(IEnumerable<TKey> keys, CancellationToken cancellationToken) => Write.RemoveKeysAsync(keys, cancellationToken);

    /// <summary>What the generated <c>SetAsync</c> for keys calls.</summary>
    /// <param name="keys">Keys as they are stored.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task SetKeysAsync<TKey>(IEnumerable<TKey> keys, CancellationToken cancellationToken) => Write.SetKeysAsync(keys, null, cancellationToken);
}
