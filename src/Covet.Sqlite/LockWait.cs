using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Waits for another connection's lock without holding a thread: SQLite is told not to wait, so a locked statement fails at once, and is
/// tried again after a pause, when it is its turn, until the connection string's <c>Default Timeout</c> is over.
/// </summary>
/// <param name="queue">Who else waits; null for one who holds a lock already, which may be what the others wait for.</param>
/// <param name="seconds">The timeout; 0 for none.</param>
internal sealed class LockWait(LockQueue? queue, int seconds) : IDisposable
{
    private const int LongestPause = 20;

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _pause = 1;
    private bool _hasTurn;

    /// <summary>Whether the statement was refused because of a lock that will be gone.</summary>
    public static bool IsFor(SqliteException exception)
        => exception.SqliteErrorCode == raw.SQLITE_BUSY || exception.SqliteExtendedErrorCode == raw.SQLITE_LOCKED_SHAREDCACHE;

    /// <summary>Lets SQLite itself wait, which blocks the thread, or not.</summary>
    public static void Block(sqlite3? database, int seconds, bool isOn)
    {
        if (database is not null)
            _ = raw.sqlite3_busy_timeout(database, !isOn ? 0 : seconds == 0 ? int.MaxValue : (int)Math.Min(seconds * 1000L, int.MaxValue));
    }

    /// <summary>Waits behind those who wait already.</summary>
    /// <exception cref="SqliteException">The timeout is over.</exception>
    public async ValueTask QueueAsync(CancellationToken cancellationToken)
    {
        if (queue is { HasWaiters: true })
            await TakeTurnAsync(queue, new SqliteException("database is locked", raw.SQLITE_BUSY, raw.SQLITE_BUSY), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Pauses before the next try.</summary>
    /// <exception cref="SqliteException">The timeout is over.</exception>
    public async ValueTask PauseAsync(SqliteException exception, CancellationToken cancellationToken)
    {
        if (queue is not null && !_hasTurn)
        {
            await TakeTurnAsync(queue, exception, cancellationToken).ConfigureAwait(false);
            return;
        }
        if (Left == TimeSpan.Zero)
            throw TimedOut(exception, seconds);
        await Task.Delay(_pause, cancellationToken).ConfigureAwait(false);
        _pause = Math.Min(_pause * 2, LongestPause);
    }

    /// <summary>Gives the turn on.</summary>
    public void Dispose()
    {
        if (_hasTurn)
            queue!.Leave();
        _hasTurn = false;
    }

    public static SqliteException TimedOut(SqliteException exception, int seconds) => new(
        $"The database is locked: another connection held its lock for all of the Default Timeout of {seconds} s. Is a transaction open, or a stream (await foreach) that isn't at its " +
        $"end? {exception.Message}",
        exception.SqliteErrorCode,
        exception.SqliteExtendedErrorCode);

    private TimeSpan Left
    {
        get
        {
            if (seconds == 0)
                return Timeout.InfiniteTimeSpan;
            var left = TimeSpan.FromSeconds(seconds) - Stopwatch.GetElapsedTime(_started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private async ValueTask TakeTurnAsync(LockQueue turns, SqliteException exception, CancellationToken cancellationToken)
    {
        _hasTurn = await turns.EnterAsync(Left, cancellationToken).ConfigureAwait(false);
        if (!_hasTurn)
            throw TimedOut(exception, seconds);
    }
}
