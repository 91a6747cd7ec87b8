using Covet.Infrastructure;

namespace Covet;

/// <content>Pages by the last row.</content>
public abstract partial class Query<TModel, TColumns, TPrefetch, TSelf>
{
    /// <summary>
    /// The rows that come after an instance in this query's order: the next page, at the cost of the first one, also when rows came or went in between.
    /// The order must be by the model's own columns and end with its key, or have a unique column.
    /// </summary>
    /// <param name="last">The last row of the page before; only the columns of the order are read.</param>
    /// <exception cref="InvalidOperationException">There is no order, or rows may be equal in it.</exception>
    public TSelf After(TModel last)
    {
        ArgumentNullException.ThrowIfNull(last);
        return After(CursorOf(last));
    }

    /// <summary>The rows that come after a cursor's place in this query's order; as <see cref="After(TModel)"/>.</summary>
    /// <param name="cursor">From <see cref="CursorOf"/>, of a query with the same order.</param>
    /// <exception cref="ArgumentException">The cursor belongs to another order, or was changed.</exception>
    /// <exception cref="InvalidOperationException">There is no order, or rows may be equal in it.</exception>
    public TSelf After(Cursor cursor)
    {
        var condition = Keyset.After(TModel.Info, Orders, cursor);
        return Filtered(new Clause(condition, Orders[0].Depth));
    }

    /// <summary>The place of an instance in this query's order, as a text that fits into a URL.</summary>
    /// <param name="row">The instance; only the columns of the order are read.</param>
    /// <exception cref="InvalidOperationException">There is no order, or rows may be equal in it.</exception>
    public Cursor CursorOf(TModel row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Keyset.CursorOf(Orders, row);
    }
}
