using System.ComponentModel;

namespace Covet;

/// <summary>A named result that a query can select. Implemented by generated code for a type with <c>[Projection&lt;TModel&gt;]</c>.</summary>
/// <typeparam name="TSelf">The projection.</typeparam>
/// <typeparam name="TModel">The model whose query selects it.</typeparam>
public interface IProjection<TSelf, TModel> : IRow<TSelf>
    where TSelf : IProjection<TSelf, TModel>
    where TModel : class, IModel<TModel>
{
    /// <summary>The expressions that fill the members, in the order in which <see cref="IRow{TSelf}.Read"/> reads them.</summary>
    /// <param name="columns">The model's generated columns.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract SqlExpression[] Columns(ModelColumns<TModel> columns);
}
