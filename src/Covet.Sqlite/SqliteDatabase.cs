using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>What a connection string names, and how a connection to it is made ready.</summary>
internal sealed class SqliteDatabase
{
    private readonly Lock _lock = new();
    private readonly string _connectionString;
    private readonly bool _mayLog;

    private SqliteDatabase(SqliteConnectionStringBuilder builder, bool isInMemory)
    {
        IsInMemory = isInMemory;
        _connectionString = builder.ConnectionString;
        _mayLog = !isInMemory && builder.Mode != SqliteOpenMode.ReadOnly;
        Timeout = builder.DefaultTimeout;
    }

    /// <summary>Whether the database vanishes with its last connection.</summary>
    public bool IsInMemory { get; }

    /// <summary>How many seconds to wait for a lock; 0 for ever.</summary>
    public int Timeout { get; }

    public static SqliteDatabase Parse(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        bool isInMemory = builder.Mode == SqliteOpenMode.Memory
            || builder.DataSource is "" or ":memory:"
            || builder.DataSource.StartsWith("file::memory:", StringComparison.OrdinalIgnoreCase)
            || (builder.DataSource.StartsWith("file:", StringComparison.OrdinalIgnoreCase)
                && builder.DataSource.Contains("mode=memory", StringComparison.OrdinalIgnoreCase));
        bool isShared = builder.Cache == SqliteCacheMode.Shared || builder.DataSource.Contains("cache=shared", StringComparison.OrdinalIgnoreCase);
        if (isInMemory && !isShared)
        {
            // Every plain connection to :memory: would be a database of its own. The memdb file system shares one by its name.
            builder.DataSource = $"file:/covet-{Guid.NewGuid():N}?vfs=memdb";
            builder.Mode = SqliteOpenMode.ReadWriteCreate;
        }
        builder.ForeignKeys ??= true;
        // The provider pools: the driver's pool would run the settings again each time, and keep the file locked.
        builder.Pooling = false;
        return new SqliteDatabase(builder, isInMemory);
    }

    public PooledSqliteConnection Open()
    {
        var connection = new PooledSqliteConnection(_connectionString);
        try
        {
            connection.Open();
            LockWait.Block(connection.Handle, Timeout, isOn: true);
            if (_mayLog && raw.sqlite3_db_readonly(connection.Handle!, "main") == 0)
                Log(connection);
            SqliteDecimals.Register(connection.Handle!);
            SqliteFunctions.Register(connection.Handle!);
            // From here on Covet waits for locks (LockWait): SQLite doesn't, and the driver's loop gives up before it sleeps.
            LockWait.Block(connection.Handle, Timeout, isOn: false);
            connection.DefaultTimeout = -1;
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Turns on the write-ahead log for a database that is new. How one that exists is kept is its owner's choice.</summary>
    private void Log(PooledSqliteConnection connection)
    {
        lock (_lock)
        {
            if (connection.Number("PRAGMA page_count") == 0)
                connection.Run("PRAGMA journal_mode = WAL");
        }
    }
}
