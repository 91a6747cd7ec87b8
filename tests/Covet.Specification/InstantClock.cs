namespace Covet.Specification;

/// <summary>A clock on which no wait takes time; remembers how long each was to be.</summary>
public sealed class InstantClock : TimeProvider
{
    /// <summary>The waits, in order.</summary>
    public List<TimeSpan> Waits { get; } = [];

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (Waits)
            Waits.Add(dueTime);
        return System.CreateTimer(callback, state, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
