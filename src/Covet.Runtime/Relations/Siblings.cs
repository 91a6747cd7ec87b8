using System.Runtime.InteropServices;

namespace Covet.Infrastructure;

/// <summary>
/// The source of instances that came together. They know each other weakly: keeping one keeps no other alive. Weak handles are costly, and
/// most results don't outlive the youngest generation, so the references are strong until the first garbage collection that finds the
/// group alive, which turns them into weak ones.
/// </summary>
internal sealed class Siblings<TModel> : ModelSource where TModel : class, IModel<TModel>
{
    private volatile TModel[]? _young;
    private volatile WeakReference<TModel>[]? _old;

    private Siblings(Database database, FetchMode mode, TModel[] models) : base(database, mode) => _young = models;

    /// <summary>Gives the instances their source; they are siblings where the mode makes use of it.</summary>
    public static void Adopt(Database database, FetchMode mode, IReadOnlyList<TModel> models)
    {
        if (models.Count == 0)
            return;
        ModelSource source = mode == database.FetchMode ? database.Origin : new ModelSource(database, mode);
        if (mode == FetchMode.Peers && models.Count > 1)
        {
            var siblings = new Siblings<TModel>(database, mode, [.. models]);
            _ = new FirstCollection(siblings);
            source = siblings;
        }
        foreach (var model in models)
            model.Source = source;
    }

    /// <summary>The siblings that are still alive.</summary>
    public List<TModel> Living()
    {
        if (_young is { } young)
            return [.. young];
        var living = new List<TModel>();
        foreach (var reference in _old!)
        {
            if (reference.TryGetTarget(out var model))
                living.Add(model);
        }
        return living;
    }

    private void Age()
    {
        _old = Array.ConvertAll(_young!, model => new WeakReference<TModel>(model));
        _young = null;
    }

    /// <summary>Unreachable from birth, so that the first collection finalizes it.</summary>
    private sealed class FirstCollection(Siblings<TModel> siblings)
    {
        private readonly GCHandle _siblings = GCHandle.Alloc(siblings, GCHandleType.Weak);

        ~FirstCollection()
        {
            (_siblings.Target as Siblings<TModel>)?.Age();
            _siblings.Free();
        }
    }
}
