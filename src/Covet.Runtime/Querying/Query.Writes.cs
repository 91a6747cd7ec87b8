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
        var query = Written(nameof(UpdateAsync));
        var statement = SetBasedWrites.Update(query, ColumnSets.Of(TModel.Info, sets));
        return await query.Database!.Session.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
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
        var query = Written(nameof(DeleteAsync));
        return await query.Database!.Session.ExecuteAsync(SetBasedWrites.Delete(query), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Lets UpdateAsync and DeleteAsync give back the rows that they write, as instances: after an update, with the values that they have then, they belong to the
    /// database and are siblings of each other; after a deletion, with the values that they had, they belong to none. Their order isn't specified.
    /// </summary>
    public WrittenRows<TColumns, TModel> Returning() => Returning(columns => columns);

    /// <summary>
    /// Lets UpdateAsync and DeleteAsync give back an expression of each row that they write: after an update of the values that it has then, after a deletion of
    /// those that it had. The order of the results isn't specified.
    /// </summary>
    /// <param name="expression">A column, an expression, or the model. For several write a tuple: <c>p => (p.Id, p.Title)</c>. It sees the written row alone.</param>
    public WrittenRows<TColumns, T> Returning<T>(Func<TColumns, Expr<T>> expression)
        => new(this, new ExprShape<T>(LambdaDepth.Run(expression, out int depth)), depth);

    /// <summary>Lets UpdateAsync and DeleteAsync give back a named result, declared with <c>[Projection&lt;TModel&gt;]</c>, of each row that they write.</summary>
    public WrittenRows<TColumns, TProjection> Returning<TProjection>() where TProjection : IProjection<TProjection, TModel>
        => new(this, LambdaDepth.Run<TColumns, RowShape<TProjection>>(columns => new ProjectionShape<TProjection, TModel>(columns), out int depth), depth);

    WrittenRows<TColumns, T> IReturnable<TColumns>.Returning<T>(RowShape<T> shape, int depth) => new(this, shape, depth);

    internal sealed override PrefetchBranch Written(string method)
    {
        if (IsTable)
            throw new InvalidOperationException($"{method} on the table would write every {TModel.Info.Name} there is. Say All().{method}(...), or Where(...) first.");
        var query = Runnable();
        string? clause = Branches.Length > 0 ? "Prefetch" : Includes.Length > 0 ? "Include" : Lock is not null ? "ForUpdate or ForShare" : null;
        return clause is null ? query : throw new InvalidOperationException(
            $"{method} of {TModel.Info.Name} rows loads nothing and locks what it writes, but the query has {clause}. Leave that out.");
    }
}
