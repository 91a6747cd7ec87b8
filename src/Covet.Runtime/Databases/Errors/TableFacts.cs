namespace Covet.Infrastructure;

/// <summary>What a database class knows of one of its tables, for failures that name it. Made by generated code.</summary>
public sealed class TableFacts
{
    /// <summary>A table without a model: the hidden one of a many-to-many relation.</summary>
    /// <param name="schema">Its schema; null for the default one.</param>
    /// <param name="name">Its name.</param>
    /// <param name="constraints">Its constraints.</param>
    public TableFacts(string? schema, string name, ConstraintFacts[] constraints) : this(null, schema, name, constraints)
    {
    }

    private TableFacts(ModelInfo? model, string? schema, string name, ConstraintFacts[] constraints)
        => (Model, Schema, Name, Constraints) = (model, schema, name, constraints);

    internal ModelInfo? Model { get; }

    internal string? Schema { get; }

    internal string Name { get; }

    internal ConstraintFacts[] Constraints { get; }

    /// <summary>A model's table.</summary>
    /// <typeparam name="TModel">The model.</typeparam>
    /// <param name="schema">Its schema; null for the default one.</param>
    /// <param name="name">Its name.</param>
    /// <param name="constraints">Its constraints.</param>
    public static TableFacts Of<TModel>(string? schema, string name, ConstraintFacts[] constraints) where TModel : class, IModel<TModel>
        => new(TModel.Info, schema, name, constraints);
}
