using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// The rows that are linked to one instance through a model of the user's own. A new link holds what its class gives a new instance, and what a delegate
/// puts into it; links that are there already stay as they are.
/// </summary>
/// <typeparam name="TChild">The model of the rows.</typeparam>
/// <typeparam name="TQuery">The model's query.</typeparam>
/// <typeparam name="TThrough">The model of the links.</typeparam>
/// <param name="owner">The instance that has the links.</param>
/// <param name="relation">The relation.</param>
public sealed class ManyToMany<TChild, TQuery, TThrough>(IModel owner, ISetRelation<TChild, TQuery> relation) : ManyToMany<TChild, TQuery>(owner, relation)
    where TChild : class, IModel<TChild>
    where TQuery : PrefetchBranch
    where TThrough : class, IModel<TThrough>
{
    /// <summary>Links a row to this instance: one INSERT. If it is linked already, that link stays as it is.</summary>
    /// <param name="child">A saved instance.</param>
    /// <param name="link">Fills the new link besides its two keys.</param>
    /// <param name="cancellationToken">Cancels the INSERT.</param>
    /// <exception cref="InvalidOperationException">This instance, or <paramref name="child"/>, was never saved.</exception>
    public Task AddAsync(TChild child, Action<TThrough> link, CancellationToken cancellationToken = default) => AddAsync([child], link, cancellationToken);

    /// <summary>
    /// Links rows to this instance: one INSERT, or one for each where links have a key that the program makes. Those that are linked already stay as they are.
    /// </summary>
    /// <param name="children">Saved instances.</param>
    /// <param name="link">Fills the new links besides their two keys, all alike: it runs once for each INSERT.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <exception cref="InvalidOperationException">This instance, or one of them, was never saved.</exception>
    public Task AddAsync(IEnumerable<TChild> children, Action<TThrough> link, CancellationToken cancellationToken = default)
        => Write.AddAsync(children, ForAll(link), cancellationToken);

    /// <summary>Links rows to this instance, each in its own way: an INSERT for each, in one batch and one transaction. Those that are linked already stay as they are.</summary>
    /// <param name="children">Saved instances.</param>
    /// <param name="link">Fills the new link of each besides its two keys.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <exception cref="InvalidOperationException">This instance, or one of them, was never saved.</exception>
    public Task AddAsync(IEnumerable<TChild> children, Action<TChild, TThrough> link, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(link);
        return Write.AddAsync(children, new LinkFill((child, row) => link((TChild)child!, (TThrough)row), IsPerChild: true), cancellationToken);
    }

    /// <summary>Inserts a new row and links it to this instance: two INSERTs in one transaction.</summary>
    /// <param name="child">The instance; its key is filled in where the database or Covet makes it.</param>
    /// <param name="link">Fills the new link besides its two keys; runs when the row is inserted.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <returns>The instance.</returns>
    /// <exception cref="InvalidOperationException">This instance was never saved, or <paramref name="child"/> was.</exception>
    public Task<TChild> CreateAsync(TChild child, Action<TThrough> link, CancellationToken cancellationToken = default)
        => Write.CreateAsync(child, ForAll(link), cancellationToken);

    /// <summary>
    /// Makes these the rows that are linked, in one transaction: one SELECT of the keys that are there, at most one DELETE and one INSERT. Links that stay keep what
    /// they hold.
    /// </summary>
    /// <param name="children">Saved instances; none removes all links.</param>
    /// <param name="link">Fills the new links besides their two keys, all alike.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    /// <exception cref="InvalidOperationException">This instance, or one of them, was never saved.</exception>
    public Task SetAsync(IEnumerable<TChild> children, Action<TThrough> link, CancellationToken cancellationToken = default)
        => Write.SetAsync(children, ForAll(link), cancellationToken);

    /// <summary>What the generated <c>AddAsync</c> for keys calls.</summary>
    /// <param name="keys">Keys as they are stored.</param>
    /// <param name="link">Fills the new links.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task AddKeysAsync<TKey>(IEnumerable<TKey> keys, Action<TThrough> link, CancellationToken cancellationToken)
        => Write.AddKeysAsync(keys, ForAll(link), cancellationToken);

    /// <summary>What the generated <c>SetAsync</c> for keys calls.</summary>
    /// <param name="keys">Keys as they are stored.</param>
    /// <param name="link">Fills the new links.</param>
    /// <param name="cancellationToken">Cancels the statements.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Task SetKeysAsync<TKey>(IEnumerable<TKey> keys, Action<TThrough> link, CancellationToken cancellationToken)
        => Write.SetKeysAsync(keys, ForAll(link), cancellationToken);

    private static LinkFill ForAll(Action<TThrough> link)
    {
        ArgumentNullException.ThrowIfNull(link);
        return new LinkFill((_, row) => link((TThrough)row), IsPerChild: false);
    }
}
