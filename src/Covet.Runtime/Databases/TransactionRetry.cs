namespace Covet;

/// <summary>
/// Runs a transaction's delegate again, from BEGIN on, when other transactions are why it failed: after a <see cref="SerializationException"/>, a <see cref="DeadlockException"/> or a
/// <see cref="LockTimeoutException"/>, of a statement or of COMMIT, and after nothing else. A <see cref="CommitUnknownException"/> is never retried. Before each pause the connection is
/// given back, the instances that were written are what they were, and the callbacks of <see cref="Database.OnCommit(Func{Task})"/> are dropped; whatever else the delegate does
/// (sends a mail, counts in a variable) happens once an attempt.
/// </summary>
/// <remarks>
/// The pause before the n-th retry is a random part, between a half and the whole, of <see cref="FirstPause"/> * 2^(n-1), but no more than <see cref="LongestPause"/>.
/// When the last attempt fails, its exception is thrown, and tells in <see cref="CovetException.Attempts"/> and in its message how many there were.
/// </remarks>
public sealed record TransactionRetry
{
    /// <summary>Runs the delegate up to a number of times.</summary>
    /// <param name="attempts">How often in all, the first one included.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public TransactionRetry(int attempts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempts, 1);
        Attempts = attempts;
    }

    /// <summary>Up to 6 attempts, with pauses of up to 20, 40, 80, 160 and 320 ms.</summary>
    public static TransactionRetry Default { get; } = new(6);

    /// <summary>How often the delegate runs in all, the first time included.</summary>
    public int Attempts { get; }

    /// <summary>The longest that the first pause may be; each further one may be twice as long. 20 ms unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan FirstPause
    {
        get;
        init => field = Checked(value);
    } = TimeSpan.FromMilliseconds(20);

    /// <summary>What no pause exceeds. 2 s unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public TimeSpan LongestPause
    {
        get;
        init => field = Checked(value);
    } = TimeSpan.FromSeconds(2);

    /// <summary>Whether the same transaction may succeed when it runs again.</summary>
    internal static bool Helps(Exception exception)
        => exception is SerializationException or DeadlockException or LockTimeoutException || (exception is TransactionAbortedException { InnerException: { } first } && Helps(first));

    /// <summary>How long to pause after an attempt.</summary>
    /// <param name="attempt">The attempt that failed, from 1.</param>
    /// <param name="dice">From 0 to 1.</param>
    internal TimeSpan PauseAfter(int attempt, double dice)
    {
        double longest = Math.Min(FirstPause.TotalMilliseconds * Math.Pow(2, attempt - 1), LongestPause.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(longest * (1 + dice) / 2);
    }

    private static TimeSpan Checked(TimeSpan pause)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, TimeSpan.Zero);
        return pause;
    }
}
