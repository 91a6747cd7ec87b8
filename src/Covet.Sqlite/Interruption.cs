using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>
/// Stops a running statement when its token is cancelled: SQLite works within the call and looks at nothing but its own flag, which it
/// clears when the statement has ended. Disposing the registration waits for a call that is under way, so none comes late.
/// </summary>
internal static class Interruption
{
    public static CancellationTokenRegistration Of(sqlite3? database, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return database is not null ? cancellationToken.UnsafeRegister(static state => raw.sqlite3_interrupt((sqlite3)state!), database) : default;
    }

    public static bool Caused(SqliteException exception, CancellationToken cancellationToken)
        => exception.SqliteErrorCode == raw.SQLITE_INTERRUPT && cancellationToken.IsCancellationRequested;

    public static OperationCanceledException Canceled(SqliteException exception, CancellationToken cancellationToken)
        => new("The statement was cancelled while SQLite ran it.", exception, cancellationToken);
}
