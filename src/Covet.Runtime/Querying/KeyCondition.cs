namespace Covet.Infrastructure;

/// <summary>
/// The key of one row: a condition, which the statement is written from once, and the parameters of that statement, which are all that another key needs.
/// </summary>
/// <typeparam name="TColumns">The model's generated columns.</typeparam>
public abstract class KeyCondition<TColumns> : SqlParameters where TColumns : class, IColumns<TColumns>
{
    /// <summary>The condition that a row has the key.</summary>
    /// <param name="columns">The columns.</param>
    public abstract Condition Test(TColumns columns);

    /// <summary>Binds the value of one of the key's columns.</summary>
    /// <param name="binder">Where it goes.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="part">Which of the key's columns.</param>
    protected abstract void Bind(ParameterBinder binder, string name, int part);

    /// <inheritdoc/>
    public sealed override void BindTo(ParameterBinder binder)
    {
        var columns = TColumns.Model.KeyArray;
        for (int i = 0; i < columns.Length; i++)
        {
            try
            {
                Bind(binder, SqlWriter.ParameterName(i), i);
            }
            catch (InvalidValueException exception) when (exception.Member is null)
            {
                throw exception.For(TColumns.Model, columns[i]);
            }
        }
    }
}
