using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Covet;

/// <summary>The reverse relations of every model: who points here, through which property, and under which name. Generated, read-only, O(1).</summary>
public static class RelationRegistry
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<ReverseRelation>> ByType = new();

    /// <summary>The relations that lead to <typeparamref name="TModel"/>, ordered by declaring model and property.</summary>
    /// <returns>A read-only list; empty when no model points here.</returns>
    public static IReadOnlyList<ReverseRelation> For<TModel>() where TModel : class, IModel<TModel> => TModel.ReverseRelations;

    /// <summary>The relations that lead to <paramref name="model"/>.</summary>
    /// <param name="model">A class with <c>[Model]</c>.</param>
    /// <returns>A read-only list; empty when no model points here.</returns>
    /// <exception cref="ArgumentException"><paramref name="model"/> isn't a model.</exception>
    public static IReadOnlyList<ReverseRelation> For(Type model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (ByType.TryGetValue(model, out var relations))
            return relations;
        // The models' assembly registers itself when it is first used; a type token alone doesn't use it.
        RuntimeHelpers.RunModuleConstructor(model.Module.ModuleHandle);
        return ByType.TryGetValue(model, out relations)
            ? relations
            : throw new ArgumentException($"{model} is no Covet model: put [Model] on the class and make it partial.", nameof(model));
    }

    /// <summary>Called by the generated module initializer of an assembly with models.</summary>
    /// <typeparam name="TModel">The model to register.</typeparam>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void Register<TModel>() where TModel : class, IModel<TModel> => ByType[typeof(TModel)] = TModel.ReverseRelations;
}
