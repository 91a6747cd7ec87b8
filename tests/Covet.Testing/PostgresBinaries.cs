namespace Covet.Testing;

/// <summary>Finds the folder of installed PostgreSQL server binaries: PATH first, then where Debian puts them, newest version first.</summary>
internal static class PostgresBinaries
{
    private const string Debian = "/usr/lib/postgresql";
    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    public static string? Find()
    {
        // The script that runs them is a shell's.
        if (OperatingSystem.IsWindows())
            return null;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var versions = Directory.Exists(Debian) ? Directory.GetDirectories(Debian) : [];
        return path
            .Concat(versions.OrderByDescending(Version).Select(version => Path.Combine(version, "bin")))
            .FirstOrDefault(folder => Needed.All(name => File.Exists(Path.Combine(folder, name))));
    }

    private static int Version(string folder) => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0;
}
