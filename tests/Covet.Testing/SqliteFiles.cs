namespace Covet.Testing;

/// <summary>Database files in the temp folder.</summary>
public static class SqliteFiles
{
    /// <summary>The place for a new database: SQLite makes the file when it is opened.</summary>
    public static SqliteFile Create() => new(Directory.CreateTempSubdirectory("covet-sqlite-").FullName);

    /// <summary>A copy of an existing database, free to be written to.</summary>
    public static SqliteFile CopyOf(string path)
    {
        var file = Create();
        File.Copy(path, file.Path);
        // A file that came read-only is copied read-only.
        File.SetAttributes(file.Path, FileAttributes.Normal);
        return file;
    }
}
