namespace Covet.Infrastructure;

/// <summary>
/// Who waits for SQLite's lock, first come first served: one asks for it again and again, the others wait for their turn to. Without it the lock would go to whoever asks most
/// often, which is who came last.
/// </summary>
#pragma warning disable CA1001 // A semaphore that nobody takes the handle of holds nothing to be disposed.
internal sealed class LockQueue
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _waiting;

    /// <summary>Whether somebody waits, so that who comes has to queue up.</summary>
    public bool HasWaiters => Volatile.Read(ref _waiting) > 0;

    /// <summary>Waits for the turn to ask for the lock; <see cref="Leave"/> gives it on.</summary>
    /// <returns>Whether it came in time.</returns>
    public async ValueTask<bool> EnterAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _waiting);
        bool hasTurn = false;
        try
        {
            hasTurn = await _turn.WaitAsync(timeout, cancellationToken).ConfigureAwait(false);
            return hasTurn;
        }
        finally
        {
            if (!hasTurn)
                Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Gives the turn on, with the lock or without.</summary>
    public void Leave()
    {
        Interlocked.Decrement(ref _waiting);
        _turn.Release();
    }
}
