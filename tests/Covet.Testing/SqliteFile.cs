using Microsoft.Data.Sqlite;

namespace Covet.Testing;

/// <summary>One database file in a folder of its own, deleted with its journal and write-ahead log by <see cref="Dispose"/>.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly string _folder;

    internal SqliteFile(string folder)
    {
        _folder = folder;
        Path = System.IO.Path.Combine(folder, "test.db");
        ConnectionString = new SqliteConnectionStringBuilder { DataSource = Path }.ConnectionString;
    }

    /// <summary>The file's path.</summary>
    public string Path { get; }

    /// <summary>A connection string that opens the file, or makes it.</summary>
    public string ConnectionString { get; }

    /// <summary>Closes the pooled connections and deletes the file.</summary>
    public void Dispose()
    {
        using (var connection = new SqliteConnection(ConnectionString))
            SqliteConnection.ClearPool(connection);
        if (Directory.Exists(_folder))
            Directory.Delete(_folder, recursive: true);
    }
}
