namespace Covet.Infrastructure;

/// <summary>The values of many rows with the same columns, which one statement writes. Each row binds its columns in the same order.</summary>
public abstract class RowValues
{
    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>Binds the values of one row, a column after the other.</summary>
    /// <param name="binder">Where they go.</param>
    /// <param name="row">Which row, from 0.</param>
    public abstract void Bind(ParameterBinder binder, int row);
}
