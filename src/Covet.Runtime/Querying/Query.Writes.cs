using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <content>Writes of all rows of a query. Instances in memory stay as they are.</content>
public abstract partial class Query<TModel, TColumns, TPrefetch, TSelf>
{
    /// <summary>Whether this is a table itself, which says nothing of the rows to be written; overridden by generated tables.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual bool IsTable => false;

    /// <summary>
    /// Updates all rows of the query, those alone that Skip and Take leave: one statement. All values are of the rows as they were before. Instances in memory,
    /// and what their relations hold, stay as they are: <c>ReloadAsync</c> reads them anew.
    /// </summary>
    /// <param name="sets">What to set, as in <c>p => p.Views.Set(p.Views + 1), p => p.Published.Set(true)</c>.</param>
    /// <returns>How many rows were updated.</returns>
    /// <exception cref="ArgumentException">Nothing is set, a column twice, one of another model, or one of the key. Nothing is sent.</exception>
    /// <exception cref="InvalidOperationException">This is a branch of a prefetch, or prefetches, includes or locks. Nothing is sent.</exception>
    public Task<int> UpdateAsync(params Func<TColumns, Assignment>[] sets) => UpdateAsync(sets, CancellationToken.None);

    /// <inheritdoc cref="UpdateAsync(Func{TColumns, Assignment}[])"/>
    /// <param name="sets">What to set.</param>
    /// <param name="cancellationToken">Cancels the statement.</param>
    public async Task<int> UpdateAsync(IEnumerable<Func<TColumns, Assignment>> sets, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var query = Writable(nameof(UpdateAsync));
        var columns = new List<ColumnSet>();
        foreach (var set in sets)
        {
            var assignment = LambdaDepth.Run(set, out int depth, nameof(sets));
            var column = WrittenColumns.Demand(TModel.Info, assignment.Column, depth, nameof(sets));
            if (columns.Exists(earlier => earlier.Column == column))
                throw new ArgumentException($"{TModel.Info.Name}.{column.Property} is set twice in one UpdateAsync. Say once what it becomes.", nameof(sets));
            columns.Add(new ColumnSet(column, assignment.Value, depth));
        }
        if (columns.Count == 0)
            throw new ArgumentException($"UpdateAsync sets nothing. Say what the {TModel.Info.Name} rows become, as in x => x.Column.Set(value).", nameof(sets));
        return await query.Database!.Session.ExecuteAsync(SetBasedWrites.Update(query, [.. columns]), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Deletes all rows of the query, those alone that Skip and Take leave: one statement. What depends on them the database deletes or refuses, as their
    /// foreign keys' OnDelete says. Instances in memory, and what their relations hold, stay as they are.
    /// </summary>
    /// <param name="cancellationToken">Cancels the statement.</param>
    /// <returns>How many rows were deleted, those of other tables not counted.</returns>
    /// <exception cref="InvalidOperationException">This is a branch of a prefetch, or prefetches, includes or locks. Nothing is sent.</exception>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken = default)
    {
        var query = Writable(nameof(DeleteAsync));
        return await query.Database!.Session.ExecuteAsync(SetBasedWrites.Delete(query), cancellationToken).ConfigureAwait(false);
    }

    private Query<TModel, TColumns, TPrefetch, TSelf> Writable(string method)
    {
        if (IsTable)
            throw new InvalidOperationException($"{method} on the table would write every {TModel.Info.Name} there is. Say All().{method}(...), or Where(...) first.");
        var query = Runnable();
        string? clause = Branches.Length > 0 ? "Prefetch" : Includes.Length > 0 ? "Include" : Lock is not null ? "ForUpdate or ForShare" : null;
        return clause is null ? query : throw new InvalidOperationException(
            $"{method} of {TModel.Info.Name} rows loads nothing and locks what it writes, but the query has {clause}. Leave that out.");
    }
}
