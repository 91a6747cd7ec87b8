using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Covet.Infrastructure;

/// <summary>What a connection string names, and how a connection to it is made ready.</summary>
internal sealed class SqliteDatabase
{
    private readonly string _connectionString;
    private readonly string _settings;
    private readonly bool _mayLog;

    private SqliteDatabase(SqliteConnectionStringBuilder builder, bool isInMemory)
    {
        IsInMemory = isInMemory;
        _connectionString = builder.ConnectionString;
        _mayLog = !isInMemory && builder.Mode != SqliteOpenMode.ReadOnly;
        // SQLite's own wait for a lock is woken far sooner than the driver's, which sleeps 150 ms at a time.
        _settings = $"PRAGMA busy_timeout = {builder.DefaultTimeout * 1000L};";
    }

    /// <summary>Whether the database vanishes with its last connection.</summary>
    public bool IsInMemory { get; }

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
            connection.Run(_settings);
            if (_mayLog && raw.sqlite3_db_readonly(connection.Handle!, "main") == 0)
                connection.Run("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            SqliteDecimals.Register(connection.Handle!);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
