using System.ComponentModel;

namespace Covet;

/// <summary>A place of its own, declared with <c>[Into]</c>, for rows of a relation.</summary>
/// <typeparam name="T">What the place holds: a list of models, or one.</typeparam>
/// <param name="name">The property's name.</param>
/// <param name="relation">The name of the relation whose rows it takes.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class Slot<T>(string name, string relation) : Infrastructure.Slot(name, relation)
{
    /// <summary>Puts the value into the place.</summary>
    /// <param name="parent">The instance that has the place.</param>
    /// <param name="value">The value.</param>
    protected internal abstract void Fill(IModel parent, T value);
}
