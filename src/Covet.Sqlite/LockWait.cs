using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Waits for another connection's lock without holding a thread: SQLite is told not to wait, so a locked statement fails at once, and is
/// tried again after a pause, until the connection string's <c>Default Timeout</c> is over.
/// </summary>
/// <param name="seconds">The timeout; 0 for none.</param>
internal sealed class LockWait(int seconds)
{
    private const int LongestPause = 100;

    private readonly long _started = Stopwatch.GetTimestamp();
    private int _pause = 1;

    /// <summary>Whether the statement was refused because of a lock that will be gone.</summary>
    public static bool IsFor(SqliteException exception)
        => exception.SqliteErrorCode == raw.SQLITE_BUSY || exception.SqliteExtendedErrorCode == raw.SQLITE_LOCKED_SHAREDCACHE;

    /// <summary>Whether a text may hold several statements: trying again would run the first ones twice.</summary>
    public static bool IsScript(string text) => text.AsSpan().TrimEnd("; \t\r\n").Contains(';');

    /// <summary>Lets SQLite itself wait, which blocks the thread, or not.</summary>
    public static void Block(sqlite3? database, int seconds, bool isOn)
    {
        if (database is not null)
            _ = raw.sqlite3_busy_timeout(database, !isOn ? 0 : seconds == 0 ? int.MaxValue : (int)Math.Min(seconds * 1000L, int.MaxValue));
    }

    /// <summary>Pauses before the next try.</summary>
    /// <exception cref="SqliteException">The timeout is over.</exception>
    public async ValueTask PauseAsync(SqliteException exception, CancellationToken cancellationToken)
    {
        if (seconds != 0 && Stopwatch.GetElapsedTime(_started).TotalSeconds >= seconds)
            throw TimedOut(exception, seconds);
        await Task.Delay(_pause, cancellationToken).ConfigureAwait(false);
        _pause = Math.Min(_pause * 2, LongestPause);
    }

    public static SqliteException TimedOut(SqliteException exception, int seconds) => new(
        $"The database is locked: another connection held its lock for all of the Default Timeout of {seconds} s. Is a transaction open, or a " +
        $"stream (await foreach) that isn't at its end? What belongs to a transaction has to use its own database (tx). {exception.Message}",
        exception.SqliteErrorCode,
        exception.SqliteExtendedErrorCode);
}
