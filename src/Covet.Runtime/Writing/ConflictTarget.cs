using System.ComponentModel;
using Covet.Infrastructure;

namespace Covet;

/// <summary>
/// What no two rows of a model have in common: its key, a unique column, a unique set of columns. Generated, one for each: the lambda of an upsert chooses.
/// </summary>
/// <typeparam name="TModel">The model.</typeparam>
public sealed class ConflictTarget<TModel> where TModel : class, IModel<TModel>
{
    /// <summary>Made by generated code.</summary>
    /// <param name="facts">What the generator knows.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ConflictTarget(ConflictFacts<TModel> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        Facts = facts;
    }

    internal ConflictFacts<TModel> Facts { get; }

    /// <inheritdoc/>
    public override string ToString() => $"{TModel.Info.Name}.{Facts.Name}";
}
