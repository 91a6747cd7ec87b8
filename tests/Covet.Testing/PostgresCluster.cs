using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Covet.Testing;

/// <summary>A throwaway cluster, which <c>throwaway-postgres.sh</c> makes and deletes.</summary>
internal static class PostgresCluster
{
    private const int Attempts = 3;

    /// <summary>Its standard input is the cluster's life line: the pipe closes when this process ends, however it ends.</summary>
    private static Process? LifeLine;

    public static async Task<string> StartAsync(string binaries)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var home = Directory.CreateTempSubdirectory("covet-postgres-").FullName;
            var start = new ProcessStartInfo("sh", [Path.Combine(AppContext.BaseDirectory, "throwaway-postgres.sh"), binaries, home, $"{port}"])
            {
                RedirectStandardInput = true,
                RedirectStandardError = true,
            };
            var process = Process.Start(start) ?? throw new InvalidOperationException("No process was started for sh.");
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode == 0)
            {
                LifeLine = process;
                return new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "postgres", Database = "postgres" }.ConnectionString;
            }

            process.Dispose();
            // Between choosing a free port and using it, another process may have taken it.
            if (attempt == Attempts || !errors.Contains("could not bind", StringComparison.Ordinal))
                throw new InvalidOperationException($"PostgreSQL of {binaries} did not start. COVET_POSTGRES=<connection string> takes another server.\n{errors}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
