namespace Covet.Infrastructure;

/// <summary>A statement over one row of a model, written when the program was compiled, and the columns whose values it takes from an instance.</summary>
/// <typeparam name="TModel">The model.</typeparam>
/// <param name="text">The text.</param>
/// <param name="parameters">The parameters, each with the ordinal of its column in the model's <see cref="ModelInfo.Columns"/>.</param>
public sealed class RowStatement<TModel>(SqlText text, (string Name, int Ordinal)[] parameters) where TModel : class, IModel<TModel>
{
    /// <summary>The statement with an instance's values, which are taken when it runs.</summary>
    internal Statement For(Database database, TModel model) => new(database.Dialect.Choose(text), new ColumnParameters(parameters, model));

    private sealed class ColumnParameters((string Name, int Ordinal)[] parameters, TModel model) : SqlParameters
    {
        public override void BindTo(ParameterBinder binder)
        {
            foreach (var (name, ordinal) in parameters)
                ModelWriter<TModel>.BindColumn(binder, name, model, ordinal);
        }
    }
}
