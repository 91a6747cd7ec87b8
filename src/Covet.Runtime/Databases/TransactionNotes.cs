namespace Covet.Infrastructure;

/// <summary>What is to be done when it is known how a transaction ends: after a rollback, and after COMMIT. Not thread-safe.</summary>
internal sealed class TransactionNotes
{
    private readonly List<Action> _undos = [];
    private readonly List<Func<Task>> _callbacks = [];

    /// <summary>What there is so far.</summary>
    public Mark Now => new(_undos.Count, _callbacks.Count);

    /// <summary>Adds what takes a write back in memory.</summary>
    public void AddUndo(Action undo) => _undos.Add(undo);

    /// <summary>Adds what runs after COMMIT.</summary>
    public void AddCallback(Func<Task> callback) => _callbacks.Add(callback);

    /// <summary>Removes all that was added after a mark.</summary>
    /// <returns>What takes the writes back in memory, the last first.</returns>
    public IReadOnlyList<Action> Cut(Mark mark)
    {
        var undos = _undos[mark.Undos..];
        undos.Reverse();
        _undos.RemoveRange(mark.Undos, undos.Count);
        _callbacks.RemoveRange(mark.Callbacks, _callbacks.Count - mark.Callbacks);
        return undos;
    }

    /// <summary>Removes all.</summary>
    /// <returns>What runs after COMMIT, in order.</returns>
    public IReadOnlyList<Func<Task>> Complete()
    {
        List<Func<Task>> callbacks = [.. _callbacks];
        Cut(default);
        return callbacks;
    }

    /// <summary>A point in the order in which notes were added.</summary>
    internal readonly record struct Mark(int Undos, int Callbacks);
}
