namespace Covet.Infrastructure;

/// <summary>Keys of a relation's parents: the parameter <c>keys</c> of a batch, or a parameter of another name where a statement has several such lists.</summary>
internal abstract class RelationKeys : SqlParameters, IParameterSource
{
    /// <inheritdoc/>
    public abstract void Bind(ParameterBinder binder, string name);

    /// <inheritdoc/>
    public sealed override void BindTo(ParameterBinder binder) => Bind(binder, "keys");
}
