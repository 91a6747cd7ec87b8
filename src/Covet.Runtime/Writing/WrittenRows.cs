using Covet.Infrastructure;

namespace Covet;

/// <summary>A query's rows, to be updated or deleted and given back. Immutable; nothing is sent until UpdateAsync or DeleteAsync is awaited.</summary>
/// <typeparam name="TColumns">The model's generated columns.</typeparam>
/// <typeparam name="T">What a row becomes.</typeparam>
public sealed class WrittenRows<TColumns, T> where TColumns : class, IColumns<TColumns>
{
    private readonly PrefetchBranch _query;
    private readonly RowShape<T> _shape;
    private readonly int _depth;

    internal WrittenRows(PrefetchBranch query, RowShape<T> shape, int depth)
    {
        _query = query;
        _shape = shape;
        _depth = depth;
    }

    /// <summary>
    /// Updates all rows of the query, those alone that Skip and Take leave, and gives them back as they are then: one statement. All values are of the rows as
    /// they were before. Other instances in memory, and what their relations hold, stay as they are.
    /// </summary>
    /// <param name="sets">What to set, as in <c>p => p.Views.Set(p.Views + 1), p => p.Published.Set(true)</c>.</param>
    /// <returns>What was asked for of each updated row, in no specified order.</returns>
    /// <exception cref="ArgumentException">Nothing is set, a column twice, one of another model, or one of the key. Nothing is sent.</exception>
    /// <exception cref="InvalidOperationException">
    /// The query is a table, a branch of a prefetch, or prefetches, includes or locks; or more is asked for than the written rows' own values. Nothing is sent.
    /// </exception>
    public Task<List<T>> UpdateAsync(params Func<TColumns, Assignment>[] sets) => UpdateAsync(sets, CancellationToken.None);

    /// <inheritdoc cref="UpdateAsync(Func{TColumns, Assignment}[])"/>
    /// <param name="sets">What to set.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    public async Task<List<T>> UpdateAsync(IEnumerable<Func<TColumns, Assignment>> sets, CancellationToken cancellationToken)
    {
        var query = _query.Written(nameof(UpdateAsync));
        var columns = ColumnSets.Of(query.Model, sets);
        var statement = SetBasedWrites.Update(query, columns, new ReturnedRow(_shape, _depth));
        var rows = await ReadAsync(statement, new SelectedModels(query.Database!, query.Mode ?? query.Database!.FetchMode), cancellationToken).ConfigureAwait(false);
        if (query is { Owner: { } owner, Relation: { } relation } && !Array.Exists(columns, set => relation.ChildColumns.Contains(set.Column.Quoted)))
        {
            foreach (var row in rows)
            {
                if (row is IModel)
                    relation.Introduce(row, owner);
            }
        }
        return rows;
    }

    /// <summary>
    /// Deletes all rows of the query, those alone that Skip and Take leave, and gives them back as they were: one statement. What depends on them the database
    /// deletes or refuses, as their foreign keys' OnDelete says. Other instances in memory, and what their relations hold, stay as they are.
    /// </summary>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <returns>What was asked for of each deleted row, in no specified order. Instances among it belong to no database any more.</returns>
    /// <exception cref="InvalidOperationException">
    /// The query is a table, a branch of a prefetch, or prefetches, includes or locks; or more is asked for than the deleted rows' own values. Nothing is sent.
    /// </exception>
    public async Task<List<T>> DeleteAsync(CancellationToken cancellationToken = default)
    {
        var query = _query.Written(nameof(DeleteAsync));
        var statement = SetBasedWrites.Delete(query, new ReturnedRow(_shape, _depth));
        return await ReadAsync(statement, new DeletedModels(query.Database!), cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<T>> ReadAsync(Statement statement, ModelSource models, CancellationToken cancellationToken)
    {
        var rows = new RowList<T>(_shape, models, int.MaxValue);
        await _query.Database!.Session.ReadAsync(statement, rows, cancellationToken).ConfigureAwait(false);
        return rows.Items;
    }
}
